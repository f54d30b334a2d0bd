"""Turns what handlers want said into words, and puts it in the outbox, in the transaction."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from handlers.say import DayOnly, Line, Month, Option, Quote, Say, Several
from messages.envelope import Channel, Choice, Outgoing, OutgoingFile
from messages.speech import Words
from storage.tables import Contact, Conversation, Posting
from storage.work import Work

# Where characters are counted, quotes shrink until the whole fits into two parts.
_TWO_PARTS = 306
_NARROW_QUOTES = (40, 28, 20, 14)
# And what is left out first when that is not enough: the receipt says it, or said it before.
_LEAST_NEEDED = ("receipt-more-welcome", "breach-fee", "intro", "breach-time")


def words_for(contact: Contact) -> Words:
    return Words(contact.person.language, brief=contact.channel == Channel.SMS)


def in_words(line: Line | str, words: Words, narrow: int = _NARROW_QUOTES[0]) -> str:
    """`narrow`: the longest quote, in characters, where they are counted."""
    if isinstance(line, str):
        return line
    values = {name: _value(name, value, words, narrow) for name, value in line.values.items()}
    return words.say(line.id, values)


def outgoing(say: Say, words: Words, instance: str) -> Outgoing:
    """The message in words, its choices numbered: from 1, and 0 for "other / don't know"."""
    for narrow in _NARROW_QUOTES:
        message = _outgoing(say, words, instance, narrow)
        if not words.brief or _length(message) <= _TWO_PARTS:
            return message
    for least in _LEAST_NEEDED:
        say = replace(say, lines=tuple(one for one in say.lines if not one.id.startswith(least)))
        message = _outgoing(say, words, instance, narrow)
        if _length(message) <= _TWO_PARTS:
            break
    return message


def _outgoing(say: Say, words: Words, instance: str, narrow: int) -> Outgoing:
    choices, counted = [], 0
    for option in say.options:
        if option.number is None:
            counted += 1
        number = counted if option.number is None else option.number
        key = option_key(instance, say.question, option)
        choices.append(Choice(key, in_words(option.label, words, narrow), number))
    return Outgoing(
        lines=tuple(in_words(line, words, narrow) for line in say.lines),
        choices=tuple(choices),
        files=tuple(
            OutgoingFile(f.id, _neutral(i, f.name) if say.nameless else f.name or "", f.media_type)
            for i, f in enumerate(say.files, start=1)
        ),
        ids=tuple(line.id for line in say.lines),
        topic=say.topic,
        captioned=say.captioned,
        announced=in_words(say.announced, words) if say.announced else "",
    )


def _neutral(nth: int, name: str | None) -> str:
    """`berkas-1.pdf`: the kind of file alone."""
    _, dot, ending = (name or "").rpartition(".")
    return f"berkas-{nth}{dot}{ending if dot and ending.isalnum() and len(ending) <= 4 else ''}"


def _length(message: Outgoing) -> int:
    return sum(len(line) + 1 for line in message.lines) + sum(len(c.label) + 3 for c in message.choices)


def option_key(instance: str, question: str, option: Option) -> str:
    return f"{instance}.{question}.{option.value}"


async def put(
    work: Work,
    says: Sequence[Say],
    contact: Contact,
    talk: Conversation | None,
    *,
    wait: timedelta = timedelta(0),
    supersede_key: str | None = None,
) -> list[Posting]:
    """Keep what is to be said. What is offered last becomes what a typed number or label means.

    The talk of somebody else is not touched, since they may be writing now: what a number means to them is looked up
    in the outbox when they write it (`handlers/route.py`).
    """
    kept = []
    for said in says:
        to = said.to or contact
        own = to is contact or to.id == contact.id
        message = outgoing(said, words_for(to), talk.instance if talk and own else "")
        posting = await work.outbox.put(
            to,
            message,
            case_id=said.case_id,
            purpose=said.purpose,
            wait=wait if own else timedelta(0),
            supersede_key=supersede_key if own else None,
            code=said.code,
            expires_at=said.expires_at,
            entry_id=said.entry_id,
            hold=said.hold,
        )
        kept.append(posting)
        if message.choices and own and not said.hold and talk is not None:
            talk.offered = [{"key": c.key, "label": c.label, "number": c.number} for c in message.choices]
    return kept


def _value(name: str, value: object, words: Words, narrow: int) -> str | int:
    """A `count` stays a number, so that the words can have a singular; other numbers are text (no separators)."""
    return value if name == "count" and isinstance(value, int) else _text(value, words, narrow)


def _text(value: object, words: Words, narrow: int) -> str:
    match value:
        case str():
            return value
        case Line():
            return in_words(value, words, narrow)
        case date():
            return f"{words.short_day(value)} {value.year}" if words.brief else words.day(value)
        case DayOnly(day):
            return words.short_day(day)
        case Month(day):
            return words.month(day)
        case Quote(text, most):
            return shortened(text, min(narrow, most) if words.brief else most)
        case Several(items):
            return ", ".join(_text(item, words, narrow) for item in items)
        case int():
            return str(value)
        case _:
            raise TypeError(f"no words for a value of {type(value).__name__}")


def shortened(text: str, most: int) -> str:
    """The beginning of somebody's words, on one line, cut at a word."""
    flat = " ".join(text.split())
    if len(flat) <= most:
        return flat
    return flat[: most - 1].rsplit(" ", 1)[0].rstrip(".,;: ") + "..."
