"""Talking with the complainant: `tanya` asks, `balas` replies, `catatan` stays inside. Only what arrived counts."""

from dataclasses import replace
from datetime import timedelta

from handlers.desk.access import holding, member_of, still_asked
from handlers.desk.canned import filled
from handlers.desk.desk import Desk
from handlers.desk.moves import move, to_complainant
from handlers.desk.papers import reply_paper
from handlers.desk.screen import action, head, head_with, next_steps
from handlers.desk.words import Needs, confirm, outgoing
from handlers.say import DESK, Line, Option, Quote, Say, Several, line
from handlers.turn import Turn
from messages.envelope import Channel
from rules.kind import Kind
from rules.lifecycle import Actor, Fact, State
from rules.refused import Refused
from storage.deliveries import FAILED
from storage.entries import BY_HAND, WAITING
from storage.tables import Case, Contact, Staff

_ROUTES = (State.INTERNAL, State.AGENCY, State.APIP)
_WINDOW = timedelta(hours=24)  # PLATFORMS: WhatsApp takes free text only within 24 hours of the person's last message


# -- tanya -----------------------------------------------------------------------------------------------------------


async def ask(turn: Turn, case: Case, rest: str) -> list[Say] | Needs:
    """`tanya N TEXT`: the complainant's next words are the answer, and land on the case."""
    await holding(turn, case)
    if State(case.state) in (State.CLOSED, State.REFERRED):
        raise Refused("life-not-allowed")
    if not rest.strip():
        return Needs(line("desk-ask-question", number=case.number))
    return await confirm(turn, QUESTION, case, rest)


async def _question_to(turn: Turn, case: Case, text: str) -> tuple[Line, ...]:
    return await goes_to(turn, case, text, "desk-send-question")


async def _send_question(turn: Turn, case: Case, text: str) -> list[Say]:
    desk, me = Desk.of(turn), await holding(turn, case)
    entry = await turn.work.cases.add_entry(
        case, "question", by=me.ref, body={"text": text}, visibility="citizen", delivery=WAITING
    )
    asked = (line("question-from-officer", number=case.number), line("quoted", text=text), line("question-how"))
    says = await to_complainant(desk, case, asked, entry_id=entry.id)
    if not any(said.entry_id for said in says):
        entry.delivery = FAILED
        return [replace(await _unreachable(desk, case), to=turn.speaker)]
    case.expects = "answer"
    return [Say((line("desk-question-sent", number=case.number),), case_id=case.id), *says]


QUESTION = outgoing("desk_question", _question_to, _send_question)


# -- balas -----------------------------------------------------------------------------------------------------------


async def reply(turn: Turn, case: Case, rest: str) -> list[Say] | Needs:
    """`balas N TEXT`: the reply. It counts when it reached the complainant (`handlers/desk/arrivals.py`)."""
    await holding(turn, case)
    if case.kind == Kind.SUGGESTION:
        return await acknowledge(turn, case, rest)
    if case.state == State.REPLYING:
        raise Refused("desk-reply-on-its-way", number=case.number)
    if State(case.state) not in _ROUTES:  # says which step comes first
        await move(Desk.of(turn), case, State.REPLYING, actor=Actor.OFFICER, by=member_of(turn).ref)
    if not rest.strip():
        return Needs(line("desk-ask-reply", number=case.number))
    return await confirm(turn, REPLY, case, await filled(turn, case, rest))


async def _reply_to(turn: Turn, case: Case, text: str) -> tuple[Line, ...]:
    return await goes_to(turn, case, text, "desk-send-reply")


async def _send_reply(turn: Turn, case: Case, text: str) -> list[Say]:
    desk, me = Desk.of(turn), await holding(turn, case)
    before = case.state
    await move(desk, case, State.REPLYING, actor=Actor.OFFICER, by=me.ref, facts=(Fact.REPLY_TEXT,))
    entry = await turn.work.cases.add_entry(
        case,
        "reply",
        by=me.ref,
        body={"text": text, "from": before},
        visibility="citizen",
        delivery=WAITING,
    )
    says = await to_complainant(desk, case, *answer_given(case, text), entry_id=entry.id, purpose="answer")
    if not any(said.entry_id for said in says):
        entry.delivery = BY_HAND
        return [replace(await _unreachable(desk, case, text), to=turn.speaker)]
    return [Say((head(desk, case), line("desk-reply-sent")), case_id=case.id), *says]


def answer_given(case: Case, text: str) -> tuple[tuple[Line, ...], tuple[Option, ...]]:
    """The reply as the complainant gets it, whole, and whether that solves it."""
    options = (
        Option(f"solved:{case.number}", line("choice-solved")),
        Option(f"unsolved:{case.number}", line("choice-unsolved")),
    )
    return (line("answer-for", number=case.number), line("quoted", text=text), line("answer-solved-ask")), options


REPLY = outgoing("desk_reply", _reply_to, _send_reply)


# -- a suggestion is read and acknowledged ---------------------------------------------------------------------------


async def acknowledge(turn: Turn, case: Case, rest: str) -> list[Say] | Needs:
    """A suggestion ends with words to whoever brought it; closed when they arrived."""
    if State(case.state) not in (State.NEW, State.TAKEN):
        raise Refused("life-not-allowed")
    if not rest.strip():
        return Needs(line("desk-ask-acknowledgement", number=case.number))
    return await confirm(turn, ACKNOWLEDGEMENT, case, rest)


async def _send_acknowledgement(turn: Turn, case: Case, text: str) -> list[Say]:
    desk, me = Desk.of(turn), await holding(turn, case)
    entry = await turn.work.cases.add_entry(
        case, "acknowledgement", by=me.ref, body={"text": text}, visibility="citizen", delivery=WAITING
    )
    lines = (line("suggestion-read", number=case.number), line("quoted", text=text))
    says = await to_complainant(desk, case, lines, entry_id=entry.id, purpose="answer")
    if not any(
        said.entry_id for said in says
    ):  # brought by somebody who left no way back: what was to be told is on the case
        entry.delivery = BY_HAND
        facts = (Fact.DELIVERED,)
        await move(desk, case, State.CLOSED, actor=Actor.OFFICER, by=me.ref, facts=facts)
        return [Say((line("desk-suggestion-closed", number=case.number),), case_id=case.id)]
    return [Say((line("desk-acknowledgement-sent", number=case.number),), case_id=case.id), *says]


ACKNOWLEDGEMENT = outgoing("desk_acknowledgement", _reply_to, _send_acknowledgement)


# -- catatan ---------------------------------------------------------------------------------------------------------


async def note(turn: Turn, case: Case, rest: str) -> list[Say] | Needs:
    """`catatan N TEXT`: stays inside. From somebody else than the holder, a superior say, the holder hears of it."""
    desk, me = Desk.of(turn), member_of(turn)
    if me.foreign:
        await still_asked(desk, me, case)
    if not rest.strip() and not turn.attachments:
        return Needs(line("desk-ask-note", number=case.number))
    await keep_note(turn, case, rest.strip())
    says = [Say((line("desk-noted", number=case.number),), next_steps(me, case), question=DESK, case_id=case.id)]
    holder = await desk.holder_of(case)
    if holder is not None and holder.id == me.id and not member_of(turn).foreign:
        holder = await _who_wrote_before(desk, case, me)  # a superior's note is answered with one
    if holder is not None and holder.id != me.id:
        told = (
            head_with(desk, case, line("desk-note-from", name=me.name)),
            line("quoted", text=Quote(rest.strip() or "-", 1000)),
        )
        says += await desk.tell(holder, told, (action("case", case),), case=case, files=tuple(turn.attachments))
    return says


async def keep_note(turn: Turn, case: Case, text: str, **more: object) -> None:
    """Write it on the case with the files of this message. `more` stands in the entry beside the text."""
    files = []
    for attachment in turn.attachments:
        attachment.case_id, attachment.origin = case.id, "office"
        files.append(attachment.id)
    body = {"text": text, "files": files, **more}
    await turn.work.cases.add_entry(
        case, "note", by=member_of(turn).ref, body=body, visibility="internal", files=len(files)
    )


async def _who_wrote_before(desk: Desk, case: Case, me: Staff) -> Staff | None:
    """The other member of the office who wrote the last note before this one, if that is still here."""
    notes = [entry for entry in await desk.work.cases.entries(case) if entry.kind == "note"][:-1]
    author = await desk.work.team.by_ref(notes[-1].by) if notes else None
    return author if author is not None and author.id != me.id and author.left_at is None else None


# -- how a text goes out ---------------------------------------------------------------------------------------------


async def goes_to(turn: Turn, case: Case, text: str, asked: str, *, nameless: bool = False) -> tuple[Line, ...]:
    """To whom and by which way, and the text as it goes, before it goes. `nameless`: its writer need not be the one who
    works the case.
    """
    desk = Desk.of(turn)
    complainants = await turn.work.cases.complainants(case)
    contacts = [c for c in await turn.work.cases.followers(case) if c.person_id in complainants]
    if not contacts:
        return (head(desk, case), line("desk-send-by-hand"), line("quoted", text=text))
    channels = Several(tuple(line(f"channel-{name}") for name in dict.fromkeys(c.channel for c in contacts)))
    lines = [head(desk, case)]
    if turn.topic is None and not nameless:  # in a group nobody is named
        lines.append(line("desk-row-to", name=case.name or "-", story=Quote(case.story or "-", 60)))
    lines += [line("quoted", text=text), line(asked, channels=channels, count=len(text))]
    if case.secret:
        lines.append(line("desk-send-secret"))
    elif any(_is_shut(desk, contact) for contact in contacts):
        lines.append(line("desk-send-window"))
    return tuple(lines)


def _is_shut(desk: Desk, contact: Contact) -> bool:
    last = contact.last_inbound_at
    return contact.channel == Channel.WHATSAPP and (last is None or desk.now - last > _WINDOW)


async def _unreachable(desk: Desk, case: Case, text: str = "") -> Say:
    """No chat leads to the complainant: tell them by the way they came, then record it. `text`: is put on paper.

    It names them: where the text was written in a group, it goes to the writer's own chat.
    """
    told = line("desk-by-hand-phone", phone=case.phone) if case.phone else line("desk-by-hand")
    lines = [head(desk, case), told, line("desk-by-hand-record", number=case.number)]
    if case.contact_id is None:
        lines.insert(1, line("desk-came-by", way=desk.channel_name(case.channel)))
    files = (await reply_paper(desk, case, text),) if text else ()
    return Say(tuple(lines), case_id=case.id, files=files)
