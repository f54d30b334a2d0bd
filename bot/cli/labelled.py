"""Labelled messages, one JSON object a line: `{"text": ..., "label": "biaya", "also": ["prosedur"]}`."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bot.cli.shared import stop
from rules.components import Component
from rules.understanding.reader import Reader
from rules.understanding.training import Example


def lines_of(files: Sequence[Path]) -> Iterator[tuple[str, dict[str, Any]]]:
    """(where it stands, what is told) of every line. Stops with one line for a file or line that cannot be read."""
    for file in files:
        try:
            lines = file.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as trouble:
            stop(f"{file}: cannot be read ({type(trouble).__name__})")
        for number, line in enumerate(lines, 1):
            where = f"{file}, line {number}"
            try:
                told = json.loads(line)
            except (ValueError, RecursionError):
                told = None
            if not isinstance(told, dict) or not isinstance(told.get("text"), str):
                stop(f'{where}: not like {{"text": "...", "label": "biaya", "also": []}}')
            yield where, told


def examples_of(files: Sequence[Path], reader: Reader) -> list[Example]:
    return [example_of(where, told, reader) for where, told in lines_of(files)]


def example_of(where: str, told: dict[str, Any], reader: Reader) -> Example:
    label, *also = labels_of(where, told)
    return Example(reader.words_to_learn(told["text"]), label, frozenset(also))


def labels_of(where: str, told: Mapping[str, Any]) -> list[Component]:
    """The label, and what would be accepted, too."""
    also = told.get("also") or []
    slugs = [told.get("label"), *(also if isinstance(also, list) else [None])]
    for slug in slugs:
        if slug not in tuple(Component):
            stop(f"{where}: {slug!r} is none of {', '.join(Component)} (`also` is a list of them)")
    return [Component(slug) for slug in slugs]


def accepted(told: Mapping[str, Any]) -> tuple[str, ...]:
    """The label of a line that was checked, and what would be accepted, too."""
    return (told["label"], *(told.get("also") or ()))
