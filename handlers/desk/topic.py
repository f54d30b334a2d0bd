"""What is written in the topic of a case, in the office's group.

Only `/balas` and `/tanya` go to the complainant, after they were shown; every other command is answered in the member's
own chat, since not everybody in the group may read what it shows. All else is internal: a note on the case.
What happened on the case is written there by `following.py`.
"""

from dataclasses import replace
from datetime import timedelta

from handlers import choices
from handlers.along import keep_along
from handlers.answered import answered
from handlers.desk.access import member_of
from handlers.desk.commands import command_of, run_on
from handlers.desk.talking import keep_note
from handlers.form import Heard, end, heard_in
from handlers.forms import open_form
from handlers.say import DESK, Say, line
from handlers.silence import watch
from handlers.speak import put
from handlers.turn import Turn
from messages import vocabulary
from messages.desk_vocabulary import begins_with_number, desk_command, takes, without_number
from messages.envelope import InboundKind
from messages.vocabulary import Spoken
from rules.number import RegisterNumber, find_number, staff_number
from rules.roles import Right
from storage.tables import Case, Contact, Conversation, Staff, Topic
from storage.work import Work

_SPOKEN_HERE = ("reply", "ask")
# Behind these stand words: "/balas 3 hari lagi terbit" names no case. Behind all others a number is another case's.
_TAKE_WORDS = (
    *_SPOKEN_HERE,
    *("note", "finish", "heard", "refer", "suggest", "restore", "escalate", "approve", "refuse", "delay"),
)
_STRANGERS_AGAIN = timedelta(hours=24)
_WHO, _ASKED_IN = "member", "asked_in"  # among the answers of a form: who opened it, the message that asks


async def may_write_in_topics(work: Work, topic: Topic | None, speaker: Contact | None, member: Staff | None) -> bool:
    """Whether what they write there is kept: of the office's own people who see that case."""
    if topic is None or speaker is None or member is None or Right.SEE not in member.rights:
        return False
    return not await work.queue.has_conflict(topic.case_id, member.id)


async def heard_in_topic(turn: Turn) -> Turn | None:
    """Hear it there. The turn to go on with, where it is a command that is answered in their own chat; else None."""
    topic, speaker = turn.topic, turn.speaker
    if topic is None:
        return None
    if speaker is None or not await may_write_in_topics(turn.work, topic, speaker, turn.member):
        await put(turn.work, await _strangers(turn, topic), turn.contact, None)
        return None
    own = await turn.work.conversations.locked(speaker)  # before the case, as wherever somebody writes
    case = await turn.work.cases.locked(topic.case_id)
    if case.erased_at is not None:
        return None
    said = await _heard(turn, case, own)
    if isinstance(said, str):
        inbound = replace(turn.inbound, address=speaker.address, text=said, thread="", refers_to="")
        return replace(turn, contact=speaker, talk=own, inbound=inbound, topic=None, released=0)
    about_it = [one if one.case_id else replace(one, case_id=case.id) for one in said]
    kept = await put(turn.work, about_it, turn.contact, turn.talk)
    asking = [posting.id for posting in kept if posting.contact_id == turn.contact.id]
    if turn.talk.form and asking:
        who = {_WHO: turn.talk.answers.get(_WHO, member_of(turn).id), _ASKED_IN: asking[-1]}
        turn.talk.answers = {**turn.talk.answers, **who}
    watch(turn)
    turn.talk.touched_at = turn.now
    return None


async def _strangers(turn: Turn, topic: Topic) -> list[Say]:
    """Somebody who is not on the staff, or wrote without a name: nothing is kept. Said once a day in the group."""
    group = await turn.work.contacts.find(turn.contact.channel, topic.group)
    if group is None or turn.inbound.kind is not InboundKind.MESSAGE or turn.member is not None:
        return []
    if group.courtesy_at and turn.now - group.courtesy_at < _STRANGERS_AGAIN:
        return []
    group.courtesy_at = turn.now
    return [Say((line("topic-not-staff"),))]


async def _heard(turn: Turn, case: Case, own: Conversation) -> list[Say] | str:
    """What is said there; or the words to be heard in their own chat."""
    match turn.inbound.kind:
        case InboundKind.CHOICE:
            return await _pressed(turn, case)
        case InboundKind.EDIT:
            return await _edited(turn, case)
        case InboundKind.MESSAGE:
            return await _said(turn, case, own)
    return []


async def _pressed(turn: Turn, case: Case) -> list[Say] | str:
    """A button of the open form is its answer; those of the desk do what their command would, in one's own chat."""
    pressed = choices.pressed(turn.inbound.choice)
    if pressed is not None and pressed[1] == DESK:
        return turn.inbound.text
    form = open_form(turn)
    if pressed is None or form is None or pressed[0] != turn.talk.instance or pressed[1] != turn.talk.asked:
        return [Say((line("button-old"),))]
    if not _is_theirs(turn):
        return [Say((line("topic-others-text"),))]
    return await _answer(turn, case, Heard(value=pressed[2], ref=turn.inbound.message_ref))


async def _answer(turn: Turn, case: Case, heard: Heard) -> list[Say]:
    """What is asked is answered; what may no longer be said in the group is not."""
    form = open_form(turn)
    assert form is not None
    if not await _may_be_said_here(turn, case):
        end(turn)
        return [Say((line("topic-in-own-chat", number=case.number),))]
    return await answered(turn, form, heard)


async def _edited(turn: Turn, case: Case) -> list[Say]:
    """What was sent stays as it was sent; a changed note is one more note."""
    text = turn.inbound.text.strip()
    if text.startswith("/"):
        return [Say((line("topic-edited-command"),))]
    me = member_of(turn).ref
    said = {(e.body or {}).get("text") for e in await turn.work.cases.entries(case) if e.kind == "note" and e.by == me}
    if text not in said:  # Telegram tells of changes that nobody sees, too
        await keep_note(turn, case, text, in_topic=True, edited=True)
    return []


async def _said(turn: Turn, case: Case, own: Conversation) -> list[Say] | str:
    text = turn.inbound.text.strip()
    if text.startswith("/"):
        said = await _commanded(turn, case, own, text)
        return said if isinstance(said, str) else keep_along(turn, said)
    if open_form(turn) is not None and text and _is_theirs(turn) and await _answers_what_asks(turn):
        return await _answer(turn, case, heard_in(turn, text, turn.inbound.message_ref))
    return keep_along(turn, await _noted(turn, case, text))


async def _noted(turn: Turn, case: Case, text: str) -> list[Say]:
    if text or turn.attachments:
        await keep_note(turn, case, text, in_topic=True)
    return []


async def _commanded(turn: Turn, case: Case, own: Conversation, text: str) -> list[Say] | str:
    spoken = desk_command(text)
    if spoken is None or command_of(turn, spoken.meaning) is None:
        return _other_word(turn, own, text)
    prefix = turn.office.profile.prefix
    found = staff_number(spoken.rest, prefix, turn.today.year) if begins_with_number(spoken.rest) else None
    rest = spoken.rest
    if found is not None and not (spoken.meaning in _TAKE_WORDS and found.said.strip(" #").isdecimal()):
        if str(found.number) != case.number:
            return text
        rest = without_number(rest, found.said)
    if spoken.meaning == "note":
        return await _noted(turn, case, rest)
    if spoken.meaning in _SPOKEN_HERE and await _may_be_said_here(turn, case):
        if open_form(turn) is not None and not _is_theirs(turn) and case.holder_id != member_of(turn).id:
            return [Say((line("topic-others-text"),))]
        return await run_on(turn, open_form(turn), spoken.meaning, _number(case, prefix), rest)
    if takes(spoken.meaning) != "number":
        return text  # of the office, not of this case
    word = text.split(maxsplit=1)[0]
    return f"{word} {case.number} {rest}".strip()


def _other_word(turn: Turn, own: Conversation, text: str) -> list[Say] | str:
    """Leaving what is asked there; else a word of the chat, unless something is asked in that chat."""
    if vocabulary.command(text) == Spoken("cancel") and open_form(turn) is not None and _is_theirs(turn):
        end(turn)
        return [Say((line("desk-not-sent"),))]
    if own.form or vocabulary.command(text) is None:
        return [Say((line("desk-unknown"),))]
    return text


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


async def _answers_what_asks(turn: Turn) -> bool:
    """In a group everybody talks: an answer is what quotes the very message that asks."""
    ref = turn.inbound.refers_to
    quoted, _ = await turn.work.outbox.quoted(turn.contact.id, ref) if ref else (None, None)
    return quoted is not None and quoted == turn.talk.answers.get(_ASKED_IN)
