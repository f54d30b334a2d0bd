"""`antrean`: what is mine and what is free, the fewest days left first; `cari`: a case by what is known of it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, utils

from handlers.desk.access import may_see, member_of, sees_identity
from handlers.desk.desk import Desk
from handlers.desk.screen import about, left, where
from handlers.say import DESK, Line, Option, Say, line
from handlers.turn import Turn
from rules.kind import Kind
from rules.number import staff_number
from rules.roles import Right
from storage.queue import Waiting
from storage.tables import Case, Staff

_A_PAGE = 5
_FOUND = 6
_LOOKED_THROUGH = 2000  # of the newest cases, for a name that only the vault can read
_NEAR_NAME = 85
_Keeps = Callable[[Waiting, Staff], bool]

_FILTERS: dict[str, tuple[tuple[str, ...], _Keeps]] = {
    "mine": (("saya", "milik saya", "punya saya", "mine"), lambda row, me: row.holder_id == me.id),
    "free": (("bebas", "belum diambil", "kosong", "free"), lambda row, me: row.holder_id is None),
    "late": (("terlambat", "telat", "late"), lambda row, me: row.due is not None),
    "suggestions": (("saran", "suggestions"), lambda row, me: row.kind == Kind.SUGGESTION),
    "all": (("semua", "all"), lambda row, me: True),
}


async def queue(turn: Turn, rest: str) -> list[Say]:
    """`antrean [saya|bebas|terlambat|saran|semua] [halaman]`; without a filter mine and what is free."""
    desk, me = Desk.of(turn), member_of(turn)
    name, page = _asked_for(rest)
    if Right.SEE not in me.rights:
        return await _asked_of_us(desk, me, page)
    waiting = await turn.work.queue.at_work(besides_conflicts_of=me.id)
    unread = sum(row.kind == Kind.SUGGESTION and row.holder_id in (None, me.id) for row in waiting)
    chosen = [row for row in waiting if _keeps(name, row, me, turn)]
    return [await _page(desk, me, chosen, _View(name, page, unread))]


async def _asked_of_us(desk: Desk, me: Staff, page: int) -> list[Say]:
    """What an agency or APIP was asked, by the day it is asked to answer."""
    rows = await desk.work.queue.of_unit(me.unit or "", besides_conflicts_of=me.id)
    return [await _page(desk, me, rows, _View("unit", page))]


def _asked_for(rest: str) -> tuple[str, int]:
    words = " ".join(re.findall(r"[^\W\d_]+", rest.casefold()))
    page = re.search(r"\d{1,3}", rest)
    name = next((name for name, (said, _) in _FILTERS.items() if words in said), "")
    return name, max(1, int(page[0])) if page else 1


def _keeps(name: str, row: Waiting, me: Staff, turn: Turn) -> bool:
    if not name:  # what I am to do, or could; for whoever hands cases out: everything
        mine_or_free = row.holder_id in (None, me.id) or Right.ASSIGN in me.rights
        return row.kind == Kind.COMPLAINT and mine_or_free
    if name == "late":
        return row.is_late(turn.today)
    return _FILTERS[name][1](row, me)


@dataclass(frozen=True, slots=True)
class _View:
    """What of the queue is looked at: a filter, a page, and how many suggestions wait beside it."""

    name: str
    page: int
    unread: int = 0


async def _page(desk: Desk, me: Staff, chosen: Sequence[Waiting], view: _View) -> Say:
    name, unread = view.name, view.unread
    pages = max(1, -(-len(chosen) // _A_PAGE))
    page = min(view.page, pages)
    shown = chosen[(page - 1) * _A_PAGE : page * _A_PAGE]
    cases = await desk.work.queue.cases([row.case_id for row in shown])
    if not cases:
        lines = [line("desk-queue-empty" if name else "desk-queue-none-yours")]
        if unread and name != "suggestions":
            lines.append(line("desk-queue-suggestions", count=unread))
        return Say(tuple(lines), _around(name, page, pages, unread), question=DESK)
    title = line("desk-queue", count=len(chosen), shown=len(cases), page=page, pages=pages)
    if pages == 1:
        title = line("desk-queue-all", count=len(chosen))
    rows = [await queue_row(desk, me, case) for case in cases]
    tail = [line("desk-queue-suggestions", count=unread)] if unread and name != "suggestions" else []
    free = next((case for case in cases if case.holder_id is None), None)
    first = (_take(free),) if free and Right.WORK in me.rights else ()
    return Say((title, *rows, *tail), (*first, *_around(name, page, pages, unread))[:3], question=DESK)


def _take(case: Case) -> Option:
    """Named by its number: the first that is free need not be the first of the list."""
    return Option(f"take:{case.number}", line("desk-do-take-this", running=case.running))


def _around(name: str, page: int, pages: int, unread: int) -> tuple[Option, ...]:
    on = {"": "", "unit": ""}.get(name, _FILTERS[name][0][0] if name in _FILTERS else "")
    options = []
    if page < pages:
        options.append(Option(f"queue::{on} {page + 1}", line("desk-do-next-page")))
    if unread and name != "suggestions":
        options.append(Option("queue::saran", line("desk-do-suggestions")))
    return tuple(options)


async def queue_row(desk: Desk, me: Staff | None, case: Case) -> Line:
    """`sisa 3 hari · ADU-2026-00381-0 · jangka waktu, KBLI 27203 · milik Anda: telaah`."""
    owner = await where(desk, case, me)
    secret = "-secret" if case.secret else ""
    return line(
        f"desk-row-queue{secret}", left=left(desk, case), number=case.number, about=about(desk, case), owner=owner
    )


# -- cari ------------------------------------------------------------------------------------------------------------


async def search(turn: Turn, rest: str) -> list[Say]:
    """`cari WORDS`: by number, by words of the story, by a name or telephone number that one may see."""
    desk, me = Desk.of(turn), member_of(turn)
    if not rest.strip():
        return [Say((line("desk-search-what"),))]
    found: dict[int, Case] = {}
    number = staff_number(rest, desk.office.profile.prefix, desk.today.year)
    if number and number.number and (case := await turn.work.cases.by_number(number.number)):
        found[case.id] = case
    for case in await _with_words(desk, rest):
        found.setdefault(case.id, case)
    for case in await turn.work.queue.newest(_LOOKED_THROUGH):
        if len(found) > _FOUND * 2:
            break
        if case.id not in found and sees_identity(me, case) and _names(case, rest):
            found[case.id] = case
    seen = [case for case in found.values() if case.erased_at is None and await may_see(desk, me, case)][:_FOUND]
    if not seen:
        return [Say((line("desk-search-none"),))]
    rows = [await queue_row(desk, me, case) for case in seen]
    return [Say((line("desk-search", count=len(seen)), *rows, line("desk-search-open")))]


async def _with_words(desk: Desk, rest: str) -> list[Case]:
    """Cases whose story holds these words, the most of them first."""
    terms = desk.office.reader.terms(rest)
    service_id = desk.office.reader.service(rest).service_id
    near = await desk.work.terms.near(terms, service_id=service_id, components=(), limit=_FOUND * 2)
    return [case for case in near.cases if terms & desk.office.reader.terms(case.story or "")]


def _names(case: Case, said: str) -> bool:
    people = " ".join(filter(None, (case.name, case.organisation, case.on_behalf_of, case.phone)))
    if not people:
        return False
    return fuzz.token_set_ratio(said, people, processor=utils.default_process) >= _NEAR_NAME
