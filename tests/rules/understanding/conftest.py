"""A reader with the shipped lexicon, a small catalogue and a few places of the regency."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

import rules.understanding
from rules.agency import Place, Places
from rules.components import Component
from rules.standard import Catalogue, Completion, Fee, Service, ServiceStandard
from rules.understanding.learned import Learned
from rules.understanding.lexicon import Lexicon
from rules.understanding.reader import Reader

_STANDARD = ServiceStandard(
    id="kbli-27203",
    number=53,
    title="Sertifikat Standar KBLI 27203, industri baterai untuk kendaraan bermotor listrik",
    kbli="27203",
    completion=Completion(7, "working"),
    fee=Fee(free=True, amount=0),
    reply_days=14,
    window_days=30,
    staff=30,
    components={Component.FEE: ("Gratis",)},
)
_SERVICES = (
    Service("nib", {"id": "NIB"}, ("nib", "nomor induk berusaha", "izin usaha", "nyieun nib")),
    Service(
        "sertifikat-standar",
        {"id": "Sertifikat Standar", "en": "Standard certificate"},
        ("sertifikat standar",),
    ),
    Service(
        "kbli-27203",
        {"id": "Sertifikat Standar, KBLI 27203"},
        (
            "sertifikat standar baterai",
            "pabrik baterai",
            "baterai motor listrik",
            "rakit baterai",
            "battery factory",
        ),
        kbli="27203",
        standard=_STANDARD,
    ),
    Service("pbg", {"id": "PBG"}, ("pbg", "imb", "persetujuan bangunan gedung", "izin bangunan")),
    Service("slf", {"id": "SLF"}, ("slf", "sertifikat laik fungsi")),
    Service("apotek", {"id": "Izin apotek"}, ("ijin apotek", "apotek", "apotik")),
    Service("sip-bidan", {"id": "SIP bidan"}, ("izin praktik bidan",)),
    Service("trayek", {"id": "Izin trayek"}, ("trayek", "izin angkutan")),
    Service("reklame", {"id": "Izin reklame"}, ("reklame",), variants=("reklame-baru", "reklame-perpanjangan")),
    Service("reklame-baru", {"id": "Izin reklame, pasang baru"}, ("pasang reklame", "reklame baru")),
    Service(
        "reklame-perpanjangan",
        {"id": "Izin reklame, perpanjangan"},
        ("perpanjang reklame", "perpanjang izin reklame"),
    ),
)
_PLACES = (
    Place("Purwakarta", "Sindangkasih", urban=True),
    Place("Purwakarta", "Ciseureuh", urban=True),
    Place("Purwakarta", "Nagri Kidul", urban=True),
    Place("Babakancikao", "Cigelam"),
    Place("Bungursari", "Cibening"),
    Place("Bungursari", "Cinangka"),
    Place("Jatiluhur", "Jatimekar"),
    Place("Plered", "Plered"),
    Place("Plered", "Citeko"),
    Place("Plered", "Sindangsari"),
    Place("Bojong", "Sindangsari"),
    Place("Cibatu", "Cibatu"),
)


@pytest.fixture(scope="session")
def tables() -> Mapping[str, Mapping[str, Any]]:
    folder = Path(rules.understanding.__path__[0]) / "lexicon"
    return {path.stem: tomllib.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.toml"))}


@pytest.fixture(scope="session")
def learned() -> Learned:
    weights = Path(rules.understanding.__path__[0]) / "lexicon" / "learned.tsv"
    return Learned.from_text(weights.read_text("utf-8"))


@pytest.fixture(scope="session")
def reader(tables: Mapping[str, Mapping[str, Any]], learned: Learned) -> Reader:
    return Reader(Lexicon.from_tables(tables, learned), Catalogue.of(_SERVICES), Places(_PLACES))
