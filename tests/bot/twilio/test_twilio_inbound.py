"""What people send, as the rest of the program gets it."""

from dataclasses import fields
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.twilio.inbound import Form, read_form
from messages.envelope import Channel, FileKind, InboundKind, Location, SharedContact
from tests.servers.twilio import WHATSAPP_FROM

AT = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
PLAIN = {
    "MessageSid": "SM1",
    "From": "whatsapp:+6281200000001",
    "To": f"whatsapp:{WHATSAPP_FROM}",
    "Body": "",
    "NumMedia": "0",
}
EMPTY: dict[str, Any] = {
    "channel": Channel.WHATSAPP,
    "account": WHATSAPP_FROM,
    "address": "+6281200000001",
    "provider_id": "SM1",
    "message_ref": "SM1",
    "at": AT,
    "kind": InboundKind.MESSAGE,
    "text": "",
    "choice": "",
    "files": (),
    "location": None,
    "contact": None,
    "refers_to": "",
    "forwarded": False,
    "album": "",
    "language": "",
    "private": "",
    "speaker": "",
    "thread": "",
    "membership": None,
}


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        pytest.param({"Body": "izin saya"}, {"text": "izin saya"}, id="text"),
        pytest.param(
            {"Body": "lapor", "From": "+6281200000002", "To": "+62264820002"},
            {"text": "lapor", "channel": Channel.SMS, "account": "+62264820002", "address": "+6281200000002"},
            id="sms",
        ),
        pytest.param(
            {"Body": "Kirim", "ButtonText": "Kirim", "ButtonPayload": "f7:review:send"},
            {"kind": InboundKind.CHOICE, "choice": "f7:review:send", "text": "Kirim"},
            id="button",
        ),
        pytest.param(
            {"ListId": "f7:service:2", "ListTitle": "Perpanjangan"},
            {"kind": InboundKind.CHOICE, "choice": "f7:service:2", "text": "Perpanjangan"},
            id="list",
        ),
        pytest.param(
            {"Body": "Kirim", "ButtonText": "Kirim", "ButtonPayload": "{{3}}"},
            {"text": "Kirim"},
            id="a button whose payload is not ours counts by its words",
        ),
        pytest.param(
            {"Body": "ini jawabannya", "OriginalRepliedMessageSid": "SM0"},
            {"text": "ini jawabannya", "refers_to": "SM0"},
            id="quote",
        ),
        pytest.param(
            {"Latitude": "-6.5387", "Longitude": "107.4499", "Address": "Jl. Veteran"},
            {"location": Location(-6.5387, 107.4499)},
            id="location",
        ),
        pytest.param({"Body": "di sini", "Latitude": "north", "Longitude": "107"}, {"text": "di sini"}, id="no place"),
        pytest.param({"Body": "hoaks", "Forwarded": "true"}, {"text": "hoaks", "forwarded": True}, id="forwarded"),
        pytest.param(
            {"Body": "hoaks", "FrequentlyForwarded": "true"},
            {"text": "hoaks", "forwarded": True},
            id="forwarded often",
        ),
        pytest.param({}, {"kind": InboundKind.STICKER}, id="nothing that we know: a reaction, a poll"),
        pytest.param(
            {"NumMedia": "1", "MediaUrl0": "https://x/1", "MediaContentType0": "image/webp"},
            {"kind": InboundKind.STICKER},
            id="sticker",
        ),
        pytest.param(
            {"NumMedia": "1", "MediaUrl0": "https://x/1", "MediaContentType0": "text/vcard"},
            {"contact": SharedContact("", own=False)},
            id="somebody's card, of which nothing is kept",
        ),
        pytest.param(
            {"Body": "halo", "NewParameter": "1", "ReferralBody": "iklan", "NumMedia": "many"},
            {"text": "halo"},
            id="parameters that nobody announced",
        ),
        pytest.param({"Body": "pesan\nkedua 🙏"}, {"text": "pesan\nkedua 🙏"}, id="line breaks and emoji stay"),
    ],
)
def test_what_a_form_says(form: dict[str, str], expected: dict[str, Any]) -> None:
    inbound, offered = read_form(Form(PLAIN | form), AT)
    assert EMPTY | expected == {one.name: getattr(inbound, one.name) for one in fields(inbound)}
    assert offered == ()


@pytest.mark.parametrize(
    ("media_type", "kind"),
    [
        ("image/jpeg", FileKind.PHOTO),
        ("audio/ogg; codecs=opus", FileKind.VOICE),
        ("audio/amr", FileKind.VOICE),
        ("audio/mpeg", FileKind.AUDIO),
        ("video/mp4", FileKind.VIDEO),
        ("application/pdf", FileKind.DOCUMENT),
        ("", FileKind.DOCUMENT),
    ],
)
def test_kinds_of_media(media_type: str, kind: FileKind) -> None:
    form = PLAIN | {"NumMedia": "1", "MediaUrl0": "https://x/1", "MediaContentType0": media_type}
    inbound, offered = read_form(Form(form), AT)
    assert [one.kind for one in offered] == [kind]
    assert inbound.kind is InboundKind.MESSAGE


@pytest.mark.parametrize("missing", ["From", "To", "MessageSid"])
def test_a_form_without_sender_receiver_or_sid_is_none(missing: str) -> None:
    with pytest.raises(KeyError):
        read_form(Form({name: value for name, value in PLAIN.items() if name != missing}), AT)
