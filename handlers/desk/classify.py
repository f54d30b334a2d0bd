"""`klasifikasi N`, `layanan N`: what a case is about, corrected by an officer; the program learns of it."""

from rapidfuzz import fuzz, process, utils

from handlers.desk.access import holding
from handlers.desk.desk import Desk
from handlers.desk.screen import head, next_steps
from handlers.desk.words import Needs
from handlers.intake.matter import component_name
from handlers.say import DESK, Option, Say, line
from handlers.similar import matter_of
from handlers.turn import Turn
from messages.speech import Words
from rules.breach import check_breach
from rules.components import Component
from rules.days import local_date
from storage.tables import Case

_OFFERED = 8
_NEAR = 80


async def classify(turn: Turn, case: Case, rest: str) -> list[Say] | Needs:
    """The component: chosen from the likeliest, or named at once."""
    me = await holding(turn, case)
    component = _component(rest) if rest.strip() else None
    if component is None:
        return _offer(case, missed=bool(rest.strip()))
    done = await turn.work.corrections.correct(case, component, by=me.ref)
    name = component_name(component)
    said = line("desk-classified" if done else "desk-classified-already", number=case.number, component=name)
    return [Say((said,), next_steps(me, case), question=DESK, case_id=case.id)]


def _component(said: str) -> Component | None:
    """By slug, as a button sends it, or by its name in plain words."""
    if said.strip() in set(Component):
        return Component(said.strip())
    words = Words("id")
    names = {c: words.say(f"component-{c.value.replace('_', '-')}") for c in Component}
    found = process.extractOne(said, names, scorer=fuzz.WRatio, processor=utils.default_process, score_cutoff=_NEAR)
    return found[2] if found else None


def _offer(case: Case, *, missed: bool) -> Needs:
    """The likeliest first, as the reader ranked them; 0 is what is about no service."""
    ranked = [Component(slug) for slug, _ in (case.classification or {}).get("ranked", [])]
    order = [c for c in dict.fromkeys((*ranked, *Component)) if c is not Component.OTHER][:_OFFERED]
    options = tuple(Option(c.value, component_name(c)) for c in (*order, Component.OTHER))
    return Needs(line("desk-classify-missed" if missed else "desk-classify-ask", number=case.number), options=options)


async def set_service(turn: Turn, case: Case, rest: str) -> list[Say] | Needs:
    """The service, by its name in plain words or its KBLI; what was promised is held against it anew."""
    desk = Desk.of(turn)
    await holding(turn, case)
    if not rest.strip():
        return Needs(line("desk-service-ask", number=case.number))
    said = desk.office.reader.service(rest)
    if desk.office.catalogue.get(rest.strip()) is not None:
        return await _is_service(turn, case, rest.strip())
    if said.service_id is not None and not said.unsure:
        return await _is_service(turn, case, said.service_id)
    maybe = [said.service_id] if said.service_id else list(said.candidates)
    services = [service for service in map(desk.office.catalogue.get, maybe) if service is not None][:_OFFERED]
    if not services:
        return Needs(line("desk-service-missed"))
    return Needs(line("desk-service-which"), options=tuple(Option(s.id, s.name()) for s in services))


async def _is_service(turn: Turn, case: Case, service_id: str) -> list[Say]:
    me, desk = await holding(turn, case), Desk.of(turn)
    before, case.service_id = case.service_id, service_id
    service = desk.office.catalogue.get(service_id)
    assert service is not None
    fees = [breach for breach in case.breach if breach["unit"] == "rupiah"]
    found = check_breach(
        service.standard,
        complete_on=case.complete_on,
        finished_on=case.received_on,
        today=local_date(turn.now),
        paid=tuple(int(fee["counted"]) for fee in fees),
        calendar=desk.office.calendar,
    )
    case.breach = [breach.to_plain() for breach in found]
    await turn.work.terms.replace(case.id, matter_of(case, desk.office).terms)
    turn.work.cases.note("service_set", case, by=me.ref, before=before, after=service_id, breach=case.breach)
    said = line("desk-service-set", number=case.number, service=service.name())
    return [Say((head(desk, case), said), next_steps(me, case), question=DESK, case_id=case.id)]
