"""One question after a case, nine questions a quarter: asked once, counted without a name, and silence is silence."""

from collections.abc import AsyncIterator
from datetime import timedelta
from decimal import ROUND_HALF_UP, Decimal

import pytest

from handlers.survey.results import Satisfaction, satisfaction
from handlers.turn import Timing
from messages.envelope import Channel
from rules.lifecycle import State
from rules.roles import Role
from rules.satisfaction import Element, Grade, Quarter
from storage.database import Database
from tests.files import a_photo
from tests.stories.desk.conftest import Desk
from tests.talk import Citizen, Town, a_town

CHATS = [Channel.TELEGRAM, Channel.WHATSAPP, Channel.WEB]
RATINGS = ["Tidak puas", "Kurang puas", "Puas", "Sangat puas"]
OFFER = ["Isi", "Nanti", "Tidak"]
ANOTHER = "petugas loket PBG kasar sekali kemarin waktu saya tanya syarat. Dedi Kurniawan, Plered"
SECRET = "petugas loket PBG kasar sekali kemarin waktu saya tanya syarat. rahasiakan nama saya. Siti Aminah, Plered"
NEW_STORY = "sertifikat standar KBLI 27203 saya belum terbit juga padahal berkas lengkap 23 oktober"
THIS, NEXT = Quarter(2026, 4), Quarter(2027, 1)


@pytest.fixture
async def desk(database: Database) -> AsyncIterator[Desk]:
    """Monday, 23 November 2026: the fourth quarter."""
    async with a_town(database) as town:
        yield await staffed(town)


async def staffed(town: Town) -> Desk:
    officer = await town.staff(Role.OFFICER, "Rina Marlina")
    superior = await town.staff(Role.SUPERVISOR, "Agus Salim")
    head = await town.staff(Role.HEAD, "Hendra Wijaya")
    return Desk(town, Channel.TELEGRAM, officer, superior, head)


async def results(desk: Desk, quarter: Quarter = THIS) -> Satisfaction | None:
    async with desk.town.database.reading(desk.town.now) as work:
        return await satisfaction(work, quarter)


async def told(desk: Desk, quarter: Quarter = THIS) -> Satisfaction:
    result = await results(desk, quarter)
    assert result is not None
    return result


async def once_more(desk: Desk, citizen: Citizen, story: str = ANOTHER) -> str:
    """Another report of the same person is filed, worked and answered; gives its number."""
    await citizen.says(f"lapor {story}")
    await citizen.reaches_review(name="Dedi Kurniawan", place="Plered")
    await citizen.says("kirim")
    number = citizen.number
    await desk.officer.says(f"ambil {number}")
    await desk.studies(number)
    await desk.officer.says(f"jalur {number} internal")
    await desk.replies(number, "Sudah kami perbaiki.")
    await desk.town.arrives(citizen, desk.superior)
    return number


async def served(desk: Desk, channel: Channel = Channel.TELEGRAM) -> Citizen:
    """Somebody whose case was answered and who said that it is solved."""
    citizen, _ = await desk.answered(channel)
    await citizen.says("selesai. makasih")
    citizen.hears("outcome-solved", "rating-ask")
    return citizen


async def offered(desk: Desk, channel: Channel = Channel.TELEGRAM) -> Citizen:
    """The same, who answered the one question and is offered the survey."""
    citizen = await served(desk, channel)
    await citizen.says("3")
    citizen.hears("rating-thanks", "survey-offer")
    return citizen


async def fills_in(citizen: Citizen, values: list[int]) -> None:
    """Answers the nine questions, the first of which was just asked."""
    for nth, value in enumerate(values, start=1):
        citizen.hears(f"survey-u{nth}")
        citizen.reads(f"{nth}/9. ")
        assert len(citizen.offered) == 4
        await citizen.says(str(value))
    citizen.hears("survey-thanks")


# -- the talk --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("channel", CHATS)
async def test_from_solved_to_the_last_of_the_nine_questions(desk: Desk, channel: Channel) -> None:
    citizen, number = await desk.answered(channel)
    await citizen.says("selesai. makasih")
    citizen.reads(f"{number} dicatat selesai", "Seberapa puas dengan penanganan laporan ini?")
    assert citizen.offered == RATINGS
    await citizen.says("4")
    citizen.reads("penilaian dicatat tanpa nama", "Boleh kami minta penilaian layanan, 9 pertanyaan, sekitar 1 menit?")
    assert citizen.offered == OFFER
    await citizen.presses("Isi")
    citizen.reads('tulis "stop" untuk berhenti', "1/9. Apakah persyaratannya sesuai dengan yang diumumkan?")
    assert citizen.offered == ["Tidak sesuai", "Kurang sesuai", "Sesuai", "Sangat sesuai"]
    values = [3, 3, 2, 4, 3, 4, 4, 3, 3]
    await fills_in(citizen, values)
    citizen.reads(
        "Penilaian disimpan tanpa nama untuk survei triwulan IV 2026", "Untuk laporan baru, tulis saja di sini"
    )
    result = await told(desk)
    assert result.whole.survey is not None
    assert result.whole.survey.respondents == 1
    assert result.whole.survey.index == Decimal("80.56")  # 29 of 36
    assert result.whole.survey.grade == Grade.B
    assert [score.mean for score in result.whole.survey.elements.values()] == [Decimal(value) for value in values]
    assert (result.whole.after_case.asked, result.whole.after_case.counts) == (1, {1: 0, 2: 0, 3: 0, 4: 1})
    assert list(result.by_channel) == [channel]


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


# -- a case that closes in silence ----------------------------------------------------------------------------------


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


# -- never twice a quarter ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "heard"),
    [("Nanti", "survey-later"), ("ga usah", "survey-declined"), ("", "")],
)
async def test_whatever_is_said_to_the_offer_it_is_not_made_twice_a_quarter(desk: Desk, said: str, heard: str) -> None:
    citizen = await offered(desk)
    if said:
        await citizen.says(said)
        citizen.hears(heard)
    await once_more(desk, citizen)
    await citizen.says("selesai")
    citizen.hears("rating-ask")
    await citizen.says("4")
    citizen.hears("rating-thanks")
    assert citizen.offered == [], "once a quarter"
    after = (await told(desk)).whole.after_case
    assert (after.asked, after.answered) == (2, 2)


async def test_who_declined_is_offered_the_survey_of_the_next_quarter(desk: Desk) -> None:
    citizen = await offered(desk)
    await citizen.presses("Tidak")
    await desk.town.until("2027-01-11 09.00")
    await once_more(desk, citizen)
    await citizen.says("selesai")
    await citizen.says("4")
    citizen.hears("survey-offer")


async def test_later_is_any_time_until_the_end_of_the_quarter(desk: Desk) -> None:
    citizen = await offered(desk)
    await citizen.presses("Nanti")
    citizen.reads('Tulis "survei" kapan saja, paling lambat Kamis, 31 Desember 2026')
    await desk.town.passes(days=9)
    await citizen.says("survei")
    citizen.hears("survey-begin")
    await fills_in(citizen, [4] * 9)
    await citizen.says("survei")
    citizen.hears("survey-done-already")
    assert (await told(desk)).whole.survey is not None


async def test_an_offer_ends_with_its_quarter(desk: Desk) -> None:
    citizen = await offered(desk)
    await desk.town.until("2027-01-04 09.00")
    await citizen.presses("Isi")
    citizen.hears("survey-over")
    await citizen.says("survei")  # of this quarter
    await fills_in(citizen, [2] * 9)
    citizen.reads("triwulan I 2027")
    assert (await told(desk)).whole.survey is None
    survey = (await told(desk, NEXT)).whole.survey
    assert survey is not None
    assert (survey.index, survey.grade) == (Decimal("50.00"), Grade.D)


async def test_ok_days_later_is_no_yes_to_the_offer(desk: Desk) -> None:
    citizen = await offered(desk)
    await desk.town.passes(days=2)
    await citizen.says("ok")
    citizen.reads_no("1/9")
    await citizen.says("survei")
    citizen.hears("survey-u1")


async def test_only_who_was_served_is_surveyed(desk: Desk) -> None:
    nobody = desk.town.citizen(Channel.WEB)
    await nobody.says("survei")
    nobody.hears("survey-not-yet")
    waiting, _ = await desk.complaint()
    await waiting.says("survei")
    waiting.hears("survey-not-yet")
    assert await results(desk) is None


# -- an incomplete form ---------------------------------------------------------------------------------------------


async def in_the_survey(desk: Desk, answered: int = 3, channel: Channel = Channel.TELEGRAM) -> Citizen:
    citizen = await offered(desk, channel)
    await citizen.says("isi")
    for _ in range(answered):
        await citizen.says("1")
    citizen.hears(f"survey-u{answered + 1}")
    return citizen


@pytest.mark.parametrize(("channel", "said"), list(zip(CHATS, ("stop", "/batal", "berhenti"), strict=True)))
async def test_stop_ends_it_and_nothing_is_counted(desk: Desk, channel: Channel, said: str) -> None:
    citizen = await in_the_survey(desk, 8, channel)
    await citizen.says(said)
    citizen.hears("survey-stopped")
    assert (await told(desk)).whole.survey is None
    number = await once_more(desk, citizen)
    citizen.reads(number)  # the news still come: only the survey was stopped
    await citizen.says("survei")
    citizen.hears("survey-u1")


async def test_stop_kabar_is_about_the_news_also_in_a_survey(desk: Desk) -> None:
    citizen = await in_the_survey(desk)
    await citizen.says("stop kabar")
    citizen.hears("news-stopped")
    await citizen.says("3")
    citizen.hears("intake-story-missed")


async def test_back_forgets_one_answer(desk: Desk) -> None:
    citizen = await in_the_survey(desk)
    await citizen.says("kembali")
    citizen.hears("form-back", "survey-u3")
    await citizen.says("kembali")
    citizen.hears("survey-u2")
    await fills_rest(citizen, 2)
    survey = (await told(desk)).whole.survey
    assert survey is not None
    assert [int(score.mean) for score in survey.elements.values()] == [1, *[4] * 8]


async def fills_rest(citizen: Citizen, nth: int) -> None:
    for question in range(nth, 10):
        citizen.hears(f"survey-u{question}")
        await citizen.says("4")
    citizen.hears("survey-thanks")


async def test_an_edited_answer_counts_as_edited(desk: Desk) -> None:
    citizen = await in_the_survey(desk)
    await citizen.edits(citizen.refs[-1], "4")  # of the third question
    citizen.hears("survey-u4")
    await fills_rest(citizen, 4)
    survey = (await told(desk)).whole.survey
    assert survey is not None
    assert [int(score.mean) for score in survey.elements.values()] == [1, 1, *[4] * 7]


async def test_silence_in_the_middle_is_no_answer(desk: Desk) -> None:
    citizen = await in_the_survey(desk)
    heard = len(citizen._all())
    await desk.town.passes(hours=30)
    assert len(citizen._all()) == heard, "no reminder"
    await citizen.says("3")
    assert (await told(desk)).whole.survey is None


@pytest.mark.parametrize("said", [NEW_STORY, f"lapor {NEW_STORY}"])
async def test_a_story_in_the_middle_becomes_a_report(desk: Desk, said: str) -> None:
    citizen = await in_the_survey(desk)
    await citizen.says(said)
    await citizen.reaches_review(name="Dedi Kurniawan", place="Plered")
    await citizen.says("kirim")
    citizen.hears("receipt-number")
    assert (await desk.case(citizen.number)).story == NEW_STORY
    assert (await told(desk)).whole.survey is None


async def test_a_photo_in_the_middle_becomes_a_report(desk: Desk) -> None:
    citizen = await in_the_survey(desk)
    await citizen.shows(a_photo(), text="AC di ruang tunggu MPP mati kemarin")
    await citizen.reaches_review(name="Dedi Kurniawan", place="Plered")
    await citizen.says("kirim")
    citizen.hears("receipt-number")
    async with desk.town.database.reading(desk.town.now) as work:
        assert len(await work.attachments.of_case((await desk.case(citizen.number)).id)) == 1


async def test_what_is_no_answer_twice_ends_it(desk: Desk) -> None:
    citizen = await in_the_survey(desk)
    await citizen.says("lama pisan")
    citizen.hears("survey-missed", "survey-u4")
    await citizen.says("gitu deh")
    citizen.hears("survey-ended")
    assert (await told(desk)).whole.survey is None


async def test_a_few_words_about_a_matter_said_again_become_a_report(desk: Desk) -> None:
    citizen = await in_the_survey(desk)
    await citizen.says("petugas minta uang")
    citizen.hears("survey-missed")
    citizen.reads('"lapor" membuka laporan baru')
    await citizen.says("saya diminta uang")
    await citizen.reaches_review(name="Dedi Kurniawan", place="Plered")
    citizen.reads("saya diminta uang")


async def test_questions_and_help_are_answered_beside_it(desk: Desk) -> None:
    citizen = await in_the_survey(desk)
    for word, heard in {"bantuan": "help-how", "status": "status-state", "survei": "survey-u4"}.items():
        await citizen.says(word)
        citizen.hears(heard, "survey-u4")
    await citizen.says("dataku")
    citizen.hears("mydata-case", "mydata-survey")
    assert (await told(desk)).whole.survey is None


async def test_beside_a_report_the_offer_waits(desk: Desk) -> None:
    citizen = await offered(desk)
    fill, later = (choice.key for choice in citizen.last.choices[:2])
    await citizen.says("lapor petugas loket PBG kasar sekali kemarin waktu saya tanya syarat")
    await citizen.presses_key(fill)
    citizen.hears("form-still-open", "intake-name-ask-short")
    await citizen.presses_key(later)
    citizen.hears("survey-later", "intake-name-ask-short")


async def test_the_choices_of_an_old_survey_are_old(desk: Desk) -> None:
    citizen = await in_the_survey(desk)
    key = citizen.last.choices[0].key
    await citizen.says("stop")
    await citizen.presses_key(key)
    citizen.hears("button-old")


# -- without a name -------------------------------------------------------------------------------------------------


async def test_nothing_kept_of_a_person_tells_what_they_answered(desk: Desk) -> None:
    citizen = await offered(desk)
    await citizen.says("isi")
    await fills_in(citizen, [1, 2, 3, 4, 1, 2, 3, 4, 1])
    async with desk.town.database.reading(desk.town.now) as work:
        contact = await work.contacts.find(citizen.channel, citizen.address)
        assert contact is not None
        talk = await work.conversations.of(contact.id)
        assert talk is not None
        said = [row.body for row in await work.inbox.talk_of(contact.id)][-11:]
        assert said == [None, {"text": "isi", "choice": ""}, *[None] * 9], "the rating, and nine answers"
        assert talk.answers == {}
        assert {one.status for one in await work.asked.invitations(contact.person_id)} == {"done"}


async def test_no_officer_is_told_a_rating(desk: Desk) -> None:
    citizen, number = await desk.answered()
    await citizen.says("selesai")
    await citizen.says("1")
    await desk.town.settles()
    for said in (f"kasus {number}", f"riwayat {number}"):
        await desk.officer.says(said)
        desk.officer.reads_no("puas", "nilai")
    assert [e.kind for e in await desk.entries(number)][-1] == "solved"


async def test_erased_is_that_somebody_was_asked_and_the_sums_stay(desk: Desk) -> None:
    citizen = await offered(desk)
    await citizen.says("isi")
    await fills_in(citizen, [4] * 9)
    before = await told(desk)
    await citizen.says("dataku")
    citizen.reads("Survei triwulan IV 2026")
    await citizen.says("hapus data saya")
    await citizen.says("ya hapus semua")
    citizen.hears("mydata-erased")
    async with desk.town.database.reading(desk.town.now) as work:
        contact = await work.contacts.find(citizen.channel, citizen.address)
        assert contact is not None
        assert await work.asked.invitations(contact.person_id) == []
        assert await work.asked.question(1, contact.person_id) is None
    assert await told(desk) == before
    await citizen.says("survei")
    citizen.hears("survey-not-yet")


# -- four times a year ----------------------------------------------------------------------------------------------


async def agreed_before(desk: Desk, channel: Channel = Channel.TELEGRAM, said: str = "nanti") -> Citizen:
    """Somebody who answered the offer of the last quarter so, and whose next case ended in this one, without a word."""
    citizen = await offered(desk, channel)
    await citizen.says(said)
    await desk.town.until("2027-01-11 09.00")
    await citizen.says("halo")
    await once_more(desk, citizen)
    await citizen.says("selesai")
    citizen.hears("rating-ask")
    return citizen


@pytest.mark.parametrize("channel", [Channel.TELEGRAM, Channel.WEB])
async def test_who_agreed_before_is_invited_once_at_the_end_of_a_quarter(desk: Desk, channel: Channel) -> None:
    citizen, town = await agreed_before(desk, channel), desk.town
    heard = len(citizen._all())
    await town.until("2027-03-17 10.00")
    assert len(citizen._all()) == heard, "not before the last two weeks"
    await town.until("2027-03-18 20.00")
    assert len(citizen._all()) == heard, "not at night"
    await town.until("2027-03-19 10.00")
    assert citizen.last.ids == ("survey-invite",)
    assert "triwulan I 2027" in citizen.last.text
    for moment in ("2027-03-22 10.00", "2027-03-23 10.00", "2027-03-30 10.00"):
        await town.until(moment)
    assert len(citizen._all()) == heard + 1, "once"
    await citizen.says("1")
    await fills_in(citizen, [3] * 9)
    survey = (await told(desk, NEXT)).whole.survey
    assert survey is not None
    assert survey.respondents == 1


@pytest.mark.parametrize("said", ["tidak", "makasih"])
async def test_who_did_not_agree_is_never_invited(desk: Desk, said: str) -> None:
    citizen = await agreed_before(desk, said=said)
    heard = len(citizen._all())
    await desk.town.until("2027-03-19 10.00")
    await desk.town.until("2027-03-22 10.00")
    assert len(citizen._all()) == heard


async def test_who_was_asked_in_the_quarter_is_not_invited(desk: Desk) -> None:
    citizen = await agreed_before(desk)
    await citizen.says("4")
    citizen.hears("survey-offer")
    heard = len(citizen._all())
    await desk.town.until("2027-03-19 10.00")
    assert len(citizen._all()) == heard


async def test_who_stopped_the_news_or_had_no_case_is_not_invited(desk: Desk) -> None:
    idle = await offered(desk)
    await idle.says("nanti")
    stopped = await agreed_before(desk)
    await stopped.says("stop kabar")
    heard = len(idle._all()), len(stopped._all())
    await desk.town.until("2027-03-19 10.00")
    assert (len(idle._all()), len(stopped._all())) == heard


async def test_because_of_a_secret_case_nobody_is_written_to(desk: Desk) -> None:
    citizen = await offered(desk)
    await citizen.says("nanti")
    await desk.town.until("2027-01-11 09.00")
    number = await once_more(desk, citizen)
    await citizen.says("selesai")
    async with desk.town.database.work(desk.town.now) as work:
        case = await desk.town.case(number)
        await work.cases.make_secret(await work.cases.locked(case.id), by="citizen")
        await work.commit()
    heard = len(citizen._all())
    await desk.town.until("2027-03-19 10.00")
    assert len(citizen._all()) == heard


async def test_on_whatsapp_nobody_is_invited_outside_the_window(desk: Desk) -> None:
    citizen = await agreed_before(desk, Channel.WHATSAPP)
    heard = len(citizen._all())
    await desk.town.until("2027-03-19 10.00")
    assert len(citizen._all()) == heard, "neither the survey nor a template about it"
    await citizen.says("survei")
    citizen.hears("survey-u1")
    await citizen.says("stop")
    await desk.town.until("2027-03-22 10.00")
    assert citizen.last.ids == ("survey-stopped",), "was asked this quarter"


async def test_on_whatsapp_within_the_window_they_are(desk: Desk) -> None:
    citizen = await agreed_before(desk, Channel.WHATSAPP)
    await desk.town.until("2027-03-18 15.00")
    await citizen.says("halo")
    await desk.town.until("2027-03-19 10.00")
    assert citizen.last.ids == ("survey-invite",)


# -- the result -----------------------------------------------------------------------------------------------------


async def test_the_quarter_is_what_its_people_said(desk: Desk) -> None:
    forms = [[4, 3, 2, 4, 3, 3, 4, 2, 3], [3, 3, 3, 4, 4, 3, 3, 3, 3], [2, 1, 1, 3, 2, 2, 3, 1, 2]]
    for channel, form in zip((Channel.TELEGRAM, Channel.WEB, Channel.WEB), forms, strict=True):
        citizen = await offered(desk, channel)
        await citizen.says("isi")
        await fills_in(citizen, form)
    await served(desk, Channel.WEB)  # says nothing
    result = await told(desk)
    survey = result.whole.survey
    assert survey is not None
    points = sum(map(sum, forms))
    index = (Decimal(points) / 27 * 25).quantize(Decimal("0.01"), ROUND_HALF_UP)
    assert (survey.respondents, survey.index, survey.grade) == (3, index, Grade.C)
    complaints = sum(form[7] for form in forms)
    assert survey.elements[Element.COMPLAINTS].mean == (Decimal(complaints) / 3).quantize(Decimal("0.01"))
    after = result.whole.after_case
    assert (after.asked, after.answered, after.silent, after.mean) == (4, 3, 1, Decimal("3.00"))
    web = result.by_channel[Channel.WEB]
    assert web.survey is not None
    assert (web.survey.respondents, web.after_case.asked, web.after_case.silent) == (2, 3, 1)
    assert list(result.by_service) == ["kbli-27203"]
    assert result.by_service["kbli-27203"] == result.whole
    assert await results(desk, NEXT) is None
