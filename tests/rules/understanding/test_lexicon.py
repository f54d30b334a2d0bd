"""The lexicon is data that an office extends; a slip in it is named."""

from collections.abc import Mapping
from typing import Any

import pytest

from rules.agency import Places
from rules.components import Component
from rules.standard import Catalogue
from rules.understanding.learned import Learned
from rules.understanding.lexicon import Lexicon
from rules.understanding.reader import Reader

Tables = Mapping[str, Mapping[str, Any]]


def test_every_component_has_its_words(tables: Tables) -> None:
    assert {component.value for component in Component} <= set(tables)


def test_an_office_adds_words_of_its_own(tables: Tables) -> None:
    more = {
        **tables,
        "sarana": {**tables["sarana"], "decisive": ["pojok kreatif .. bubrah"]},
        "kota": {"says": {"ambyar": "bubrah"}},
    }
    reader = Reader(Lexicon.from_tables(more), Catalogue(), Places())
    found = reader.classify("pojok kreatifnya ambyar")
    assert found.component is Component.FACILITIES
    assert found.evidence[0].matched == "pojok kreatif .. bubrah"
    assert found.evidence[0].said == "pojok kreatifnya bubrah"


def test_what_an_office_is_certain_of_decides_whatever_was_learned(tables: Tables, learned: Learned) -> None:
    more = {**tables, "sarana": {**tables["sarana"], "certain": ["meja petugas"]}}
    text = "meja petugas minta uang lima ratus ribu baru diproses"
    plain, certain = (
        Reader(Lexicon.from_tables(known, learned), Catalogue(), Places()).classify(text) for known in (tables, more)
    )
    assert plain.component is Component.FEE
    assert certain.component is Component.FACILITIES


def test_words_of_a_class_stand_for_each_other() -> None:
    talk = {"secret": ["jangan .. @show"], "classes": {"show": ["sebut", "tulis"]}}
    reader = Reader(Lexicon.from_tables({"talk": talk}), Catalogue(), Places())
    assert reader.wants_secret("jangan tulis")
    assert reader.wants_secret("jangan disebut")
    assert not reader.wants_secret("jangan diam")


def test_an_empty_lexicon_still_reads() -> None:
    reader = Reader(Lexicon.from_tables({}), Catalogue(), Places())
    assert reader.classify("izin belum keluar").component is Component.OTHER


@pytest.mark.parametrize(
    ("name", "table", "complaint"),
    [
        ("biaya", {"loud": ["uang"]}, "biaya.toml: loud is none of"),
        ("biaya", {"strong": "uang"}, "biaya.toml: strong must be a list of texts"),
        ("biaya", {"strong": [" "]}, "biaya.toml: a phrase of the lexicon has no words"),
        ("biaya", {"strong": ["minta +"]}, "biaya.toml: a phrase of the lexicon has no words"),
        ("slang", {"says": ["gak"]}, "slang.toml: says must be a table of words"),
        ("slang", {"says": {"gak": 1}}, "slang.toml: 'gak' must stand for words"),
        ("common", {"common": 1}, "common.toml: common must be a list of texts"),
        ("talk", {"secret": ["jangan @tell"]}, "talk.toml: there is no class '@tell'"),
        ("talk", {"classes": {"tell": "sebut"}}, "talk.toml: tell must be a list of texts"),
    ],
)
def test_a_slip_is_named(name: str, table: Mapping[str, Any], complaint: str) -> None:
    with pytest.raises(ValueError, match="^" + complaint):
        Lexicon.from_tables({name: table})
