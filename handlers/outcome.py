"""After the answer: the complainant says whether it is solved, opens what waits, answers what an officer asked."""

from handlers.add import added
from handlers.desk.arrivals import close_if_settled
from handlers.desk.conflicts import look_for_conflicts
from handlers.desk.desk import Desk
from handlers.desk.moves import end_routes, move
from handlers.desk.news import for_everybody
from handlers.desk.screen import action, head_with
from handlers.intake.send import due_lines, start_clock
from handlers.say import Quote, Say, line
from handlers.survey.after_case import with_question
from handlers.turn import Turn
from messages import vocabulary
from rules.kind import Kind
from rules.lifecycle import Actor, Fact, State
from storage.deliveries import DELIVERED, READ, SENDING, SENT
from storage.tables import Case

SOLVED, UNSOLVED = "solved", "unsolved"
_MAY_REOPEN = (State.ANSWERED, State.CLOSED)
_ANSWERS = ("answer", "reason")  # `Case.expects`
_SEEN = (SENDING, SENT, DELIVERED, READ)
_QUOTED = 600  # characters of the complainant's words in a notice
_LEAD = 3  # words in front that may say it: "belum selesai, ukurannya salah"


def says_of_it(text: str) -> tuple[str, str] | None:
    """(solved or unsolved, what was said with it): "belum. ukurannya salah"; None for anything else."""
    words = text.split()
    for length in range(min(_LEAD, len(words)), 0, -1):
        head = " ".join(words[:length])
        meaning = vocabulary.means(head, UNSOLVED, SOLVED, slips=False)
        ends = length == len(words) or words[length - 1][-1] in ".,;:!" or (meaning == UNSOLVED and length > 1)
        if meaning and ends:
            return meaning, " ".join(words[length:])
    return None


async def said_of_it(turn: Turn, cases: list[Case], text: str) -> list[Say] | None:
    """A word on the newest case that was answered; None when it is about none, or says nothing of that sort."""
    ended = [case for case in cases if case.state in _MAY_REOPEN]
    own = [case for case in ended if await _is_theirs(turn, case)]
    answered = own[0] if own else None
    said = says_of_it(text) if answered is not None else None
    if answered is None or said is None:
        return None
    if answered.state == State.CLOSED and (said[0] == SOLVED or len(text.split()) < 2):
        return None  # long over: only "belum selesai" in so many words opens it again
    case = await turn.work.cases.locked(answered.id)
    return await (solved(turn, case) if said[0] == SOLVED else unsolved(turn, case, said[1]))


async def solved(turn: Turn, case: Case, *, by: str = "citizen") -> list[Say]:
    """The complainant agrees: the case is closed as soon as the superior has the report. `by`: the officer who wrote
    down what was said by telephone or at the counter. In their own chat they are asked how satisfied they are.
    """
    if case.state == State.CLOSED:
        return [Say((line("outcome-closed-already", number=case.number),), case_id=case.id)]
    if case.state != State.ANSWERED:
        return [Say((line("button-old"),))]
    if by == "citizen" and not await _is_theirs(turn, case):
        return [Say((line("outcome-only-owner", number=case.number),), case_id=case.id)]
    await turn.work.cases.add_entry(case, SOLVED, by=by, body={"text": ""}, visibility="citizen")
    await close_if_settled(Desk.of(turn), case)
    said = Say((line("outcome-solved", number=case.number),), case_id=case.id)
    asks = by == "citizen" and not turn.talk.form  # beside an open form its own question is enough
    return [await with_question(turn.work, case, turn.contact, said) if asks else said]


async def unsolved(turn: Turn, case: Case, why: str = "", *, by: str = "citizen") -> list[Say]:
    """Taken up again with the same number and a fresh round of the clock; the officer hears why."""
    if State(case.state) not in _MAY_REOPEN:
        return [Say((line("button-old"),))]
    if by == "citizen" and not await _is_theirs(turn, case):
        return [Say((line("outcome-only-owner", number=case.number),), case_id=case.id)]
    desk = Desk.of(turn)
    await move(desk, case, State.TAKEN, actor=Actor.CITIZEN, by="citizen", facts=(Fact.NOT_SOLVED,))
    await end_routes(desk, case)
    await turn.work.cases.add_entry(case, UNSOLVED, by=by, body={"text": why.strip()}, visibility="citizen")
    for attachment in turn.attachments:
        attachment.case_id = case.id
    lines = [line("outcome-reopened", number=case.number)]
    if why.strip():
        lines.append(line("outcome-reopened-noted", text=Quote(why.strip())))
    if case.kind == Kind.COMPLAINT:
        service = desk.office.catalogue.get(case.service_id)
        days = service.standard.reply_days if service and service.standard else None
        await start_clock(turn, case, days or desk.office.profile.reply_days)
        lines += due_lines(case)
    if not why.strip() and by == "citizen":
        case.expects = "reason"
        lines.append(line("outcome-what-is-not"))
    asked = await look_for_conflicts(desk, case, why)  # before anybody reads it
    holder = await desk.holder_of(case)
    if holder is None:
        await turn.work.cases.give_to(case, None, by="rules")
    told = [head_with(desk, case, line("desk-reopened"))]
    if why.strip() and holder is not None:
        told.append(line("quoted", text=Quote(why.strip(), _QUOTED)))
    step = "study" if holder else "take"
    heard = await desk.tell(holder, told, (action("case", case), action(step, case)), case=case)
    if not heard:
        heard = await for_everybody(desk, case, told[:1])  # its words are for whoever takes it
    return [Say(tuple(lines), case_id=case.id), *heard, *asked]


async def _is_theirs(turn: Turn, case: Case) -> bool:
    """Whoever follows with the code is told of it; whether it is solved is for the complainant to say."""
    return turn.contact.person_id in await turn.work.cases.complainants(case)


async def answers_officer(turn: Turn, cases: list[Case], text: str) -> list[Say] | None:
    """The next words after an officer's question are its answer, and land on the case; None when none was asked."""
    own = [case for case in cases if await _is_theirs(turn, case)]
    waiting = next((case for case in own if case.expects in _ANSWERS), None)
    if waiting is None and turn.entry_id is not None:  # a second piece of an answer that was taken a moment ago
        entry = await turn.work.cases.entry(turn.entry_id)
        waiting = next((case for case in own if case.id == entry.case_id and entry.kind == "answer"), None)
    if waiting is None or not (text.strip() or turn.attachments) or await _has_not_seen(turn, waiting):
        return None
    case = await turn.work.cases.locked(waiting.id)
    case.expects = ""
    _, *heard = await added(turn, case, text, kind="answer")
    return [Say((line("outcome-answer-noted", number=case.number),), case_id=case.id), *heard]


async def _has_not_seen(turn: Turn, case: Case) -> bool:
    """Whether the officer's question still waits to be opened: then what is said answers something else."""
    if case.expects != "answer":
        return False
    question = await turn.work.cases.latest_entry(case.id, "question")
    carried = (await turn.work.outbox.carrying([question.id])).get(question.id, []) if question else []
    return not any(one.status in _SEEN for one in carried)


async def read(turn: Turn, case: Case) -> list[Say]:
    """What waits to be opened goes now, before anything else."""
    turn.released += await turn.work.outbox.release(turn.contact.id, opened=True)
    return [] if turn.released else [Say((line("nothing-waits", number=case.number),), case_id=case.id)]
