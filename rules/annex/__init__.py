"""Reading service standards from the text of the regent's annex, as offices copy it out of the document.

The form: a numbered title, then rows NO / KOMPONEN / URAIAN in tabs whose last cell is loose HTML (tags
opened and never closed, entities), with tables broken by pages: the heading repeated, continuation rows with
empty first cells, sentences cut in the middle. What is read is what is there; a gap is named, never filled.
"""

from rules.annex.facts import completion, fee, kbli_of, reply_days, slug, staff, window_days
from rules.annex.items import items_of
from rules.annex.markup import marked, plain
from rules.annex.rows import NAMES, AnnexTrouble, Draft, drafts
from rules.components import OF_A_STANDARD, Component
from rules.standard import ServiceStandard

__all__ = ["AnnexTrouble", "read_annex"]


def read_annex(text: str) -> tuple[ServiceStandard, ...]:
    """Every standard of the text, in its order; at least one.

    Raises `AnnexTrouble`, and nothing else, when there is no numbered title with a table, when a component is
    missing or has no text, or when two standards would get the same id. All or nothing.
    """
    found, troubles = drafts(text)
    standards: list[ServiceStandard] = []
    for draft in found:
        components = {c: items_of(marked(draft.cells.get(c, ()))) for c in OF_A_STANDARD}
        gaps = [c for c in OF_A_STANDARD if not components[c]]
        troubles += [f"{draft.label()}: component {_how(draft, c)}: {c.value} ({NAMES[c]})" for c in gaps]
        if not gaps:
            standards.append(_standard(draft, components))
    ids = [standard.id for standard in standards]
    troubles += [f"two standards would be called {i}" for i in sorted({i for i in ids if ids.count(i) > 1})]
    if troubles:
        raise AnnexTrouble(tuple(troubles))
    return tuple(standards)


def _how(draft: Draft, component: Component) -> str:
    return "unreadable" if component in draft.cells else "missing"


def _standard(draft: Draft, components: dict[Component, tuple[str, ...]]) -> ServiceStandard:
    # Figures are sought in the whole cell: a promise may stand in the words before a list.
    whole = {component: plain(" ".join(draft.cells[component])) for component in OF_A_STANDARD}
    kbli = kbli_of(draft.title)
    return ServiceStandard(
        id=f"kbli-{kbli}" if kbli else slug(draft.title) or f"standar-{draft.number}",
        number=draft.number,
        title=draft.title,
        kbli=kbli,
        completion=completion(whole[Component.COMPLETION_TIME]),
        fee=fee(whole[Component.FEE]),
        reply_days=reply_days(components[Component.COMPLAINTS]),
        window_days=window_days(components[Component.COMPLAINTS]),
        staff=staff(whole[Component.STAFF_NUMBERS]),
        components=components,
    )
