"""The clock: what happens without anybody writing. Every tick is short, and safe with several processes."""

import asyncio
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import structlog

from bot.lease import DatabaseLease
from handlers.desk.arrivals import look_at_deliveries
from handlers.desk.doubtful import doubt_what_was_sent
from handlers.desk.following import follow_cases
from handlers.desk.reminding import remind
from handlers.desk.silent import close_silent_cases, remind_agencies
from handlers.digest.sending import send_digests
from handlers.recount import recount_deadlines
from handlers.silence import fell_silent
from handlers.survey.inviting import invite_to_survey
from handlers.turn import Timing, Turn
from messages.envelope import Channel, Inbound
from rules.office import Office
from storage.away import is_away, others_go_on
from storage.database import Database

log = structlog.get_logger()

TICK_SECONDS = 5.0
_FAILED_REST = timedelta(hours=1)
_PAPERS_KEPT = timedelta(days=7)  # digests and exports: whoever asked for them has them
_HOURLY = (close_silent_cases, remind_agencies, remind, doubt_what_was_sent, invite_to_survey)


@dataclass(slots=True)
class Clock:
    """`now` gives the present instant; `woken` is called when something was put in the outbox."""

    database: Database
    office: Office
    timing: Timing
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    woken: Callable[[], None] = lambda: None
    pick: Callable[[str], str] = secrets.choice

    async def tick_forever(self) -> None:
        while True:
            await self.tick()
            await asyncio.sleep(min(TICK_SECONDS, max(0.2, self.timing.nudge.total_seconds() / 4)))

    async def tick(self) -> None:
        """Everything that is due by now. Trouble with one thing does not stop the others."""
        for due in (
            self.deliveries,
            self.topics,
            self.silence,
            self.deadlines,
            self.digests,
            self.hourly,
            self.housekeeping,
        ):
            try:
                await due()
            except Exception as trouble:
                log.error("the clock could not do all", part=due.__name__, error=type(trouble).__name__)

    async def silence(self) -> None:
        """Drafts that fell silent: each in a work of its own, its talk locked."""
        now = self.now()
        async with self.database.reading(now) as work:
            due = await work.conversations.due(now)
        for contact_id in due:
            try:
                await self._fell_silent(contact_id, now)
            except Exception as trouble:
                if is_away(trouble):
                    raise
                # One talk that cannot be read must not silence all others.
                log.error("a silent talk could not be handled", contact=contact_id, error=type(trouble).__name__)
                await self._put_off(contact_id, now)
            self.woken()

    async def _put_off(self, contact_id: int, now: datetime) -> None:
        async with self.database.work(now) as work:
            await work.conversations.put_off(contact_id, now + _FAILED_REST)
            await work.commit()

    async def _fell_silent(self, contact_id: int, now: datetime) -> None:
        async with self.database.work(now) as work:
            contact = await work.contacts.get(contact_id)
            talk = await work.conversations.locked(contact)
            nothing = Inbound(Channel(contact.channel), contact.account, contact.address, "clock", now)
            turn = Turn(work, self.office, self.timing, nothing, contact, talk, self.pick)
            await fell_silent(turn)
            await work.commit()
        for name in turn.removed_files:
            self.database.files.remove(name)

    async def deadlines(self) -> None:
        """Days off were decreed or withdrawn: open deadlines are counted again, and people are told once."""
        if await recount_deadlines(self.database, self.office, self.now()):
            self.woken()

    async def deliveries(self) -> None:
        """Replies, questions and reports that arrived, are held or failed: what follows of it."""
        if await look_at_deliveries(self.database, self.office, self.now()):
            self.woken()

    async def topics(self) -> None:
        """The office's group: each case's topic shows what happened on it."""
        if await follow_cases(self.database, self.office, self.now()):
            self.woken()

    async def digests(self) -> None:
        """Superiors get how things stand, at the minute they chose."""
        if await send_digests(self.database, self.office, self.now()):
            self.woken()

    async def hourly(self) -> None:
        """Once an hour: deadlines that are near, answered cases that fell silent, what nobody answers or confirms; at
        the end of a quarter, who agreed to the survey.

        The hour is noted when all was done: whoever looks next takes up what a crash cut short. Nothing is done
        twice by that, each of these sees to it by itself; the lease only keeps several processes from doing it side by
        side, and runs out.
        """
        now = self.now()
        hour = now.strftime("%Y-%m-%dT%H")
        async with self.database.reading(now) as work:
            if await work.jobs.is_claimed("hourly", hour):
                return
        if not await DatabaseLease(self.database, "hourly", clock=self.now).hold():
            return
        for due in _HOURLY:
            with others_go_on("the clock could not do all of an hour", part=due.__name__):
                if await due(self.database, self.office, now):
                    self.woken()
        async with self.database.work(now) as work:
            await work.jobs.claim("hourly", hour)
            await work.commit()

    async def housekeeping(self) -> None:
        """Once a day: forget old wrong codes and old exports; put files that no row names into the trash."""
        now = self.now()
        async with self.database.work(now) as work:
            if not await work.jobs.claim("housekeeping", now.date().isoformat()):
                return
            await work.contacts.forget_old_tries(now - timedelta(days=2))
            papers = await work.attachments.papers_before(now - _PAPERS_KEPT)
            gone = await work.attachments.forget(papers)
            await work.commit()
        for name in gone:
            self.database.files.remove(name)
        async with self.database.reading(now) as work:  # all names at once: nobody who writes should wait for that
            named = await work.attachments.stored_names()
        swept = await asyncio.to_thread(self.database.files.sweep, named, now.timestamp())
        if swept is None:
            log.warning("the attachments in DATA_DIR are those of another database: none is swept")
        elif swept.trashed or swept.removed:
            log.info("swept files that belong to no report", into_trash=swept.trashed, removed=swept.removed)
