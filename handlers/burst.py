"""A story told in several messages gets one answer: it waits for a moment of quiet, and is taken back when more comes.

The talk is kept as it was at the last reply that a sender claimed; all pieces since then are read together from there.
"""

from datetime import datetime, timedelta
from typing import Any

from handlers.form import Form, Heard, name_files
from handlers.forms import present_question
from handlers.intake.form import INTAKE
from handlers.turn import Turn
from messages.envelope import Channel, FileTrouble

_PROMPT = (Channel.TERMINAL,)  # channels where an answer never waits for more of a story
_SAID_ONCE = ("introduced", "noticed")


def may_wait(turn: Turn) -> bool:
    return bool(turn.timing.burst) and turn.contact.channel not in _PROMPT


def tells(turn: Turn, form: Form | None) -> bool:
    """A story is (about to be) told, or files arrive: the answer waits for a moment of quiet."""
    files = bool(turn.attachments) and not turn.inbound.text.strip()
    return (form is None and turn.member is None) or (form is INTAKE and (files or present_question(turn) == "story"))


def key(turn: Turn) -> str:
    """What the answer that waits is known by in the outbox."""
    return f"talk:{turn.talk.id}"


def rest(turn: Turn) -> timedelta:
    """How long the answer may still wait."""
    since = turn.talk.burst_since or turn.work.now
    left = since + turn.timing.longest_burst - turn.work.now
    return max(timedelta(0), min(turn.timing.burst, left))


async def withdraw(turn: Turn) -> bool:
    """Take back the answer to what was said a moment ago; False when a sender has claimed it, or none waits."""
    return turn.talk.snapshot is not None and bool(await turn.work.outbox.withdraw(key(turn)))


async def interrupt(turn: Turn) -> None:
    """Something is answered at once: the answer that waits would only repeat it."""
    if await withdraw(turn):
        unsay(turn)


def unsay(turn: Turn) -> None:
    """Who answers here, and what for: that was in the answer taken back, so it is said with the next."""
    before = (turn.talk.snapshot or {})["answers"]
    answers = turn.talk.answers
    _unintroduced(turn)
    turn.talk.answers = {k: v for k, v in answers.items() if k not in _SAID_ONCE or k in before}


def _unintroduced(turn: Turn) -> None:
    before = (turn.talk.snapshot or {}).get("introduced")
    turn.contact.introduced_at = datetime.fromisoformat(before) if before else None


def clear(turn: Turn) -> None:
    turn.talk.snapshot, turn.talk.burst, turn.talk.burst_since = None, [], None


def begin(turn: Turn) -> None:
    """A first piece: remember the talk as it is now."""
    talk, courtesy, introduced = turn.talk, turn.contact.courtesy_at, turn.contact.introduced_at
    talk.snapshot = {
        "form": talk.form,
        "answers": dict(talk.answers),
        "case_id": talk.case_id,
        "misses": talk.misses,
        "asked": talk.asked,
        "offered": list(talk.offered),
        "courteous": courtesy is not None,
        "introduced": introduced.isoformat() if introduced else None,
    }
    talk.burst, talk.burst_since = [], turn.work.now
    if not talk.form:
        talk.instance = turn.new_instance()


def resume(turn: Turn) -> None:
    """One more piece: the talk is again as it was before the first."""
    talk = turn.talk
    before: dict[str, Any] = talk.snapshot or {}
    talk.form, talk.answers, talk.case_id = before["form"], dict(before["answers"]), before["case_id"]
    talk.misses, talk.asked, talk.offered = before["misses"], before["asked"], list(before["offered"])
    if not before["courteous"]:
        turn.contact.courtesy_at = None
    _unintroduced(turn)
    turn.entry_id = before.get("entry")


def add(turn: Turn, text: str, ref: str) -> None:
    """Keep this message as a piece, with what came along."""
    piece = {
        "text": text,
        "ref": ref,
        "files": [attachment.id for attachment in turn.attachments],
        "troubles": [trouble.value for trouble in turn.troubles],
        "facts": dict(turn.facts),
    }
    turn.talk.burst = [*turn.talk.burst, piece]


def replace_text(turn: Turn, ref: str, text: str) -> bool:
    """An edited piece; False when that message is none."""
    hit = any(piece["ref"] == ref for piece in turn.talk.burst)
    turn.talk.burst = [{**p, "text": text} if p["ref"] == ref else p for p in turn.talk.burst]
    return hit


async def gathered(turn: Turn) -> Heard:
    """All pieces as one thing said; files, troubles and facts of all of them are at hand in the turn."""
    pieces = turn.talk.burst
    known = {attachment.id for attachment in turn.attachments}
    for file_id in (i for piece in pieces for i in piece["files"] if i not in known):
        attachment = await turn.work.attachments.get(file_id)
        if attachment:
            turn.attachments.append(attachment)
    turn.attachments.sort(key=lambda attachment: attachment.id)
    turn.troubles = [FileTrouble(t) for piece in pieces for t in piece["troubles"]]
    turn.facts = {name: value for piece in pieces for name, value in piece["facts"].items()}
    name_files(turn)
    text = "\n".join(piece["text"] for piece in pieces if piece["text"].strip())
    return Heard(text, ref=pieces[-1]["ref"], parts=tuple((p["text"], p["ref"]) for p in pieces))
