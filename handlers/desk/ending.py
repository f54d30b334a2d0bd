"""How a case ends, and what it is: `selesai`, `rujuk`, `pulihkan`, `jadikan saran`."""

from datetime import date, datetime

from handlers.desk.access import holding, member_of
from handlers.desk.arrivals import answered
from handlers.desk.desk import Desk
from handlers.desk.moves import end_routes, move, to_complainant
from handlers.desk.screen import head, head_with, next_steps
from handlers.desk.talking import acknowledge
from handlers.desk.words import Needs, confirm, outgoing
from handlers.intake.send import due_lines
from handlers.outcome import SOLVED, says_of_it, solved, unsolved
from handlers.say import DESK, Line, Quote, Say, line
from handlers.turn import Turn
from rules.days import local_date
from rules.deadlines import reply_due
from rules.kind import Kind
from rules.lifecycle import ENDED, Actor, Fact, State, changed_kind
from rules.refused import Refused
from storage.entries import BY_HAND, WAITING
from storage.tables import Case

SILENT_DAYS = 10  # working days without a word after the answer (DECISIONS, what a case is)
_ON_A_ROUTE = (State.INTERNAL, State.AGENCY, State.APIP)


async def finish(turn: Turn, case: Case, rest: str) -> list[Say] | Needs:
    """`selesai N TEXT`: a suggestion is acknowledged; of a complaint it is recorded how the complainant was told.

    Nothing is closed whose answer has not arrived: that is for the complainant, or for ten working days of silence.
    """
    await holding(turn, case)
    if case.kind == Kind.SUGGESTION:
        return await acknowledge(turn, case, rest)
    state = State(case.state)
    if state is State.ANSWERED:
        closes = closes_on(Desk.of(turn), case)
        return [
            Say(
                (head(Desk.of(turn), case), line("desk-waits-for-complainant", day=closes)),
            )
        ]
    written = await turn.work.cases.latest_entry(case.id, "reply")
    if state is not State.REPLYING and (state not in _ON_A_ROUTE or written is None or _is_older(case, written.at)):
        await move(Desk.of(turn), case, State.REPLYING, actor=Actor.OFFICER, by=member_of(turn).ref)  # says what lacks
    if not rest.strip():
        return Needs(line("desk-ask-told-how", number=case.number))
    return await _told_by_hand(turn, case, rest)


def closes_on(desk: Desk, case: Case) -> date:
    """The day on which an answered case is closed when nothing more is heard of it."""
    answered_at = case.clocks[-1].answered_at if case.clocks else None
    return desk.office.calendar.working_day(local_date(answered_at or case.updated_at), SILENT_DAYS + 1)


def _is_older(case: Case, at: datetime) -> bool:
    """A reply of an earlier round does not answer this one."""
    return case.received_at is not None and at < case.received_at


async def _told_by_hand(turn: Turn, case: Case, how: str) -> list[Say]:
    """By telephone, letter or at the counter: how and when is on record, and counts as the evidence."""
    desk, me = Desk.of(turn), await holding(turn, case)
    if case.state != State.REPLYING:
        await move(desk, case, State.REPLYING, actor=Actor.OFFICER, by=me.ref, facts=(Fact.REPLY_TEXT,))
    await turn.work.cases.add_entry(case, "told_by_hand", by=me.ref, body={"text": how.strip()}, visibility="internal")
    reply = await turn.work.cases.latest_entry(case.id, "reply")
    if reply is not None:
        reply.delivery = BY_HAND
    facts = (Fact.DELIVERED, Fact.RECORDED)
    await move(desk, case, State.ANSWERED, actor=Actor.OFFICER, by=me.ref, facts=facts)
    says = await answered(desk, case, turn.now)
    return [Say((line("desk-told-recorded", number=case.number),), case_id=case.id), *says]


async def heard(turn: Turn, case: Case, rest: str) -> list[Say] | Needs:
    """`pelapor N selesai`, `pelapor N belum selesai, ...`: what somebody without a chat said, written down for them."""
    me = await holding(turn, case)
    said = says_of_it(rest)
    if said is None:
        return Needs(line("desk-ask-heard", number=case.number))
    if State(case.state) not in (State.ANSWERED, State.CLOSED):
        raise Refused("life-not-allowed")
    says = await (solved(turn, case, by=me.ref) if said[0] == SOLVED else unsolved(turn, case, said[1], by=me.ref))
    return [said for said in says if said.to is None or said.to.id != turn.contact.id]


# -- not the office's matter -----------------------------------------------------------------------------------------


async def refer(turn: Turn, case: Case, rest: str) -> list[Say] | Needs:
    """`rujuk N WHERE`: told where to go, and closed as referred once that arrived."""
    await holding(turn, case)
    if State(case.state) not in (State.NEW, State.TAKEN):
        raise Refused("life-not-allowed")
    if not rest.strip():
        return Needs(line("desk-ask-where", number=case.number))
    known = {r.name.casefold(): r for r in turn.office.profile.referrals}
    hit = next((r for name, r in known.items() if rest.strip().casefold() in (name, r.id)), None)
    return await confirm(turn, REFERRAL, case, f"{hit.name}: {hit.contact}" if hit else rest)


async def _referral_to(turn: Turn, case: Case, text: str) -> tuple[Line, ...]:
    return (head(Desk.of(turn), case), line("desk-send-referral"), line("referred-to", number=case.number, where=text))


async def _send_referral(turn: Turn, case: Case, text: str) -> list[Say]:
    desk, me = Desk.of(turn), await holding(turn, case)
    entry = await turn.work.cases.add_entry(
        case, "referral", by=me.ref, body={"text": text}, visibility="citizen", delivery=WAITING
    )
    lines = (line("referred-to", number=case.number, where=text),)
    says = await to_complainant(desk, case, lines, entry_id=entry.id, purpose="answer")
    if not any(said.entry_id for said in says):
        entry.delivery = BY_HAND
        facts = (Fact.TOLD_WHERE, Fact.DELIVERED)
        await move(desk, case, State.REFERRED, actor=Actor.OFFICER, by=me.ref, facts=facts)
        return [Say((line("desk-referred", number=case.number),), case_id=case.id)]
    return [Say((line("desk-referral-sent", number=case.number),), case_id=case.id), *says]


REFERRAL = outgoing("desk_referral", _referral_to, _send_referral)


# -- complaint or suggestion -----------------------------------------------------------------------------------------


async def restore(turn: Turn, case: Case, rest: str) -> list[Say] | Needs:
    """`pulihkan N REASON`: a suggestion becomes a complaint, and its clock starts today. Only with a reason."""
    desk, me = Desk.of(turn), member_of(turn)
    await _may_judge(turn, case)
    if case.kind == Kind.COMPLAINT:
        raise Refused("desk-is-complaint", number=case.number)
    if not rest.strip():
        return Needs(line("desk-ask-restore", number=case.number))
    changed = changed_kind(
        Kind(case.kind), Kind.COMPLAINT, by=Actor.OFFICER, state=State(case.state), facts=frozenset({Fact.REASON})
    )
    if State(case.state) in ENDED:
        await turn.work.cases.move(case, changed.state, by=me.ref)
    await _became(turn, case, Kind.COMPLAINT, rest)
    service = desk.office.catalogue.get(case.service_id)
    days = (service.standard.reply_days if service and service.standard else None) or desk.office.profile.reply_days
    due = reply_due(turn.today, desk.office.calendar, days)
    await turn.work.cases.start_clock(case, due, turn.now, desk.office.calendar.fingerprint(due.received, due.due))
    told = (line("news-restored", number=case.number), *due_lines(case))
    says = await to_complainant(desk, case, told)
    said = head_with(desk, case, line("desk-restored"))
    return [Say((said,), next_steps(me, case), question=DESK, case_id=case.id), *says]


async def suggest(turn: Turn, case: Case, rest: str) -> list[Say] | Needs:
    """`jadikan saran N REASON`: a complaint becomes a suggestion; the complainant hears why, and what they can do."""
    await holding(turn, case)
    if case.kind == Kind.SUGGESTION:
        raise Refused("desk-is-suggestion", number=case.number)
    if case.state == State.REPLYING:
        raise Refused("desk-reply-on-its-way", number=case.number)
    if not rest.strip():
        return Needs(line("desk-ask-suggest", number=case.number))
    changed_kind(
        Kind(case.kind), Kind.SUGGESTION, by=Actor.OFFICER, state=State(case.state), facts=frozenset({Fact.REASON})
    )
    return await confirm(turn, TO_SUGGESTION, case, rest)


async def _suggestion_to(turn: Turn, case: Case, text: str) -> tuple[Line, ...]:
    return (head(Desk.of(turn), case), line("desk-send-suggest"), line("quoted", text=text))


async def _send_suggestion(turn: Turn, case: Case, reason: str) -> list[Say]:
    desk, me = Desk.of(turn), await holding(turn, case)
    changed_kind(
        Kind(case.kind), Kind.SUGGESTION, by=Actor.OFFICER, state=State(case.state), facts=frozenset({Fact.REASON})
    )
    await end_routes(desk, case)
    if case.state != State.NEW:  # what is to come now is an acknowledgement, not a route
        await turn.work.cases.move(case, State.TAKEN, by=me.ref, why="became a suggestion")
    await _became(turn, case, Kind.SUGGESTION, reason)
    told = (line("news-suggestion", number=case.number, reason=Quote(reason.strip(), 300)), line("news-suggestion-how"))
    says = await to_complainant(desk, case, told)
    said = head_with(desk, case, line("desk-suggested"))
    return [Say((said,), next_steps(me, case), question=DESK, case_id=case.id), *says]


TO_SUGGESTION = outgoing("desk_to_suggestion", _suggestion_to, _send_suggestion)


async def _became(turn: Turn, case: Case, kind: Kind, reason: str) -> None:
    me = member_of(turn)
    await turn.work.cases.became(case, kind, (), by=me.ref, why="officer")
    await turn.work.cases.add_entry(case, "kind_changed", by=me.ref, body={"text": reason.strip(), "kind": kind})


async def _may_judge(turn: Turn, case: Case) -> None:
    """A suggestion that nobody holds may be restored by whoever reads it; one that is held, by its holder."""
    if case.holder_id is not None:
        await holding(turn, case)
