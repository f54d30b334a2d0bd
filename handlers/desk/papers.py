"""Papers to hand over where there is no chat: the receipt of what was recorded, and the reply as a letter."""

import asyncio
from collections.abc import Sequence

from handlers.desk.desk import Desk
from handlers.say import Line, line
from handlers.speak import in_words
from messages.paper import Paper, Section, to_pdf
from messages.speech import Words
from storage.tables import Attachment, Case

_WORDS = Words("id")


async def receipt_paper(desk: Desk, case: Case, lines: Sequence[Line]) -> Attachment:
    """The receipt, in the words of the chat. The secret code stands on it: it is for the complainant."""
    title, *rows = [_said(one) for one in lines]
    told = tuple((label, value) for label, _, value in (row.partition(": ") for row in rows if ": " in row))
    rest = tuple(row for row in rows if ": " not in row)
    sections = (Section("", told), Section("", paragraphs=(*rest, _said(line("paper-follow")))))
    return await _made(desk, case, title, sections, name="tanda-terima")


async def reply_paper(desk: Desk, case: Case, text: str) -> Attachment:
    """The reply as a letter, with whom to tell when it is not solved."""
    to = case.name or _said(line("sheet-nobody"))
    told = ((_said(line("sheet-name")), to), (_said(line("sheet-registered")), _WORDS.day(desk.today)))
    ends = _said(line("paper-not-solved", phone=desk.office.profile.phone))
    sections = (Section("", told), Section("", paragraphs=(text, ends)))
    return await _made(desk, case, _said(line("paper-reply", number=case.number)), sections, name="jawaban")


async def _made(desk: Desk, case: Case, title: str, sections: tuple[Section, ...], *, name: str) -> Attachment:
    profile = desk.office.profile
    paper = Paper(
        title=title,
        subtitle=profile.name,
        sections=sections,
        footer=f"{profile.address}, {profile.phone}",
        page_words=_said(line("sheet-page", page="{page}", pages="{pages}")),
    )
    content = await asyncio.to_thread(to_pdf, paper)
    return await desk.work.attachments.make(
        case.id, content, name=f"{case.number}-{name}.pdf", media_type="application/pdf"
    )


def _said(one: Line) -> str:
    return in_words(one, _WORDS)
