"""The receiver: one message, one direction, one transaction.

A message is kept, answered and its answers put in the outbox together; only then the channel acknowledges it. When a
handler raises, the words are kept all the same, the person is told whom to call, and the operator sees it in `doctor`.
"""

import asyncio
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from weakref import WeakValueDictionary

import structlog

from bot import failpoints
from bot.channel import DeliveryState
from bot.files import Checked, StoredFile, checked_files
from bot.floods import beginning, floods, over_quota
from bot.holding import hold_with_notice
from handlers.desk.arrivals import look_at_one
from handlers.desk.topic import may_write_in_topics
from handlers.route import answer
from handlers.say import Say, line
from handlers.speak import put
from handlers.turn import Timing, Turn
from messages.envelope import Channel, FileTrouble, Inbound, InboundKind
from rules.office import Office
from storage.away import is_away, lost_a_race
from storage.database import Database
from storage.tables import Attachment, Contact, InboundMessage, Topic
from storage.work import Work

log = structlog.get_logger()

LONGEST_TEXT = 20_000
_LANGUAGES = ("id", "su", "en")
_NO_SENTENCES = ("name", "place", "service")  # what answers these questions is in no language


@dataclass(slots=True)
class Receiver:
    """`clock` gives the present instant; `woken` is called after a commit that put something in the outbox."""

    database: Database
    office: Office
    timing: Timing
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    woken: Callable[[], None] = lambda: None
    pick: Callable[[str], str] = secrets.choice
    _turns: WeakValueDictionary[tuple[str, str], asyncio.Lock] = field(default_factory=WeakValueDictionary)

    async def __call__(self, inbound: Inbound) -> None:
        """Keep and answer one message. Returns when it is committed; raises when the database would not take it."""
        failpoints.reach("in.received")
        # What one person sends at once waits here in order, before the database is asked: not in everybody's way.
        async with self._turn_of(inbound):
            await self._receive(inbound)

    def _turn_of(self, inbound: Inbound) -> asyncio.Lock:
        """The lock of this person; forgotten as soon as nobody holds it or waits for it."""
        person = inbound.channel, inbound.address
        lock = self._turns.get(person)
        if lock is None:
            lock = self._turns[person] = asyncio.Lock()
        return lock

    async def _receive(self, inbound: Inbound) -> None:
        now = self.clock()
        inbound = replace(inbound, text=_writable(inbound.text), choice=_writable(inbound.choice))
        if await self.knows(inbound.channel, inbound.account, inbound.provider_id):
            return
        checked = await self._checked(inbound, now)
        named: set[str] = set()
        try:
            await self._keep(inbound, checked, now, named)
            failpoints.reach("in.committed")
        finally:
            for file in checked.files:
                if file.stored_as not in named:  # a repeat, a flood, over the quota, or a try that failed
                    self.database.files.remove(file.stored_as)
        self.woken()

    async def _keep(self, inbound: Inbound, checked: Checked, now: datetime, named: set[str]) -> None:
        """Keep and answer it; where that is not possible, keep it and say so.

        `named` is told the stored names of the files that a row names, before the commit: one whose answer was lost
        may have been done.
        """
        try:
            try:
                await self._handle(inbound, checked, now, named)
            except Exception as trouble:
                if not lost_a_race(trouble):
                    raise
                await self._handle(inbound, checked, now, named)
        except Exception as trouble:
            if is_away(trouble):
                raise
            # The type and the place, never the text: it may hold what the person said.
            log.error(
                "message not handled",
                channel=inbound.channel,
                error=type(trouble).__name__,
                where=_where(trouble),
            )
            await self._keep_unhandled(inbound, checked, now, named)

    async def report_delivery(
        self, channel: Channel, provider_id: str, state: DeliveryState, code: str, at: datetime
    ) -> None:
        """What a provider says of an earlier message."""
        async with self.database.work(self.clock()) as work:
            late = state is DeliveryState.WINDOW_CLOSED
            reported = DeliveryState.FAILED if late else state
            posting = await work.outbox.note_delivery(channel, provider_id, reported, code, at)
            if late and posting is not None and posting.status == reported:
                await hold_with_notice(work, posting)
            await work.commit()
        if posting is not None and posting.entry_id is not None and posting.case_id is not None:
            await self._act_on(posting.case_id, posting.entry_id)
        self.woken()

    async def _act_on(self, case_id: int, entry_id: int) -> None:
        """What follows for the case. The provider's word is kept already; the clock tries again what fails here."""
        try:
            await look_at_one(self.database, self.office, self.clock(), case_id, entry_id)
        except Exception as trouble:
            log.error("a delivery could not be acted upon", entry=entry_id, error=type(trouble).__name__)

    async def knows(self, channel: Channel, account: str, provider_id: str) -> bool:
        """Whether a message was received before: a cheap look before its files are fetched."""
        async with self.database.reading(self.clock()) as work:
            return await work.inbox.knows(channel, account, provider_id)

    async def leave(self, address: str) -> None:
        """A shared computer: the open draft is dropped, and nobody can read or write as this address again."""
        async with self.database.work(self.clock()) as work:
            contact = await work.contacts.find(Channel.WEB, address)
            if contact is None:
                return
            talk = await work.conversations.locked(contact)
            files = await work.attachments.of_draft(contact.id, talk.instance) if talk.form else []
            removed = await work.attachments.forget(files)
            if talk.form:
                await work.inbox.forget(contact.id, instance=talk.instance)
            talk.form, talk.answers, talk.snapshot, talk.burst = "", {}, None, []
            talk.nudge_at = talk.expire_at = None
            await work.contacts.retire(contact)
            await work.commit()
        for name in removed:
            self.database.files.remove(name)

    async def _checked(self, inbound: Inbound, now: datetime) -> Checked:
        """Its files, those that are fine on the disk. What the disk does not take is told of, not tried for ever."""
        if not inbound.files or await self._floods_already(inbound, now):
            return Checked((), ())
        files: list[StoredFile] = []
        troubles: list[FileTrouble] = []
        for file in inbound.files:
            try:
                found = await checked_files((file,), self.database.files)
            except OSError as trouble:
                log.error("a file could not be stored", error=type(trouble).__name__, reason=trouble.strerror)
                found = Checked((), (FileTrouble.UNAVAILABLE,))
            files += found.files
            troubles += found.troubles
        return Checked(tuple(files), tuple(troubles))

    async def _floods_already(self, inbound: Inbound, now: datetime) -> bool:
        """Before any file is written: a flooder's are not looked at."""
        async with self.database.reading(now) as work:
            contact_id = await work.contacts.id_at(inbound.channel, inbound.address)
            return contact_id is not None and await floods(work, contact_id, now)

    async def _handle(self, inbound: Inbound, checked: Checked, now: datetime, named: set[str]) -> None:
        """Everything in one transaction."""
        async with self.database.work(now) as work:
            row = await _row_of(work, inbound, checked)
            if row is None:
                return
            failpoints.reach("in.kept")
            contact, speaker, topic = await _who(work, inbound)
            row.contact_id = contact.id
            member = await work.team.of_person((speaker or contact).person_id)
            if inbound.thread and not await may_write_in_topics(work, topic, speaker, member):
                row.body, checked = None, Checked((), ())  # of a group only what staff write about a case is kept
            elif member is None and await floods(work, contact.id, now):
                row.outcome, row.body = "flood", beginning(inbound)
                await work.commit()
                return
            talk = await work.conversations.locked(contact)
            turn = Turn(work, self.office, self.timing, _timely(inbound, now), contact, talk, self.pick)
            turn.released = await _hear_from(work, contact, inbound)
            turn.member, turn.speaker, turn.topic = member, speaker, topic
            self._speak_their_language(turn)
            turn.attachments, over = await _keep_files(work, contact, talk.instance, checked)
            turn.troubles = [*checked.troubles, *over]
            await answer(turn)
            row.instance = talk.instance if talk.form or talk.burst else row.instance
            named |= {attachment.stored_as for attachment in turn.attachments}
            failpoints.reach("in.handled")
            await work.commit()
        for name in turn.removed_files:
            self.database.files.remove(name)

    async def _keep_unhandled(self, inbound: Inbound, checked: Checked, now: datetime, named: set[str]) -> None:
        """The handler failed: keep the words, and say whom to call. An officer or operator finds them in `doctor`.

        The talk is not loaded: it may be what does not open.
        """
        async with self.database.work(now) as work:
            row = await _row_of(work, inbound, checked)
            if row is None:
                return
            contact, speaker, topic = await _who(work, inbound)
            row.contact_id, row.outcome = contact.id, "failed"
            member = await work.team.of_person((speaker or contact).person_id)
            if inbound.thread and not await may_write_in_topics(work, topic, speaker, member):
                row.body, checked = None, Checked((), ())
            await _hear_from(work, contact, inbound)
            instance = await work.conversations.instance_of(contact)
            attachments, _ = await _keep_files(work, contact, instance, checked)
            profile = self.office.profile
            sorry = Say((line("sorry", phone=profile.phone, desk=profile.desk),))
            await put(work, [sorry], contact, None)
            named |= {attachment.stored_as for attachment in attachments}
            await work.commit()

    def _speak_their_language(self, turn: Turn) -> None:
        """The last full sentence decides, until the person chooses with `bahasa`. Staff write in others' languages."""
        person = turn.contact.person
        names_something = bool(turn.talk.form) and turn.talk.asked in _NO_SENTENCES
        if turn.member is not None or person.language_chosen or len(turn.inbound.text.split()) < 3 or names_something:
            return
        said = self.office.reader.language(turn.inbound.text)
        if said in _LANGUAGES:
            person.language = said


async def _who(work: Work, inbound: Inbound) -> tuple[Contact, Contact | None, Topic | None]:
    """Whom it is answered to; in a group also whose words they are, and the topic of a case where it stands in one."""
    channel, account = inbound.channel, inbound.account
    speaker = await work.contacts.find(channel, inbound.speaker) if inbound.speaker else None
    topic = await work.topics.at(inbound.address, inbound.thread) if inbound.thread else None
    if topic is not None:
        return topic.contact, speaker, topic
    return await work.contacts.at(channel, account, inbound.address, _language(inbound)), speaker, None


async def _row_of(work: Work, inbound: Inbound, checked: Checked) -> InboundMessage | None:
    """The message as it is kept; None when it was kept before."""
    return await work.inbox.keep(
        channel=inbound.channel,
        account=inbound.account,
        provider_id=inbound.provider_id,
        message_ref=inbound.message_ref,
        kind=inbound.kind,
        body=None if inbound.kind is InboundKind.GROUP else _body(inbound, checked),
        at=min(inbound.at, work.now),
    )


async def _hear_from(work: Work, contact: Contact, inbound: Inbound) -> int:
    """They wrote: WhatsApp's window is open again, and what was held for them may go. How many it were."""
    at = min(inbound.at, work.now)
    contact.last_inbound_at = max(at, contact.last_inbound_at or at)
    if inbound.kind is not InboundKind.BLOCKED:
        contact.blocked_at = None
    speaks = inbound.kind not in (InboundKind.BLOCKED, InboundKind.UNBLOCKED, InboundKind.GROUP)
    return await work.outbox.release(contact.id) if speaks else 0


async def _keep_files(
    work: Work, contact: Contact, instance: str, checked: Checked
) -> tuple[list[Attachment], list[FileTrouble]]:
    """Rows for the files that are on the disk, and what was too much."""
    kept: list[Attachment] = []
    over: list[FileTrouble] = []
    for file in checked.files:
        if await over_quota(work, contact.id, file.size):
            over.append(FileTrouble.QUOTA)
            continue
        kept.append(
            await work.attachments.keep(
                contact,
                stored_as=file.stored_as,
                content_digest=file.digest,
                size=file.size,
                kind=file.kind,
                media_type=file.media_type,
                name=file.name,
                seconds=file.seconds,
                instance=instance,
            )
        )
    return kept, over


def _timely(inbound: Inbound, now: datetime) -> Inbound:
    """The provider's time, never later than now; texts are cut at what a story may hold."""
    if inbound.at <= now and len(inbound.text) <= LONGEST_TEXT:
        return inbound
    return replace(inbound, at=min(inbound.at, now), text=inbound.text[:LONGEST_TEXT])


def _writable(text: str) -> str:
    """Without what JSON can say but no database holds: halves of a character, and NUL."""
    return text.encode("utf-8", "replace").decode().replace("\0", "")


def _body(inbound: Inbound, checked: Checked) -> dict[str, object]:
    body: dict[str, object] = {"text": inbound.text, "choice": inbound.choice}
    if checked.files or checked.troubles:
        body["files"] = [{"name": f.name, "kind": f.kind, "stored_as": f.stored_as} for f in checked.files]
        body["troubles"] = list(checked.troubles)
    if inbound.location:
        body["location"] = [inbound.location.latitude, inbound.location.longitude]
    return body


def _language(inbound: Inbound) -> str:
    """What a new person is spoken to in, until their words tell."""
    hint = inbound.language[:2].casefold()
    chosen = inbound.channel is Channel.WEB  # on the page; an app in English is often an Indonesian's
    return hint if hint in (_LANGUAGES if chosen else ("id", "su")) else "id"


def _where(trouble: Exception) -> str:
    frame = trouble.__traceback__
    while frame and frame.tb_next:
        frame = frame.tb_next
    return f"{frame.tb_frame.f_code.co_filename.rsplit('/', 1)[-1]}:{frame.tb_lineno}" if frame else "?"
