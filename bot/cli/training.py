"""`aduan train`: learn the weights of words from labelled messages; nothing is replaced unless it got better."""

import asyncio
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

import rules.understanding
from bot.agency import WEIGHTS, shipped_folder
from bot.cli.labelled import examples_of
from bot.cli.shared import Json, progress, stop
from bot.program import office_of, opened_database
from bot.settings import Settings, load_settings
from rules.components import Component
from rules.understanding.learned import Learned
from rules.understanding.reader import Reader
from rules.understanding.training import Example, folds, learn, steps_of

_SHIPPED = Path(rules.understanding.__path__[0])
SHIPPED_WEIGHTS = _SHIPPED / "lexicon" / WEIGHTS
MESSAGES = _SHIPPED / "training"
_MAY_LOSE = 0.005  # of the shipped messages that were right: more of them wrong, and the further ones mislead


def training_commands(app: typer.Typer) -> None:
    app.command("train")(train)


@dataclass(frozen=True, slots=True)
class _Asked:
    """How many were acceptable when asked of weights that never saw them."""

    own: int
    further: int

    @property
    def all(self) -> int:
        return self.own + self.further


def train(
    more: Annotated[
        list[Path] | None, typer.Option("--more", metavar="FILE", help="Further labelled messages (JSON lines).")
    ] = None,
    corrections: Annotated[
        bool, typer.Option("--corrections", help="Learn of what officers corrected, from the database.")
    ] = False,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FILE", help="Where the weights go; else the agency's lexicon."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Learn from the shipped messages and further ones, and say by cross-validation what those changed."""
    settings = load_settings()
    reader = office_of(settings).reader
    corrected = asyncio.run(_corrected(settings, reader)) if corrections else []
    if corrections and not corrected:
        stop("no officer has corrected a class yet: there is nothing to learn from, and nothing is replaced.")
    further = examples_of(more or [], reader)
    own = examples_of(sorted(MESSAGES.glob("*.jsonl")), reader)
    further += _without_names(corrected, own, reader)
    agency = (settings.AGENCY_DIR or shipped_folder()) / "lexicon" / WEIGHTS
    where = out or (agency if further else SHIPPED_WEIGHTS)
    before, after, learned = _with_progress(own, further, reader)
    count = len(own) + len(further)
    better = not further or (after.further > before.further and after.own >= before.own * (1 - _MAY_LOSE))
    if better:
        made = f"`aduan train`: {count} labelled messages, {after.all / count:.1%} acceptable in cross-validation."
        _replace(where, learned().to_text(made))
    if as_json:
        shares = {"before": round(before.all / count, 4), "after": round(after.all / count, 4)}
        print(json.dumps({"messages": len(own), "more": len(further), **shares, "kept": better}))
        return
    print(f"{len(own)} messages, each asked of weights that never saw it: {after.all / count:.1%} acceptable")
    if further:
        print(f"with {len(further)} more: {before.all / count:.1%} before, {after.all / count:.1%} after")
        print(f"shipped {before.own} -> {after.own} of {len(own)}, further {before.further} -> {after.further}")
        print(f"replaced: {where}; restart the bot" if better else "not better, nothing replaced")


def _replace(file: Path, text: str) -> None:
    """Whole or not at all: whoever reads meanwhile, or after an interruption, finds the old one. That is kept, too."""
    beside = file.with_name(f".{file.name}.new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(text, encoding="utf-8")
        if file.exists():
            file.with_name(f"{file.name}.before").write_bytes(file.read_bytes())
        beside.replace(file)
    except OSError as trouble:
        stop(f"{file}: cannot be written ({trouble.strerror}); nothing is replaced. Say another place with --out.")


def _with_progress(
    own: Sequence[Example], further: Sequence[Example], reader: Reader
) -> tuple[_Asked, _Asked, Callable[[], Learned]]:
    """Before and after, and what makes the weights."""
    with progress() as bar:
        asked = [*own, *further]
        steps = sum(steps_of(len(known)) for known, _ in folds(asked))
        task = bar.add_task("learning", total=steps * 2 if further else steps)
        advance: Callable[[int], None] = lambda n: bar.advance(task, n)  # noqa: E731 - one use
        after = _acceptable(asked, further, asked, reader, advance)
        before = _acceptable(asked, further, own, reader, advance) if further else after
    return before, after, lambda: learn(asked)


def _acceptable(
    asked: Sequence[Example],
    further: Sequence[Example],
    learn_from: Sequence[Example],
    reader: Reader,
    advance: Callable[[int], None],
) -> _Asked:
    """Every message is asked once, of weights that were learned from the others of `learn_from`."""
    allowed, new = set(map(id, learn_from)), set(map(id, further))
    right: list[Example] = []
    for known, fold in folds(asked):
        learned = learn([example for example in known if id(example) in allowed], advance)
        right += [
            example
            for example in fold
            if reader.classify_with(example.words, learned).component in (example.label, *example.also)
        ]
    of_further = sum(id(example) in new for example in right)
    return _Asked(len(right) - of_further, of_further)


async def _corrected(settings: Settings, reader: Reader) -> list[Example]:
    """What officers made of people's words, without those of who complains."""
    async with opened_database(settings) as database, database.reading(datetime.now(UTC)) as work:
        kept = await work.corrections.last_words()
        return [
            Example(
                reader.words_to_learn(correction.text or "", case.name, case.organisation, case.on_behalf_of),
                Component(correction.after),
            )
            for correction, case in kept
        ]


def _without_names(corrected: Sequence[Example], own: Sequence[Example], reader: Reader) -> list[Example]:
    """Words that the shipped messages or the lexicon have, and none beside another: the rest may be anybody's name."""
    known = {word.plain for example in own for word in example.words} | reader.known
    return [
        Example(
            tuple(replace(word, sentence=place) for place, word in enumerate(example.words) if word.plain in known),
            example.label,
        )
        for example in corrected
    ]
