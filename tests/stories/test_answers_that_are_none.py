"""What is no answer to the question: assent, thanks, a refusal, a date where a village is asked. Nothing is made up."""

import pytest

from messages.envelope import Channel
from rules.kind import Kind, Why
from tests.talk import COMPLAINT, Citizen, Town

STORY = "petugas loket PBG kasar sekali kemarin waktu saya tanya syarat"


async def asked_for_the_village(town: Town) -> Citizen:
    budi = town.citizen()
    await budi.says(STORY)
    await budi.says("Budi")
    budi.hears("intake-place-ask")
    return budi


@pytest.mark.parametrize(
    "said", ["ok", "ya", "siap", "kirim", "makasih", "terserah", "apa?", "kenapa harus alamat?", "halo", "👍"]
)
async def test_assent_and_questions_are_no_address(town: Town, said: str) -> None:
    budi = await asked_for_the_village(town)
    await budi.says(said)
    budi.hears("intake-place-ask")
    await budi.says("Plered")
    budi.reads("F Alamat: Kec. Plered")


@pytest.mark.parametrize("said", ["gak mau", "tanpa nama aja", "nggak mau", "lewati"])
async def test_refusing_the_address_makes_it_a_suggestion(town: Town, said: str) -> None:
    budi = await asked_for_the_village(town)
    await budi.says(said)
    budi.hears("intake-anonymous-noted", "review-name-none")
    await budi.says("kirim")
    case = await town.case(budi.number)
    assert (case.kind, case.reasons, case.name) == (Kind.SUGGESTION, [Why.NO_IDENTITY], None)


async def test_an_unwilling_name_is_a_refusal_and_a_word_of_the_talk_is_no_name(town: Town) -> None:
    budi, siti = town.citizen(), town.citizen()
    await budi.says(STORY)
    await budi.says("gak mau")
    budi.hears("intake-anonymous-noted")
    await siti.says(STORY)
    await siti.says("siap")
    siti.hears("intake-name-missed")


async def test_keeping_the_address_secret_is_a_wish_and_no_address(town: Town) -> None:
    budi = await asked_for_the_village(town)
    await budi.says("rahasiakan alamat saya")
    budi.hears("intake-secret-noted", "intake-place-ask-secret")


async def test_sending_it_as_it_is_in_words_starts_no_clock_without_an_address(town: Town) -> None:
    budi = await asked_for_the_village(town)
    await budi.says("kirim apa adanya")
    budi.hears("review-address-none")
    await budi.says("kirim")
    assert (await town.case(budi.number)).kind == Kind.SUGGESTION


@pytest.mark.parametrize("said", ["kirim", "30 oktober", "makasih", "👍"])
async def test_what_names_no_service_leaves_the_service_that_was_understood(town: Town, said: str) -> None:
    maya = town.citizen()
    await maya.says("sertifikat standar pabrik baterai kami belum keluar2")
    maya.hears("intake-service-confirm")
    await maya.says(said)
    maya.hears("intake-service-missed", "intake-service-confirm")
    await maya.says("iya")
    await maya.says("30 oktober")
    maya.hears("breach-time")
    maya.reads_no("Ditambahkan")


async def test_a_service_in_ones_own_words_is_still_taken(town: Town) -> None:
    maya = town.citizen()
    await maya.says("sertifikat standar pabrik baterai kami belum keluar2")
    await maya.says("izin angkut sampah")
    maya.hears("intake-added-to-story")


@pytest.mark.parametrize("said", ["jgn kirim", "ga kirim", "jangan kirim dulu"])
async def test_not_to_send_does_not_send(town: Town, said: str) -> None:
    budi = town.citizen()
    await budi.says(COMPLAINT)
    budi.hears("review-anything-wrong")
    await budi.says(said)
    assert await town.cases() == []


@pytest.mark.parametrize("said", ["ga hapus", "jgn hapus", "ga jadi hapus"])
async def test_not_to_erase_does_not_erase(town: Town, said: str) -> None:
    budi = town.citizen()
    number = await budi.files()
    await budi.says("hapus data saya")
    await budi.presses("Hapus data saya")
    assert "Ya, hapus semua" in budi.offered
    await budi.says(said)
    budi.hears("mydata-kept")
    assert (await town.case(number)).story


@pytest.mark.parametrize("story", ["pelayanan bagus sekali", "lampu jalan mati"])
@pytest.mark.parametrize("channel", [Channel.TELEGRAM, Channel.SMS])
async def test_few_words_that_are_noted_are_the_story(town: Town, channel: Channel, story: str) -> None:
    citizen = town.citizen(channel)
    await citizen.says(story)
    await citizen.says("catat masukan")
    citizen.reads(f'A Cerita: "{story}"')
    await citizen.says("kirim")
    assert (await town.case(citizen.number)).story == story


# -- once a case is on file ------------------------------------------------------------------------------------------


async def test_a_telephone_number_after_the_receipt_is_noted_on_the_case(town: Town) -> None:
    budi = town.citizen()
    await budi.files()
    budi.hears("receipt-more-welcome")
    await budi.says("0812 3456 7890")
    budi.hears("phone-noted")
    assert (await town.case(budi.number)).phone == "+6281234567890"


async def test_a_number_that_is_offered_in_the_story_is_kept_and_an_officers_is_not(town: Town) -> None:
    budi, siti = town.citizen(), town.citizen()
    number = await budi.files(COMPLAINT + ". Hubungi saya di 0812-3456-7890")
    assert (await town.case(number)).phone == "+6281234567890"
    number = await siti.files("wa petugas 081234567890 tidak dibalas. " + COMPLAINT)
    assert (await town.case(number)).phone is None


async def test_secrecy_can_be_asked_for_after_the_receipt(town: Town) -> None:
    budi = town.citizen()
    number = await budi.files()
    await budi.says("rahasiakan nama saya")
    budi.hears("secret-from-now")
    assert (await town.case(number)).secret


@pytest.mark.parametrize("said", ["ubah", "lewati", "tanpa identitas", "selesai", "belum selesai"])
async def test_an_answer_to_nothing_opens_nothing(town: Town, said: str) -> None:
    budi = town.citizen()
    number = await budi.files()
    await budi.says(said)
    budi.hears("nothing-asked")
    assert [case.number for case in await town.cases()] == [number]


async def test_hands_folded_are_thanks_once_and_then_silence(town: Town) -> None:
    budi = town.citizen(Channel.WHATSAPP)
    await budi.files()
    await budi.says("🙏")
    budi.hears("thanks")
    for more in ("🙏🙏", "👍", "❤️"):
        await budi.says(more)
        budi.hears_nothing()


@pytest.mark.parametrize("said", ["status 1", "cek laporan adu 2026 1"])
async def test_a_number_that_cannot_be_read_is_answered_with_its_form(town: Town, said: str) -> None:
    budi = town.citizen()
    await budi.files()
    await budi.says(said)
    budi.hears("number-unreadable")
