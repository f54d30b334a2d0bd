"""What is already on file about the same matter, by the same person or by others (study step 6c)."""

from collections.abc import Sequence
from dataclasses import dataclass

from rules.office import Office
from rules.understanding.similar import ALIKE, Matter, likeness
from rules.understanding.understood import Understood
from storage.tables import Case
from storage.work import Work

_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Alike:
    """`score`: 0 to 1. `same_person`: the same person brought it, whatever name stands on it."""

    case: Case
    score: float
    same_person: bool


def matter_of(case: Case, office: Office) -> Matter:
    """The matter to look for. No name is in it: alike are matters, never the people who bring them."""
    return Matter(office.reader.nameless_terms(case.story or "", *_who(case)), case.service_id, _components(case))


def matter_said(text: str, said: Understood, office: Office) -> Matter:
    """The matter of a message that is on no case yet."""
    first = said.classification.component if said.classification else None
    components = tuple(filter(None, (first, said.second_component)))
    return Matter(office.reader.nameless_terms(text), said.service.service_id, components)


async def index_anew(work: Work, office: Office, cases: Sequence[Case]) -> None:
    """The words by which these are found, as the reader takes them today: after a change of the lexicon."""
    for case in cases:
        await work.terms.replace(case.id, matter_of(case, office).terms)


def _on_file(case: Case, office: Office) -> Matter:
    """What it is compared with; a name left in it finds no fellow in a matter without names."""
    return Matter(office.reader.terms(case.story or "", *_who(case)), case.service_id, _components(case))


def _who(case: Case) -> tuple[str | None, ...]:
    return case.name, case.organisation, case.address, case.on_behalf_of


def _components(case: Case) -> tuple[str, ...]:
    return tuple(filter(None, (case.component, case.second_component)))


async def alike_among(work: Work, office: Office, matter: Matter, cases: Sequence[Case]) -> list[Case]:
    """Those of `cases` that seem to be about this matter, the likest first."""
    rarity = await work.terms.rarity(matter.terms)
    scored = [(likeness(matter, _on_file(case, office), rarity), case) for case in cases]
    return [case for score, case in sorted(scored, key=lambda one: (-one[0], -one[1].id)) if score >= ALIKE]


async def alike(
    work: Work, office: Office, matter: Matter, *, person_id: int | None = None, besides: int | None = None
) -> list[Alike]:
    """Cases on file that seem to be about this matter, the likest first; `besides`: the case that it is."""
    near = await work.terms.near(
        matter.terms,
        service_id=matter.service_id,
        components=matter.components,
        person_id=person_id,
        besides=besides,
    )
    found = [
        Alike(case, likeness(matter, _on_file(case, office), near.rarity), case.person_id == person_id)
        for case in near.cases
    ]
    return sorted((one for one in found if one.score >= ALIKE), key=lambda one: (-one.score, -one.case.id))[:_SHOWN]
