"""`gabung N M`: a matter that came in twice becomes one case; `akses N`: who lost their chat gets their case back."""

from datetime import timedelta
from typing import Any

from handlers.desk.access import case_for, holding, member_of, without_identity
from handlers.desk.desk import Desk
from handlers.desk.moves import move
from handlers.desk.screen import head, head_with, next_steps
from handlers.desk.words import Needs
from handlers.form import Asked, Finished, Form, Heard, Missed, Outcome, Question, begin
from handlers.form import ask as ask_form
from handlers.say import DESK, Option, Say, line
from handlers.turn import Turn
from messages import vocabulary
from rules.kind import Kind
from rules.lifecycle import AT_WORK, Actor, Fact, State
from rules.number import staff_number
from rules.refused import Refused
from rules.secret_code import make_code
from storage.tables import Case, Contact

OWNER = "owner"  # `Case.expects`: whoever opens it with its new code is the complainant
GOOD_FOR = timedelta(hours=72)


async def merge(turn: Turn, case: Case, rest: str) -> list[Say] | Needs:
    """Two numbers; which stays is decided here: the complaint before the suggestion, then the one due first."""
    found = staff_number(rest, turn.office.profile.prefix, turn.today.year) if rest.strip() else None
    if found is None or found.number is None:
        return Needs(line("merge-with-which", number=case.number))
    other = await case_for(turn, found.number)
    if other.id == case.id:
        raise Refused("merge-same", number=case.number)
    for one in (case, other):
        if one.holder_id not in (None, member_of(turn).id):
            await holding(turn, one)
        if State(one.state) not in AT_WORK or one.state == State.REPLYING:
            raise Refused("merge-not-now", number=one.number)
    stays, goes = sorted((case, other), key=_stays_first)
    begin(turn, MERGE, {"stays": stays.number, "goes": goes.number}, stays.id)
    return [await ask_form(turn, MERGE)]


def _stays_first(case: Case) -> tuple[bool, bool, object, int]:
    due = case.clocks[-1].due if case.clocks else None
    return case.kind == Kind.SUGGESTION, due is None, due, case.id


async def _ask(turn: Turn, answers: dict[str, Any]) -> Asked:
    said = line("merge-sure", stays=answers["stays"], goes=answers["goes"])
    return Asked((said,), (Option("yes", line("choice-merge")), Option("no", line("choice-cancel"))))


async def _read(turn: Turn, answers: dict[str, Any], heard: Heard) -> Outcome:
    if heard.value == "no" or (heard.value is None and vocabulary.means(heard.text, "no", "cancel")):
        return Finished((Say((line("desk-not-sent"),)),))
    if heard.value != "yes" and not vocabulary.means(heard.text, "yes", "send"):
        return Missed()

    async def then() -> list[Say]:
        return await _merged(turn, answers["stays"], answers["goes"])

    return Finished((), then=then)


async def _merged(turn: Turn, stays_number: str, goes_number: str) -> list[Say]:
    """Its people, files and words go along, each is told; the number stays in the register and leads to the other."""
    desk, me, cases = Desk.of(turn), member_of(turn), turn.work.cases
    pair = []
    for number in sorted((stays_number, goes_number)):  # in one order, so that two works do not wait for each other
        found = staff_number(number, desk.office.profile.prefix, desk.today.year)
        assert found is not None
        assert found.number is not None
        pair.append(await case_for(turn, found.number))
    stays, goes = sorted(pair, key=lambda case: case.number != stays_number)
    await move(desk, goes, State.MERGED, actor=Actor.OFFICER, by=me.ref, facts=(Fact.OTHER_CASE,))
    goes.merged_into_id = stays.id
    told = without_identity(goes, goes.story or "")
    await cases.add_entry(stays, "merged", by=me.ref, body={"text": told, "number": goes.number}, other=goes.number)
    await cases.add_entry(goes, "merged", by=me.ref, body={"text": "", "number": stays.number}, other=stays.number)
    if goes.secret and not stays.secret:
        await cases.make_secret(stays, by=me.ref)
    before = await cases.followers(stays)
    joined = await cases.followers(goes)
    for contact in joined:
        await cases.follow(stays, contact)
    for attachment in await turn.work.attachments.of_case(goes.id):
        attachment.case_id = stays.id
    says = [Say((head_with(desk, stays, line("merge-done", goes=goes.number)),), next_steps(me, stays), question=DESK)]
    went = line("news-merged", goes=goes.number, stays=stays.number)
    known = {contact.id for contact in joined}
    says += [_news(contact, stays, went) for contact in joined]
    stayed = line("news-merged-too", stays=stays.number)
    return [*says, *(_news(contact, stays, stayed) for contact in before if contact.id not in known)]


def _news(contact: Contact, case: Case, said: Any) -> Say:
    return Say((said,), to=contact, case_id=case.id, purpose="news")


MERGE = Form("desk_merge", 1, (Question("confirm", lambda a: True, _ask, _read),))


# -- getting it back -------------------------------------------------------------------------------------------------


async def give_access(turn: Turn, case: Case, rest: str) -> list[Say] | Needs:
    """`akses N HOW`: a new code for somebody whom the officer has before them; how they were known is on record.

    Whoever opens the case with it within 72 hours from a new chat is its complainant there; the old chat gets no more.
    """
    desk, me = Desk.of(turn), await holding(turn, case)
    if not rest.strip():
        return Needs(line("access-how", number=case.number))
    code = make_code(turn.pick)
    turn.work.cases.set_code(case, code)
    case.expects = OWNER
    await turn.work.cases.add_entry(case, "access_given", by=me.ref, body={"text": rest.strip()}, visibility="internal")
    lines = (head(desk, case), line("access-code", code=code), line("access-next", number=case.number))
    return [Say(lines, case_id=case.id, code=code)]


async def take_access(turn: Turn, case: Case) -> list[Say]:
    """The case was opened with the code that an officer gave: it is theirs in this chat from now on."""
    given = await turn.work.cases.latest_entry(case.id, "access_given")
    if case.expects != OWNER or given is None or turn.now - given.at > GOOD_FOR:
        return []
    desk, locked = Desk.of(turn), await turn.work.cases.locked(case.id)
    for contact in await turn.work.cases.followers(locked):
        if contact.id != turn.contact.id:
            await turn.work.cases.unfollow(contact, locked)
    locked.expects, locked.person_id, locked.contact_id = "", turn.contact.person_id, turn.contact.id
    await turn.work.cases.follow(locked, turn.contact)
    await turn.work.cases.add_entry(locked, "access_taken", by="citizen", body={"text": ""}, visibility="internal")
    told = (head_with(desk, locked, line("access-taken")),)
    heard = await desk.tell(await desk.holder_of(locked), told, case=locked)
    return [Say((line("outcome-access", number=locked.number),), case_id=locked.id), *heard]
