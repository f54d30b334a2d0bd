"""What Twilio calls: believed by its signature alone, acknowledged only when it is kept."""

import logging
from collections.abc import AsyncIterator

import httpx
import pytest
from starlette.applications import Starlette
from starlette.datastructures import ImmutableMultiDict
from structlog.testing import capture_logs
from twilio.request_validator import RequestValidator  # type: ignore[import-untyped]  # it ships no types

from bot.channel import DeliveryState
from bot.twilio.channel import TwilioLimits
from bot.twilio.inbound import Form
from bot.twilio.webhooks import message_webhook, status_webhook
from messages.envelope import Channel, FileKind, FileTrouble, InboundKind
from tests.bot.twilio.stage import FAST, PUBLIC_URL, Stage, choices, on_stage, posted, sweeping
from tests.servers.twilio import ACCOUNT_SID, AUTH_TOKEN, SMS_FROM, WHATSAPP_FROM

MESSAGE = f"{PUBLIC_URL}/twilio/message"
INNER = "http://inner:8000/twilio/message"
FORM = {
    "MessageSid": "SM1",
    "From": "whatsapp:+6281200000001",
    "To": f"whatsapp:{WHATSAPP_FROM}",
    "Body": "P",
}


async def called(stage: Stage, body: str, headers: dict[str, str], path: str = "/twilio/message") -> int:
    app = Starlette(routes=stage.whatsapp.routes)
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://inner:8000") as client:
        return (await client.post(path, content=body, headers=kind | headers)).status_code


def signed(url: str, *pairs: tuple[str, str]) -> str:
    return str(RequestValidator(AUTH_TOKEN).compute_signature(url, Form(list(pairs))))


def test_addresses_to_enter_in_twilio() -> None:
    assert message_webhook("https://aduan.example/") == "https://aduan.example/twilio/message#rc=5&rp=all"
    assert status_webhook("https://aduan.example") == "https://aduan.example/twilio/status#rc=5&rp=all"


async def test_a_person_writes_and_it_is_received_and_acknowledged(stage: Stage) -> None:
    sid = await stage.server.person().writes("izin saya belum keluar")
    assert [(one.provider_id, one.text) for one in stage.received] == [(sid, "izin saya belum keluar")]
    assert [call.status for call in stage.server.calls] == [200]


async def test_both_numbers_come_through_the_same_address(stage: Stage) -> None:
    await stage.server.person("+6281200000003", "sms").writes("lapor")
    await stage.server.person("+6281200000003").writes("lapor")
    assert [(one.channel, one.account, one.address) for one in stage.received] == [
        (Channel.SMS, SMS_FROM, "+6281200000003"),
        (Channel.WHATSAPP, WHATSAPP_FROM, "+6281200000003"),
    ]


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        pytest.param("MessageSid=SM1&Body=x", {}, id="no signature at all"),
        pytest.param("MessageSid=SM1&Body=x", {"X-Twilio-Signature": ""}, id="an empty one"),
        pytest.param("MessageSid=SM1&Body=x", {"X-Twilio-Signature": "bm90IHRoaXM="}, id="a wrong one"),
        pytest.param(
            "MessageSid=SM1&Body=changed",
            {"X-Twilio-Signature": signed(MESSAGE, ("MessageSid", "SM1"), ("Body", "x"))},
            id="the signature of another text",
        ),
        pytest.param(
            "MessageSid=SM1&Body=x&From=whatsapp:%2B62999",
            {"X-Twilio-Signature": signed(MESSAGE, ("MessageSid", "SM1"), ("Body", "x"))},
            id="a parameter too many",
        ),
        pytest.param(
            "MessageSid=SM1&Body=x",
            {"X-Twilio-Signature": signed("http://inner:8000/twilio/message", ("MessageSid", "SM1"), ("Body", "x"))},
            id="signed for the inner address",
        ),
    ],
)
@pytest.mark.parametrize("path", ["/twilio/message", "/twilio/status"])
async def test_forged_calls_are_refused_and_nothing_is_received(
    stage: Stage, body: str, headers: dict[str, str], path: str
) -> None:
    assert await called(stage, body, headers, path) == 403
    assert stage.received == []
    assert stage.reports == []


@pytest.mark.parametrize(
    "signature",
    ["", "x", "A" * 28, "A" * 26 + "==", "A" * 28 + "=", "é" + "A" * 26 + "=", "*" * 27 + "="],
)
async def test_what_cannot_be_a_signature_is_refused_unread(stage: Stage, signature: str) -> None:
    reads = 0

    async def body() -> AsyncIterator[bytes]:
        nonlocal reads
        reads += 1
        yield b"MessageSid=SM1"

    app = Starlette(routes=stage.whatsapp.routes)
    headers = [(b"X-Twilio-Signature", signature.encode())]
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://inner:8000") as client:
        assert (await client.post("/twilio/message", content=body(), headers=headers)).status_code == 403
    assert reads == 0


async def test_a_call_of_thousands_of_fields_is_refused_before_its_signature_is_computed(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked: list[str] = []

    def validate(self: object, url: str, fields: object, signature: str) -> bool:
        checked.append(url)
        return False

    monkeypatch.setattr(RequestValidator, "validate", validate)
    headers = {"X-Twilio-Signature": "A" * 27 + "="}
    assert await called(stage, "&".join(f"f{number}=" for number in range(201)), headers) == 413
    assert checked == []
    assert await called(stage, "&".join(f"f{number}=" for number in range(200)), headers) == 403
    assert checked


async def test_the_validator_does_not_search_the_form_for_each_name(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its work is the number of fields, not the square of it."""

    def searched(self: object, name: object) -> list[str]:
        raise AssertionError("the whole form is searched for one name")

    headers = {"X-Twilio-Signature": signed(MESSAGE, *FORM.items())}
    monkeypatch.setattr(ImmutableMultiDict, "getlist", searched)
    assert await called(stage, str(httpx.QueryParams(FORM)), headers) == 200


@pytest.mark.parametrize("address", [MESSAGE, f"{MESSAGE}#rc=5&rp=all", "https://aduan.example:443/twilio/message"])
async def test_blank_repeated_and_unknown_parameters_are_signed_too(stage: Stage, address: str) -> None:
    pairs = [*FORM.items(), ("Empty", ""), ("Twice", "b"), ("Twice", "a"), ("Brandnew", "ë 🙏")]
    body = "&".join(f"{name}={httpx.QueryParams({'v': value})}".replace("v=", "", 1) for name, value in pairs)
    assert await called(stage, body, {"X-Twilio-Signature": signed(address, *pairs)}) == 200
    assert stage.texts == ["P"]


async def test_a_query_in_the_address_is_signed_too(stage: Stage) -> None:
    pairs = list(FORM.items())
    body = str(httpx.QueryParams(FORM))
    headers = {"X-Twilio-Signature": signed(f"{MESSAGE}?from=console", *pairs)}
    assert await called(stage, body, headers, "/twilio/message?from=console") == 200
    assert await called(stage, body, headers, "/twilio/message?from=elsewhere") == 403


async def test_a_body_without_end_is_not_read_to_its_end(stage: Stage) -> None:
    assert await called(stage, "a=" + "b" * 300_000, {"X-Twilio-Signature": "A" * 27 + "="}) == 413


async def test_without_a_public_address_nothing_can_be_checked_so_nothing_is_believed() -> None:
    async with on_stage(public_url=None) as stage:
        headers = {"X-Twilio-Signature": signed("/twilio/message", *FORM.items())}
        assert await called(stage, str(httpx.QueryParams(FORM)), headers) == 403


async def test_what_could_not_be_kept_is_not_acknowledged_and_comes_again(stage: Stage) -> None:
    stage.troubles = [RuntimeError("the database is away"), RuntimeError("still")]
    await stage.server.person().writes("izin saya")
    assert [call.status for call in stage.server.calls] == [500, 500, 200]
    assert stage.texts == ["izin saya"]


async def test_a_number_that_is_not_in_the_settings_is_not_received() -> None:
    async with on_stage(sms=None) as stage:
        await stage.server.person("+6281200000003", "sms").writes("lapor")
        assert {call.status for call in stage.server.calls} == {404}
        assert stage.received == []


async def test_a_button_comes_back_with_the_payload_it_was_made_with(stage: Stage) -> None:
    warga = stage.server.person()
    await warga.writes("lapor")
    sent = await stage.whatsapp.send(posted("Ada yang salah?", choices=choices("Kirim", "Ubah")))
    await warga.presses("Ubah")
    pressed = stage.received[-1]
    assert (pressed.kind, pressed.choice, pressed.refers_to) == (
        InboundKind.CHOICE,
        "f7:q:2",
        sent.provider_ids[0],
    )


# -- media


async def test_media_come_along_and_the_token_stays_with_the_api(stage: Stage) -> None:
    await stage.server.person().sends_media(b"\x89PNG...", "image/png", "ini fotonya")
    (inbound,) = stage.received
    (photo,) = inbound.files
    assert (inbound.text, photo.kind, photo.content, photo.media_type) == (
        "ini fotonya",
        FileKind.PHOTO,
        b"\x89PNG...",
        "image/png",
    )
    assert [headers.get("authorization") for headers in stage.server.store_requests] == [None]


async def test_a_repeat_is_acknowledged_without_fetching_again(stage: Stage) -> None:
    await stage.server.person().sends_media(b"x", "image/png", "foto")
    (call,) = stage.server.calls
    assert await stage.server.call(stage.server.webhook_url, call.form) == 200
    assert stage.texts == ["foto"]
    assert len(stage.server.store_requests) == 1


@pytest.mark.parametrize(
    "redirect",
    ["http://internal.example/secret", "file:///etc/passwd", "http://169.254.169.254/latest/meta-data"],
)
async def test_a_redirect_without_encryption_is_not_followed(redirect: str) -> None:
    with capture_logs() as logs:
        async with on_stage(media_redirect=redirect) as stage:
            await stage.server.person().sends_media(b"x", "image/png", "foto")
            (inbound,) = stage.received
    assert [(one.content, one.trouble) for one in inbound.files] == [(None, FileTrouble.UNAVAILABLE)]
    assert inbound.text == "foto"
    assert [one["trouble"] for one in logs] == ["redirected to an address without encryption"]


async def test_a_file_over_the_limit_is_named_as_such(stage: Stage) -> None:
    await stage.server.person().sends_media(b"x" * (20 * 1024 * 1024 + 1), "video/mp4")
    ((file,),) = (one.files for one in stage.received)
    assert (file.content, file.trouble) == (None, FileTrouble.TOO_LARGE)


async def test_media_elsewhere_than_at_the_api_are_not_fetched(stage: Stage) -> None:
    pairs = [
        *FORM.items(),
        ("NumMedia", "1"),
        ("MediaUrl0", "https://internal.example/x"),
        ("MediaContentType0", "image/png"),
    ]
    body = str(httpx.QueryParams(dict(pairs)))
    assert await called(stage, body, {"X-Twilio-Signature": signed(MESSAGE, *pairs)}) == 200
    ((file,),) = (one.files for one in stage.received)
    assert file.trouble is FileTrouble.UNAVAILABLE


async def test_media_slower_than_the_webhook_come_with_the_sweep() -> None:
    limits = TwilioLimits(sweep=FAST, webhook_media_seconds=0.05, sweep_media_seconds=5)
    async with on_stage(limits=limits, media_delay=0.2) as stage, sweeping(stage.whatsapp):
        await stage.server.person().sends_media(b"slow", "image/png", "foto")
        (inbound,) = await stage.hears_from()
        assert [one.content for one in inbound.files] == [b"slow"]
        assert stage.server.calls[0].status == 503


async def test_media_that_never_come_do_not_keep_the_words_back() -> None:
    limits = TwilioLimits(sweep=FAST, webhook_media_seconds=0.05, sweep_media_seconds=0.05)
    async with on_stage(limits=limits, media_delay=60) as stage, sweeping(stage.whatsapp):
        await stage.server.person().sends_media(b"never", "image/png", "foto")
        (inbound,) = await stage.hears_from()
        assert (inbound.text, inbound.files[0].trouble) == ("foto", FileTrouble.UNAVAILABLE)


# -- statuses


async def test_statuses_are_passed_on_in_whatever_order_they_come(stage: Stage) -> None:
    warga = stage.server.person()
    await warga.writes("lapor")
    sent = await stage.whatsapp.send(posted("Pengaduan tercatat."))
    await warga.marks_read()
    for status in ("queued", "sending", "accepted", "a-new-one"):
        await stage.server.status(warga.heard[-1], status)
    await warga.marks_delivered()
    await stage.server.status(warga.heard[-1], "sent")
    (sid,) = sent.provider_ids
    assert stage.reports == [
        (Channel.WHATSAPP, sid, DeliveryState.READ, ""),
        (Channel.WHATSAPP, sid, DeliveryState.DELIVERED, ""),
        (Channel.WHATSAPP, sid, DeliveryState.SENT, ""),
    ]


async def test_a_failure_is_passed_on_with_its_number(stage: Stage) -> None:
    nomor = stage.server.person(channel="sms")
    sent = await stage.sms.send(posted("Pengaduan tercatat."))
    await nomor.fails(30003)
    assert stage.reports == [(Channel.SMS, sent.provider_ids[0], DeliveryState.FAILED, "30003")]


async def test_neither_token_nor_text_nor_number_is_logged(
    caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    async with on_stage() as stage, sweeping(stage.whatsapp):
        warga = stage.server.person("+6281277778888")
        stage.troubles = [RuntimeError("izin rahasia +6281277778888")]
        await warga.sends_media(b"x", "image/png", "izin rahasia")
        await stage.whatsapp.send(posted("jawaban rahasia", to="+6281277778888"))
        await stage.whatsapp.find(posted("jawaban rahasia", to="+6281277778888"))
        await called(stage, "a=b", {"X-Twilio-Signature": "x"})
    said = caplog.text + "".join(capsys.readouterr())
    assert "call not carried out" in said
    for secret in (AUTH_TOKEN, "6281277778888", "rahasia"):
        assert secret not in said
    assert ACCOUNT_SID not in said
