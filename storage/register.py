"""The register, row after row, for an export: a million cases pass through, a few thousand at a time.

Of a secret case no name, no address and no story is read at all (`rules/secrecy.py`: an export never shows them).
"""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute, aliased

from rules.days import local_date
from rules.kind import Kind
from storage.figures import Scope, last_route, within
from storage.tables import Case, CaseClock

CHUNK = 2000


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """`start`, `due`, `answered`: of the last round of the reply clock, days in Jakarta; None for a suggestion.

    `name`, `organisation`, `address`, `story`: None where they are secret, were never said, or are erased.
    """

    number: str
    registered: date
    kind: str
    state: str
    component: str
    service_id: str | None
    channel: str
    route: str | None
    holder_id: int | None
    rounds: int
    start: date | None
    due: date | None
    answered: date | None
    secret: bool
    erased: bool
    name: str | None
    organisation: str | None
    address: str | None
    story: str | None


class Register:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def count(self, first: date, last: date, scope: Scope) -> int:
        """How many cases were registered in that span."""
        found = await self._session.execute(
            select(func.count()).select_from(Case).where(within(Case.registered_at, first, last), scope.holds())
        )
        return int(found.scalar_one())

    async def rows(self, first: date, last: date, scope: Scope) -> AsyncIterator[list[RegisterRow]]:
        """What was registered in that span, in the order of the register, in chunks."""
        each = aliased(CaseClock)
        newest = select(func.max(each.round)).where(each.case_id == Case.id).scalar_subquery()
        statement = (
            select(
                *(Case.id, Case.number, Case.registered_at, Case.kind, Case.state, Case.component, Case.service_id),
                *(Case.channel, last_route(), Case.holder_id, Case.secret, Case.erased_at),
                *(CaseClock.round, CaseClock.start, CaseClock.due, CaseClock.answered_at),
                *(_open(Case.name), _open(Case.organisation), _open(Case.address), _open(Case.story)),
            )
            .outerjoin(CaseClock, and_(CaseClock.case_id == Case.id, CaseClock.round == newest))
            .where(within(Case.registered_at, first, last), scope.holds())
            .order_by(Case.id)
            .limit(CHUNK)
        )
        after = 0
        while True:
            found = (await self._session.execute(statement.where(Case.id > after))).all()
            if not found:
                return
            after = found[-1].id
            yield [_row(one) for one in found]


def _open(column: InstrumentedAttribute[str | None]) -> ColumnElement[str | None]:
    """The column of what is no secret."""
    return case((Case.secret.is_(False), column)).label(column.key)


def _row(found: Any) -> RegisterRow:
    counts = found.kind == Kind.COMPLAINT and found.round is not None
    answered: datetime | None = found.answered_at
    return RegisterRow(
        number=found.number,
        registered=local_date(found.registered_at),
        kind=found.kind,
        state=found.state,
        component=found.component,
        service_id=found.service_id,
        channel=found.channel,
        route=found.route,
        holder_id=found.holder_id,
        rounds=found.round if counts else 0,
        start=found.start if counts else None,
        due=found.due if counts else None,
        answered=local_date(answered) if counts and answered is not None else None,
        secret=found.secret,
        erased=found.erased_at is not None,
        name=found.name,
        organisation=found.organisation,
        address=found.address,
        story=found.story,
    )
