"""Learning from labelled messages: what it learns, that it is the same each time, and that a denied word is another."""

import pytest

from rules.components import Component
from rules.understanding.learned import Learned, features
from rules.understanding.reader import Reader
from rules.understanding.training import Example, folds, learn, steps_of

TOLD = {
    Component.FEE: ("disuruh bayar mahal", "bayar lagi bayar lagi", "mahal banget bayarnya"),
    Component.STAFF_COMPETENCE: ("orangnya galak", "galak banget yang jaga", "yang jaga galak"),
}


def examples(reader: Reader) -> list[Example]:
    return [Example(reader.words(text), label) for label, texts in TOLD.items() for text in texts] * 20


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
    own = examples(reader)[:6]
    asked = [example for _known, fold in folds(own) for example in fold]
    assert sorted(map(id, asked)) == sorted(map(id, own))
    assert all(example not in known for known, fold in folds(own) for example in fold)


def test_words_that_were_never_seen_change_nothing(reader: Reader) -> None:
    learned = Learned.from_text("word\tbiaya\tproduk\n(before any word)\t0.5\t\nmahal\t2\t\n")
    assert learned.scores(reader.words("xyzzy"))[Component.FEE] == 0.5
    assert learned.scores(reader.words("mahal"))[Component.FEE] == 2.5


def test_what_is_written_reads_back(reader: Reader) -> None:
    learned = learn(examples(reader))
    assert Learned.from_text(learned.to_text("a test")) == learned
    assert Learned.from_text("") == Learned()


@pytest.mark.parametrize(
    "text", ["word\tmahal\nx\t1", "word\tbiaya\nmahal\t1\t2", "word\tbiaya\nmahal\tmuch", "word\tbiaya\nmahal\tnan"]
)
def test_a_broken_table_says_which_line(text: str) -> None:
    with pytest.raises(ValueError, match="mahal"):
        Learned.from_text(text)


def test_a_pair_and_the_pieces_of_a_word_tell_what_the_word_alone_does_not(reader: Reader) -> None:
    told = features(reader.words("disuruh balik lagi, dikembalikan"))
    assert "disuruh + pulang" in told
    assert "~embal" in told
    assert "lagi + dikembalikan" in told, "a comma ends no sentence"
    assert not any("+" in word for word in features(reader.words("disuruh. balik")))
