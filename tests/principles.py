"""The principles of a talk that a transcript can be held to: every message of every story is judged by them."""

import re

from bot.twilio.gsm import gsm_units
from bot.twilio.layout import lay_out
from messages.envelope import Channel, Outgoing

MOST_SENTENCES = 3
MOST_WORDS = 20
MOST_LABEL_ROWS = 9
MOST_CHOICES = 9  # and 0 for "other / don't know"
SMS_UNITS = 306  # two parts
MOST_OF_A_BUTTON = 20

# Rows that name a thing and its value are no sentences.
_LABELS = re.compile(
    r"review-(story|service|kind|when|name|address)|receipt-(number|code|files|due|skipped)|breach-fee"
    r"|status-(row|state|last|due)|standard-(title|time|free|fee|requirements|product|reply|loaded)"
    r"|mydata-(chat|case|more|no-cases|survey)|case-which-row|complete-(counts-from|for)"
    r"|quoted$|answer-for|question-from-officer|suggestion-read|outcome-reopened-noted"
    r"|topic-(entry-|secret)|canned-(row|list)|load-|late-(title|more|today)|digest-(?!how|no-|nothing)"
    r"|record-row-|access-code|desk-(row-|came-by|head|guide-|invite-code|invite-link|arrived-row)"
)
_NO_DATE_OWED = {
    "receipt-suggestion-next",
    "receipt-suggestion-opens",
    "receipt-suggestion-late",
    "receipt-suggestion-silent",
}
# What the desk says; its people work with these words.
_STAFF_WORDS = (
    "desk-",
    "study-",
    "life-",
    "record-",
    "merge-",
    "access-",
    "closed-",
    "canned-",
    "group-",
    "digest-",
    "bundle-",
    "export-",
    "late-",
    "load-",
    "remind-",
    "topic-",
)
_ABBREVIATIONS = re.compile(r"\b(ext|Kel|Kec|No|Jl|dr|drs|st)\.", re.IGNORECASE)
_NEVER_SAID = re.compile(
    r"\b(tiket|submit|komponen|eskalasi|opd|apip|verifikasi|ditolak|gagal|tidak sah|kedaluwarsa|mohon bersabar)\b",
    re.IGNORECASE,
)


def broken(message: Outgoing, channel: Channel) -> list[str]:
    """What is against the principles in a message, in words for the one who reads the failed test."""
    found = [*_of_sentences(message), *_of_choices(message), *_of_a_receipt(message)]
    own = "\n".join(_unquoted(line) for line in message.lines)
    if "!" in own:
        found.append("an exclamation mark")
    to_staff = any(message_id.startswith(_STAFF_WORDS) for message_id in message.ids)
    if not to_staff and (said := _NEVER_SAID.search(own)):
        found.append(f"says {said[0]!r}")
    if channel is Channel.SMS:
        found += _of_sms(message)
    return [f"{trouble}:\n{message.text}" for trouble in found]


def sentences(line: str) -> list[str]:
    """The sentences of a line; a quotation counts as one word."""
    plain = _ABBREVIATIONS.sub(r"\1", _unquoted(line))
    return [part for part in re.split(r"(?<=[.?!])\s+|\n", plain) if re.search(r"\w", part)]


def _of_sentences(message: Outgoing) -> list[str]:
    found, told, rows = [], 0, 0
    for message_id, line in zip(message.ids, message.lines, strict=False):
        in_review = message_id == "notice" and "review-anything-wrong" in message.ids
        if _LABELS.match(message_id) or in_review:
            rows += 1
            continue
        for sentence in sentences(line):
            told += 1
            words = len(re.findall(r"\S*\w\S*", sentence))
            if words > MOST_WORDS:
                found.append(f"{words} words in {sentence!r}")
    if told > MOST_SENTENCES:
        found.append(f"{told} sentences")
    if rows > MOST_LABEL_ROWS:
        found.append(f"{rows} label rows")
    return found


def _of_choices(message: Outgoing) -> list[str]:
    numbers = [choice.number for choice in message.choices]
    labels = [choice.label for choice in message.choices]
    found = []
    if len(set(numbers)) != len(numbers) or any(not 0 <= number <= MOST_CHOICES for number in numbers):
        found.append(f"choices are numbered {numbers}")
    if len(set(labels)) != len(labels):
        found.append(f"two choices read alike: {labels}")
    if len(labels) in (1, 2) and any(len(label) > MOST_OF_A_BUTTON for label in labels):
        found.append(f"too long for a button: {labels}")
    if any(len(choice.key.encode()) > 64 for choice in message.choices):
        found.append("a payload of more than 64 bytes")
    return found


def _of_a_receipt(message: Outgoing) -> list[str]:
    ids = set(message.ids)
    if "receipt-number" not in ids:
        return []
    return [] if "receipt-due" in ids or ids & _NO_DATE_OWED else ["a receipt without a word about the date"]


def _of_sms(message: Outgoing) -> list[str]:
    body = "\n".join(part.body for part in lay_out(Channel.SMS, message, files_go=False))
    units = gsm_units(body)
    if units is None:
        return ["characters that GSM does not have"]
    return [f"{units} GSM characters"] if units > SMS_UNITS else []


def _unquoted(line: str) -> str:
    return re.sub(r'"[^"]*"', "X", line)
