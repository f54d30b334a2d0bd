"""The receiver: one message, one direction, one transaction.

A message is kept, answered and its answers put in the outbox together; only then the channel acknowledges it. When a
handler raises, the words are kept all the same, the person is told whom to call, and the operator sees it in `doctor`.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import structlog

from bot import failpoints
from bot.channel import DeliveryState
from bot.files import Checked, checked_files
from bot.holding import hold_with_notice
from handlers.route import answer
from handlers.say import Say, line
from handlers.speak import put
from handlers.turn import Timing, Turn
from messages.envelope import Channel, FileTrouble, Inbound, InboundKind
from rules.office import Office
from storage.database import Database, is_away
from storage.tables import Contact
from storage.work import Work

log = structlog.get_logger()

LONGEST_TEXT = 20_000
FLOOD_WINDOW = timedelta(minutes=10)
FLOOD_MESSAGES = 120  # of one person in that window; more is kept, but no longer answered
QUOTA_WINDOW = timedelta(hours=24)
QUOTA_OF_ONE = 100 * 1024 * 1024  # bytes of files that are kept of one person in that window
QUOTA_OF_ALL = 5 * 1024 * 1024 * 1024  # and of everybody together
_LANGUAGES = ("id", "su", "en")


@dataclass(slots=True)
class Receiver:
    """`clock` gives the present instant; `woken` is called after a commit that put something in the outbox."""

    database: Database
    office: Office
    timing: Timing
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    woken: Callable[[], None] = lambda: None
    pick: Callable[[str], str] = secrets.choice

    async def __call__(self, inbound: Inbound) -> None:
        """Keep and answer one message. Returns when it is committed; raises when the database would not take it."""
        failpoints.reach("in.received")
        now = self.clock()
        inbound = replace(inbound, text=_writable(inbound.text), choice=_writable(inbound.choice))
        if await self.knows(inbound.channel, inbound.account, inbound.provider_id):
            return
        checked = Checked((), ())
        if inbound.files and not await self._floods_already(inbound, now):
            checked = await checked_files(inbound.files, self.database.files)
        try:
            kept = await self._handle(inbound, checked, now)
        except Exception as trouble:
            if isinstance(trouble, OSError) or is_away(trouble):
                raise
            # The type and the place, never the text: it may hold what the person said.
            log.error(
                "message not handled",
                channel=inbound.channel,
                error=type(trouble).__name__,
                where=_where(trouble),
            )
            kept = await self._keep_unhandled(inbound, checked, now)
        failpoints.reach("in.committed")
        for file in checked.files:
            if file.stored_as not in kept:  # a repeat, a flood, over the quota: no row names it
                self.database.files.remove(file.stored_as)
        self.woken()

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
        self.woken()

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

    async def _floods_already(self, inbound: Inbound, now: datetime) -> bool:
        """Before any file is written: a flooder's are not looked at."""
        async with self.database.reading(now) as work:
            contact = await work.contacts.find(inbound.channel, inbound.address)
            return contact is not None and await self._floods(work, contact, now)

    async def _handle(self, inbound: Inbound, checked: Checked, now: datetime) -> set[str]:
        """Everything in one transaction; gives the names of the files that rows name now."""
        async with self.database.work(now) as work:
            row = await work.inbox.keep(
                channel=inbound.channel,
                account=inbound.account,
                provider_id=inbound.provider_id,
                message_ref=inbound.message_ref,
                kind=inbound.kind,
                body=None if inbound.kind is InboundKind.GROUP else _body(inbound, checked),
                at=min(inbound.at, now),
            )
            if row is None:
                return set()
            failpoints.reach("in.kept")
            contact = await work.contacts.at(inbound.channel, inbound.account, inbound.address, _language(inbound))
            talk = await work.conversations.locked(contact)
            row.contact_id = contact.id
            turn = Turn(work, self.office, self.timing, _timely(inbound, now), contact, talk, self.pick)
            if await self._floods(work, contact, now):
                row.outcome = "flood"
                await work.commit()
                return set()
            contact.last_inbound_at = max(turn.now, contact.last_inbound_at or turn.now)
            if inbound.kind is not InboundKind.BLOCKED:
                contact.blocked_at = None
            turn.released = await work.outbox.release(contact.id)
            self._speak_their_language(turn)
            await self._keep_files(turn, checked)
            await answer(turn)
            row.instance = talk.instance if talk.form or talk.burst else row.instance
            kept = {attachment.stored_as for attachment in turn.attachments}
            failpoints.reach("in.handled")
            await work.commit()
        for name in turn.removed_files:
            self.database.files.remove(name)
        return kept

    async def _keep_files(self, turn: Turn, checked: Checked) -> None:
        turn.troubles = list(checked.troubles)
        for file in checked.files:
            if await self._over_quota(turn, file.size):
                turn.troubles.append(FileTrouble.QUOTA)
                continue
            turn.attachments.append(
                await turn.work.attachments.keep(
                    turn.contact,
                    stored_as=file.stored_as,
                    content_digest=file.digest,
                    size=file.size,
                    kind=file.kind,
                    media_type=file.media_type,
                    name=file.name,
                    seconds=file.seconds,
                    instance=turn.talk.instance,
                )
            )

    async def _over_quota(self, turn: Turn, size: int) -> bool:
        """What one person, and what everybody together, may send in a day: a flood must not fill the disk."""
        kept = turn.work.attachments
        since = turn.work.now - QUOTA_WINDOW
        if await kept.bytes_since(since, turn.contact.id) + size > QUOTA_OF_ONE:
            return True
        return await kept.bytes_since(since) + size > QUOTA_OF_ALL

    async def _keep_unhandled(self, inbound: Inbound, checked: Checked, now: datetime) -> set[str]:
        """The handler failed: keep the words, and say whom to call. An officer or operator finds them in `doctor`."""
        async with self.database.work(now) as work:
            row = await work.inbox.keep(
                channel=inbound.channel,
                account=inbound.account,
                provider_id=inbound.provider_id,
                message_ref=inbound.message_ref,
                kind=inbound.kind,
                body=_body(inbound, checked),
                at=min(inbound.at, now),
            )
            if row is None:
                return set()
            contact = await work.contacts.at(inbound.channel, inbound.account, inbound.address, _language(inbound))
            talk = await work.conversations.locked(contact)
            row.contact_id, row.outcome = contact.id, "failed"
            turn = Turn(work, self.office, self.timing, _timely(inbound, now), contact, talk, self.pick)
            await self._keep_files(turn, checked)
            profile = self.office.profile
            sorry = Say((line("sorry", phone=profile.phone, desk=profile.desk),))
            await put(work, [sorry], contact, None)
            await work.commit()
            return {attachment.stored_as for attachment in turn.attachments}

    async def _floods(self, work: Work, contact: Contact, now: datetime) -> bool:
        return await work.contacts.said_since(contact, now - FLOOD_WINDOW) > FLOOD_MESSAGES

    def _speak_their_language(self, turn: Turn) -> None:
        """The last full sentence decides, until the person chooses with `bahasa`."""
        person = turn.contact.person
        if person.language_chosen or len(turn.inbound.text.split()) < 3:
            return
        said = self.office.reader.language(turn.inbound.text)
        if said in _LANGUAGES:
            person.language = said


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
    return hint if hint in ("id", "su") else "id"


def _where(trouble: Exception) -> str:
    frame = trouble.__traceback__
    while frame and frame.tb_next:
        frame = frame.tb_next
    return f"{frame.tb_frame.f_code.co_filename.rsplit('/', 1)[-1]}:{frame.tb_lineno}" if frame else "?"
