"""Learning from labelled messages: what it learns, that it is the same each time, and that a denied word is another."""

from collections.abc import Mapping
from typing import Any

from rules.components import Component
from rules.understanding.learned import Learned, features
from rules.understanding.reader import Reader
from rules.understanding.training import Example, folds, learn, steps_of

TOLD = {
    Component.FEE: ("disuruh bayar mahal", "bayar lagi bayar lagi", "mahal banget bayarnya"),
    Component.STAFF_COMPETENCE: ("orangnya galak", "galak banget yang jaga", "yang jaga galak"),
}


def examples(reader: Reader) -> list[Example]:
    return [Example(reader.words(text), label) for label, texts in TOLD.items() for text in texts]


def test_words_tell_what_they_were_labelled_with(reader: Reader) -> None:
    learned = learn(examples(reader))
    for text, label in (("kok galak", Component.STAFF_COMPETENCE), ("mahal", Component.FEE)):
        scores = learned.scores(reader.words(text))
        assert max(scores, key=lambda component: scores[component]) is label
    assert ("judes", "judes") in learned.telling(reader.words("kok galak"), Component.STAFF_COMPETENCE)


def test_the_same_messages_give_the_same_weights(reader: Reader) -> None:
    told: list[int] = []
    assert learn(examples(reader), told.append) == learn(examples(reader))
    assert sum(told) == steps_of(len(examples(reader)))


def test_a_denied_word_is_another_word_and_figures_are_none(reader: Reader) -> None:
    assert "belum terbit" in features(reader.words("izin belum terbit"))
    assert "terbit" not in features(reader.words("izin belum terbit"))
    assert not any(word[0].isdigit() for word in features(reader.words("tanggal 15 bayar 500")))


def test_every_example_is_asked_once_of_weights_that_never_saw_it(reader: Reader) -> None:
    own = examples(reader)
    asked = [example for _known, fold in folds(own) for example in fold]
    assert sorted(map(id, asked)) == sorted(map(id, own))
    assert all(example not in known for known, fold in folds(own) for example in fold)


def test_words_that_were_never_seen_change_nothing(reader: Reader) -> None:
    learned = Learned.from_table({"bias": {"biaya": 0.5}, "words": {"mahal": {"biaya": 2.0}}})
    assert learned.scores(reader.words("xyzzy"))[Component.FEE] == 0.5
    assert learned.scores(reader.words("mahal"))[Component.FEE] == 2.5


def test_the_shipped_weights_are_read(tables: Mapping[str, Mapping[str, Any]]) -> None:
    assert len(Learned.from_table(tables["learned"]).words) > 2000
