"""`aduan measure`: how well messages are understood that nothing was learned from, with the confusion table.

Reads two sorts of lines: `{"text", "label", "also"}` for the component, and `{"text", "today", "expect": {...}}` for
what a first message says, slot by slot; there `<slot>_also` lists what a careful reader would accept instead. A slot
that is left out is one that careful readers would not agree on.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.cli.labelled import accepted, labels_of, lines_of
from bot.cli.shared import stop
from bot.cli.telling import slots_of
from bot.program import office_of
from bot.settings import load_settings
from rules.components import Component
from rules.office import Office
from rules.understanding.understood import Classification

SLOTS = ("name", "service", "kbli", "received_on", "component", "wants_secret", "has_identity", "has_object")


def measure_commands(app: typer.Typer) -> None:
    app.command("measure")(measure)


def measure(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Messages with what they should be read as.")],
) -> None:
    """Print what is understood of the messages in these files, as a page in Markdown."""
    office = office_of(load_settings())
    told = list(lines_of(files))
    for where, line in told:
        _checked(where, line)
    labelled = [line for _, line in told if "expect" not in line]
    first = [(where, line) for where, line in told if "expect" in line]
    print("<!-- Made by `make measure`; do not edit. -->")
    print("# Measured on messages that nothing was learned from")
    if labelled:
        print("\n## The component\n")
        print("| messages | right | acceptable | label among three | asks | acceptable when it does not ask |")
        print("|---|---|---|---|---|---|")
        read = [(line, office.reader.classify(line["text"])) for line in labelled]
        for kind in _kinds(labelled):
            print(_summary(kind, [pair for pair in read if _kind(pair[0]) == kind]))
        for kind in _kinds(labelled):
            print(f"\n### What was taken for what: {kind}\n")
            print(_confusion([pair for pair in read if _kind(pair[0]) == kind]))
    if first:
        print("\n## What a first message says")
        for kind in _kinds([line for _, line in first]):
            print()
            print(_slots(office, kind, [(where, line) for where, line in first if _kind(line) == kind]))


def _kind(line: Mapping[str, Any]) -> str:
    """Which set a line is of."""
    return str(line.get("kind", "messages"))


def _kinds(lines: Sequence[Mapping[str, Any]]) -> list[str]:
    return sorted(set(map(_kind, lines)))


def _checked(where: str, line: Mapping[str, Any]) -> None:
    """Every line can be asked: a figure of less than all of them would be a wrong one."""
    if "expect" not in line:
        labels_of(where, line)
        return
    expect = line["expect"]
    if not isinstance(expect, dict) or not set(expect) <= {*SLOTS, *(f"{slot}_also" for slot in SLOTS)}:
        stop(f"{where}: `expect` holds none but {', '.join(SLOTS)}, and each with _also.")
    if not all(isinstance(value, list) for slot, value in expect.items() if slot.endswith("_also")):
        stop(f"{where}: what ends in _also is a list.")
    _day(where, line)


def _day(where: str, line: Mapping[str, Any]) -> date:
    try:
        today = date.fromisoformat(str(line.get("today")))
    except ValueError:
        today = date.min
    if today.year < 2000:
        stop(f"{where}: `today` must be the day it was written, YYYY-MM-DD.")
    return today


def _summary(kind: str, read: Sequence[tuple[Mapping[str, Any], Classification]]) -> str:
    right = sum(found.component == line["label"] for line, found in read)
    good = [_is_acceptable(line, found) for line, found in read]
    three = sum(line["label"] in [ranked.component for ranked in found.ranked[:3]] for line, found in read)
    sure = [fine for (_, found), fine in zip(read, good, strict=True) if found.sure]
    of = len(read)
    shares = (right / of, sum(good) / of, three / of, 1 - len(sure) / of, sum(sure) / (len(sure) or 1))
    return f"| {kind} ({of}) | " + " | ".join(f"{share:.1%}" for share in shares) + " |"


def _is_acceptable(line: Mapping[str, Any], found: Classification) -> bool:
    return found.component in accepted(line)


def _confusion(read: Sequence[tuple[Mapping[str, Any], Classification]]) -> str:
    """Rows: the label. Columns: what it was taken for; nothing where none were."""
    taken = Counter((line["label"], found.component.value) for line, found in read)
    slugs = [c.value for c in Component if any(c.value in pair for pair in taken)]
    rows = ["| | " + " | ".join(slugs) + " |", "|---" * (len(slugs) + 1) + "|"]
    for label in slugs:
        cells = (str(taken[label, slug] or "") for slug in slugs)
        rows.append(f"| **{label}** | " + " | ".join(cells) + " |")
    return "\n".join(rows)


def _slots(office: Office, kind: str, first: Sequence[tuple[str, Mapping[str, Any]]]) -> str:
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for where, line in first:
        said = slots_of(office.reader.read(line["text"], _day(where, line)))
        asked.update(judged(line["expect"]))
        right.update(slot for slot in judged(line["expect"]) if fits(slot, said[slot], line["expect"]))
    rows = [f"| slot ({kind}, {len(first)}) | right |", "|---|---|"]
    rows += [f"| {slot} | {right[slot] / (asked[slot] or 1):.1%} |" for slot in SLOTS]
    rows.append(f"| **all** | {right.total() / (asked.total() or 1):.1%} |")
    return "\n".join(rows)


def judged(expect: Mapping[str, Any]) -> list[str]:
    """The slots that something is expected of."""
    return [slot for slot in SLOTS if slot in expect or f"{slot}_also" in expect]


def fits(slot: str, said: object, expect: Mapping[str, Any]) -> bool:
    """What was understood is what is expected, or what would be accepted, too."""
    wanted = [expect.get(slot), *(expect.get(f"{slot}_also") or ())]
    return _folded(said) in map(_folded, wanted)


def _folded(value: object) -> object:
    return value.casefold().strip() if isinstance(value, str) else value
