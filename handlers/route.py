"""Where a message goes: a button, an edit, a command, an answer to the open question, or something new.

Handlers change the talk and return what to say; `bot/receive.py` commits both together.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from handlers import burst, choices, outcome
from handlers.along import keep_along, read_along
from handlers.answered import answered
from handlers.desk.commands import heard_at_desk, pressed_at_desk
from handlers.desk.group import in_group
from handlers.desk.topic import heard_in_topic
from handlers.edits import edited
from handlers.form import Form, Heard, ask, heard_in
from handlers.forms import open_form, present_question
from handlers.idle import hear_idle, hear_member
from handlers.offers import pressed_offer
from handlers.say import DESK, IDLE, Say, line
from handlers.silence import NUDGE_KEY, nudge_answered, watch
from handlers.speak import put
from handlers.spoken import beside_a_story, commanded
from handlers.status import state_lines
from handlers.survey.said import is_rating
from handlers.survey.said import meant as survey_said
from handlers.turn import Turn
from messages import vocabulary
from messages.envelope import InboundKind
from messages.vocabulary import Spoken

_A_CHOICE = 3  # words of a message that may be a number or a label
# Idle buttons that mean something beside an open form, too.
_ALWAYS = ("language:", "new_code:", "mine:", "follow:", "solved:", "unsolved:", "read:", "rate", "survey_")


async def answer(turn: Turn) -> None:
    """Answer one message: the words go into the outbox of the same transaction."""
    if turn.inbound.thread:
        own = await heard_in_topic(turn)
        if own is None:
            return
        turn = own
    read_along(turn)
    says, waits = await _heard(turn)
    await _warn(turn)
    wait = burst.rest(turn) if waits else timedelta(0)
    if says and not waits:
        burst.clear(turn)
    watch(turn)
    key = burst.key(turn) if waits else None
    await put(turn.work, says, turn.contact, turn.talk, wait=wait, supersede_key=key)
    turn.talk.touched_at = turn.now


async def _warn(turn: Turn) -> None:
    """Somebody is in danger now: whom to call is said first, and never waits."""
    told = turn.inbound.kind is InboundKind.MESSAGE and turn.inbound.text
    if told and turn.office.reader.read(turn.inbound.text, turn.today).danger:
        numbers = " / ".join(turn.office.profile.emergency.values())
        await put(turn.work, [Say((line("danger", numbers=numbers),))], turn.contact, turn.talk)


async def _heard(turn: Turn) -> tuple[list[Say], bool]:
    """What to say, and whether it may wait for more of the story."""
    match turn.inbound.kind:
        case InboundKind.BLOCKED:
            turn.contact.blocked_at = turn.now
            return [], False
        case InboundKind.UNBLOCKED:
            turn.contact.blocked_at = None
            return [], False
        case InboundKind.GROUP:
            return await in_group(turn), False
        case InboundKind.STICKER:
            return await _sticker(turn)
        case InboundKind.CHOICE:
            return await _press(turn, turn.inbound.choice), False
        case InboundKind.EDIT:
            return await _edited(turn)
    return await _said(turn)


async def _said(turn: Turn) -> tuple[list[Say], bool]:
    text, ref = turn.inbound.text, turn.inbound.message_ref or turn.inbound.provider_id
    form = open_form(turn)
    if (unclear := await _which_number(turn, form, text)) is not None:
        return [unclear], False
    at_desk = await heard_at_desk(turn, form, text)
    if at_desk is not None:
        await burst.interrupt(turn)
        return keep_along(turn, at_desk), False
    more = await burst.withdraw(turn)  # what an answer that still waited would have offered was never seen
    if more:
        aside = await beside_a_story(turn, text)
        if aside is not None:
            await put(turn.work, aside, turn.contact, turn.talk)
            burst.resume(turn)
            return await _told(turn), True
        burst.unsay(turn)
    heard = heard_in(turn, text, ref) if form and not more else Heard(text, ref=ref)
    if heard.value is None:
        offered = None if more or turn.attachments else await _offered(turn, form, text)
        # What is asked comes before what is commanded.
        if offered and _is_idle(offered[0]) and (not offered[1] or _takes_more(offered[0])):
            return keep_along(turn, await _press(turn, offered[0], offered[1])), False
        announced = more and vocabulary.command(text) == Spoken("report")  # "mau ngadu", in the middle of telling
        done = None if announced else await commanded(turn, form, text)
        if done is not None:
            return keep_along(turn, done), False
    elif form and turn.talk.asked == NUDGE_KEY:
        return await nudge_answered(turn, form, heard.value), False
    if more:
        burst.resume(turn)
    elif not burst.may_wait(turn) or not burst.tells(turn, form) or _says_it_is_solved(form, text):
        return keep_along(turn, await _answered(turn, heard)), False
    else:
        burst.begin(turn)
    burst.add(turn, text, ref)
    return await _told(turn), True


def _says_it_is_solved(form: Form | None, text: str) -> bool:
    """No story begins so; and what ends a case is asked once, so its answer must not be withdrawn."""
    said = outcome.says_of_it(text) if form is None else None
    return said is not None and said[0] == outcome.SOLVED


async def _which_number(turn: Turn, form: Form | None, text: str) -> Say | None:
    """News come at any moment, with choices of their own: a number means the newest list that was shown.

    Where something is asked and another list came after it, a bare number is not taken for the answer.
    """
    if len(text.split()) > _A_CHOICE and not text.lstrip()[:1].isdecimal():
        return None
    newest = await _newest_list(turn)
    if form is None:
        turn.talk.offered = newest or turn.talk.offered
        return None
    came_between = bool(newest) and newest[0]["key"] not in {choice["key"] for choice in turn.talk.offered}
    if came_between and turn.member is not None and vocabulary.ordinal(text) is not None:
        return await ask(turn, form, line("desk-number-which"))
    return None


async def _newest_list(turn: Turn) -> list[dict[str, Any]]:
    """The choices shown last. A notice that something waits offers nothing more once that was opened: then the choices
    of what was opened are the newest.
    """
    lists = [list(one) for one in await turn.work.outbox.lately_offered(turn.contact.id, turn.talk.offered)]
    while len(lists) > 1 and _only_opens(lists[0]) and not await turn.work.outbox.waits_to_be_opened(turn.contact.id):
        del lists[0]
    return lists[0] if lists else []


async def _offered(turn: Turn, form: Form | None, text: str) -> tuple[str, str] | None:
    """(key, what else was said) of the choice, among those shown last, that the text means. Beside an open form nothing
    typed is taken for a rating.
    """
    found = choices.typed(text, turn.talk.offered)
    if found is None and form is None:
        key = await survey_said(turn, text)
        found = (key, "") if key else None
    return None if found and form is not None and is_rating(found[0]) else found


async def _told(turn: Turn) -> list[Say]:
    """Read a story from its first piece on, as far as it was told."""
    talk = turn.talk
    kept = (talk.snapshot or {}, talk.burst, talk.burst_since)
    says = keep_along(turn, await _answered(turn, await burst.gathered(turn)))
    talk.snapshot, talk.burst, talk.burst_since = kept
    if turn.entry_id is not None:
        talk.snapshot = {**talk.snapshot, "entry": turn.entry_id}
    return says


async def _answered(turn: Turn, heard: Heard) -> list[Say]:
    form = open_form(turn)
    if form is None and turn.member is not None:
        return await hear_member(turn, heard)
    return await answered(turn, form, heard) if form else await hear_idle(turn, heard)


async def _edited(turn: Turn) -> tuple[list[Say], bool]:
    """A piece of a story that is still being told is read anew with the others; all else is answered at once."""
    text, ref = turn.inbound.text.strip(), turn.inbound.refers_to
    if text and any(piece["ref"] == ref for piece in turn.talk.burst) and await burst.withdraw(turn):
        burst.replace_text(turn, ref, text)
        burst.resume(turn)
        return await _told(turn), True
    return await edited(turn), False


async def _sticker(turn: Turn) -> tuple[list[Say], bool]:
    """No words: the open question once more, or nothing. A story that is being told goes on."""
    form = open_form(turn)
    if await burst.withdraw(turn):
        burst.resume(turn)
        return await _told(turn), True
    return ([await ask(turn, form)] if form else []), False


# -- buttons ---------------------------------------------------------------------------------------------------------


async def _press(turn: Turn, key: str, more: str = "") -> list[Say]:
    """`more`: what was said with it, where it was typed."""
    await burst.interrupt(turn)
    pressed = choices.pressed(key)
    form = open_form(turn)
    if pressed is None:
        return [await _old_button(turn)]
    instance, question, value = pressed
    fresh = instance == turn.talk.instance
    if question == DESK:
        return await pressed_at_desk(turn, form, value)
    if question == IDLE:
        if form is None:
            return await pressed_offer(turn, value, fresh=fresh, more=more)
        if not value.startswith(_ALWAYS):
            return [await _old_button(turn)]
        says = await pressed_offer(turn, value, fresh=fresh)
        return [*says, await ask(turn, form)] if open_form(turn) is form else says
    if form and fresh and question == NUDGE_KEY:
        return await nudge_answered(turn, form, value)
    if form and fresh and question == present_question(turn):
        return await answered(turn, form, Heard(value=value, ref=turn.inbound.message_ref))
    case = await turn.work.cases.from_draft(turn.contact, instance)
    if case and case.erased_at is None:
        return [Say((line("receipt-again"), *state_lines(case, turn.office, turn.now)), case_id=case.id)]
    return [await _old_button(turn)]


async def _old_button(turn: Turn) -> Say:
    form = open_form(turn)
    return await ask(turn, form, line("button-old")) if form else Say((line("button-old"),))


def _is_idle(key: str) -> bool:
    pressed = choices.pressed(key)
    return pressed is not None and pressed[1] in (IDLE, DESK)


def _only_opens(offered: Sequence[dict[str, Any]]) -> bool:
    pressed = choices.pressed(str(offered[0]["key"])) if len(offered) == 1 else None
    return pressed is not None and pressed[2].startswith("read:")


def _takes_more(key: str) -> bool:
    """ "2. ukurannya salah": what is said with the choice belongs to it."""
    pressed = choices.pressed(key)
    return pressed is not None and pressed[1] == IDLE and pressed[2].startswith(("solved:", "unsolved:"))
