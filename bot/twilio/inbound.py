"""What came in, from Twilio's form or from its list of messages, as an `Inbound`; media not yet fetched."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from starlette.datastructures import ImmutableMultiDict

from bot.twilio.client import MessageRecord
from messages.envelope import Channel, FileKind, Inbound, InboundKind, Location, SharedContact

Form = ImmutableMultiDict[str, str]

_PREFIX: Final = "whatsapp:"
_PAYLOAD: Final = re.compile(r"[A-Za-z0-9_:.\-]{1,64}")
_CARDS: Final = frozenset({"text/vcard", "text/x-vcard", "text/directory"})
_VOICE: Final = frozenset({"audio/ogg", "audio/amr", "audio/opus"})
_STICKERS: Final = frozenset({"image/webp"})


@dataclass(frozen=True, slots=True)
class OfferedMedia:
    """Something that hangs on a message and can be fetched."""

    url: str
    media_type: str

    @property
    def kind(self) -> FileKind:
        """What it is by its media type; WhatsApp records voice as Ogg, telephones as AMR."""
        if self.media_type in _VOICE:
            return FileKind.VOICE
        kinds = {"image": FileKind.PHOTO, "audio": FileKind.AUDIO, "video": FileKind.VIDEO}
        return kinds.get(self.media_type.partition("/")[0], FileKind.DOCUMENT)


def channel_of(address: str) -> tuple[Channel, str]:
    """The channel and the bare number of an address as Twilio writes it: `whatsapp:+62...` or `+62...`."""
    if address.startswith(_PREFIX):
        return Channel.WHATSAPP, address.removeprefix(_PREFIX)
    return Channel.SMS, address


def address_on(channel: Channel, number: str) -> str:
    """A number as Twilio wants it on this channel."""
    return f"{_PREFIX}{number}" if channel is Channel.WHATSAPP else number


def read_form(form: Form, at: datetime) -> tuple[Inbound, tuple[OfferedMedia, ...]]:
    """A verified webhook form. Raises `KeyError` without `From`, `To` or `MessageSid`; the rest may lack."""
    count = form.get("NumMedia", "")
    offered = [
        OfferedMedia(form[f"MediaUrl{number}"], _bare_type(form.get(f"MediaContentType{number}", "")))
        for number in range(int(count) if count.isdecimal() else 0)
        if f"MediaUrl{number}" in form
    ]
    # A payload that is not of our form is a button that somebody made elsewhere: its words count.
    payload = form.get("ButtonPayload") or form.get("ListId") or ""
    choice = payload if _PAYLOAD.fullmatch(payload) else ""
    return _assemble(
        sender=form["From"],
        receiver=form["To"],
        sid=form["MessageSid"],
        at=at,
        text=form.get("Body") or form.get("ButtonText") or form.get("ListTitle") or "",
        offered=offered,
        choice=choice,
        location=_location(form),
        refers_to=form.get("OriginalRepliedMessageSid", ""),
        forwarded="true" in (form.get("Forwarded", "").lower(), form.get("FrequentlyForwarded", "").lower()),
    )


def read_record(
    record: MessageRecord, offered: Sequence[OfferedMedia], now: datetime
) -> tuple[Inbound, tuple[OfferedMedia, ...]]:
    """A message from the list: no payloads, places or quotes; a button's words stand in its body."""
    return _assemble(
        sender=record.from_,
        receiver=record.to,
        sid=record.sid,
        at=min(record.at or now, now),
        text=record.body,
        offered=[OfferedMedia(one.url, _bare_type(one.media_type)) for one in offered],
    )


def _assemble(
    *,
    sender: str,
    receiver: str,
    sid: str,
    at: datetime,
    text: str,
    offered: Sequence[OfferedMedia],
    choice: str = "",
    location: Location | None = None,
    refers_to: str = "",
    forwarded: bool = False,
) -> tuple[Inbound, tuple[OfferedMedia, ...]]:
    channel, account = channel_of(receiver)
    # Somebody else's card is not kept, so it is not even fetched; a sticker says nothing that could be kept.
    card = any(one.media_type in _CARDS for one in offered)
    fetched = tuple(one for one in offered if one.media_type not in _CARDS)
    sticker = channel is Channel.WHATSAPP and not text and {one.media_type for one in fetched} <= _STICKERS
    kind = InboundKind.MESSAGE
    if choice:
        kind = InboundKind.CHOICE
    elif sticker and not card and location is None:
        kind, fetched = InboundKind.STICKER, ()
    inbound = Inbound(
        channel=channel,
        account=account,
        address=channel_of(sender)[1],
        provider_id=sid,
        at=at,
        kind=kind,
        text=text,
        choice=choice,
        location=location,
        contact=SharedContact(phone="", own=False) if card else None,
        message_ref=sid,
        refers_to=refers_to,
        forwarded=forwarded,
    )
    return inbound, fetched


def _bare_type(media_type: str) -> str:
    return media_type.partition(";")[0].strip().lower()


def _location(form: Form) -> Location | None:
    try:
        latitude, longitude = float(form["Latitude"]), float(form["Longitude"])
    except (KeyError, ValueError):
        return None
    on_earth = -90 <= latitude <= 90 and -180 <= longitude <= 180
    return Location(latitude, longitude) if on_earth else None
