"""Learning the weights of words from labelled messages: multinomial logistic regression, in plain Python.

A few thousand short messages take under a minute; the order of the steps is fixed, so the same messages give the same
weights.
"""

import math
import random
import statistics
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rules.components import Component
from rules.understanding.learned import Learned, features
from rules.understanding.words import Word

_SLUGS = tuple(Component)
_ROUNDS = 16
_STEP = 0.7
_DECAY = 0.0006
_SEEN_AT_LEAST = 2  # messages in which a word stands, for its weight to be learned
_KEPT = 0.8  # smaller weights say nothing
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Example:
    """A labelled message. `also`: what a reasonable officer would accept too."""

    words: Sequence[Word]
    label: Component
    also: frozenset[Component] = frozenset()


def learn(examples: Sequence[Example], advance: Callable[[int], None] = lambda steps: None) -> Learned:
    """The weights. `advance` is told of every example that was gone through (`steps_of` in all)."""
    seen = Counter(word for example in examples for word in features(example.words))
    rows = [
        ([pair for pair in features(e.words).items() if seen[pair[0]] >= _SEEN_AT_LEAST], _SLUGS.index(e.label))
        for e in examples
    ]
    weights: dict[str, list[float]] = {word: [0.0] * len(_SLUGS) for word, n in seen.items() if n >= _SEEN_AT_LEAST}
    steps: dict[str, list[float]] = {word: [1e-6] * len(_SLUGS) for word in weights}
    bias, bias_steps = [0.0] * len(_SLUGS), [1e-6] * len(_SLUGS)
    chance = random.Random(53)  # noqa: S311 - the order of steps, no secret
    for _ in range(_ROUNDS):
        chance.shuffle(rows)
        for row, label in rows:
            errors = _errors(row, label, weights, bias)
            _step(bias, bias_steps, errors, 1.0)
            for word, share in row:
                _step(weights[word], steps[word], errors, share)
            advance(1)
    return Learned(
        {word: kept for word, row in sorted(weights.items()) if (kept := _kept(row))},
        {component: round(value, 2) for component, value in zip(_SLUGS, bias, strict=True)},
    )


def steps_of(examples: int) -> int:
    """How many steps `learn` takes."""
    return examples * _ROUNDS


def folds(examples: Sequence[Example]) -> Iterable[tuple[list[Example], list[Example]]]:
    """(to learn from, to be asked) for cross-validation: every example is asked once."""
    for fold in range(FOLDS):
        yield (
            [example for n, example in enumerate(examples) if n % FOLDS != fold],
            [example for n, example in enumerate(examples) if n % FOLDS == fold],
        )


def _errors(
    row: Sequence[tuple[str, float]], label: int, weights: dict[str, list[float]], bias: Sequence[float]
) -> list[float]:
    """Probability less truth, for each component."""
    scores = list(bias)
    for word, share in row:
        for index, weight in enumerate(weights[word]):
            scores[index] += weight * share
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    total = sum(powers)
    errors = [power / total for power in powers]
    errors[label] -= 1.0
    return errors


def _step(values: list[float], steps: list[float], errors: Sequence[float], share: float) -> None:
    """One step down the slope (AdaGrad), with a little forgetting."""
    for index, error in enumerate(errors):
        slope = error * share + _DECAY * values[index]
        steps[index] += slope * slope
        values[index] -= _STEP * slope / math.sqrt(steps[index])


def _kept(row: Sequence[float]) -> dict[Component, float]:
    """What sets components apart: the same on all fifteen says nothing, so the middle of them is taken off."""
    middle = statistics.median(row)
    return {c: round(w - middle, 1) for c, w in zip(_SLUGS, row, strict=True) if abs(w - middle) >= _KEPT}
