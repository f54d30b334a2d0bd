"""One question with the end of a case: asked once, a story is never taken for its answer, silence is silence."""

from datetime import timedelta

import pytest

from handlers.turn import Timing
from messages.envelope import Channel
from rules.lifecycle import State
from tests.stories.desk.conftest import Desk
from tests.stories.satisfaction.opinions import (
    NEW_STORY,
    RATINGS,
    results,
    served,
    told,
)

SECRET = "petugas loket PBG kasar sekali kemarin waktu saya tanya syarat. rahasiakan nama saya. Siti Aminah, Plered"


@pytest.mark.parametrize("words", ["selesai", "basa sunda. tos beres", "English please. solved"])
async def test_by_sms_all_of_it_fits_into_two_parts(desk: Desk, words: str) -> None:
    """What is said in a town is measured at its end (`tests/principles.py`)."""
    citizen, silent = (await desk.answered(Channel.SMS))[0], (await desk.answered(Channel.SMS))[0]
    *language, said = words.split(". ")
    for word in language:
        await citizen.says(word)
        await silent.says(word)
    await citizen.says(said)
    citizen.hears("rating-ask")
    await desk.town.until("2026-12-08 08.00")
    silent.hears("news-closed-silent", "rating-ask")


async def test_by_sms_only_the_one_question_is_asked(desk: Desk) -> None:
    citizen, _ = await desk.answered(Channel.SMS)
    await citizen.says("SELESAI")
    citizen.hears("outcome-solved", "rating-ask")
    assert citizen.offered == RATINGS
    await citizen.says("2")
    citizen.hears("rating-thanks")
    assert citizen.offered == []
    await citizen.says("survei")
    citizen.hears("survey-not-here")
    result = await told(desk)
    assert (result.whole.survey, result.whole.after_case.counts[2]) == (None, 1)


@pytest.mark.parametrize(
    "words",
    [
        ("basa sunda", "tos beres", "sugema pisan", "muhun", "liren"),
        ("English please", "solved", "very satisfied", "yes", "stop"),
    ],
    ids=["su", "en"],
)
async def test_in_the_language_of_the_person(desk: Desk, words: tuple[str, ...]) -> None:
    language, said, rating, yes, stop = words
    citizen, _ = await desk.answered(Channel.WHATSAPP)
    await citizen.says(language)
    await citizen.says(said)
    citizen.hears("rating-ask")
    citizen.reads_no("Seberapa")
    await citizen.says(rating)
    citizen.hears("rating-thanks", "survey-offer")
    await citizen.says(yes)
    citizen.hears("survey-u1")
    await citizen.says(stop)
    citizen.hears("survey-stopped")
    assert (await told(desk)).whole.after_case.counts[4] == 1


@pytest.mark.parametrize(
    ("channel", "said", "value"),
    [
        (Channel.TELEGRAM, "1", 1),
        (Channel.WHATSAPP, "ga puas", 1),
        (Channel.WEB, "Kurang puas", 2),
        (Channel.SMS, "yang ketiga", 3),
        (Channel.TELEGRAM, "puas pak", 3),
        (Channel.WHATSAPP, "4.", 4),
        (Channel.SMS, "puas banget", 4),
    ],
)
async def test_a_number_a_label_or_plain_words_are_a_rating(
    desk: Desk, channel: Channel, said: str, value: int
) -> None:
    citizen = await served(desk, channel)
    await citizen.says(said)
    citizen.hears("rating-thanks")
    after = (await told(desk)).whole.after_case
    assert {v: n for v, n in after.counts.items() if n} == {value: 1}


@pytest.mark.parametrize(
    "said",
    [
        NEW_STORY,
        "3 minggu izin reklame saya belum keluar juga padahal berkas lengkap",
        "puas sih, tapi izin reklame saya di Plered belum keluar juga sudah sebulan",
        "tidak puas, petugas loket PBG minta uang 500 ribu kemarin",
        "4. petugas loket PBG kasar sekali kemarin waktu saya tanya syarat",
    ],
)
async def test_a_story_is_never_taken_for_a_rating(desk: Desk, said: str) -> None:
    citizen = await served(desk)
    await citizen.says(said)
    heard = [i for message in citizen.heard for i in message.ids]
    assert any(i.startswith("intake-") for i in heard), citizen.text
    assert (await told(desk)).whole.after_case.answered == 0


async def test_who_says_nothing_is_asked_nothing_more_and_counts_as_silent(desk: Desk) -> None:
    citizen = await served(desk)
    heard = len(citizen.heard)
    for _ in range(5):
        await desk.town.passes(days=3)
    assert len(citizen.heard) == heard
    await citizen.says(NEW_STORY)
    await citizen.reaches_review(name="Dedi Kurniawan", place="Plered")
    await citizen.says("kirim")
    citizen.hears("receipt-complaint")
    after = (await told(desk)).whole.after_case
    assert (after.asked, after.answered, after.silent, after.mean) == (1, 0, 1, None)


async def test_thanks_and_status_are_what_they_always_were(desk: Desk) -> None:
    citizen = await served(desk)
    await citizen.says("makasih")
    citizen.hears("thanks")
    await citizen.says("status")
    citizen.hears("status-state")
    assert (await told(desk)).whole.after_case.answered == 0


async def test_a_case_is_rated_once(desk: Desk) -> None:
    citizen, number = await desk.answered()
    await citizen.says("selesai")
    key = next(choice.key for choice in citizen.last.choices if choice.label == "Sangat puas")
    await citizen.presses_key(key)
    citizen.hears("rating-thanks")
    await citizen.presses_key(key)
    citizen.hears("rating-already")
    await citizen.says("belum selesai, sertifikatnya belum bisa diunduh")
    citizen.hears("outcome-reopened")
    for said in (f"ambil {number}", f"telaah {number}", "D", "4", "sudah benar", f"jalur {number} internal"):
        await desk.officer.says(said)
    await desk.replies(number, "Sertifikat sekarang bisa diunduh.")
    await desk.town.arrives(citizen, desk.superior)
    await citizen.says("selesai")
    citizen.hears("outcome-solved")
    assert citizen.offered == [], "asked once a case"
    after = (await told(desk)).whole.after_case
    assert (after.asked, after.counts[4], after.answered) == (1, 1, 1)


async def test_what_is_open_again_is_not_rated(desk: Desk) -> None:
    citizen, number = await desk.answered()
    await citizen.says("selesai")
    key = citizen.last.choices[0].key
    await citizen.says("belum selesai")
    citizen.hears("outcome-reopened", "outcome-what-is-not")
    await citizen.presses_key(key)
    citizen.hears("rating-over")
    await citizen.says("sertifikatnya masih atas nama orang lain")
    citizen.hears("outcome-answer-noted")
    assert (await told(desk)).whole.after_case.answered == 0
    assert (await desk.case(number)).state == State.TAKEN


async def test_a_rating_counts_for_a_month(desk: Desk) -> None:
    citizen = await served(desk)
    await desk.town.passes(days=31)
    await citizen.says("4")
    citizen.hears("rating-over")
    assert (await told(desk)).whole.after_case.answered == 0


async def test_who_goes_on_writing_at_once_is_still_asked(desk: Desk) -> None:
    citizen, number = await desk.answered()
    desk.town.receiver.timing = Timing(burst=timedelta(seconds=3))
    await citizen.says("selesai. makasih")
    citizen.hears("outcome-solved", "rating-ask")
    await citizen.says("sukses terus ya min")
    await desk.town.passes(seconds=30)
    assert (await desk.case(number)).state == State.CLOSED
    assert (await told(desk)).whole.after_case.asked == 1


async def test_a_button_counts_beside_a_new_report_and_a_number_does_not(desk: Desk) -> None:
    citizen = await served(desk)
    key = citizen.last.choices[3].key
    await citizen.says("lapor")
    citizen.hears("intake-story-ask")
    await citizen.says("3")
    assert (await told(desk)).whole.after_case.answered == 0
    await citizen.presses_key(key)
    citizen.hears("rating-thanks")
    assert citizen.heard[-1].ids[-1].startswith("intake-story"), "the report is still what is asked"
    assert (await told(desk)).whole.after_case.counts[4] == 1


@pytest.mark.parametrize("channel", [Channel.TELEGRAM, Channel.WEB, Channel.SMS])
async def test_a_case_closed_in_silence_asks_as_well(desk: Desk, channel: Channel) -> None:
    citizen, number = await desk.answered(channel)
    await desk.town.until("2026-12-08 08.00")
    citizen.hears("news-closed-silent", "rating-ask")
    assert citizen.offered == RATINGS
    await citizen.says("2")
    citizen.hears("rating-thanks")
    after = (await told(desk)).whole.after_case
    assert (after.asked, after.counts[2]) == (1, 1)
    assert (await desk.case(number)).state == State.CLOSED


async def test_on_whatsapp_a_number_is_no_answer_to_what_was_not_seen_yet(desk: Desk) -> None:
    citizen, number = await desk.answered(Channel.WHATSAPP)
    await desk.town.until("2026-12-08 08.00")
    assert (await desk.case(number)).state == State.CLOSED
    citizen.reads_no("Seberapa puas")
    await citizen.says("2")  # of the answer, the list that they see: not solved
    citizen.hears("rating-ask", "outcome-reopened")
    assert (await desk.case(number)).state == State.TAKEN
    after = (await told(desk)).whole.after_case
    assert (after.asked, after.answered) == (1, 0)


async def test_on_whatsapp_it_is_asked_with_the_news_once_that_is_opened(desk: Desk) -> None:
    citizen, _ = await desk.answered(Channel.WHATSAPP)
    await desk.town.until("2026-12-08 08.00")
    await citizen.says("baca")
    citizen.hears("news-closed-silent", "rating-ask")
    await citizen.says("4")
    citizen.hears("rating-thanks", "survey-offer")
    assert (await told(desk)).whole.after_case.counts[4] == 1


@pytest.mark.parametrize("channel", [Channel.TELEGRAM, Channel.WHATSAPP])
async def test_of_a_secret_case_nothing_is_told_before_it_is_opened(desk: Desk, channel: Channel) -> None:
    citizen, number = await desk.internal(channel, SECRET)
    await desk.replies(number, "Petugas loket sudah ditegur.")
    await desk.town.settles()
    await citizen.says("baca")
    await desk.town.arrives(citizen, desk.superior)
    assert (await desk.case(number)).state == State.ANSWERED
    await desk.town.until("2026-12-08 08.00")
    citizen.reads_no("Seberapa puas", "ditutup", "kasar")
    await citizen.says("baca")
    citizen.hears("news-closed-silent", "rating-ask")
    citizen.reads_no("kasar", "PBG", "Siti")
    await citizen.says("1")
    citizen.hears("rating-thanks", "survey-offer")
    citizen.reads_no("kasar", "PBG", "Siti")
    assert (await told(desk)).whole.after_case.counts[1] == 1
    assert (await desk.case(number)).secret


async def test_whoever_merely_follows_is_not_asked(desk: Desk) -> None:
    citizen, number = await desk.answered()
    other = desk.town.citizen(Channel.WEB)
    await other.says(f"status {number}")
    await other.says(citizen.code)
    await other.presses("Kabari di sini juga")
    await desk.town.until("2026-12-08 08.00")
    other.hears("news-closed-silent")
    other.reads_no("Seberapa puas")
    citizen.hears("rating-ask")
    assert (await told(desk)).whole.after_case.asked == 1


async def test_an_officer_who_writes_it_down_is_not_asked(desk: Desk) -> None:
    _, number = await desk.answered()
    await desk.officer.says(f"pelapor {number} selesai")
    desk.officer.hears("outcome-solved")
    desk.officer.reads_no("Seberapa puas")
    assert await results(desk) is None


async def test_no_officer_is_told_a_rating(desk: Desk) -> None:
    citizen, number = await desk.answered()
    await citizen.says("selesai")
    await citizen.says("1")
    await desk.town.settles()
    for said in (f"kasus {number}", f"riwayat {number}"):
        await desk.officer.says(said)
        desk.officer.reads_no("puas", "nilai")
    assert [e.kind for e in await desk.entries(number)][-1] == "solved"
