"""Taking a case, handing it over, looking at it and at what happened to it."""

from rapidfuzz import fuzz, process, utils

from handlers.desk.access import holding, may_see, member_of, sees_identity, text_for
from handlers.desk.desk import Desk
from handlers.desk.moves import actor_of, move
from handlers.desk.screen import (
    action,
    case_lines,
    head,
    head_with,
    how_far,
    moment_day,
    next_steps,
    on_file,
    what_happened,
)
from handlers.desk.words import Needs
from handlers.say import DESK, Line, Option, Quote, Say, line
from handlers.turn import Turn
from rules.lifecycle import AT_WORK, Fact, State
from rules.refused import Refused
from rules.roles import Right
from storage.tables import Case, CaseEntry, Staff

_NEAR_NAME = 80
_CLEARLY = 10  # points that the best name must lead by
_ENTRIES = 8
_STORY = 240


async def show(turn: Turn, case: Case, rest: str) -> list[Say]:
    """`kasus N`: the whole case on one screen. Whose name was shown is on the audit."""
    desk, me = Desk.of(turn), member_of(turn)
    note_reveal(desk, me, case)
    return [Say(tuple(await case_lines(desk, me, case)), next_steps(me, case), question=DESK, case_id=case.id)]


def note_reveal(desk: Desk, me: Staff, case: Case) -> None:
    """A record of who saw what (UU 27/2022): the case, and whether the complainant's identity was shown with it."""
    desk.work.cases.note("seen", case, by=me.ref, identity=sees_identity(me, case) and case.name is not None)


async def take(turn: Turn, case: Case, rest: str) -> list[Say]:
    """`ambil N`. Of two who do so at once the case is locked for one; the other is told by whom it was taken."""
    desk, me = Desk.of(turn), member_of(turn)
    holder = await desk.holder_of(case)
    if holder is not None:
        if holder.id == me.id:
            return [Say((line("desk-taken-already", number=case.number),), next_steps(me, case), question=DESK)]
        raise Refused("desk-taken-by", number=case.number, name=holder.name)
    if State(case.state) not in AT_WORK:
        raise Refused("life-not-allowed")
    if case.person_id == me.person_id:
        raise Refused("desk-own-complaint", number=case.number)
    if case.state in (State.NEW, State.TAKEN):
        facts = (Fact.FREE, Fact.HANDED_OVER, Fact.NO_CONFLICT)  # who is named in it does not even see it
        await move(desk, case, State.TAKEN, actor=actor_of(me), by=me.ref, facts=facts)
    await turn.work.cases.give_to(case, me.id, by=me.ref)
    note_reveal(desk, me, case)
    rows = [head_with(desk, case, line("desk-yours"))]
    rows.append(line("desk-row-story", story=Quote(case.story or "-", _STORY)))
    similar = await on_file(desk, me, case)
    if similar:
        rows.append(line("desk-row-before", number=similar[0].case.number, state=_state(similar[0].case)))
    return [Say(tuple(rows), next_steps(me, case), question=DESK, case_id=case.id)]


def _state(case: Case) -> Line:
    return line(f"state-{case.state.replace('_', '-')}")


async def take_first(turn: Turn, rest: str) -> list[Say]:
    """`ambil` alone: the most urgent one that nobody has."""
    desk, me = Desk.of(turn), member_of(turn)
    for row in await turn.work.queue.at_work(besides_conflicts_of=me.id):
        case = await turn.work.cases.locked(row.case_id) if row.holder_id is None else None
        if case is not None and case.person_id != me.person_id and await may_see(desk, me, case):
            return await take(turn, case, "")
    return [Say((line("desk-nothing-free", office=desk.office.profile.short_name),))]


async def hand_over(turn: Turn, case: Case, rest: str) -> list[Say] | Needs:
    """`serahkan N NAME`: by the holder, or by a superior; never to somebody whom the case names, or who is away."""
    desk, me = Desk.of(turn), member_of(turn)
    if Right.ASSIGN not in me.rights:
        await holding(turn, case)
    if State(case.state) not in AT_WORK:
        raise Refused("life-not-allowed")
    workers = [m for m in (await desk.crew()).members if Right.WORK in m.rights and m.id != case.holder_id]
    others = [
        m for m in workers if m.person_id != case.person_id and not await turn.work.queue.has_conflict(case.id, m.id)
    ]
    if not others:
        return [Say((line("desk-nobody-else"),))]
    if not rest.strip():
        return _to_whom(case, others)
    holder = await desk.holder_of(case)
    if holder is not None and called(rest, [holder, *workers]) is holder:
        raise Refused("desk-holds-already", name=holder.name)
    to = called(rest, workers)
    if to is None:
        return Needs(line("desk-nobody-called-who", name=rest), options=_to_whom(case, others).options)
    if to not in others:
        raise Refused("life-conflict")
    if to.is_away(desk.today):
        assert to.away_until is not None
        stands_in = (await desk.crew()).stands_in(to, desk.today)
        other = stands_in.name if stands_in else "-"
        return [Say((line("desk-is-away", name=to.name, until=to.away_until, other=other),))]
    if case.state in (State.NEW, State.TAKEN):
        facts = (Fact.FREE, Fact.HANDED_OVER, Fact.NO_CONFLICT)
        await move(desk, case, State.TAKEN, actor=actor_of(me), by=me.ref, facts=facts)
    before = await desk.holder_of(case)
    await turn.work.cases.give_to(case, to.id, by=me.ref)
    told = line("desk-given-to-you", name=me.name)
    says = [Say((head_with(desk, case, line("desk-given", name=to.name)),), case_id=case.id)]
    if to.id != me.id:
        says += await desk.tell(to, [head_with(desk, case, told)], (action("case", case),), case=case)
    if before is not None and before.id not in (me.id, to.id):
        moved_on = line("desk-taken-from-you", name=to.name)
        says += await desk.tell(before, [head_with(desk, case, moved_on)], case=case)
    return says


def _to_whom(case: Case, others: list[Staff]) -> Needs:
    options = tuple(Option(f"={m.id}", m.name) for m in others[:9])
    return Needs(line("desk-to-whom", number=case.number), options=options)


def number_in(text: str) -> int | None:
    """A small number that stands alone: a page, an id; None for anything else."""
    said = text.strip()
    return int(said) if said.isascii() and said.isdecimal() and len(said) <= 9 else None


def called(said: str, people: list[Staff]) -> Staff | None:
    """Whom a name means among these people; `=7` is the member with that id, as a button sends it.

    A part of the name is enough where it fits one clearly better than all others.
    """
    if said.startswith("="):
        return next((m for m in people if m.id == number_in(said[1:])), None)
    wanted = " ".join(word for word in said.split() if word.casefold() not in ("ke", "kepada", "to", "bu", "pak"))
    names = {m.id: m.name for m in people}
    best = process.extract(
        wanted, names, scorer=fuzz.token_set_ratio, processor=utils.default_process, score_cutoff=_NEAR_NAME, limit=2
    )
    if not best or (len(best) > 1 and best[0][1] - best[1][1] < _CLEARLY):
        return None
    return next(m for m in people if m.id == best[0][2])


async def release(turn: Turn, case: Case, rest: str) -> list[Say]:
    """`lepas N`: back to whoever takes it next; only while nothing has begun that others wait for."""
    desk, me = Desk.of(turn), await holding(turn, case)
    if State(case.state) not in (State.TAKEN, State.STUDIED, State.INTERNAL):
        raise Refused("life-not-allowed")
    await turn.work.cases.give_to(case, None, by=me.ref)
    return [Say((head_with(desk, case, line("desk-released")),), (action("take", case),), question=DESK)]


# -- what happened ---------------------------------------------------------------------------------------------------


async def history(turn: Turn, case: Case, rest: str) -> list[Say]:
    """`riwayat N`: the last things that were written on it, newest first; `riwayat N 2` the ones before them."""
    desk, me = Desk.of(turn), member_of(turn)
    entries = [e for e in reversed(await turn.work.cases.entries(case)) if e.body is not None]
    page = number_in(rest) or 1
    shown = entries[(page - 1) * _ENTRIES : page * _ENTRIES]
    if not shown:
        return [Say((head(desk, case), line("desk-history-none")))]
    rows = [await _entry_row(desk, me, case, entry) for entry in shown]
    more = len(entries) > page * _ENTRIES
    options = (action("history", case, rest=str(page + 1), label="desk-do-next-page"),) if more else ()
    desk.work.cases.note("seen", case, by=me.ref, history=True)
    return [Say((head(desk, case), *rows), options, question=DESK, case_id=case.id)]


async def _entry_row(desk: Desk, me: Staff, case: Case, entry: CaseEntry) -> Line:
    staff = await desk.work.team.by_ref(entry.by)
    by: object = staff.name if staff else line(f"entry-by-{entry.by}")
    body = entry.body or {}
    text = str(body.get("text") or body.get("core") or "")
    hidden = case.secret and not sees_identity(me, case) and entry.by == "citizen"
    values = {"day": moment_day(entry.at), "by": by, "what": what_happened(entry)}
    if entry.delivery:
        far = how_far(entry.delivery)
        values["what"] = line("entry-delivered", what=what_happened(entry), delivery=far)
    if not text or hidden:
        return line("desk-row-entry", **values)
    return line("desk-row-entry-text", text=Quote(text_for(me, case, text), 120), **values)


async def files(turn: Turn, case: Case, rest: str) -> list[Say]:
    """`lampiran N`: the files that came with it; of a secret one for its holder alone, since pictures tell more."""
    desk, me = Desk.of(turn), member_of(turn)
    if case.secret and not sees_identity(me, case):
        raise Refused("desk-files-secret", number=case.number)
    kept = await turn.work.attachments.of_case(case.id)
    if not kept:
        return [Say((head(desk, case), line("desk-files-none")))]
    desk.work.cases.note("files_seen", case, by=me.ref, files=len(kept))
    return [Say((line("desk-files", number=case.number, count=len(kept)),), files=tuple(kept), case_id=case.id)]
