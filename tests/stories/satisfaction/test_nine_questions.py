"""The nine questions of the SKM: whole or not counted, without a name, and they give way to everything."""

from decimal import Decimal

import pytest

from messages.envelope import Channel
from rules.satisfaction import Grade
from tests.files import a_photo
from tests.stories.desk.conftest import Desk
from tests.stories.satisfaction.opinions import (
    CHATS,
    NEW_STORY,
    OFFER,
    RATINGS,
    fills_in,
    fills_rest,
    in_the_survey,
    offered,
    once_more,
    results,
    told,
)


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
