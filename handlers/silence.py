"""Silence is one more input: a nudge, and then what was said becomes a suggestion. Nothing is lost by not answering."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from handlers.form import Form, ask, end
from handlers.intake.cancel import drop_draft
from handlers.intake.form import INTAKE
from handlers.intake.report import Report
from handlers.intake.send import filed
from handlers.say import Option, Say, line
from handlers.speak import put
from handlers.turn import Timing, Turn
from storage.tables import Conversation

QUIET_FROM, QUIET_UNTIL = time(20), time(8)
_DAY = timedelta(days=1)
_TO_ANSWER = timedelta(hours=1)  # the least that a nudge in the morning leaves
_LATE = timedelta(minutes=10)  # a nudge later than this was kept back by an outage
NUDGE_KEY = "nudge"


def watch(turn: Turn) -> None:
    """After each message: since when something of substance is there, when to nudge, and when the form is let go."""
    talk = turn.talk
    talk.nudge_at = talk.nudged_at = None
    talk.expire_at = turn.now + turn.timing.expire if talk.form else None
    if not _has_substance(talk):
        talk.brought_at = None
        return
    talk.brought_at = talk.brought_at or turn.now
    talk.nudge_at = nudge_time(turn.now, turn.timing, ZoneInfo(turn.office.profile.time_zone))


def _has_substance(talk: Conversation) -> bool:
    return talk.form == INTAKE.name and Report(talk.answers).has_substance


def nudge_time(said_at: datetime, timing: Timing, zone: ZoneInfo) -> datetime:
    """Between 08.00 and 20.00: later where that still fits before the expiry, else the evening before.

    With settings shorter than a day quiet hours do not apply.
    """
    wanted, expire = said_at + timing.nudge, said_at + timing.expire
    if timing.expire < _DAY:
        return wanted
    local = wanted.astimezone(zone)
    if QUIET_UNTIL <= local.time() < QUIET_FROM:
        return wanted
    day = local.date() + _DAY if local.time() >= QUIET_FROM else local.date()
    morning = datetime.combine(day, QUIET_UNTIL, zone)
    if morning <= expire - min(timing.expire - timing.nudge, _TO_ANSWER):
        return morning
    evening = datetime.combine(day - _DAY, QUIET_FROM, zone) - timedelta(minutes=30)
    return max(evening, said_at + timedelta(minutes=30))


async def fell_silent(turn: Turn) -> None:
    """A tick of the clock for one talk, locked. Nudges once; expires only after a nudge was tried."""
    talk, now = turn.talk, turn.work.now
    expired = talk.expire_at is not None and now >= talk.expire_at
    if not _has_substance(talk):
        talk.nudge_at = None
        if expired:
            await _let_go(turn)
    elif talk.nudged_at is None:
        if expired or (talk.nudge_at and now >= talk.nudge_at):
            await _nudge(turn, talk)
    elif expired:
        await _expire(turn)


async def _let_go(turn: Turn) -> None:
    """A form without substance is closed without a word; files without a story are not kept, and that is said."""
    files = await turn.work.attachments.of_draft(turn.contact.id, turn.talk.instance)
    was_report = turn.talk.form == INTAKE.name
    if was_report:
        await drop_draft(turn)
    end(turn)
    if files and was_report:
        said = Say((line("expired-files", count=len(files)),), purpose="nudge")
        await put(turn.work, [said], turn.contact, turn.talk)


async def _nudge(turn: Turn, talk: Conversation) -> None:
    now, grace = turn.work.now, turn.timing.expire - turn.timing.nudge
    if talk.nudge_at is None or now - talk.nudge_at > min(_LATE, grace / 2):
        # It comes late, after an outage: the person still gets the whole time that it promises.
        talk.expire_at = max(talk.expire_at or now, now + grace)
    talk.nudged_at, talk.nudge_at = now, None
    assert talk.expire_at is not None
    local = talk.expire_at.astimezone(ZoneInfo(turn.office.profile.time_zone))
    options = (
        Option("go_on", line("choice-continue")),
        Option("note", line("choice-note-now")),
        Option("cancel", line("choice-cancel")),
    )
    words = line("nudge", hour=f"{local:%H.%M}")
    said = Say((words,), options, question=NUDGE_KEY, purpose="nudge", expires_at=talk.expire_at)
    talk.asked = NUDGE_KEY
    await put(turn.work, [said], turn.contact, talk)


async def nudge_answered(turn: Turn, form: Form, value: str) -> list[Say]:
    """Go on, note it as it is, or leave."""
    if value == "note":
        says = await filed(turn, Report(dict(turn.talk.answers)), confirmed=False)
        end(turn)
        return says
    if value == "cancel":
        turn.talk.answers = {**turn.talk.answers, "cancelling": True}
    return [await ask(turn, form)]


async def _expire(turn: Turn) -> None:
    """What was said is kept as a suggestion, with a number; the person is told how to make it a complaint."""
    says = await filed(turn, Report(dict(turn.talk.answers)), confirmed=False)
    end(turn)
    await put(turn.work, says, turn.contact, turn.talk)
