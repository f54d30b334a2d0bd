"""What those served said of the service, as sums of a quarter: whoever looks here finds nobody."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from rules.periods import Quarter
from rules.satisfaction import Element
from storage.tables import OpinionCount
from storage.upsert import insert_into

AFTER_A_CASE = "case"  # the one question after a case
_ASKED = 0  # its value that counts how often it was asked


@dataclass(frozen=True, slots=True)
class Opinion:
    """How often something was said of a service in a channel. `service_id`: None where no service is known.

    `question`: an element of the SKM, or `AFTER_A_CASE`; of the latter `value` is None for being asked.
    """

    service_id: str | None
    channel: str
    question: str
    value: int | None
    times: int


class Ratings:
    """A sum is a row that many share: it is locked behind the case, and before the audit's head."""

    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def asked(self, quarter: Quarter, service_id: str | None, channel: str) -> None:
        """The one question after a case was asked."""
        await self._count(quarter, service_id, channel, AFTER_A_CASE, _ASKED)

    async def answered(self, quarter: Quarter, service_id: str | None, channel: str, value: int) -> None:
        """Somebody answered it. `quarter`: in which it was asked."""
        await self._count(quarter, service_id, channel, AFTER_A_CASE, value)

    async def filled_in(
        self, quarter: Quarter, service_id: str | None, channel: str, said: Mapping[Element, int]
    ) -> None:
        """A whole form of the SKM. Always in the order of its questions: two at once do not wait for each other."""
        for element in Element:
            await self._count(quarter, service_id, channel, element, said[element])

    async def of(self, quarter: Quarter) -> list[Opinion]:
        """Everything that was said in that quarter."""
        found = await self._session.execute(select(OpinionCount).where(OpinionCount.quarter == str(quarter)))
        return [
            Opinion(row.service_id or None, row.channel, row.question, row.value or None, row.times)
            for row in found.scalars()
        ]

    async def _count(self, quarter: Quarter, service_id: str | None, channel: str, question: str, value: int) -> None:
        insert = insert_into(self._session, OpinionCount).values(
            quarter=str(quarter),
            service_id=service_id or "",
            channel=channel,
            question=question,
            value=value,
            times=1,
        )
        key = [column.name for column in OpinionCount.__table__.primary_key]
        await self._session.execute(
            insert.on_conflict_do_update(index_elements=key, set_={"times": OpinionCount.times + 1})
        )
