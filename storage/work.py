"""One unit of work: everything that one message changes, committed together or not at all.

Rows are locked in one order (conversation, case, counter, audit head), so two works cannot wait for each other.
"""

from datetime import datetime
from functools import cached_property

from sqlalchemy.ext.asyncio import AsyncSession

from storage.asked import Asked
from storage.attachments import Attachments
from storage.audit import Audit
from storage.canned import CannedReplies
from storage.cases import Cases
from storage.closed_days import ClosedDays
from storage.contacts import Contacts
from storage.conversations import Conversations
from storage.corrections import Corrections
from storage.digests import DigestSettings
from storage.figures import Figures
from storage.files import FileStore
from storage.inbox import Inbox
from storage.jobs import Jobs
from storage.outbox import Outbox
from storage.queue import Queue
from storage.ratings import Ratings
from storage.register import Register
from storage.routes import Routes
from storage.similar import Terms
from storage.team import Team
from storage.topics import Topics
from storage.vault import Vault


class Work:
    """`now` is the instant of the work, aware; it stamps rows and is never earlier than what it reads."""

    def __init__(self, session: AsyncSession, vault: Vault, files: FileStore, now: datetime) -> None:
        self.session = session
        self.vault = vault
        self.files = files
        self.now = now

    @cached_property
    def audit(self) -> Audit:
        return Audit(self.session, self.vault)

    @cached_property
    def inbox(self) -> Inbox:
        return Inbox(self.session, self.now)

    @cached_property
    def contacts(self) -> Contacts:
        return Contacts(self.session, self.vault, self.now)

    @cached_property
    def conversations(self) -> Conversations:
        return Conversations(self.session)

    @cached_property
    def cases(self) -> Cases:
        return Cases(self.session, self.vault, self.audit, self.now)

    @cached_property
    def outbox(self) -> Outbox:
        return Outbox(self.session, self.now)

    @cached_property
    def attachments(self) -> Attachments:
        return Attachments(self.session, self.vault, self.files, self.now)

    @cached_property
    def corrections(self) -> Corrections:
        return Corrections(self.session, self.audit, self.now)

    @cached_property
    def terms(self) -> Terms:
        return Terms(self.session, self.vault)

    @cached_property
    def team(self) -> Team:
        return Team(self.session, self.vault, self.audit, self.now)

    @cached_property
    def topics(self) -> Topics:
        return Topics(self.session, self.audit, self.now)

    @cached_property
    def queue(self) -> Queue:
        return Queue(self.session, self.now)

    @cached_property
    def figures(self) -> Figures:
        return Figures(self.session)

    @cached_property
    def register(self) -> Register:
        return Register(self.session)

    @cached_property
    def digests(self) -> DigestSettings:
        return DigestSettings(self.session, self.audit)

    @cached_property
    def routes(self) -> Routes:
        return Routes(self.session, self.audit, self.now)

    @cached_property
    def canned(self) -> CannedReplies:
        return CannedReplies(self.session, self.audit, self.now)

    @cached_property
    def ratings(self) -> Ratings:
        return Ratings(self.session)

    @cached_property
    def asked(self) -> Asked:
        return Asked(self.session, self.now)

    @cached_property
    def closed_days(self) -> ClosedDays:
        return ClosedDays(self.session, self.audit, self.now)

    @cached_property
    def jobs(self) -> Jobs:
        return Jobs(self.session, self.now)

    async def commit(self) -> None:
        """Write the audit entries (the head is locked last and shortest) and commit."""
        if "audit" in self.__dict__:
            await self.audit.write(self.now)
        await self.session.commit()
