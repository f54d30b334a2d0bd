"""How a case looks at the desk: its headline with the days left, where it lies, and the whole of it on one screen."""

from collections.abc import Sequence
from datetime import datetime

from handlers.desk.access import may_see, sees_identity, story_for, text_for
from handlers.desk.desk import Desk
from handlers.intake.matter import component_name
from handlers.intake.when import rupiah
from handlers.say import Line, Option, Quote, line
from handlers.similar import Alike, alike, matter_of
from rules.breach import Breach
from rules.components import Component
from rules.days import JAKARTA
from rules.deadlines import days_left
from rules.kind import Kind
from rules.lifecycle import State
from storage.deliveries import HELD
from storage.tables import Case, CaseEntry, Staff

_STORY = 400  # characters on a screen
_CORE = 160
_EVIDENCE = 2
_SIMILAR = 3
_OPENED = 2  # buttons of a list


# -- the headline ----------------------------------------------------------------------------------------------------


def left(desk: Desk, case: Case) -> Line:
    """How much time is left, first on every screen: `sisa 3 hari`, `hari ini`, `TERLAMBAT 2 hari`."""
    if case.state in (State.ANSWERED, State.CLOSED, State.REFERRED, State.MERGED):
        return line(f"desk-left-{case.state}")
    if case.kind == Kind.SUGGESTION or not case.clocks:
        return line("desk-left-suggestion")
    days = days_left(case.clocks[-1].due, desk.today, desk.office.calendar)
    if days == 0:
        return line("desk-left-today")
    return line("desk-left", count=days) if days > 0 else line("desk-left-late", count=-days)


def about(desk: Desk, case: Case) -> Line:
    """What it is about, in two words: the component and the service."""
    component = component_name(Component(case.component))
    service = desk.office.catalogue.get(case.service_id)
    if service is None:
        return line("desk-about", component=component)
    return line("desk-about-service", component=component, service=service.name())


def head(desk: Desk, case: Case) -> Line:
    """`sisa 3 hari · ADU-2026-00381-0 · jangka waktu, KBLI 27203`; a secret one says so."""
    secret = "-secret" if case.secret else ""
    return line(f"desk-head{secret}", left=left(desk, case), number=case.number, about=about(desk, case))


def head_with(desk: Desk, case: Case, said: Line) -> Line:
    """The headline with what happened in place of what it is about."""
    return line("desk-head-with", left=_left_until(desk, case), number=case.number, said=said)


def _left_until(desk: Desk, case: Case) -> Line:
    clock = case.clocks[-1] if case.clocks else None
    if case.kind == Kind.SUGGESTION or clock is None or not clock.runs:
        return left(desk, case)
    return line("desk-left-until", left=left(desk, case), due=clock.due)


# -- where it lies ---------------------------------------------------------------------------------------------------


async def where(desk: Desk, case: Case, me: Staff | None = None) -> Line:
    """What the case waits for, and whom; what is one's own is told as one's own."""
    holder = await desk.holder_of(case)
    name: object = holder.name if holder else "-"
    if holder is not None and me is not None and holder.id == me.id:
        name = line("desk-you")
    state = State(case.state)
    if holder is None and state in (State.NEW, State.TAKEN, State.STUDIED, State.INTERNAL):
        return line("desk-where-nobody")
    route = await desk.work.routes.current(case.id)
    if case.kind == Kind.SUGGESTION and state in (State.NEW, State.TAKEN):
        return line("desk-where-suggestion", name=name)
    if state is State.AGENCY and route is not None and route.due:
        return line("desk-where-agency", name=name, unit=desk.agency_name(route.unit), due=route.due)
    if state is State.APIP_REQUESTED:
        return line("desk-where-apip-requested", name=name)
    if state is State.APIP and route is not None:
        return line("desk-where-apip", name=name, unit=desk.agency_name(route.unit))
    if state is State.REPLYING:
        reply = await desk.work.cases.latest_entry(case.id, "reply")
        held = reply is not None and reply.delivery == HELD
        return line("desk-where-held" if held else "desk-where-replying", name=name)
    known = state in (State.TAKEN, State.STUDIED, State.INTERNAL)
    return line(f"desk-where-{state}" if known else "desk-where-ended", name=name)


# -- the whole case --------------------------------------------------------------------------------------------------


async def case_lines(desk: Desk, member: Staff, case: Case) -> list[Line]:
    """One screen: who, what, class with evidence, promise, days, history, files, similar cases; nine rows at most.

    Whoever does not see the identity reads it masked. Showing it is the caller's to note on the audit.
    """
    story = story_for(member, case)
    rows = [head_with(desk, case, about(desk, case)), line("desk-row-where", where=await where(desk, case, member))]
    rows.append(line("desk-row-story", story=Quote(story or "-", _STORY)))
    rows.append(await _matter(desk, case))
    rows += [_promise(Breach.from_plain(breach)) for breach in case.breach]
    rows.append(who(desk, member, case))
    rows.append(await _studied(desk, member, case))
    rows.append(await _last(desk, case))
    rows.append(await _papers(desk, member, case))
    return rows


async def _matter(desk: Desk, case: Case) -> Line:
    service = desk.office.catalogue.get(case.service_id)
    name = service.name() if service else line("desk-service-unknown")
    component = component_name(Component(case.component))
    return line("desk-row-matter", service=name, component=component, by=await _classified_by(desk, case))


async def _classified_by(desk: Desk, case: Case) -> Line:
    """Who says what it is about: the machine with the words it went by, the complainant, an officer."""
    if case.component_by == "citizen":
        return line("desk-by-citizen")
    staff = await desk.work.team.by_ref(case.component_by)
    if staff is not None:
        return line("desk-by-staff", name=staff.name)
    found = case.classification or {}
    said = [said for slug, said, _ in found.get("evidence", []) if slug == case.component][:_EVIDENCE]
    if not said or case.secret:
        return line("desk-by-reader")
    return line("desk-by-reader-words", words=", ".join(said))


def _promise(breach: Breach) -> Line:
    if breach.unit == "rupiah":
        return line("desk-row-fee", promised=rupiah(breach.promised), paid=rupiah(breach.counted))
    unit = "-calendar" if breach.unit == "calendar" else ""
    kept = "" if breach.breached else "-kept"
    return line(f"desk-row-promise{kept}{unit}", promised=breach.promised, counted=breach.counted)


def who(desk: Desk, member: Staff, case: Case) -> Line:
    """Who brought it, as far as this member may know."""
    if case.name is None:
        return line("desk-row-person-none")
    if not sees_identity(member, case):
        return line("desk-row-person-secret" if case.secret else "desk-row-person-hidden")
    person = f"{case.name}, {case.organisation}" if case.organisation else case.name
    if case.on_behalf_of:
        person = f"{person} ({case.on_behalf_of})"
    reached = desk.channel_name(case.channel)
    secret = "-kept-secret" if case.secret else ""
    if case.phone:
        return line(
            f"desk-row-person-phone{secret}",
            name=person,
            address=case.address or "-",
            channel=reached,
            phone=case.phone,
        )
    return line(f"desk-row-person{secret}", name=person, address=case.address or "-", channel=reached)


async def _studied(desk: Desk, member: Staff, case: Case) -> Line:
    study = await desk.work.cases.latest_entry(case.id, "study")
    core = (study.body or {}).get("core") if study else None
    return (
        line("desk-row-study", core=Quote(text_for(member, case, core), _CORE)) if core else line("desk-row-study-none")
    )


async def _last(desk: Desk, case: Case) -> Line:
    entries = await desk.work.cases.entries(case)
    if not entries:
        return line("desk-row-last-none", day=moment_day(case.registered_at))
    return line("desk-row-last", what=what_happened(entries[-1]), day=moment_day(entries[-1].at), count=len(entries))


def what_happened(entry: CaseEntry) -> Line:
    """What an entry is, in two or three words."""
    return line(f"entry-{entry.kind.replace('_', '-')}")


def how_far(delivery: str) -> Line:
    """How far the messages got that carry an entry."""
    return line(f"delivery-{delivery.replace('_', '-')}")


def moment_day(at: datetime) -> object:
    return at.astimezone(JAKARTA).date()


async def _papers(desk: Desk, member: Staff, case: Case) -> Line:
    files = len(await desk.work.attachments.of_case(case.id))
    numbers = [one.case.number for one in (await on_file(desk, member, case))[:_SIMILAR]]
    if numbers:
        return line("desk-row-papers-similar", count=files, numbers=", ".join(numbers))
    return line("desk-row-papers", count=files)


async def on_file(desk: Desk, member: Staff, case: Case) -> list[Alike]:
    """Cases about the same matter that this member may see; to who was only asked a question they are nothing."""
    if member.foreign:
        return []
    matter = matter_of(case, desk.office)
    found = await alike(desk.work, desk.office, matter, person_id=case.person_id, besides=case.id)
    return [one for one in found if await may_see(desk, member, one.case)]


# -- what comes next -------------------------------------------------------------------------------------------------


def action(meaning: str, case: Case, *, rest: str = "", label: str = "") -> Option:
    """A button that does what the command would: `take:ADU-2026-00381-0`."""
    value = f"{meaning}:{case.number}:{rest}" if rest else f"{meaning}:{case.number}"
    return Option(value, line(label or f"desk-do-{meaning.replace('_', '-')}"))


def next_steps(member: Staff, case: Case) -> tuple[Option, ...]:
    """Up to three buttons for what comes next with this case."""
    state = State(case.state)
    if member.foreign:
        answer, not_ours = (
            action("reply", case, label="desk-do-answer"),
            action("refuse", case, label="desk-do-not-ours"),
        )
        return (
            (answer, not_ours, action("note", case)) if state in (State.AGENCY, State.APIP) else (action("note", case),)
        )
    if case.holder_id != member.id:
        free = case.holder_id is None and state is not State.CLOSED
        return (action("take", case), action("history", case)) if free else (action("history", case),)
    if case.kind == Kind.SUGGESTION and state in (State.NEW, State.TAKEN):
        return action("finish", case, label="desk-do-acknowledge"), action("restore", case), action("classify", case)
    steps: dict[State, Sequence[Option]] = {
        State.TAKEN: (action("study", case), action("ask", case), action("hand_over", case)),
        State.STUDIED: route_options(case),
        State.INTERNAL: (action("reply", case), action("ask", case), action("escalate", case)),
        State.AGENCY: (action("note", case), action("ask", case), action("history", case)),
        State.APIP: (action("reply", case), action("note", case), action("history", case)),
        State.REPLYING: (action("finish", case, label="desk-do-told"), action("history", case)),
    }
    return tuple(steps.get(state, (action("history", case), action("sheet", case))))


def open_these(cases: Sequence[Case]) -> tuple[Option, ...]:
    """Buttons that open the first of these cases: two that do not read alike, as the same numbers of two years do."""
    first: dict[int, Case] = {}
    for case in cases:
        first.setdefault(case.running, case)
    shown = list(first.values())[:_OPENED]
    return tuple(Option(f"case:{case.number}", line("desk-do-open-this", running=case.running)) for case in shown)


def route_options(case: Case) -> tuple[Option, ...]:
    return (
        action("route", case, rest="internal", label="desk-do-route-internal"),
        action("route", case, rest="opd", label="desk-do-route-agency"),
        action("route", case, rest="apip", label="desk-do-route-apip"),
    )
