"""One look before it is sent: each field is changed by its letter, and nothing else changes with it."""

import pytest

from messages.envelope import Channel
from tests.talk import COMPLAINT, Citizen, Town

CHANGES = {
    "A": ("AC di ruang tunggu PBG mati kemarin, panas sekali", "AC di ruang tunggu PBG"),
    "B": ("SLF", "B Layanan: SLF"),
    "C": ("jangka waktu", "C Masalah: jangka waktu"),
    "D": ("18 november", "D Kejadian: Rabu, 18 November 2026"),
    "E": ("Siti Aminah", "E Nama: Siti Aminah"),
    "F": ("Wanayasa", "F Alamat: Kec. Wanayasa"),
}
COMES_WITH_IT = {"A": set("ACD"), "C": {"C", "D"}}  # a new story is read anew; the kind names the date


async def at_the_review(town: Town, channel: Channel = Channel.TELEGRAM) -> Citizen:
    citizen = town.citizen(channel)
    await citizen.says(COMPLAINT)
    citizen.hears("review-anything-wrong")
    return citizen


def rows(citizen: Citizen) -> dict[str, str]:
    return {line[0]: line for line in citizen.last.lines if line[1:2] == " " and line[0] in "ABCDEF"}


@pytest.mark.parametrize("together", [True, False])
@pytest.mark.parametrize("letter", list(CHANGES))
async def test_a_letter_changes_its_field_alone(town: Town, letter: str, together: bool) -> None:
    value, shown = CHANGES[letter]
    for channel in (Channel.TELEGRAM, Channel.WHATSAPP):
        citizen = await at_the_review(town, channel)
        before = rows(citizen)
        if together:
            await citizen.says(f"{letter} {value}")
        else:
            await citizen.says(letter.lower())
            assert "review-anything-wrong" not in citizen.last.ids
            await citizen.says(value)
        citizen.hears("review-anything-wrong")
        now = rows(citizen)
        assert shown in now[letter]
        changed = {other for other in before if now.get(other) != before[other]}
        assert letter in changed
        assert changed <= COMES_WITH_IT.get(letter, {letter}), citizen.text


async def test_change_asks_for_the_letter(town: Town) -> None:
    citizen = await at_the_review(town)
    await citizen.presses("Ubah")
    citizen.hears("review-which-letter")
    citizen.reads("A, B, C, D, E, F")
    await citizen.says("d rabu kemarin")
    citizen.hears("review-anything-wrong")
    citizen.reads("18 November 2026")


async def test_the_kind_is_chosen_by_number_and_the_old_one_stays_as_the_second(town: Town) -> None:
    citizen = await at_the_review(town)
    await citizen.says("C")
    citizen.hears("intake-kind-ask")
    assert len(citizen.offered) == 8
    assert citizen.last.choices[-1].number == 0
    await citizen.says("3")
    citizen.hears("review-kind-two")
    await citizen.says("kirim")
    case = await town.case(citizen.number)
    assert (case.component, case.second_component) == ("prosedur", "kompetensi")
    assert case.component_by == "citizen"


async def test_a_change_that_is_not_understood_keeps_the_old_answer(town: Town) -> None:
    citizen = await at_the_review(town)
    await citizen.says("D minggu depan")
    citizen.hears("intake-when-future")
    await citizen.says("kembali")
    citizen.hears("form-back", "review-anything-wrong")
    citizen.reads("22 November 2026")


@pytest.mark.parametrize("word", ["Rahasiakan nama", "rahasiakan", "jangan sampai ketahuan ya nama saya"])
async def test_the_name_is_kept_secret(town: Town, word: str) -> None:
    citizen = await at_the_review(town)
    await citizen.says(word)
    citizen.hears("intake-secret-noted", "review-name-secret", "review-address-secret")
    assert "Rahasiakan nama" not in citizen.offered
    await citizen.says("kirim")
    citizen.hears("receipt-complaint-secret")
    assert (await town.case(citizen.number)).secret


async def test_a_name_left_out_at_the_end_makes_it_a_suggestion(town: Town) -> None:
    citizen = await at_the_review(town)
    await citizen.says("E tanpa identitas")
    citizen.hears("review-name-none")
    await citizen.says("kirim")
    citizen.hears("receipt-suggestion")


async def test_a_name_given_at_the_end_asks_for_the_village(town: Town) -> None:
    citizen = town.citizen()
    await citizen.says("petugas loket PBG kasar sekali kemarin waktu saya tanya syarat, tanpa nama")
    citizen.hears("review-name-none")
    await citizen.says("E Siti Aminah")
    citizen.hears("intake-place-ask")
    await citizen.says("Plered")
    await citizen.says("kirim")
    citizen.hears("receipt-complaint")


async def test_more_of_the_story_is_added(town: Town) -> None:
    citizen = await at_the_review(town)
    await citizen.says("petugasnya juga membanting pintu di depan saya")
    citizen.hears("intake-added-to-story", "review-anything-wrong")
    await citizen.says("kirim")
    story = (await town.case(citizen.number)).story
    assert story == f"{COMPLAINT}\npetugasnya juga membanting pintu di depan saya"


@pytest.mark.parametrize("word", ["kirim", "Kirim", "1", "ya", "kirim aja", "oke kirim", "sudah", "kintun", "send"])
async def test_words_that_send(town: Town, word: str) -> None:
    citizen = await at_the_review(town, Channel.WHATSAPP)
    await citizen.says(word)
    citizen.hears("receipt-complaint")
