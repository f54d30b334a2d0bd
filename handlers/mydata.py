"""`dataku`: what is held about a person, and having it erased (UU 27/2022 on personal data, articles 5 to 8)."""

from collections.abc import Iterator
from typing import Any

from handlers.form import Asked, Finished, Form, Heard, Missed, Outcome, Question, Took, begin
from handlers.form import ask as ask_form
from handlers.say import Line, Option, Quote, Say, Several, line
from handlers.status import own_cases
from handlers.turn import Turn
from messages import vocabulary
from rules.kind import Kind
from rules.periods import Quarter
from storage.cases import ENDED
from storage.tables import Case

SHOW, ERASE, CONFIRM, KEEP = "show", "erase", "confirm", "keep"
_LISTED = 4
_DECLINES = {
    "ga",
    "gak",
    "nggak",
    "ngga",
    "enggak",
    "tidak",
    "jangan",
    "jgn",
    "teu",
    "ulah",
    "tong",
    "don't",
    "dont",
    "no",
}
_ALL = 10_000


async def my_data(turn: Turn) -> list[Say]:
    begin(turn, MY_DATA, {})
    return [await ask_form(turn, MY_DATA)]


async def ask_my_data(turn: Turn, answers: dict[str, Any]) -> Asked:
    cases = [c for c in await own_cases(turn.work, turn.contact) if c.person_id == turn.contact.person_id]
    if answers.get("erasing"):
        open_complaints = [c for c in cases if c.kind == Kind.COMPLAINT and c.state not in ENDED]
        warning = line("mydata-erase-open", count=len(open_complaints)) if open_complaints else line("mydata-erase-ask")
        return Asked((warning,), (Option(CONFIRM, line("choice-erase-all")), Option(KEEP, line("choice-keep"))))
    rows: list[Line] = [
        line("mydata-why"),
        line("mydata-chat", channel=line(f"channel-{turn.contact.channel}")),
    ]
    for case in cases[:_LISTED]:
        files = len(await turn.work.attachments.of_case(case.id))
        rows.append(line("mydata-case", number=case.number, held=Several(tuple(_held(case, files)))))
    if len(cases) > _LISTED:
        rows.append(line("mydata-more", count=len(cases) - _LISTED))
    if not cases:
        rows.append(line("mydata-no-cases"))
    invited = await turn.work.asked.invitations(turn.contact.person_id)
    if invited:
        quarter = Quarter.named(invited[0].quarter)
        rows.append(line("mydata-survey", quarter=quarter.roman, year=quarter.year))
    return Asked(
        (*rows, line("mydata-correct")),
        (Option(ERASE, line("choice-erase-data")), Option(KEEP, line("choice-keep"))),
    )


def _held(case: Case, files: int) -> Iterator[object]:
    """What is held of one case, in a few words each."""
    yield case.name or line("mydata-no-name")
    yield from filter(None, (case.organisation, case.on_behalf_of))
    yield case.address or line("mydata-no-address")
    if case.phone:
        yield line("mydata-phone", phone=case.phone)
    if case.nik:
        yield line("mydata-nik", ending=case.nik[-4:])
    if case.story:
        yield line("mydata-story", story=Quote(case.story, 40))
    if files:
        yield line("mydata-files", count=files)


async def read_my_data(turn: Turn, answers: dict[str, Any], heard: Heard) -> Outcome:
    declines = bool(_DECLINES.intersection(heard.text.casefold().split()[:1]))  # "jgn hapus", "ga jadi"
    if heard.value == KEEP or declines or vocabulary.means(heard.text, "no", "skip", "cancel"):
        return Finished((Say((line("mydata-kept"),)),))
    if answers.get("erasing") and (heard.value == CONFIRM or vocabulary.means(heard.text, "yes")):
        await erase_all(turn)
        return Finished((Say((line("mydata-erased"),)),))
    if heard.value == ERASE or vocabulary.means(heard.text, "my_data"):
        answers["erasing"] = True
        return Took()
    return Missed(() if answers.get("erasing") else (line("mydata-missed"),))


async def erase_all(turn: Turn) -> None:
    """Names, stories, files, both sides of the talk. A numbered tombstone stays; the audit stays whole."""
    work, person = turn.work, turn.contact.person
    for contact in await work.contacts.of_person(person.id):
        said = await work.inbox.talk_of(contact.id, _ALL)
        for draft in {"", turn.talk.instance, *(row.instance for row in said)}:
            drafted = await work.attachments.of_draft(contact.id, draft)
            turn.removed_files += await work.attachments.forget(drafted)
    cases = await work.cases.of_person(person.id, limit=_ALL)
    for topic in [topic for case in cases for topic in await work.topics.all_of(case.id)]:
        await work.conversations.emptied(topic.contact)  # what staff wrote there about them
        await work.inbox.forget(topic.contact_id, keep_cases=False)
    for case in cases:
        if case.erased_at is None:
            locked = await work.cases.locked(case.id)
            for origin in ("citizen", "office"):
                files = await work.attachments.of_case(case.id, origin)
                turn.removed_files += await work.attachments.forget(files)
            await work.cases.erase(locked)
            await work.outbox.forget_case(case.id)
    for contact in await work.contacts.of_person(person.id):
        await work.inbox.forget(contact.id, keep_cases=False)
        await work.outbox.forget(contact.id, keep_cases=False)
    await work.asked.forget(person.id)
    person.erased_at = work.now


MY_DATA = Form("mydata", 1, (Question("mydata", lambda a: True, ask_my_data, read_my_data),))
