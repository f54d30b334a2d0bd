"""The citizens' words that always work. Each is one function; the table at the end maps words to them."""

from collections.abc import Awaitable, Callable

from handlers.add import add
from handlers.complete import complete
from handlers.intake.when import rupiah
from handlers.mydata import my_data
from handlers.say import IDLE, Line, Option, Say, line
from handlers.status import own_cases, status
from handlers.survey.offer import asked_for
from handlers.turn import Turn
from messages.speech import LANGUAGES
from rules.components import Component
from rules.kind import Kind
from rules.lifecycle import State
from rules.number import Found
from rules.secret_code import make_code
from rules.standard import Service
from storage.cases import ENDED
from storage.tables import Case

Command = Callable[[Turn, str, Found | None], Awaitable[list[Say]]]


async def start(turn: Turn, rest: str, found: Found | None) -> list[Say]:
    """Who answers here, and three ways on."""
    options = (
        Option("report", line("choice-report")),
        Option("status", line("choice-status")),
        Option("help", line("choice-help")),
    )
    return [Say((line("start", office=turn.office.profile.short_name),), options, question=IDLE)]


async def help_(turn: Turn, rest: str, found: Found | None) -> list[Say]:
    profile = turn.office.profile
    return [Say((line("help-how"), line("help-words"), line("people", phone=profile.phone, desk=profile.desk)))]


async def people(turn: Turn, rest: str, found: Found | None) -> list[Say]:
    """The people behind the machine: phone, desk, hours. The wish is noted on an open case."""
    profile = turn.office.profile
    hours = line("people-hours", opens=f"{profile.opens:%H.%M}", closes=f"{profile.closes:%H.%M}")
    cases = await open_cases(turn)
    if cases:
        await turn.work.cases.add_entry(cases[0], "wants_a_person", by="citizen", body={}, visibility="citizen")
    return [Say((line("people", phone=profile.phone, desk=profile.desk), hours))]


async def tell_status(turn: Turn, rest: str, found: Found | None) -> list[Say]:
    return await status(turn, found)


async def language(turn: Turn, rest: str, found: Found | None) -> list[Say]:
    said = f"{turn.inbound.text} {rest}".casefold()
    wanted = next((code for code, names in _LANGUAGE_NAMES.items() if any(name in said for name in names)), None)
    if wanted:
        return set_language(turn, wanted)
    options = tuple(Option(f"language:{code}", line(f"language-name-{code}")) for code in LANGUAGES)
    return [Say((line("language-ask"),), options, question=IDLE)]


def set_language(turn: Turn, code: str) -> list[Say]:
    turn.contact.person.language, turn.contact.person.language_chosen = code, True
    return [Say((line("language-set"),))]


async def standard(turn: Turn, rest: str, found: Found | None) -> list[Say]:
    """What the office promised for a service, or that the text is not held here."""
    said = turn.office.reader.service(rest) if rest else None
    service_id = said.service_id or (said.candidates[0] if said and said.candidates else None) if said else None
    service = turn.office.catalogue.get(service_id)
    if service is None:
        loaded = [s for s in turn.office.catalogue.services.values() if s.standard]
        rows = [line("standard-loaded", service=s.name(turn.language)) for s in loaded[:6]]
        return [Say((line("standard-which"), *rows))]
    return [standard_of(turn, service, Option("report", line("choice-report")))]


def standard_of(turn: Turn, service: Service, report: Option) -> Say:
    """The promise of one service, in rows; `report` is the way on from there."""
    options = (report,)
    name = service.name(turn.language)
    text = service.standard
    if text is None:
        phone = turn.office.profile.phone
        return Say((line("standard-not-loaded", service=name, phone=phone),), options, question=IDLE)
    rows: list[Line] = [line("standard-title", service=name, number=text.number)]
    if text.completion:
        unit = "" if text.completion.unit == "working" else "-calendar"
        rows.append(line(f"standard-time{unit}", days=text.completion.days))
    if text.fee:
        if text.fee.free:
            rows.append(line("standard-free"))
        elif text.fee.amount is not None:
            rows.append(line("standard-fee", amount=rupiah(text.fee.amount)))
    items = text.components.get(Component.REQUIREMENTS, ())
    if items:
        rows.append(line("standard-requirements", count=len(items), first="; ".join(items)))
    product = text.components.get(Component.PRODUCT, ())
    if product:
        rows.append(line("standard-product", product="; ".join(product)))
    if text.reply_days:
        rows.append(line("standard-reply", days=text.reply_days))
    return Say(tuple(rows), options, question=IDLE)


async def tell_my_data(turn: Turn, rest: str, found: Found | None) -> list[Say]:
    return await my_data(turn)


async def fill_in_survey(turn: Turn, rest: str, found: Found | None) -> list[Say]:
    return await asked_for(turn)


async def complete_case(turn: Turn, rest: str, found: Found | None) -> list[Say]:
    cases = await open_cases(turn)
    suggestions = [case for case in cases if case.kind == Kind.SUGGESTION]
    case = await _meant(turn, found, cases if found else suggestions or cases[:1])
    if isinstance(case, Say):
        return [case]
    return await complete(turn, case, rest)


async def add_to_case(turn: Turn, rest: str, found: Found | None) -> list[Say]:
    case = await _meant(turn, found, await open_cases(turn))
    if isinstance(case, Say):
        return [case]
    return await add(turn, case, rest)


async def new_code(turn: Turn, rest: str, found: Found | None) -> list[Say]:
    """Only where the case was filed: whoever found the old code elsewhere cannot lock its owner out."""
    case = await _meant(turn, found, await open_cases(turn))
    if isinstance(case, Say):
        return [case]
    if case.contact_id != turn.contact.id:
        return [Say((line("code-only-first-channel"),))]
    locked = await turn.work.cases.locked(case.id)
    code = make_code(turn.pick)
    turn.work.cases.set_code(locked, code)
    for contact in await turn.work.cases.followers(locked):
        if contact.person_id != locked.person_id:  # whoever followed by the old code is out
            await turn.work.cases.unfollow(contact, locked)
    turn.work.cases.note("code_changed", locked, by="citizen")
    lines = (line("code-new", number=case.number), line("receipt-code", code=code))
    return [Say(lines, case_id=case.id, code=code)]


async def drop_photo(turn: Turn, rest: str, found: Found | None) -> list[Say]:
    """Take back the file that was sent last, while the report is still being written."""
    files = await turn.work.attachments.of_draft(turn.contact.id, turn.talk.instance) if turn.talk.form else []
    if not files:
        return [Say((line("photo-none"),))]
    turn.removed_files += await turn.work.attachments.forget(files[-1:])
    return [Say((line("photo-dropped"),))]


async def stop_news(turn: Turn, rest: str, found: Found | None) -> list[Say]:
    case = await turn.work.cases.by_number(found.number) if found and found.number else None
    stopped = await turn.work.cases.unfollow(turn.contact, case)
    return [Say((line("news-stopped" if stopped else "news-none"),))]


async def open_held(turn: Turn, rest: str, found: Found | None) -> list[Say]:
    """What was held has been released by this very message, before its answer; what waits to be opened is, now."""
    if await open_what_waits(turn):
        return []
    return [Say((line("desk-nothing-waits"),))] if turn.member is not None else await status(turn, None)


async def open_what_waits(turn: Turn) -> int:
    """What only the person's asking for it opens, beside what any word releases; how many messages it were."""
    turn.released += await turn.work.outbox.release(turn.contact.id, opened=True)
    return turn.released


async def nothing_to_undo(turn: Turn, rest: str, found: Found | None) -> list[Say]:
    return [Say((line("nothing-open"),))]


async def open_cases(turn: Turn) -> list[Case]:
    cases = await own_cases(turn.work, turn.contact)
    return [case for case in cases if case.state not in ENDED or case.state == State.ANSWERED]


async def _meant(turn: Turn, found: Found | None, cases: list[Case]) -> Case | Say:
    """The case of one's own that is meant; otherwise what to say instead."""
    if found and found.number is None:
        return Say((line("number-wrong-check", prefix=turn.office.profile.prefix),))
    if found:
        case = next((c for c in cases if c.number == str(found.number)), None)
        case = case or await _merged(turn, str(found.number))
        return case or Say((line("case-not-yours", number=str(found.number)),))
    if not cases:
        return Say((line("status-none"),))
    if len(cases) > 1 and cases[0].id != turn.talk.case_id:
        rows = tuple(line("case-which-row", number=c.number) for c in cases[:5])
        return Say((line("case-which"), *rows))
    return cases[0]


async def _merged(turn: Turn, number: str) -> Case | None:
    """One's own case that was merged into another: the other is meant."""
    own = await own_cases(turn.work, turn.contact)
    into = next((c.merged_into_id for c in own if c.number == number), None)
    return await turn.work.cases.locked(into) if into is not None else None


_LANGUAGE_NAMES = {
    "su": ("sunda",),
    "en": ("inggris", "english"),
    "id": ("indonesia",),
}

COMMANDS: dict[str, Command] = {
    "start": start,
    "help": help_,
    "people": people,
    "status": tell_status,
    "language": language,
    "standard": standard,
    "my_data": tell_my_data,
    "survey": fill_in_survey,
    "complete": complete_case,
    "add": add_to_case,
    "new_code": new_code,
    "drop_photo": drop_photo,
    "stop_news": stop_news,
    "open": open_held,
    "back": nothing_to_undo,
    "cancel": nothing_to_undo,
}
# These answer beside an open form, which stays as it is; the present question is asked again after them.
BESIDE_A_FORM = ("help", "people", "language", "status", "standard", "start", "drop_photo")
