"""The reader with the shipped office's own catalogue and places."""

from datetime import date

import pytest

from bot.agency import load_office
from rules.understanding.reader import Reader


@pytest.fixture(scope="module")
def office_reader() -> Reader:
    return load_office().reader


@pytest.mark.parametrize(
    ("text", "service", "candidates"),
    [
        ("Sertifikat standar KBLI 27203 kami terbit", "kbli-27203", ("kbli-27203",)),
        ("tempat rakit baterai motor listrik saya, sertifikat standarnya", "kbli-27203", ("kbli-27203",)),
        ("sertifikat standar pabrik baterai kami di BIC belum keluar2", None, ("kbli-27203",)),
        ("PBG saya keluar 12 oktober", "pbg", ("pbg",)),
        ("saya nanya syarat NIB malah dibentak", "nib", ("nib",)),
        ("abdi ngurus ijin apotek di MPP", "apotek", ("apotek",)),
        ("WOY IZIN REKLAME GW MANA!!", None, ("reklame-baru", "reklame-perpanjangan")),
    ],
)
def test_the_services_of_the_conversations(
    office_reader: Reader, text: str, service: str | None, candidates: tuple[str, ...]
) -> None:
    said = office_reader.read(text, date(2026, 11, 23)).service
    assert (said.service_id, said.candidates) == (service, candidates)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("desa cigelam babakancikao", "Desa Cigelam, Babakancikao"),
        ("ciseureuh", "Kel. Ciseureuh, Purwakarta"),
        ("plered", "Kec. Plered"),
        ("cibatu", "Kec. Cibatu"),
        ("nagrikaler", "Kel. Nagri Kaler, Purwakarta"),
    ],
)
def test_the_places_of_the_conversations(office_reader: Reader, text: str, label: str) -> None:
    place, _typed = office_reader.place(text)
    assert place is not None
    assert place.label() == label
