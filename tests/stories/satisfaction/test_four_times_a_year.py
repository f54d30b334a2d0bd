"""The survey of a quarter: nobody is asked twice, who agreed is invited, and its index is what people said."""

from decimal import ROUND_HALF_UP, Decimal

import pytest

from messages.envelope import Channel
from rules.satisfaction import Element, Grade
from tests.stories.desk.conftest import Desk
from tests.stories.satisfaction.opinions import (
    NEXT,
    fills_in,
    offered,
    once_more,
    results,
    served,
    told,
)
from tests.talk import Citizen


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
