"""Which complaints tell of the same matter: a set written apart (`same_matter.jsonl`), and what must never count.

Each line: an original, the same told again by the same person, the same trouble told by others, and other matters of
the same service and component.
"""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.agency import load_office
from rules.understanding.reader import Reader
from rules.understanding.similar import ALIKE, Matter, likeness

TODAY = date(2026, 11, 24)
GROUPS: list[dict[str, Any]] = [
    json.loads(line) for line in (Path(__file__).parent / "same_matter.jsonl").read_text("utf-8").splitlines()
]


@pytest.fixture(scope="module")
def office_reader() -> Reader:
    return load_office().reader


def matter(reader: Reader, text: str) -> Matter:
    said = reader.read(text, TODAY)
    component = said.classification.component if said.classification else None
    components = tuple(filter(None, (component, said.second_component)))
    return Matter(reader.nameless_terms(text), said.service.service_id, components)


def test_the_same_matter_is_among_the_first_five(office_reader: Reader) -> None:
    """Among all originals and all other matters of this set, as an officer would see them."""
    filed = [matter(office_reader, group["original"]) for group in GROUPS]
    others = [matter(office_reader, text) for group in GROUPS for text in (*group["different"], group["elsewhere"])]
    found = {"retold": 0, "others": 0}
    for group, original in zip(GROUPS, filed, strict=True):
        for kind in found:
            asked = matter(office_reader, group[kind])
            score = likeness(asked, original, {})
            better = sum(likeness(asked, one, {}) > score for one in (*filed, *others))
            found[kind] += score > 0 and better < 5
    assert found["retold"] >= 0.8 * len(GROUPS), found
    assert found["others"] >= 0.5 * len(GROUPS), found


def test_different_matters_are_rarely_taken_for_the_same(office_reader: Reader) -> None:
    filed = [matter(office_reader, group["original"]) for group in GROUPS]
    pairs = [(one, other) for one in filed for other in filed if one is not other]
    assert sum(likeness(one, other, {}) >= ALIKE for one, other in pairs) <= 0.02 * len(pairs)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("AC di ruang tunggu MPP mati, panas pisan", "ac ruang tunggunya pareum, hareudang"),
        ("sertifikat salah cetak kapasitas 500 harusnya 5000", "kapasitas di sertifikat kecetak 500, padahal 5000"),
        ("petugas loket 4 minta uang rokok 50 ribu", "di loket 4 dimintain uang rokok sama petugasnya"),
        ("mesin antrian rusak, nomor tidak keluar", "mesin antriannya rusakk nomornya ga kluar2"),
    ],
)
def test_the_same_in_other_words_is_alike(office_reader: Reader, one: str, other: str) -> None:
    assert likeness(matter(office_reader, one), matter(office_reader, other), {}) >= ALIKE


def test_names_make_nothing_alike(office_reader: Reader) -> None:
    """Or likeness would tell who is behind a secret case."""
    terms = office_reader.nameless_terms(
        "nama saya Budi Santoso dari Plered, petugas loket kasar", "Budi Santoso", "Plered"
    )
    assert terms.isdisjoint({"budi", "santoso", "plered"})
    assert "kasar" in terms


def test_another_service_is_less_alike_and_the_same_one_more() -> None:
    words = frozenset({"stempel", "basah", "ditolak", "loket", "fotokopi"})
    told = {
        service: likeness(Matter(words, "pbg", ("persyaratan",)), Matter(words, service, ("persyaratan",)), {})
        for service in ("pbg", None, "nib")
    }
    assert told["pbg"] > told[None] > told["nib"] > 0


def test_one_shared_word_is_not_enough() -> None:
    one = Matter(frozenset({"toilet", "mampet", "air", "lantai"}), None, ())
    other = Matter(frozenset({"toilet", "jauh", "gelap", "tangga"}), None, ())
    assert likeness(one, other, {}) < ALIKE


MATTERS = st.builds(
    Matter,
    st.frozensets(st.text("abcde", min_size=3, max_size=8), max_size=12),
    st.sampled_from([None, "nib", "pbg"]),
    st.lists(st.sampled_from(["biaya", "sarana"]), max_size=2).map(tuple),
)


@given(MATTERS, MATTERS, st.dictionaries(st.text("abcde", min_size=3, max_size=8), st.floats(0.5, 12)))
def test_likeness_is_a_share(one: Matter, other: Matter, rarity: dict[str, float]) -> None:
    assert 0 <= likeness(one, other, rarity) <= 1
