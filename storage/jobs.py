"""Recurring work and leases: done once, with any number of processes."""

from datetime import datetime, timedelta

from sqlalchemy import delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.tables import Fact, JobSlot, Lease
from storage.upsert import insert_into


class Jobs:
    def __init__(self, session: AsyncSession, now: datetime) -> None:
        self._session = session
        self._now = now

    async def claim(self, job: str, slot: str) -> bool:
        """True for exactly one caller of a (job, slot), once its work commits."""
        insert = insert_into(self._session, JobSlot).values(job=job, slot=slot, at=self._now)
        claimed = await self._session.execute(insert.on_conflict_do_nothing().returning(JobSlot.job))
        return claimed.scalar_one_or_none() is not None

    async def is_claimed(self, job: str, slot: str) -> bool:
        """Whether somebody's claim of it has been committed."""
        return await self._session.get(JobSlot, (job, slot), populate_existing=True) is not None

    async def latest(self, job: str) -> JobSlot | None:
        """The newest slot of that job, or of all jobs whose names begin with it where it ends with a colon."""
        ours = JobSlot.job == job
        if job.endswith(":"):
            ours = JobSlot.job.between(job, f"{job[:-1]};")
        found = await self._session.execute(select(JobSlot).where(ours).order_by(JobSlot.at.desc()).limit(1))
        return found.scalar_one_or_none()

    async def hold_lease(self, name: str, holder: str, seconds: float) -> bool:
        """Take or renew a lease; False while another holder has it."""
        until = self._now + timedelta(seconds=seconds)
        insert = insert_into(self._session, Lease).values(name=name, holder=holder, until=until)
        made = await self._session.execute(insert.on_conflict_do_nothing().returning(Lease.name))
        if made.scalar_one_or_none() is not None:
            return True
        renewed = await self._session.execute(
            update(Lease)
            .where(Lease.name == name, or_(Lease.holder == holder, Lease.until < self._now))
            .values(holder=holder, until=until)
            .returning(Lease.name)
        )
        return renewed.scalar_one_or_none() is not None

    async def lease_holder(self, name: str) -> str | None:
        held = await self._session.get(Lease, name, populate_existing=True)
        return held.holder if held else None

    async def give_up_lease(self, name: str, holder: str) -> None:
        await self._session.execute(delete(Lease).where(Lease.name == name, Lease.holder == holder))

    async def fact(self, name: str) -> str | None:
        found = await self._session.get(Fact, name)
        return found.value if found else None

    async def note_fact(self, name: str, value: str) -> None:
        insert = insert_into(self._session, Fact).values(name=name, value=value)
        await self._session.execute(insert.on_conflict_do_update(index_elements=["name"], set_={"value": value}))
