"""`aduan train`: learn the weights of words from labelled messages; nothing is replaced unless it got better."""

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console
from rich.progress import Progress

import rules.understanding
from bot.cli.telling import Json
from bot.program import office_of
from bot.settings import load_settings
from rules.components import Component
from rules.understanding.learned import Learned
from rules.understanding.reader import Reader
from rules.understanding.training import Example, folds, learn, steps_of

_SHIPPED = Path(rules.understanding.__path__[0])
WEIGHTS = _SHIPPED / "lexicon" / "learned.toml"
MESSAGES = _SHIPPED / "training"


def training_commands(app: typer.Typer) -> None:
    app.command("train")(train)


def train(
    more: Annotated[
        list[Path] | None, typer.Option("--more", metavar="FILE", help="Further labelled messages (JSON lines).")
    ] = None,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="Where the weights go.")] = WEIGHTS,
    as_json: Json = False,
) -> None:
    """Learn from the shipped messages and further ones, and say by cross-validation what that changed."""
    reader = office_of(load_settings()).reader
    own = _read(sorted(MESSAGES.glob("*.jsonl")), reader)
    further = _read(more or [], reader)
    with Progress(console=Console(stderr=True), transient=True) as progress:
        rounds = 2 if further else 1
        steps = rounds * sum(steps_of(len(known)) for known, _ in folds(own)) + steps_of(len(own))
        task = progress.add_task("learning", total=steps + rounds * 6 * steps_of(len(further)))
        advance: Callable[[int], None] = lambda n: progress.advance(task, n)  # noqa: E731 - one use
        before = _accuracy(own, [], reader, advance)
        after = _accuracy(own, further, reader, advance) if further else before
        better = not further or after > before
        learned = learn([*own, *further], advance) if better else None
    if learned is not None:
        out.write_text(_as_toml(learned, len(own) + len(further), after), encoding="utf-8")
    if as_json:
        told = {"messages": len(own), "more": len(further), "before": round(before, 4), "after": round(after, 4)}
        print(json.dumps({**told, "kept": better}))
        return
    print(f"{len(own)} messages: {before:.1%} acceptable, asked of messages that were not learned from")
    if further:
        print(f"with {len(further)} more: {after:.1%}; {'replaced' if better else 'not better, nothing replaced'}")


def _accuracy(
    own: Sequence[Example], further: Sequence[Example], reader: Reader, advance: Callable[[int], None]
) -> float:
    """The share whose first component is acceptable, each asked of weights that never saw it."""
    right = 0
    for known, asked in folds(own):
        learned = learn([*known, *further], advance)
        for example in asked:
            found = reader.classify_with(example.words, learned).component
            right += found is example.label or found in example.also
    return right / len(own)


def _read(files: Sequence[Path], reader: Reader) -> list[Example]:
    examples = []
    for file in files:
        try:
            lines = file.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as trouble:
            _stop(f"{file}: cannot be read ({type(trouble).__name__})")
        for number, text in enumerate(lines, 1):
            try:
                examples.append(_example(json.loads(text), reader))
            except (ValueError, KeyError, TypeError):
                _stop(f'{file}, line {number}: not like {{"text": "...", "label": "biaya", "also": []}}')
    return examples


def _example(told: dict[str, object], reader: Reader) -> Example:
    also = told.get("also") or []
    if not isinstance(also, list):
        raise TypeError("also")
    return Example(
        reader.words(str(told["text"])), Component(str(told["label"])), frozenset(Component(str(slug)) for slug in also)
    )


def _as_toml(learned: Learned, messages: int, accuracy: float) -> str:
    lines = [
        f"# Made by `aduan train` from {messages} labelled messages ({accuracy:.1%} acceptable in cross-validation).",
        "# What each word tells of a component, in log odds. Change the messages, not this file.",
        "",
        "[bias]",
        *(f"{component.value} = {weight}" for component, weight in learned.bias.items()),
        "",
        "[words]",
    ]
    for word, told in learned.words.items():
        weights = ", ".join(f"{component.value} = {weight}" for component, weight in told.items())
        lines.append(f"{json.dumps(word, ensure_ascii=False)} = {{{weights}}}")
    return "\n".join(lines) + "\n"


def _stop(said: str) -> NoReturn:
    print(f"aduan: {said}", file=sys.stderr)
    raise typer.Exit(2)
