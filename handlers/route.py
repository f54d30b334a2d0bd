"""Where a message goes: a button, an edit, a command, an answer to the open question, or something new.

Handlers change the talk and return what to say; `bot/receive.py` commits both together.
"""

from datetime import timedelta

from handlers import choices
from handlers.add import ADD, added
from handlers.commands import BESIDE_A_FORM, COMMANDS
from handlers.complete import COMPLETE
from handlers.form import Form, Heard, ask, back, end, hear, heard_in, name_files
from handlers.idle import hear_idle, pressed_idle, start_report
from handlers.intake.form import AS_IS, INTAKE
from handlers.intake.matter import reread
from handlers.intake.report import Report
from handlers.mydata import MY_DATA
from handlers.say import Line, Say, line
from handlers.silence import NUDGE_KEY, nudge_answered, watch
from handlers.speak import put
from handlers.status import CODE, state_lines
from handlers.turn import Turn
from messages import vocabulary
from messages.envelope import Channel, FileKind, InboundKind
from rules.identity import normalised_phone
from rules.number import Found, find_number

FORMS: dict[str, Form] = {form.name: form for form in (INTAKE, COMPLETE, CODE, ADD, MY_DATA)}
_PROMPT = (Channel.TERMINAL,)  # channels where an answer never waits for more of a story


async def answer(turn: Turn) -> None:
    """Answer one message: the words go into the outbox of the same transaction."""
    says, waits = await _heard(turn)
    wait = timedelta(0)
    key = _burst_key(turn)
    if waits:
        since = turn.talk.burst_since or turn.work.now
        left = since + turn.timing.longest_burst - turn.work.now
        wait = max(timedelta(0), min(turn.timing.burst, left))
    elif says:
        await turn.work.outbox.withdraw(key)  # a held question would only repeat what is said now
        turn.talk.snapshot, turn.talk.burst, turn.talk.burst_since = None, [], None
    watch(turn)
    await put(turn.work, says, turn.contact, turn.talk, wait=wait, supersede_key=key if waits else None)
    turn.talk.touched_at = turn.now


async def _heard(turn: Turn) -> tuple[list[Say], bool]:
    """What to say, and whether it may wait for more of the story."""
    inbound = turn.inbound
    match inbound.kind:
        case InboundKind.BLOCKED:
            turn.contact.blocked_at = turn.now
            return [], False
        case InboundKind.UNBLOCKED:
            turn.contact.blocked_at = None
            return [], False
        case InboundKind.GROUP:
            return _in_group(turn), False
        case InboundKind.STICKER:
            form = _open_form(turn)
            return ([await ask(turn, form)] if form else []), False
        case InboundKind.CHOICE:
            return await _pressed(turn), False
        case InboundKind.EDIT:
            return await _edited(turn), False
    return await _said(turn)


def _open_form(turn: Turn) -> Form | None:
    """The form that is open. One of an older version is read with today's questions: answers keep their names."""
    return FORMS.get(turn.talk.form)


# -- words -----------------------------------------------------------------------------------------------------------


async def _said(turn: Turn) -> tuple[list[Say], bool]:
    text, ref = turn.inbound.text, turn.inbound.message_ref or turn.inbound.provider_id
    notes = _notes(turn)
    form = _open_form(turn)
    labelled = heard_in(turn, text, ref) if form else None
    if labelled is None or labelled.value is None:
        done = await _commanded(turn, form, text)
        if done is not None:
            return _with(notes, done), False
    if form is None and not turn.attachments and (choice := choices.typed(text, turn.talk.offered)):
        return _with(notes, await _press(turn, choice[0])), False
    if turn.contact.channel in _PROMPT or not turn.timing.burst:
        says = await (
            hear_idle(turn, text, ref)
            if form is None
            else _answered(turn, form, labelled or Heard(text, ref=ref))
        )
        return _with(notes, says), False
    taken_back = await _take_back(turn)
    if taken_back or _tells(turn, form):
        return _with(notes, await _told(turn, text, ref, taken_back)), True
    assert form is not None
    return _with(notes, await _answered(turn, form, labelled or Heard(text=text, ref=ref))), False


async def _answered(turn: Turn, form: Form, heard: Heard) -> list[Say]:
    if heard.value == AS_IS:
        turn.talk.answers = {**turn.talk.answers, "as_is": True}
        return [await ask(turn, form)]
    if turn.talk.asked == NUDGE_KEY and heard.value:
        return await nudge_answered(turn, form, heard.value)
    only_files = bool(turn.attachments) and not heard.text.strip() and heard.value is None
    if only_files and form is INTAKE and _question(turn) not in ("story", "review"):
        return [await ask(turn, form, line("files-added", count=len(turn.attachments)))]
    if form is INTAKE and _another_matter(heard) and _question(turn) != "story":
        others = [*turn.talk.answers.get("other", []), heard.text]
        turn.talk.answers = {**turn.talk.answers, "other": others}
        return [await ask(turn, form, line("intake-other-later"))]
    return await hear(turn, form, heard)


async def _commanded(turn: Turn, form: Form | None, text: str) -> list[Say] | None:
    """A command, if the message is one. Beside an open form only some are: the others are answers there."""
    found = find_number(text, turn.office.profile.prefix, turn.today.year)
    spoken = vocabulary.with_number(text, found.said) if found else vocabulary.command(text)
    if found and spoken is None and form is None and len(text.replace(found.said, "").split()) <= 4:
        spoken = vocabulary.Spoken("status")  # a bare number asks after it
    if spoken is None:
        return None
    meaning, rest = spoken.meaning, spoken.rest
    if form is None:
        if meaning == "report":
            return (
                await start_report(turn, rest, turn.inbound.message_ref)
                if rest
                else [await _report_asked(turn)]
            )
        return await COMMANDS[meaning](turn, rest, found)
    if meaning == "back":
        return await back(turn, form)
    if meaning == "cancel":
        return await _cancelled(turn, form)
    if meaning == "status" and found and form is not INTAKE:
        end(turn)
        return await COMMANDS["status"](turn, rest, found)
    if meaning == "report" and form is not INTAKE:
        end(turn)
        return await start_report(turn, rest, turn.inbound.message_ref)
    if meaning in BESIDE_A_FORM and not rest:
        if meaning == "status" and found:
            return [*await _status_beside(turn, found), await ask(turn, form)]
        if meaning == "start":
            return [await ask(turn, form, line("form-still-open"))]
        return [*[_plain(s) for s in await COMMANDS[meaning](turn, rest, found)], await ask(turn, form)]
    if meaning == "my_data" and form is not MY_DATA:
        return [await ask(turn, form, line("mydata-later"))]
    return None


async def _status_beside(turn: Turn, found: Found) -> list[Say]:
    """One's own case can be looked at beside a form; any other needs its code, after the form."""
    case = await turn.work.cases.by_number(found.number) if found.number else None
    if case and case.person_id == turn.contact.person_id:
        return [Say(tuple(state_lines(case, turn.office, turn.now)))]
    return [Say((line("status-later"),))]


async def _cancelled(turn: Turn, form: Form) -> list[Say]:
    if form is INTAKE and Report(turn.talk.answers).has_substance:
        turn.talk.answers = {**turn.talk.answers, "cancelling": True}
        return [await ask(turn, form)]
    end(turn)
    return [Say((line("cancelled"),))]


async def _report_asked(turn: Turn) -> Say:
    return (await start_report(turn, "", ""))[0]


# -- a story told in several messages --------------------------------------------------------------------------------


def _tells(turn: Turn, form: Form | None) -> bool:
    """A story is (about to be) told, or files arrive: the answer waits for a moment of quiet."""
    files = bool(turn.attachments) and not turn.inbound.text.strip()
    return form is None or (form is INTAKE and (files or _question(turn) == "story"))


async def _take_back(turn: Turn) -> bool:
    """Withdraw the answer to what was said a moment ago, if no sender has claimed it: what it left is undone."""
    talk = turn.talk
    before = talk.snapshot
    if before is None or not await turn.work.outbox.withdraw(_burst_key(turn)):
        return False
    talk.form, talk.answers, talk.case_id = before["form"], dict(before["answers"]), before["case_id"]
    talk.misses, talk.asked = before["misses"], before["asked"]
    return True


async def _told(turn: Turn, text: str, ref: str, taken_back: bool) -> list[Say]:
    """Read a piece of a story, together with those before it that were not answered yet."""
    talk = turn.talk
    piece = {"text": text, "ref": ref}
    if taken_back:
        talk.burst = [*talk.burst, piece]
    else:
        talk.snapshot = {
            "form": talk.form,
            "answers": dict(talk.answers),
            "case_id": talk.case_id,
            "misses": talk.misses,
            "asked": talk.asked,
        }
        talk.burst, talk.burst_since = [piece], turn.work.now
        if not talk.form:
            talk.instance = turn.new_instance()
    name_files(turn)
    kept = (talk.snapshot, talk.burst, talk.burst_since)
    joined = "\n".join(p["text"] for p in talk.burst if p["text"].strip())
    refs = "+".join(p["ref"] for p in talk.burst)
    form = _open_form(turn)
    if form is None:
        says = await hear_idle(turn, joined, refs)
    else:
        says = await _answered(turn, form, Heard(text=joined, ref=refs))
    talk.snapshot, talk.burst, talk.burst_since = kept
    return says


def _burst_key(turn: Turn) -> str:
    return f"talk:{turn.talk.id}"


def _question(turn: Turn) -> str:
    form = _open_form(turn)
    return form.current(turn.talk.answers).name if form else ""


def _another_matter(heard: Heard) -> bool:
    said = heard.text.casefold().lstrip()
    return len(said.split()) >= 5 and said.startswith(
        (
            "satu lagi",
            "oh iya satu lagi",
            "sama satu lagi",
            "aya deui",
            "one more thing",
            "hiji deui",
            "terus satu lagi",
        )
    )


# -- buttons ---------------------------------------------------------------------------------------------------------


async def _pressed(turn: Turn) -> list[Say]:
    return await _press(turn, turn.inbound.choice)


async def _press(turn: Turn, key: str) -> list[Say]:
    pressed = choices.pressed(key)
    form = _open_form(turn)
    if pressed is None:
        return [await ask(turn, form, line("button-old"))] if form else [Say((line("button-old"),))]
    instance, question, value = pressed
    if question == "idle":
        if form is None or value.startswith(("language:", "new_code:", "mine:", "follow:")):
            says = await pressed_idle(turn, value)
            return [*says, await ask(turn, form)] if form and _open_form(turn) is form else says
        return [await ask(turn, form, line("button-old"))]
    if form and instance == turn.talk.instance and question == NUDGE_KEY:
        return await nudge_answered(turn, form, value)
    if form and instance == turn.talk.instance and question == _question(turn):
        return await _answered(turn, form, Heard(value=value, ref=turn.inbound.message_ref))
    case = await turn.work.cases.from_draft(turn.contact, instance)
    if case:
        lines = (line("receipt-again"), *state_lines(case, turn.office, turn.now))
        return [Say(lines, case_id=case.id)]
    return [await ask(turn, form, line("button-old"))] if form else [Say((line("button-old"),))]


# -- edits, files, places, cards -------------------------------------------------------------------------------------


async def _edited(turn: Turn) -> list[Say]:
    """Before it was sent an edit replaces the words; afterwards it is an addition, and the first version stays."""
    original = await turn.work.inbox.by_ref(turn.contact.id, turn.inbound.refers_to)
    text = turn.inbound.text.strip()
    if original is None or not text:
        return []
    if original.case_id is not None:
        case = await turn.work.cases.locked(original.case_id)
        return [] if case.erased_at else [await added(turn, case, text, kind="edited_message")]
    form = _open_form(turn)
    if form is None or original.instance != turn.talk.instance:
        return []
    ref = original.message_ref
    answers = dict(turn.talk.answers)
    report = Report(answers)
    story = next((p for p in answers.get("pieces", []) if ref in p["ref"].split("+")), None)
    if story:
        old = str((original.body or {}).get("text", ""))
        whole = text if story["ref"] == ref else story["text"].replace(old, text)
        report.replace_piece(story["ref"], whole)
        reread(turn, report)
        turn.talk.answers = answers
        await turn.work.outbox.withdraw(_burst_key(turn))
        return [await ask(turn, form, line("intake-edited"))]
    name = answers.get("refs", {}).get(ref)
    question = next((q for q in form.questions if q.name == name), None)
    if question is None:
        return []
    question.forget(answers)
    await question.read(turn, answers, Heard(text=text, ref=ref))
    turn.talk.answers = answers
    return [await ask(turn, form, line("intake-edited"))]


def _notes(turn: Turn) -> list[Line]:
    """One line for what came along and cannot stand for itself: a recording, a place, a card, a file that was not kept."""
    notes = []
    for attachment in turn.attachments:
        if attachment.kind == FileKind.VOICE and attachment.seconds:
            minutes, seconds = divmod(attachment.seconds, 60)
            notes.append(line("files-voice", length=f"{minutes}.{seconds:02d}"))
    for trouble in dict.fromkeys(turn.troubles):
        notes.append(line(f"files-{trouble.value.replace('_', '-')}", desk=turn.office.profile.desk))
    if turn.inbound.location:
        notes.append(line("location-noted"))
        if turn.talk.form == INTAKE.name:
            where = [turn.inbound.location.latitude, turn.inbound.location.longitude]
            turn.talk.answers = {**turn.talk.answers, "location": where}
    if card := turn.inbound.contact:
        phone = normalised_phone(card.phone) if card.own else None
        if phone and turn.talk.form == INTAKE.name:
            turn.talk.answers = {**turn.talk.answers, "phone": phone}
        notes.append(line("card-own" if phone else "card-other"))
    said = turn.office.reader.read(turn.inbound.text, turn.today)
    if said.secrets and any(
        word in turn.inbound.text.casefold() for word in ("otp", "password", "sandi", "pin")
    ):
        notes.append(line("secrets-warning"))
    return notes


def _with(notes: list[Line], says: list[Say]) -> list[Say]:
    if not notes:
        return says
    return [says[0].after(*notes), *says[1:]] if says else [Say(tuple(notes))]


def _plain(said: Say) -> Say:
    """An answer beside a form offers nothing of its own: the choices are the form's."""
    return Say(said.lines, case_id=said.case_id) if said.question else said


def _in_group(turn: Turn) -> list[Say]:
    last = turn.contact.courtesy_at
    if last and turn.now - last < timedelta(hours=24):
        return []
    turn.contact.courtesy_at = turn.now
    return [Say((line("group"),))]
