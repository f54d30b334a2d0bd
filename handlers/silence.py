"""Silence is one more input: a nudge, and then what was said becomes a suggestion. Nothing is lost by not answering."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from handlers.form import Form, ask, end
from handlers.intake.report import Report
from handlers.intake.send import receipt, register
from handlers.say import Option, Say, line
from handlers.speak import put
from handlers.turn import Timing, Turn
from storage.tables import Conversation

QUIET_FROM, QUIET_UNTIL = time(20), time(8)
_DAY = timedelta(days=1)
NUDGE_KEY = "nudge"


def watch(turn: Turn) -> None:
    """After each message: when to nudge and when to let the draft expire, if it holds something of substance."""
    talk = turn.talk
    if talk.form != "intake" or not Report(talk.answers).has_substance:
        talk.nudge_at = talk.expire_at = talk.nudged_at = None
        return
    talk.nudged_at = None
    zone = ZoneInfo(turn.office.profile.time_zone)
    talk.expire_at = turn.now + turn.timing.expire
    talk.nudge_at = nudge_time(turn.now, turn.timing, zone)


def nudge_time(said_at: datetime, timing: Timing, zone: ZoneInfo) -> datetime:
    """Between 08.00 and 20.00: later where it still fits before the expiry, else the evening before (DECISIONS, talking).

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
    if morning < expire:
        return morning
    evening = datetime.combine(day - _DAY, QUIET_FROM, zone) - timedelta(minutes=30)
    return max(evening, said_at + timedelta(minutes=30))


async def fell_silent(turn: Turn) -> None:
    """A tick of the clock for one talk, locked. Nudges once; expires only after a nudge was tried."""
    talk, now = turn.talk, turn.work.now
    report = Report(talk.answers)
    if talk.form != "intake" or not report.has_substance:
        talk.nudge_at = talk.expire_at = None
        return
    if talk.nudged_at is None:
        if (talk.nudge_at and now >= talk.nudge_at) or (talk.expire_at and now >= talk.expire_at):
            await _nudge(turn, talk)
        return
    if talk.expire_at and now >= talk.expire_at:
        await _expire(turn, report)


async def _nudge(turn: Turn, talk: Conversation) -> None:
    now = turn.work.now
    talk.nudged_at, talk.nudge_at = now, None
    grace = turn.timing.expire - turn.timing.nudge
    # After an outage the nudge comes late; the person still gets the whole time that it promises.
    talk.expire_at = max(talk.expire_at or now, now + min(grace, timedelta(hours=4)))
    local = talk.expire_at.astimezone(ZoneInfo(turn.office.profile.time_zone))
    options = (
        Option("go_on", line("choice-continue")),
        Option("note", line("choice-note-now")),
        Option("cancel", line("choice-cancel")),
    )
    said = Say((line("nudge", hour=f"{local:%H.%M}"),), options, question=NUDGE_KEY, purpose="nudge")
    talk.asked = NUDGE_KEY
    await put(turn.work, [said], turn.contact, talk)


async def nudge_answered(turn: Turn, form: Form, value: str) -> list[Say]:
    """Go on, note it as it is, or leave."""
    if value == "note":
        report = Report(dict(turn.talk.answers))
        case, code, judged = await register(turn, report, expired=True)
        end(turn)
        return [receipt(turn, case, code, judged, report)]
    if value == "cancel":
        turn.talk.answers = {**turn.talk.answers, "cancelling": True}
    return [await ask(turn, form)]


async def _expire(turn: Turn, report: Report) -> None:
    """What was said is kept as a suggestion, with a number; the person is told how to make it a complaint."""
    case, code, judged = await register(turn, report, expired=True)
    end(turn)
    await put(turn.work, [receipt(turn, case, code, judged, report)], turn.contact, turn.talk)
