"""Learning the weights of words from labelled messages: multinomial logistic regression.

Some thousands of short messages take some seconds; the order of the steps is fixed, so the same messages give the same
weights on the same machine.
"""

import random
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from rules.components import Component
from rules.understanding.learned import PAIR, PIECE, Learned, features
from rules.understanding.words import Word

_SLUGS = tuple(Component)
_ROUNDS = 14
_STEP = 0.5
_TRUST = 12.0  # how far the messages are trusted beside the assumption that a word tells nothing
_SEEN, _PAIR_SEEN, _PIECE_SEEN = 2, 3, 6  # messages in which it must stand, for its weight to be learned
_RARE = 0.25  # a rare word moves faster than a common one, by the logarithm of how rare it is
_KEPT, _TOLD = 0.25, 1.5  # smaller weights say nothing, rare words need greater ones: by the root of how often seen
FOLDS = 5
Numbers = NDArray[np.float64]
Rows = list[tuple[NDArray[np.int64], Numbers, int]]


@dataclass(frozen=True, slots=True)
class Example:
    """A labelled message. `also`: what a reasonable officer would accept too."""

    words: Sequence[Word]
    label: Component
    also: frozenset[Component] = frozenset()


def learn(examples: Sequence[Example], advance: Callable[[int], None] = lambda steps: None) -> Learned:
    """The weights. `advance` is told of every example that was gone through (`steps_of` in all)."""
    told = [features(example.words) for example in examples]
    seen = Counter(name for one in told for name in one)
    names = sorted(name for name, times in seen.items() if times >= _needed(name))
    place = {name: index for index, name in enumerate(names)}
    rare = _RARE * np.log((len(examples) + 1) / (np.array([seen[name] for name in names]) + 1))
    rows = [_row(one, place, rare, example) for one, example in zip(told, examples, strict=True)]
    forgotten = 1 / (_TRUST * np.array([seen[name] for name in names]))
    weights, bias = _descend(rows, forgotten, advance)
    weights *= rare[:, None]
    return Learned(
        {name: kept for name, row in zip(names, weights, strict=True) if (kept := _kept(row, seen[name]))},
        {component: round(float(value), 2) for component, value in zip(_SLUGS, bias, strict=True)},
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


def _needed(name: str) -> int:
    return _PIECE_SEEN if name.startswith(PIECE) else _PAIR_SEEN if PAIR in name else _SEEN


def _row(
    told: Mapping[str, float], place: Mapping[str, int], rare: Numbers, example: Example
) -> tuple[NDArray[np.int64], Numbers, int]:
    at = np.array([place[name] for name in told if name in place], dtype=np.int64)
    shares = np.array([share for name, share in told.items() if name in place])
    return at, shares * rare[at], _SLUGS.index(example.label)


def _descend(rows: Rows, forgotten: Numbers, advance: Callable[[int], None]) -> tuple[Numbers, Numbers]:
    """AdaGrad: a step down the slope for each example. `forgotten`: of a word's weights, each time that it is met."""
    weights, slopes = np.zeros((len(forgotten), len(_SLUGS))), np.full((len(forgotten), len(_SLUGS)), 1e-6)
    bias, bias_slopes = np.zeros(len(_SLUGS)), np.full(len(_SLUGS), 1e-6)
    chance = random.Random(53)  # noqa: S311 - the order of steps, no secret
    order = list(rows)
    for _ in range(_ROUNDS):
        chance.shuffle(order)
        for at, shares, label in order:
            scores = bias + shares @ weights[at]
            errors = np.exp(scores - scores.max())
            errors /= errors.sum()
            errors[label] -= 1.0
            bias_slopes += errors * errors
            bias -= _STEP * errors / np.sqrt(bias_slopes)
            slope = np.outer(shares, errors) + forgotten[at, None] * weights[at]
            slopes[at] += slope * slope
            weights[at] -= _STEP * slope / np.sqrt(slopes[at])
            advance(1)
    return weights, bias


def _kept(row: Numbers, times: int) -> dict[Component, float]:
    """What sets components apart: the same on all fifteen says nothing, so the middle of them is taken off."""
    apart = row - np.median(row)
    least = max(_KEPT, _TOLD / times**0.5)
    return {c: round(float(w), 1) for c, w in zip(_SLUGS, apart, strict=True) if abs(w) >= least}
