"""Each case has its topic in the office's group, and the topic follows the case: what was said to whom, where it lies.

Done by the clock, from what is written on the case: nobody who changes a case has to think of it, and a crash loses
nothing. A group is no place for names: stories and texts are masked, and of a secret case nothing is told but that
something happened. Whom a case names does not see it: while that is open, the case has no topic.
"""

from datetime import datetime

import structlog

from handlers.desk.access import without_identity
from handlers.desk.desk import Desk
from handlers.desk.screen import about, action, head_with, how_far, what_happened, where
from handlers.say import DESK, Line, Option, Quote, Say, line
from handlers.speak import in_words, put, words_for
from rules.office import Office
from storage.away import is_away
from storage.cases import ENDED
from storage.database import Database
from storage.queue import Queue
from storage.tables import DISMISSED, Case, CaseEntry, Topic
from storage.topics import PURPOSE

log = structlog.get_logger()

AT_ONCE = 5  # messages on their way: Telegram takes 20 a minute for one group, and others wait behind them
_STORY, _TEXT = 600, 1000  # characters
_TO_COMPLAINANT = ("question", "reply", "acknowledgement", "referral", "told_by_hand")
_OF_COMPLAINANT = ("addition", "answer", "solved", "unsolved", "recorded", "wants_a_person", "location")


async def follow_cases(database: Database, office: Office, now: datetime) -> int:
    """Bring topics up to their cases; how many. Each in a work of its own, its case locked."""
    async with database.reading(now) as work:
        group = await work.topics.group()
        if group is None or (free := AT_ONCE - await work.topics.unsent()) <= 0:
            return 0
        late = await work.topics.behind(group, free)
    for case_id in late:
        try:
            async with database.work(now) as work:
                case = await work.cases.locked(case_id)
                await _bring_up(Desk(work, office, now), case, group)
                await work.commit()
        except Exception as trouble:
            if is_away(trouble):
                raise
            log.error("a topic does not follow its case", case=case_id, error=type(trouble).__name__)
    return len(late)


async def _bring_up(desk: Desk, case: Case, group: str) -> None:
    topic = await desk.work.topics.of_case(case.id, group)
    if case.erased_at is not None or await _names_somebody(desk.work.queue, case):
        if topic is not None:
            await _take_out(desk, case, topic)
        return
    if topic is None:
        topic = await _opened(desk, case, group)
    place = f"{case.state}:{case.holder_id or ''}"
    entries = [e for e in await desk.work.cases.entries(case) if e.id > topic.shown_entry_id and e.body is not None]
    if not topic.shown_where:
        says = [await _first(desk, case)]
    else:
        says = await _news(desk, case, topic, entries, moved=place != topic.shown_where)
    topic.behind, topic.gone, topic.shown_where = False, False, place
    topic.shown_entry_id = max((entry.id for entry in entries), default=topic.shown_entry_id)
    await put(desk.work, says, topic.contact, None)


async def _names_somebody(queue: Queue, case: Case) -> bool:
    return any(conflict.status != DISMISSED for conflict in await queue.conflicts(case.id))


async def _opened(desk: Desk, case: Case, group: str) -> Topic:
    office = await desk.work.contacts.find("telegram", group)
    assert office is not None, "the group was connected by its contact"
    contact = await desk.work.contacts.beside(office, f"{group}/{case.id}")
    title = in_words(line("topic-title", number=case.number, about=about(desk, case)), words_for(contact))
    return await desk.work.topics.open(case, group, title, contact)


async def _take_out(desk: Desk, case: Case, topic: Topic) -> None:
    """It may not be seen there any more: the topic is removed with everything in it."""
    if not topic.gone and topic.shown_where:
        await put(desk.work, [Say((), case_id=case.id, purpose=PURPOSE, topic="remove")], topic.contact, None)
    topic.gone, topic.behind, topic.shown_where, topic.shown_entry_id = True, False, "", 0


async def _first(desk: Desk, case: Case) -> Say:
    """What the topic opens with."""
    story = without_identity(case, case.story or "-")
    told = line("topic-secret") if case.secret else line("desk-row-story", story=Quote(story, _STORY))
    lines = (head_with(desk, case, about(desk, case)), told, line("desk-row-where", where=await where(desk, case)))
    return _say(case, (*lines, line("topic-how")), _steps(case))


async def _news(desk: Desk, case: Case, topic: Topic, entries: list[CaseEntry], *, moved: bool) -> list[Say]:
    """What was written since, each with whom it was said to, and where the case lies now if that is another place."""
    lines = [await _entry(desk, case, entry) for entry in entries if not (entry.body or {}).get("in_topic")]
    was_over = topic.shown_where.partition(":")[0] in ENDED
    over = case.state in ENDED
    if moved:
        lines.append(head_with(desk, case, await where(desk, case)))
    if not lines and over == was_over:
        return []
    then = "" if over == was_over else "close" if over else "reopen"
    return [_say(case, tuple(lines), _steps(case) if moved and not over else (), then)]


async def _entry(desk: Desk, case: Case, entry: CaseEntry) -> Line:
    staff = await desk.work.team.by_ref(entry.by)
    by: object = staff.name if staff else line(f"entry-by-{entry.by}")
    body = entry.body or {}
    text = without_identity(case, str(body.get("text") or body.get("core") or "")).strip()
    what = what_happened(entry)
    if entry.delivery:
        what = line("entry-delivered", what=what, delivery=how_far(entry.delivery))
    side = "to" if entry.kind in _TO_COMPLAINANT else "of" if entry.kind in _OF_COMPLAINANT else "inside"
    if case.secret or not text:
        return line(f"topic-entry-{side}", what=what, by=by)
    return line(f"topic-entry-{side}-text", what=what, by=by, text=Quote(text, _TEXT))


def _steps(case: Case) -> tuple[Option, ...]:
    """What anybody in the group may do next; each is answered in their own chat."""
    look = action("case", case, label="topic-do-look")
    return (action("take", case), look) if case.holder_id is None else (look,)


def _say(case: Case, lines: tuple[Line, ...], options: tuple[Option, ...], topic: str = "") -> Say:
    return Say(lines, options, case_id=case.id, purpose=PURPOSE, question=DESK, topic=topic)
