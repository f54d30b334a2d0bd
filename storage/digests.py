"""How each superior wants their digests: which, when, where, and of whose cases."""

from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from rules.periods import PeriodKind
from storage.audit import Audit
from storage.tables import DigestSetting, Staff


@dataclass(frozen=True, slots=True)
class Wish:
    """`minute`: of the day in Jakarta. `channel`: None for the chat used last. `unit`: None for the whole office."""

    kinds: frozenset[PeriodKind] = frozenset(PeriodKind)
    minute: int = 7 * 60 + 30
    channel: str | None = None
    unit: str | None = None


class DigestSettings:
    def __init__(self, session: AsyncSession, audit: Audit) -> None:
        self._session = session
        self._audit = audit

    async def of(self, staff: Staff) -> Wish:
        """As they set it; who set nothing gets every kind at 07.30, of the whole office."""
        kept = await self._row(staff)
        if kept is None:
            return Wish()
        kinds = frozenset(PeriodKind(kind) for kind in kept.kinds)
        return Wish(kinds, kept.minute, kept.channel, kept.unit)

    async def keep(self, staff: Staff, wish: Wish) -> None:
        row = await self._row(staff)
        if row is None:
            row = DigestSetting(staff_id=staff.id)
            self._session.add(row)
        row.kinds = [kind for kind in PeriodKind if kind in wish.kinds]
        row.minute, row.channel, row.unit = wish.minute, wish.channel, wish.unit
        await self._session.flush()
        self._audit.record(
            "digest_set", by=staff.ref, kinds=row.kinds, minute=wish.minute, channel=wish.channel, unit=wish.unit
        )

    async def switch(self, staff: Staff, kind: PeriodKind, *, on: bool) -> Wish:
        """One kind on or off; how they have it then."""
        wish = await self.of(staff)
        wish = replace(wish, kinds=wish.kinds | {kind} if on else wish.kinds - {kind})
        await self.keep(staff, wish)
        return wish

    async def _row(self, staff: Staff) -> DigestSetting | None:
        found = await self._session.execute(select(DigestSetting).where(DigestSetting.staff_id == staff.id))
        return found.scalar_one_or_none()
