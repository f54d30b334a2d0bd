"""Which component of the standard a message is about (component 6, point 5c), with the words that show it.

The weights of phrases (written by people) and of words (learned from labelled messages) add up. Of phrases, what is
praised or denied ("petugas ramah", "bukan soal biaya") hardly counts, and what follows "tapi" or "cuma" counts more
than what stands before it: people say last what they mind most. Behind "padahal" stands only what makes it worse.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from rules.components import Component
from rules.understanding.learned import Learned
from rules.understanding.lexicon import WEIGHTS, Lexicon, Sign
from rules.understanding.phrases import NEGATORS, Found
from rules.understanding.understood import Classification, Evidence, Ranked
from rules.understanding.words import Word

_SLUGS = tuple(Component)
_BEFORE_BUT = 0.45
_AFTER_BUT = 1.15
_AFTER_ALTHOUGH = 0.6
_ACROSS = 0.7
_PRAISED = 0.3
_PRAISED_DECISIVE = 0.75  # a phrase that names a trouble in full stands beside praise, too
_HARDLY_ANYTHING = 1.5
_OTHERS = 0.8
_SECOND_SCORE = 0.001
_SECOND_PLACES = 4
_NEAR = 5  # words between praise and what it praises
_DENIED = 0.12
_LESS = 0.6  # each further sign of a component tells less than the one before
_AGAIN = 0.25
_NOTHING_SAID = 0.9  # what `lainnya` has before any word is read
_STANDS_OUT = 0.2  # below, all fifteen are about as likely
_HEARD = 0.15
_PHRASES = 0.35  # what the weight of a phrase is worth beside the learned words, in log odds
_SURE_LEAD = 1.2  # the lead over the second, in log odds, that needs no question
_SURE_DECIDED = 0.4  # where a decisive phrase tells it and none tells another
_SURE_BY_WORDS = 2.0  # and where no phrase tells it, only words
_WORDS_TO_BE_SURE = 2  # and that many of them at least
_COUNTS = {"satu", "dua", "tiga", "empat", "lima", "seorang", "sendiri", "sendirian", "hiji", "tilu", "one", "two"}
_WISHES = {
    "biar",
    "supaya",
    "agar",
    "mohon",
    "tolong",
    "harus",
    "semoga",
    "lebih",
    "kurang",
    "minta",
    "harap",
    "katanya",
    "janji",
    "please",
}


@dataclass(frozen=True, slots=True)
class _Weighed:
    found: Found[Sign]
    weight: float
    words: Sequence[Word]

    @property
    def said(self) -> str:
        return " ".join(self.words[i].plain for i in self.found.at)


class Classifier:
    """Ranks all fifteen components for any text."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._but = lexicon.says("but")
        self._although = lexicon.says("although")
        self._good = lexicon.says("good")
        self._denial = lexicon.says("denial")
        self._bad = lexicon.says("bad")
        self._decisive = frozenset(
            (phrase.meaning.component, phrase.text)
            for phrase in lexicon.signs.phrases
            if phrase.meaning.weight >= WEIGHTS["decisive"]
        )

    def weigh(self, words: Sequence[Word], learned: Learned | None = None) -> Classification:
        """Never raises; no words at all are `lainnya`. `learned`: other weights than the lexicon's."""
        segments = self._segments(words)
        weighed = [one for segment, factor in segments for one in self._weigh_segment(segment, factor, praise=True)]
        if sum(one.weight for one in weighed) < _HARDLY_ANYTHING:  # praise alone: then it is about what is praised
            weighed = [
                one for segment, factor in segments for one in self._weigh_segment(segment, factor, praise=False)
            ]
        weighed += self._across(words)
        scores = dict.fromkeys(_SLUGS, 0.0)
        evidence: list[tuple[float, Evidence]] = []
        shares = dict.fromkeys(_SLUGS, 1.0)
        seen: set[tuple[Component, str]] = set()
        for one in sorted(weighed, key=lambda one: -one.weight):
            component, phrase = one.found.phrase.meaning.component, one.found.phrase.text
            if (component, phrase) in seen:
                continue
            seen.add((component, phrase))
            scores[component] += one.weight * shares[component]
            shares[component] = max(shares[component] * _LESS, _AGAIN)
            evidence.append((one.weight, Evidence(component, one.said, phrase)))
        scores[Component.OTHER] += _NOTHING_SAID
        return _ranked(words, scores, evidence, self._lexicon.learned if learned is None else learned)

    def _across(self, words: Sequence[Word]) -> list[_Weighed]:
        """A trouble that is named in full on both sides of the turn: "berkas sudah saya kirim tapi hilang"."""
        turns = {index for found in self._but.find(words) for index in found.at}
        return [
            _Weighed(one, one.phrase.meaning.weight * _ACROSS, words)
            for one in (self._lexicon.signs.find(words) if turns else ())
            if one.phrase.meaning.weight >= WEIGHTS["decisive"]
            and words[one.first].sentence == words[one.last].sentence
            and any(one.first < turn < one.last for turn in turns)
        ]

    def second(self, found: Classification) -> Component | None:
        """The second matter of a message: one with a decisive phrase of its own, and not far behind."""
        decided = {one.component for one in found.evidence if (one.component, one.matched) in self._decisive}
        for second in found.ranked[1:_SECOND_PLACES]:
            if second.component in decided and second.component is not Component.OTHER:
                return second.component if second.score >= _SECOND_SCORE else None
        return None

    def _segments(self, words: Sequence[Word]) -> list[tuple[list[Word], float]]:
        """The text in pieces between sentence ends and words like "tapi", each with how much it counts."""
        turns = {f.first: (f.last, True) for f in self._but.find(words) if not _counts(words, f.last + 1)}
        turns |= {found.first: (found.last, False) for found in self._although.find(words)}
        pieces: list[list[Word]] = [[]]
        factors = [1.0]
        index = 0
        while index < len(words):
            if index in turns:
                last, is_but = turns[index]
                if is_but and pieces[-1]:
                    factors[-1] *= _BEFORE_BUT
                pieces.append([])
                factors.append(_AFTER_BUT if is_but else _AFTER_ALTHOUGH)
                index = last + 1
                continue
            if pieces[-1] and words[index].sentence != pieces[-1][-1].sentence:
                pieces.append([])
                factors.append(1.0)
            pieces[-1].append(words[index])
            index += 1
        return [(piece, factor) for piece, factor in zip(pieces, factors, strict=True) if piece]

    def _weigh_segment(self, segment: list[Word], factor: float, *, praise: bool) -> list[_Weighed]:
        found = _longest(self._lexicon.signs.find(segment))
        good = [g for g in self._good.find(segment) if not _negated(segment, g.first) and not _wished(segment, g.first)]
        bad = {index for found_bad in self._bad.find(segment) for index in found_bad.at}
        denied = self._denial.find(segment)
        weighed = []
        for one in found:
            weight = one.phrase.meaning.weight * factor
            clauses = {segment[i].clause for i in one.at}
            if praise and any(segment[g.first].clause in clauses and _beside(g, one) for g in good):
                weight *= _PRAISED if one.phrase.meaning.weight < WEIGHTS["decisive"] else _PRAISED_DECISIVE
            if any(d.first <= one.last and segment[d.first].clause in clauses for d in denied) or (
                _negated(segment, one.first) and not _negates_itself(one) and bad.intersection(one.at)
            ):
                weight *= _DENIED
            weighed.append(_Weighed(one, weight, segment))
        return weighed


def _negated(words: Sequence[Word], index: int) -> bool:
    """`tidak` stands one or two words before, in the same clause."""
    near = words[max(0, index - 2) : index]
    return any(word.plain in NEGATORS and word.clause == words[index].clause for word in near)


def _counts(words: Sequence[Word], index: int) -> bool:
    """A number stands there: "cuma satu" is no turn of the talk."""
    return index < len(words) and (words[index].plain[0].isdigit() or words[index].plain in _COUNTS)


def _wished(words: Sequence[Word], index: int) -> bool:
    """Not praise but a wish: "biar cepat", "mohon lebih ramah"."""
    return any(word.plain in _WISHES for word in words[max(0, index - 3) : index])


def _beside(good: Found[str], one: Found[Sign]) -> bool:
    """Near each other, or the very same word ("ramah" tells of staff and is praise)."""
    return good.first - _NEAR <= one.last and one.first <= good.last + _NEAR


def _negates_itself(found: Found[Sign]) -> bool:
    return any(not NEGATORS.isdisjoint(step.options) for part in found.phrase.parts for step in part)


def _longest(found: Sequence[Found[Sign]]) -> list[Found[Sign]]:
    """Of phrases of one component over the same words, the weightiest and longest."""
    kept: list[Found[Sign]] = []
    for one in sorted(found, key=lambda f: (-f.phrase.meaning.weight, -f.length)):
        component = one.phrase.meaning.component
        if any(k.phrase.meaning.component is component and set(one.at) <= set(k.at) for k in kept):
            continue
        kept.append(one)
    return kept


def of_others(found: Classification) -> Classification:
    """The same with `lainnya` first: what went wrong there is no matter of this office."""
    most = max(found.score, _OTHERS)
    rest = [ranked for ranked in found.ranked if ranked.component is not Component.OTHER]
    share = (1 - most) / (sum(ranked.score for ranked in rest) or 1)
    ranked = (Ranked(Component.OTHER, most), *(Ranked(one.component, one.score * share) for one in rest))
    return Classification(ranked, found.evidence, sure=True)


def of_the_office(found: Classification) -> Classification:
    """The same without `lainnya` in front where the office itself is spoken of, and something else was heard, too."""
    first, second = found.ranked[:2]
    heard = any(one.component is second.component for one in found.evidence)
    if first.component is not Component.OTHER or not heard or second.score < _HEARD:
        return found
    ranked = (Ranked(second.component, first.score), Ranked(Component.OTHER, second.score), *found.ranked[2:])
    return Classification(ranked, found.evidence, sure=False)


def money_first(found: Classification) -> Classification:
    """The same with the fee in front of the wait: money that was asked for outweighs the delay that it should end."""
    first, second = found.ranked[:2]
    if {first.component, second.component} != {Component.COMPLETION_TIME, Component.FEE}:
        return found
    ranked = (Ranked(Component.FEE, first.score), Ranked(Component.COMPLETION_TIME, second.score), *found.ranked[2:])
    return Classification(ranked, found.evidence, sure=True)


def says_something(found: Classification, *, troubled: bool) -> bool:
    """Whether one component stands out; where a trouble is named, the words for one are enough.

    Learned words alone tell of a matter only where a trouble is named: "izin reklame" is no complaint.
    """
    if not found.phrased:
        return troubled and found.score >= _HEARD
    return found.score >= _STANDS_OUT or (troubled and found.score >= _HEARD)


def _prefer_what_is_decided(scores: dict[Component, float], decided: set[Component], phrased: set[Component]) -> None:
    """A trouble that is named in full is a matter, though words beside it ("lapor", "takut") lead a little."""
    if len(decided) != 1 or Component.OTHER in phrased:
        return
    (one,) = decided
    if 0 <= scores[Component.OTHER] - scores[one] < _SURE_LEAD and max(scores.values()) == scores[Component.OTHER]:
        scores[one] = scores[Component.OTHER] + 2 * _SURE_DECIDED


def _ranked(
    words: Sequence[Word], phrases: dict[Component, float], evidence: list[tuple[float, Evidence]], learned: Learned
) -> Classification:
    """All fifteen by the phrases and the learned words together, each with its probability."""
    told = learned.scores(words) if words else {}
    scores = {component: _PHRASES * score + told.get(component, 0.0) for component, score in phrases.items()}
    decided = {one.component for weight, one in evidence if weight >= WEIGHTS["decisive"]}
    _prefer_what_is_decided(scores, decided, {one.component for _, one in evidence})
    top = max(scores.values())
    powers = {component: math.exp(score - top) for component, score in scores.items()}
    total = sum(powers.values())
    order = sorted(_SLUGS, key=lambda c: (-scores[c], _SLUGS.index(c)))
    ranked = tuple(Ranked(component, round(powers[component] / total, 6)) for component in order)
    place = {component: index for index, component in enumerate(order)}
    shown = [one for _, one in sorted(evidence, key=lambda pair: (place[pair[1].component], -pair[0]))]
    phrased = any(one.component is order[0] and weight >= WEIGHTS["plain"] * _BEFORE_BUT for weight, one in evidence)
    if not any(one.component is order[0] for one in shown):  # no phrase: then the words that told it
        shown = [*(Evidence(order[0], *pair) for pair in learned.telling(words, order[0])), *shown]
    lead = scores[order[0]] - scores[order[1]]
    told_by = sum(one.component is order[0] for one in shown)
    needed = _SURE_DECIDED if decided == {order[0]} else _SURE_LEAD
    sure = lead >= needed if phrased else lead >= _SURE_BY_WORDS and told_by >= _WORDS_TO_BE_SURE
    return Classification(ranked, tuple(shown[:12]), sure, phrased)
