"""After the receipt: thanks, a telephone number, a wish for secrecy, and asking what became of it."""

import re
from datetime import timedelta

from handlers.say import Say, line
from handlers.turn import Turn
from messages import vocabulary
from rules.identity import normalised_phone, own_phone_in
from rules.understanding.understood import Understood
from storage.tables import Case

_COURTESY = timedelta(hours=12)
_ABOUT_THE_REPORT = re.compile(
    r"\b(?:kapan|iraha|when|sudah sampai|udah sampe|sampai mana|gimana|kumaha|how)\b.*\b(?:di ?jawab\w*|jawaban\w*|"
    r"kabar\w*|laporan\w*|aduan\w*|pengaduan\w*|diwaler\w*|waleran\w*|answer|reply|report)|"
    r"^\s*(?:cek|lacak|lihat|track|check)\b.*\b(?:laporan|aduan|pengaduan|report)|"
    r"\b(?:laporan|aduan|pengaduan)\b.*\b(?:sampai mana|sampe mana|gimana|kumaha|kabarnya)\b",
    re.IGNORECASE,
)
_ASKS_IN = 8  # words
_A_NUMBER_IS_SAID = 7  # words around a number, where nothing else is told


def courtesy(turn: Turn) -> list[Say]:
    """Thanks are answered once in twelve hours, then with silence."""
    last = turn.contact.courtesy_at
    if last and turn.now - last < _COURTESY:
        return []
    turn.contact.courtesy_at = turn.now
    return [Say((line("thanks"),))]


def asks_after_it(said: Understood, text: str) -> bool:
    """ "kapan dijawabnya min?", "sudah sampai mana laporan saya": what became of what is on file."""
    about = _ABOUT_THE_REPORT.search(text)
    return about is not None and len(text.split()) <= _ASKS_IN and not said.service.service_id and not said.paid


async def short_answer(turn: Turn, cases: list[Case], text: str) -> list[Say] | None:
    """A telephone number, a wish for secrecy, or a word that answers nothing that is asked, once a case is on file."""
    own = [case for case in cases if case.person_id == turn.contact.person_id]
    phone = normalised_phone(text) or (own_phone_in(text) if len(text.split()) <= _A_NUMBER_IS_SAID else None)
    if phone and own:
        case = await turn.work.cases.locked(own[0].id)
        case.phone = phone
        turn.work.cases.note("phone_given", case, by="citizen")
        return [Say((line("phone-noted", number=case.number),), case_id=case.id)]
    if vocabulary.means(text, "secret") and own:
        case = await turn.work.cases.locked(own[0].id)
        if not case.secret:
            await turn.work.cases.make_secret(case, by="citizen")
        return [Say((line("secret-from-now", number=case.number),), case_id=case.id)]
    if vocabulary.means(text, "small_talk"):
        return courtesy(turn)
    if vocabulary.means(text, "change", "skip", "anonymous", "solved", "unsolved", "no", "unknown"):
        return [Say((line("nothing-asked"),))]
    return None
