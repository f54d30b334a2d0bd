"""Each case has its topic in the office's group, and the topic follows the case: what was said to whom, where it lies.

Done by the clock, from what is written on the case: nobody who changes a case has to think of it, and a crash loses
nothing. A group is no place for names: stories and texts are masked, and of a secret case nothing is told but that
something happened. Whom a case names does not see it: while that is open, the case has no topic.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from handlers.desk.access import without_identity
from handlers.desk.desk import Desk
from handlers.desk.screen import about, action, head_with, how_far, what_happened, where
from handlers.say import DESK, Line, Option, Quote, Say, line
from handlers.speak import in_words, put, words_for
from rules.office import Office
from storage.away import others_go_on
from storage.cases import ENDED
from storage.database import Database
from storage.tables import Case, CaseEntry, Topic
from storage.topics import PURPOSE, REMOVAL

AT_ONCE = 5  # messages on their way: Telegram takes 20 a minute for one group
_STILL_TOLD = timedelta(seconds=25)  # what a complainant tells in several messages becomes one entry meanwhile
_REMOVE_AGAIN = timedelta(hours=1)
_STORY, _TEXT = 600, 1000  # characters
_TO_COMPLAINANT = ("question", "reply", "acknowledgement", "referral", "told_by_hand")
_OF_COMPLAINANT = ("addition", "answer", "solved", "unsolved", "recorded", "wants_a_person", "location")


async def follow_cases(database: Database, office: Office, now: datetime) -> int:
    """Bring topics up to their cases; how many. Each in a work of its own, its case locked."""
    async with database.reading(now) as work:
        group = await work.topics.group()
        free = AT_ONCE - (await work.topics.on_their_way(group) if group else 0)
        late = await work.topics.behind(group, free) if free > 0 else []
    for case_id, there in late:
        with others_go_on("a topic does not follow its case", case=case_id):
            async with database.work(now) as work:
                desk = Desk(work, office, now)
                await _bring_up(_Followed(desk, await work.cases.locked(case_id), there), connected=there == group)
                await work.commit()
    return len(late)


@dataclass(frozen=True, slots=True)
class _Followed:
    """One case and the group in which it is told of."""

    desk: Desk
    case: Case
    group: str

    async def masked(self, text: str) -> str:
        """Without whoever complains, also by the reports that were merged into it."""
        for one in [self.case, *await self.desk.work.cases.merged_into(self.case)]:
            text = without_identity(one, text)
        return text

    async def names_staff(self) -> bool:
        return bool(await self.desk.work.queue.kept_from(self.case.id))


async def _bring_up(one: _Followed, *, connected: bool) -> None:
    desk, case, topics = one.desk, one.case, one.desk.work.topics
    topic = await topics.of_case(case.id, one.group)
    hidden = case.erased_at is not None or await one.names_staff()
    if topic is not None and (hidden or topic.gone or (case.secret and topic.shown_where and not topic.secret)):
        if await _taken_out(desk, case, topic):
            topic.behind = not hidden and connected  # then it is opened anew, as what it is now
            topic.gone = hidden
        return
    if hidden or not connected:
        return
    if topic is None:
        topic = await _opened(one)
    if topic.shown_where and topic.thread is None and not await topics.waits(topic):
        topic.shown_where, topic.shown_entry_id = "", 0  # what it was opened with never arrived
    if topic.shown_where:
        await _tell_news(one, topic)
    else:
        await _tell_first(one, topic)


async def _opened(one: _Followed) -> Topic:
    desk, case = one.desk, one.case
    office = await desk.work.contacts.find("telegram", one.group)
    assert office is not None, "the group was connected by its contact"
    contact = await desk.work.contacts.beside(office, f"{one.group}/{case.id}")
    title = in_words(line("topic-title", number=case.number, about=about(desk, case)), words_for(contact))
    return await desk.work.topics.open(case, one.group, title, contact)


async def _taken_out(desk: Desk, case: Case, topic: Topic) -> bool:
    """It may not be seen there any more: the topic is removed with everything in it. Whether that is done."""
    topics, first = desk.work.topics, not topic.gone
    topic.gone, topic.shown_where, topic.shown_entry_id = True, "", 0
    if first:
        await desk.work.outbox.forget(topic.contact_id, keep_cases=False)
    waits, last = await topics.waits(topic), await topics.last_removal(topic)
    if topic.thread is None:
        return not waits
    if first or (not waits and (last is None or desk.now - last > _REMOVE_AGAIN)):
        await put(desk.work, [Say((), case_id=case.id, purpose=REMOVAL, topic="remove")], topic.contact, None)
    return False


def _place(case: Case) -> str:
    return f"{case.state}:{case.holder_id or ''}"


async def _tell_first(one: _Followed, topic: Topic) -> None:
    """What the topic opens with; what was written on the case before is on file."""
    desk, case = one.desk, one.case
    story = await one.masked(case.story or "-")
    told = line("topic-secret") if case.secret else line("desk-row-story", story=Quote(story, _STORY))
    lines = (head_with(desk, case, about(desk, case)), told, line("desk-row-where", where=await where(desk, case)))
    over = case.state in ENDED
    said = _say(case, (*lines, line("topic-how")), () if over else _steps(case), "close" if over else "")
    entries = await desk.work.cases.entries(case)
    topic.behind, topic.gone, topic.secret, topic.shown_where = False, False, case.secret, _place(case)
    topic.shown_entry_id = max((entry.id for entry in entries), default=0)
    await put(desk.work, [said], topic.contact, None)


async def _tell_news(one: _Followed, topic: Topic) -> None:
    """What was written since, each with whom it was said to, and where the case lies now if that is another place."""
    desk, case = one.desk, one.case
    entries = [e for e in await desk.work.cases.entries(case) if e.id > topic.shown_entry_id]
    told = []
    for entry in entries:
        if entry.by == "citizen" and desk.now - entry.at < _STILL_TOLD:
            break
        told.append(entry)
    lines = [await _entry(one, e) for e in told if e.body is not None and not e.body.get("in_topic")]
    was_over, over, moved = topic.shown_where.partition(":")[0] in ENDED, case.state in ENDED, False
    if len(told) == len(entries) and topic.shown_where != _place(case):
        moved, topic.shown_where = True, _place(case)
        lines.append(head_with(desk, case, await where(desk, case)))
    topic.behind = len(told) < len(entries)
    topic.shown_entry_id = max((entry.id for entry in told), default=topic.shown_entry_id)
    then = "" if not moved or over == was_over else "close" if over else "reopen"
    if lines:
        said = _say(case, tuple(lines), _steps(case) if moved and not over else (), then)
        await put(desk.work, [said], topic.contact, None)


async def _entry(one: _Followed, entry: CaseEntry) -> Line:
    staff = await one.desk.work.team.by_ref(entry.by)
    by: object = staff.name if staff else line(f"entry-by-{entry.by}")
    body = entry.body or {}
    text = (await one.masked(str(body.get("text") or body.get("core") or ""))).strip()
    what = what_happened(entry)
    if entry.delivery:
        what = line("entry-delivered", what=what, delivery=how_far(entry.delivery))
    side = "to" if entry.kind in _TO_COMPLAINANT else "of" if entry.kind in _OF_COMPLAINANT else "inside"
    if one.case.secret or not text:
        return line(f"topic-entry-{side}", what=what, by=by)
    return line(f"topic-entry-{side}-text", what=what, by=by, text=Quote(text, _TEXT))


def _steps(case: Case) -> tuple[Option, ...]:
    """What anybody in the group may do next; each is answered in their own chat."""
    look = action("case", case, label="topic-do-look")
    return (action("take", case), look) if case.holder_id is None else (look,)


def _say(case: Case, lines: tuple[Line, ...], options: tuple[Option, ...], topic: str = "") -> Say:
    return Say(lines, options, case_id=case.id, purpose=PURPOSE, question=DESK, topic=topic)
