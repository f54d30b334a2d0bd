"""What is written in the topic of a case, in the office's group.

Only `/balas` and `/tanya` go to the complainant, after they were shown; every other command is answered in the member's
own chat, since not everybody in the group may read what it shows. All else is internal: a note on the case.
What happened on the case is written there by `following.py`.
"""

from dataclasses import replace
from datetime import timedelta

from handlers import choices
from handlers.answered import answered
from handlers.desk.access import member_of
from handlers.desk.commands import run_on
from handlers.desk.talking import keep_note
from handlers.form import Heard, heard_in
from handlers.forms import open_form
from handlers.say import DESK, Say, line
from handlers.speak import put
from handlers.turn import Turn
from messages.desk_vocabulary import desk_command, without_number
from messages.envelope import InboundKind
from rules.number import RegisterNumber, find_number, staff_number
from rules.roles import Right
from storage.tables import Case, Contact, Staff, Topic

_SPOKEN_HERE = ("reply", "ask")
_STRANGERS_AGAIN = timedelta(hours=24)
_WHO = "member"  # among the answers of a form: who opened it


def may_write_in_topics(topic: Topic | None, speaker: Contact | None, member: Staff | None) -> bool:
    """Whether what they write there is kept: of the office's own people who see its cases, in the topic of a case."""
    return topic is not None and speaker is not None and member is not None and Right.SEE in member.rights


async def heard_in_topic(turn: Turn) -> Turn | None:
    """Hear it there. The turn to go on with, where it is a command that is answered in their own chat; else None."""
    if not may_write_in_topics(turn.topic, turn.speaker, turn.member):
        if turn.topic is not None:
            await put(turn.work, _strangers(turn), turn.contact, None)
        return None
    assert turn.topic is not None
    case = await turn.work.cases.locked(turn.topic.case_id)
    me = member_of(turn)
    if case.erased_at is not None or await turn.work.queue.has_conflict(case.id, me.id):
        return None
    says = await _heard(turn, case)
    if isinstance(says, Turn):
        return says
    if turn.talk.form:
        turn.talk.answers = {_WHO: me.id, **turn.talk.answers}
    about_it = [said if said.case_id else replace(said, case_id=case.id) for said in says]
    await put(turn.work, about_it, turn.contact, turn.talk)
    return None


def _strangers(turn: Turn) -> list[Say]:
    """Somebody who is not on the staff, or wrote without a name: nothing is kept. Said once a day."""
    last = turn.contact.courtesy_at
    if turn.inbound.kind is not InboundKind.MESSAGE or (last and turn.now - last < _STRANGERS_AGAIN):
        return []
    turn.contact.courtesy_at = turn.now
    return [Say((line("topic-not-staff"),))]


async def _heard(turn: Turn, case: Case) -> list[Say] | Turn:
    match turn.inbound.kind:
        case InboundKind.CHOICE:
            return await _pressed(turn)
        case InboundKind.EDIT:
            return await _edited(turn, case)
        case InboundKind.MESSAGE:
            return await _said(turn, case)
    return []


async def _pressed(turn: Turn) -> list[Say] | Turn:
    """A button of the open form is its answer; those of the desk do what their command would, in one's own chat."""
    pressed, form = choices.pressed(turn.inbound.choice), open_form(turn)
    if pressed is None:
        return [Say((line("button-old"),))]
    instance, question, value = pressed
    if question == DESK:
        return await _in_own_chat(turn, turn.inbound.text)
    if form is None or instance != turn.talk.instance or question != turn.talk.asked:
        return [Say((line("button-old"),))]
    if not _is_theirs(turn):
        return [Say((line("topic-others-text"),))]
    return await answered(turn, form, Heard(value=value, ref=turn.inbound.message_ref))


async def _edited(turn: Turn, case: Case) -> list[Say]:
    """What was sent stays as it was sent; a changed note is one more note."""
    text = turn.inbound.text.strip()
    if text.startswith("/"):
        return [Say((line("topic-edited-command"),))]
    await keep_note(turn, case, text, in_topic=True, edited=True)
    return []


async def _said(turn: Turn, case: Case) -> list[Say] | Turn:
    text = turn.inbound.text.strip()
    if text.startswith("/"):
        return await _commanded(turn, case, text)
    form = open_form(turn)
    if form is not None and text and _is_theirs(turn) and await _answers_us(turn):
        return await answered(turn, form, heard_in(turn, text, turn.inbound.message_ref))
    if text or turn.attachments:
        await keep_note(turn, case, text, in_topic=True)
    return []


async def _commanded(turn: Turn, case: Case, text: str) -> list[Say] | Turn:
    spoken = desk_command(text)
    if spoken is None:
        return await _in_own_chat(turn, text)
    prefix = turn.office.profile.prefix
    found = staff_number(spoken.rest, prefix, turn.today.year) if spoken.rest else None
    whole = found is not None and not found.said.strip(" #").isdecimal()  # "/balas 3 hari lagi terbit" names no case
    rest = spoken.rest
    if found is not None and whole and rest.lstrip(" #").startswith(found.said):
        if str(found.number) != case.number:
            return await _in_own_chat(turn, text)
        rest = without_number(rest, found.said)
    if spoken.meaning == "note":
        await keep_note(turn, case, rest, in_topic=True)
        return []
    if spoken.meaning in _SPOKEN_HERE and await _may_be_said_here(turn, case):
        return await run_on(turn, open_form(turn), spoken.meaning, _number(case, prefix), rest)
    word = text.split(maxsplit=1)[0]
    return await _in_own_chat(turn, f"{word} {case.number} {rest}".strip())


async def _may_be_said_here(turn: Turn, case: Case) -> bool:
    """Secret ones are answered in one's own chat; so is who has no chat, since the way to them names them."""
    if case.secret:
        return False
    complainants = await turn.work.cases.complainants(case)
    return any(contact.person_id in complainants for contact in await turn.work.cases.followers(case))


def _number(case: Case, prefix: str) -> RegisterNumber:
    found = find_number(case.number, prefix)
    assert found is not None
    assert found.number is not None
    return found.number


def _is_theirs(turn: Turn) -> bool:
    return turn.talk.answers.get(_WHO) == member_of(turn).id


async def _answers_us(turn: Turn) -> bool:
    """In a group everybody talks: an answer to the bot is what quotes it."""
    ref = turn.inbound.refers_to
    return bool(ref) and await turn.work.outbox.case_of_message(turn.contact.id, ref) is not None


async def _in_own_chat(turn: Turn, text: str) -> Turn:
    assert turn.speaker is not None
    talk = await turn.work.conversations.locked(turn.speaker)
    inbound = replace(turn.inbound, address=turn.speaker.address, text=text, thread="", refers_to="")
    return replace(turn, contact=turn.speaker, talk=talk, inbound=inbound, topic=None, released=0)
