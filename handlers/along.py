"""What comes along without words: recordings, files that could not be kept, a place, a contact card.

A place and a phone number are facts of the report; everything else has one line before the answer.
"""

import re

from handlers.intake.files import is_recording
from handlers.intake.form import INTAKE
from handlers.say import Line, Say, line
from handlers.turn import Turn
from rules.identity import normalised_phone

_KTP = re.compile(r"(?<![^\W_])(?:e-?)?ktp(?![^\W_])", re.IGNORECASE)
_PASSWORDS = ("otp", "password", "sandi", "pin")


def read_along(turn: Turn) -> None:
    """Note the facts of this message. Somebody else's card is not kept."""
    inbound = turn.inbound
    if inbound.location:
        turn.facts["location"] = [inbound.location.latitude, inbound.location.longitude]
    if inbound.contact:
        phone = normalised_phone(inbound.contact.phone) if inbound.contact.own else None
        turn.facts["card"] = "own" if phone else "other"
        if phone:
            turn.facts["phone"] = phone
    if inbound.forwarded:
        turn.facts["forwarded"] = True


def keep_along(turn: Turn, says: list[Say]) -> list[Say]:
    """After the words were heard: the facts go into the open report, and the lines about what came along are said."""
    reporting = turn.talk.form == INTAKE.name
    if reporting:
        facts: dict[str, object] = {name: turn.facts[name] for name in ("location", "phone") if name in turn.facts}
        turn.talk.answers = {**turn.talk.answers, **facts}
    sent = bool(says) and says[0].purpose == "receipt"  # a receipt counts its files itself
    notes = ([] if sent else _voices(turn)) + _lines(turn, reporting=reporting)
    if not notes:
        return says
    return [says[0].after(*notes), *says[1:]] if says else [Say(tuple(notes))]


def _voices(turn: Turn) -> list[Line]:
    notes = []
    for attachment in filter(is_recording, turn.attachments):
        if not attachment.seconds:  # not every channel tells how long it is
            notes.append(line("files-recording"))
            continue
        minutes, seconds = divmod(attachment.seconds, 60)
        notes.append(line("files-voice", length=f"{minutes}.{seconds:02d}"))
    return notes


def _lines(turn: Turn, *, reporting: bool) -> list[Line]:
    desk = turn.office.profile.desk
    notes = [line(f"files-{t.value.replace('_', '-')}", desk=desk) for t in dict.fromkeys(turn.troubles)]
    if reporting and "location" in turn.facts:
        notes.append(line("location-noted"))
    if card := turn.facts.get("card"):
        notes.append(line("card-other" if card == "other" else "card-own" if reporting else "card-not-needed"))
    folded = turn.inbound.text.casefold()
    if reporting and turn.attachments and _KTP.search(" ".join([folded, *(a.name or "" for a in turn.attachments)])):
        notes.append(line("files-ktp"))
    told = any(word in folded for word in _PASSWORDS)
    if told and turn.office.reader.read(turn.inbound.text, turn.today).secrets:
        notes.append(line("secrets-warning"))
    return notes
