"""Sending: every way it can end, and nothing twice."""

import asyncio
from datetime import timedelta

import pytest

from bot.channel import (
    DeliveryState,
    SendTrouble,
    Sent,
    TryLater,
    Uncertain,
    Undeliverable,
    WindowClosed,
)
from bot.twilio.channel import TwilioLimits
from messages.envelope import OutgoingFile
from tests.bot.twilio.stage import FAST, PUBLIC_URL, Stage, choices, on_stage, posted
from tests.servers.twilio import BROKEN, BROKEN_BUT_SENT, CUT, HANGING, TOO_MANY
from tests.servers.twilio_api import Fault
from tests.servers.twilio_people import Person

LONG = ("Pertama. " * 100, "Kedua. " * 120, "Ketiga. " * 150)


@pytest.fixture
async def warga(stage: Stage) -> Person:
    """Somebody who wrote just now, so WhatsApp takes free text."""
    person = stage.server.person()
    await person.writes("lapor")
    return person


async def test_a_text_goes_out_with_the_address_for_its_statuses(stage: Stage, warga: Person) -> None:
    sent = await stage.whatsapp.send(posted("Pengaduan tercatat.", "Nomor: ADU-2026-00412-6"))
    heard = await warga.hears()
    assert sent == Sent((heard.sid,), DeliveryState.SENT)
    assert heard.text == "Pengaduan tercatat.\nNomor: ADU-2026-00412-6"
    assert heard.status_callback == f"{PUBLIC_URL}/twilio/status#rc=5&rp=all"


async def test_sms_has_no_window(stage: Stage) -> None:
    nomor = stage.server.person("+6281200000003", "sms")
    await stage.sms.send(posted("Ada kabar · baca", to="+6281200000003", ago=None, choices=choices("Baca")))
    assert [one.text for one in nomor.heard] == ["Ada kabar - baca\n1 Baca"]


@pytest.mark.parametrize(
    ("fault", "trouble", "code", "after", "for_everybody"),
    [
        pytest.param(TOO_MANY, TryLater, "20429", 3, True, id="too many"),
        pytest.param(Fault(429, 20429), TryLater, "20429", None, True, id="too many, no wait named"),
        pytest.param(Fault(401, 20003), TryLater, "20003", None, True, id="token withdrawn"),
        pytest.param(Fault(400, 21606), TryLater, "21606", None, True, id="sender not ours"),
        pytest.param(BROKEN, Uncertain, "20500", None, False, id="500"),
        pytest.param(BROKEN_BUT_SENT, Uncertain, "20500", None, False, id="500, sent all the same"),
        pytest.param(HANGING, Uncertain, "ReadTimeout", None, False, id="no answer"),
        pytest.param(CUT, Uncertain, "RemoteProtocolError", None, False, id="cut off"),
        pytest.param(Fault(400, 63016), WindowClosed, "63016", None, False, id="window closed"),
        pytest.param(Fault(400, 21610), Undeliverable, "21610", None, False, id="opted out"),
        pytest.param(Fault(400, 21211), Undeliverable, "21211", None, False, id="no such number"),
        pytest.param(Fault(400, 21614), Undeliverable, "21614", None, False, id="no mobile number"),
        pytest.param(Fault(400, 63003), Undeliverable, "63003", None, False, id="not on WhatsApp"),
    ],
)
async def test_every_trouble_says_what_may_be_done(
    fault: Fault, trouble: type[SendTrouble], code: str, after: float | None, for_everybody: bool
) -> None:
    limits = TwilioLimits(sweep=FAST, call_seconds=0.3)
    async with on_stage(limits=limits) as stage:
        await stage.server.person().writes("lapor")
        stage.server.faults.append(fault)
        with pytest.raises(SendTrouble) as caught:
            await stage.whatsapp.send(posted("Pengaduan tercatat."))
    assert (type(caught.value), caught.value.code) == (trouble, code)
    assert getattr(caught.value, "after", None) == after
    assert getattr(caught.value, "whole_channel", False) == for_everybody


async def test_nobody_there_means_not_sent(stage: Stage) -> None:
    async with stage.server.refusing():
        with pytest.raises(TryLater) as caught:
            await stage.whatsapp.send(posted("Pengaduan tercatat."))
    assert (caught.value.code, caught.value.whole_channel) == ("ConnectError", True)


async def test_an_empty_message_is_no_message(stage: Stage) -> None:
    with pytest.raises(Undeliverable):
        await stage.whatsapp.send(posted("  "))


# -- the 24-hour window


@pytest.mark.parametrize(
    ("ago", "is_open"),
    [
        (timedelta(0), True),
        (timedelta(hours=23, minutes=58), True),
        (timedelta(hours=23, minutes=59, seconds=1), False),
        (timedelta(days=11), False),
        (None, False),
    ],
)
async def test_free_text_goes_within_24_hours_only(
    stage: Stage, warga: Person, ago: timedelta | None, is_open: bool
) -> None:
    message = posted("Jawaban untuk laporan Anda", ago=ago)
    if is_open:
        await stage.whatsapp.send(message)
    else:
        with pytest.raises(WindowClosed):
            await stage.whatsapp.send(message)
    assert len(warga.heard) == int(is_open)


async def test_the_template_goes_after_the_window_closed() -> None:
    async with on_stage(template="Ada kabar untuk laporan {{1}}. Balas BACA.") as stage:
        warga = stage.server.person()
        notice = posted("(kata-kata)", ago=None, template={"name": "notice", "1": "ADU-2026-00412-6"})
        sent = await stage.whatsapp.send(notice)
        assert [one.text for one in warga.heard] == ["Ada kabar untuk laporan ADU-2026-00412-6. Balas BACA."]
        assert sent.provider_ids == (warga.heard[0].sid,)
        with pytest.raises(WindowClosed):
            await stage.whatsapp.send(posted("Jawaban", ago=timedelta(hours=30)))


async def test_variables_of_a_template_are_made_to_fit() -> None:
    async with on_stage(template="Ringkasan {{1}}: {{2}}") as stage:
        template = {"1": "Senin,\n14 Desember", "2": ""}
        await stage.whatsapp.send(posted("", ago=None, template=template))
        assert stage.server.person().heard[0].text == "Ringkasan Senin, 14 Desember: -"


@pytest.mark.parametrize(
    ("with_files", "link"),
    [(True, f"{PUBLIC_URL}/files/lasting-7"), (False, "-")],
    ids=["public", "no address"],
)
async def test_a_template_links_to_what_waits(with_files: bool, link: str) -> None:
    async with on_stage(template="{{1}}. Gambar: {{2}}", with_files=with_files) as stage:
        digest = {"name": "notice", "1": "Ringkasan Senin: terbuka 4"}
        picture = OutgoingFile(7, "ringkasan.png", "image/png")
        await stage.whatsapp.send(posted("", ago=None, template=digest, files=(picture,)))
        assert stage.server.person().heard[0].text == f"Ringkasan Senin: terbuka 4. Gambar: {link}"


@pytest.mark.parametrize("name", ["notice", "digest", "another"])
async def test_without_a_template_there_is_no_way(stage: Stage, name: str) -> None:
    with pytest.raises(Undeliverable) as caught:
        await stage.whatsapp.send(posted("x", ago=None, template={"name": name, "1": "ADU-2026-00412-6"}))
    assert caught.value.code == "no-template"


async def test_on_sms_the_words_go_instead_of_a_template(stage: Stage) -> None:
    await stage.sms.send(posted("Ada kabar untuk laporan ADU-2026-00412-6.", template={"1": "x"}))
    (heard,) = stage.server.person(channel="sms").heard
    assert heard.text == "Ada kabar untuk laporan ADU-2026-00412-6."


# -- buttons


async def test_up_to_three_choices_are_buttons(stage: Stage, warga: Person) -> None:
    await stage.whatsapp.send(posted("A Cerita: x", "Ada yang salah?", choices=choices("Kirim", "Ubah")))
    heard = await warga.hears()
    assert heard.text == "A Cerita: x\nAda yang salah?"
    assert heard.buttons == {"Kirim": "f7:q:1", "Ubah": "f7:q:2"}


async def test_a_shape_is_made_once_also_across_restarts() -> None:
    async with on_stage() as stage:
        await stage.server.person().writes("lapor")
        for text in ("Pertama?", "Kedua?"):
            await stage.whatsapp.send(posted(text, choices=choices("Ya", "Tidak")))
        assert len(stage.server.contents) == 1
        async with on_stage(api_url=stage.server.url) as again:
            await again.whatsapp.send(posted("Ketiga?", choices=choices("Ya", "Tidak")))
        assert len(stage.server.contents) == 1
        assert [one.text for one in stage.server.person().heard] == ["Pertama?", "Kedua?", "Ketiga?"]
        await stage.whatsapp.send(posted("Dua", "baris?", choices=choices("Ya", "Tidak")))
        assert len(stage.server.contents) == 2


async def test_payloads_are_those_of_the_message_not_of_the_first_one_of_that_shape(
    stage: Stage, warga: Person
) -> None:
    for key in ("f7", "f8"):
        offered = tuple(type(one)(one.key.replace("f7", key), one.label, one.number) for one in choices("Ya", "Tidak"))
        await stage.whatsapp.send(posted("Benar?", choices=offered))
    assert [one.buttons["Ya"] for one in warga.heard] == ["f7:q:1", "f8:q:1"]


async def test_more_than_three_choices_are_a_numbered_list(stage: Stage, warga: Person) -> None:
    await stage.whatsapp.send(posted("Yang mana?", choices=choices("Satu", "Dua", "Tiga", "Empat")))
    heard = await warga.hears()
    assert heard.text == "Yang mana?\n1 Satu\n2 Dua\n3 Tiga\n4 Empat"
    assert heard.buttons == {}


async def test_without_the_content_api_there_is_a_numbered_list(stage: Stage, warga: Person) -> None:
    stage.server.content_is_broken = True
    await stage.whatsapp.send(posted("Benar?", choices=choices("Ya", "Tidak")))
    assert (await warga.hears()).text == "Benar?\n1 Ya\n2 Tidak"


async def test_a_content_api_that_hangs_is_asked_once_for_all_who_wait() -> None:
    limits = TwilioLimits(sweep=FAST, call_seconds=60, content_seconds=0.2)
    async with on_stage(limits=limits) as stage:
        await stage.server.person().writes("lapor")
        stage.server.content_hangs = True
        sendings = (stage.whatsapp.send(posted(f"Benar {n}?", choices=choices("Ya", f"Bukan {n}"))) for n in range(40))
        await asyncio.gather(*sendings)
        assert len(stage.server.person().heard) == 40
        assert stage.server.content_calls == 1


async def test_a_content_that_somebody_deleted_is_a_numbered_list(stage: Stage, warga: Person) -> None:
    await stage.whatsapp.send(posted("Benar?", choices=choices("Ya", "Tidak")))
    stage.server.contents.clear()
    await stage.whatsapp.send(posted("Sungguh?", choices=choices("Ya", "Tidak")))
    assert [one.text for one in warga.heard] == ["Benar?", "Sungguh?\n1 Ya\n2 Tidak"]


# -- files


async def test_a_file_goes_as_media_from_an_address_of_ours() -> None:
    async with on_stage(with_files=True) as stage:
        warga = stage.server.person()
        await warga.writes("lapor")
        file = OutgoingFile(7, "berita-acara.pdf", "application/pdf")
        await stage.whatsapp.send(posted("Terlampir.", files=(file,)))
        assert [(one.text, one.media_url) for one in warga.heard] == [
            ("berita-acara.pdf", [f"{PUBLIC_URL}/files/signed-7"]),
            ("Terlampir.", []),
        ]


# -- what became of an uncertain sending


@pytest.mark.parametrize(("fault", "there"), [(BROKEN, False), (BROKEN_BUT_SENT, True), (CUT, True)])
async def test_an_uncertain_sending_is_looked_up(stage: Stage, warga: Person, fault: Fault, there: bool) -> None:
    stage.server.faults.append(fault)
    message = posted("Pengaduan tercatat.", "Nomor: ADU-2026-00412-6", tried=timedelta(0))
    with pytest.raises(Uncertain):
        await stage.whatsapp.send(message)
    found = await stage.whatsapp.find(message)
    assert found == (Sent((warga.heard[0].sid,)) if there else None)


async def test_what_it_became_meanwhile_is_found_with_it(stage: Stage, warga: Person) -> None:
    stage.server.faults.append(BROKEN_BUT_SENT)
    message = posted("Pengaduan tercatat.", tried=timedelta(0))
    with pytest.raises(Uncertain):
        await stage.whatsapp.send(message)
    await warga.marks_delivered()
    assert await stage.whatsapp.find(message) == Sent((warga.heard[0].sid,), DeliveryState.DELIVERED)
    await warga.fails(63024)
    assert await stage.whatsapp.find(message) == Sent((warga.heard[0].sid,), DeliveryState.FAILED)


async def test_buttons_and_the_list_instead_of_them_are_both_recognised(stage: Stage, warga: Person) -> None:
    for broken in (False, True):
        stage.server.content_is_broken = broken
        stage.server.faults.append(BROKEN_BUT_SENT)
        offered = choices("Salah") if broken else choices("Ya", "Tidak")
        message = posted("Benar?", choices=offered, key=str(broken), tried=timedelta(0))
        with pytest.raises(Uncertain):
            await stage.whatsapp.send(message)
        found = await stage.whatsapp.find(message)
        assert found == Sent((warga.heard[-1].sid,))
    assert [one.text for one in warga.heard] == ["Benar?", "Benar?\n1 Salah"]


async def test_the_same_words_sent_before_are_another_message(stage: Stage, warga: Person) -> None:
    await stage.whatsapp.send(posted("Pertanyaan itu sudah dijawab.", key="first", tried=timedelta(0)))
    stage.server.faults.append(BROKEN)
    second = posted("Pertanyaan itu sudah dijawab.", key="second", tried=timedelta(0))
    with pytest.raises(Uncertain):
        await stage.whatsapp.send(second)
    assert await stage.whatsapp.find(second) is None


async def test_somebody_elses_message_is_not_taken_for_it(stage: Stage, warga: Person) -> None:
    await stage.server.person("+6281200000009").writes("lapor")
    await stage.whatsapp.send(posted("Pengaduan tercatat.", to="+6281200000009", key="theirs"))
    assert await stage.whatsapp.find(posted("Pengaduan tercatat.", tried=timedelta(minutes=1))) is None


async def test_an_old_message_with_the_same_words_is_not_taken_for_it() -> None:
    async with on_stage() as stage, on_stage(api_url=stage.server.url) as restarted:
        await stage.server.person().writes("lapor")
        await stage.whatsapp.send(posted("Sama-sama."))
        sid = stage.server.person().heard[0].sid
        assert await restarted.whatsapp.find(posted("Sama-sama.", tried=timedelta(0))) == Sent((sid,))
        stage.server.messages[sid].at -= timedelta(hours=1)
        assert await restarted.whatsapp.find(posted("Sama-sama.", tried=timedelta(0))) is None


async def test_a_template_is_recognised_by_its_variables() -> None:
    async with on_stage(template="Ada kabar untuk laporan {{1}}.") as stage:
        template = {"name": "notice", "1": "ADU-2026-00412-6"}
        message = posted("", ago=None, template=template, tried=timedelta(0))
        assert await stage.whatsapp.find(message) is None
        stage.server.faults.append(BROKEN_BUT_SENT)
        with pytest.raises(Uncertain):
            await stage.whatsapp.send(message)
        assert await stage.whatsapp.find(message) == Sent((stage.server.person().heard[0].sid,))
        other = posted("", ago=None, template={"1": "ADU-2026-00413-9"}, tried=timedelta(0), key="k2")
        assert await stage.whatsapp.find(other) is None


async def test_a_lookup_that_fails_says_try_later(stage: Stage) -> None:
    stage.server.list_is_broken = True
    with pytest.raises(TryLater):
        await stage.whatsapp.find(posted("Pengaduan tercatat.", tried=timedelta(0)))


# -- texts of several parts


@pytest.mark.parametrize("fault", [TOO_MANY, BROKEN, BROKEN_BUT_SENT, CUT])
@pytest.mark.parametrize("restarted", [False, True])
async def test_the_rest_of_a_long_text_follows_and_no_part_goes_twice(fault: Fault, restarted: bool) -> None:
    async with on_stage() as stage, on_stage(api_url=stage.server.url) as other:
        warga = stage.server.person()
        await warga.writes("lapor")
        message = posted(*LONG, tried=timedelta(0))
        await stage.whatsapp.send(posted("Sebelumnya", key="k0"))
        stage.server.faults.extend([None, fault])
        with pytest.raises(SendTrouble):
            await stage.whatsapp.send(message)
        repeating = other.whatsapp if restarted else stage.whatsapp
        assert await repeating.find(message) is None
        sent = await repeating.send(message)
        assert [one.text.split()[0] for one in warga.heard] == ["Sebelumnya", "Pertama.", "Kedua.", "Ketiga."]
        assert list(sent.provider_ids) == [one.sid for one in warga.heard[1:]]
        assert await repeating.find(message) == sent


async def test_a_long_text_is_sent_in_order_and_found_whole(stage: Stage, warga: Person) -> None:
    message = posted(*LONG, tried=timedelta(0))
    sent = await stage.whatsapp.send(message)
    assert [one.sid for one in warga.heard] == list(sent.provider_ids)
    assert " ".join(one.text for one in warga.heard).split() == " ".join(LONG).split()
    assert await stage.whatsapp.find(message) == sent
