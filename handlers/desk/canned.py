"""Replies that officers begin with: `balas 413 #proses`. `templat` lists them; superiors change them there."""

import re
from string import Formatter

from handlers.desk.access import member_of
from handlers.say import Line, Quote, Say, line
from handlers.turn import Turn
from rules.refused import Refused
from rules.roles import Right
from storage.tables import Case

PLACEHOLDERS = ("nomor", "layanan", "kantor", "telepon")
_PLACED = ", ".join(f"{{{name}}}" for name in PLACEHOLDERS)
_NAME = re.compile(r"#?([a-z0-9][a-z0-9_-]{0,23})\s*:\s*", re.IGNORECASE)
_GONE = re.compile(r"hapus\s+#?([a-z0-9][a-z0-9_-]{0,23})", re.IGNORECASE)
_LISTED, _SHOWN, _LONGEST = 9, 90, 1000


async def replies_of(turn: Turn) -> dict[str, str]:
    """Name -> text: those of the agency folder, as the office changed them."""
    known = {**turn.office.profile.canned, **await turn.work.canned.all()}
    return {name: text for name, text in known.items() if text}


async def filled(turn: Turn, case: Case, text: str) -> str:
    """A reply that begins with a name (`#proses`), with its placeholders filled; any other text as it is.

    Raises Refused for a name that there is none of: it would go to the complainant as it stands.
    """
    name, _, more = text.strip().partition(" ")
    if not name.startswith("#"):
        return text
    known = await replies_of(turn)
    canned = known.get(name.removeprefix("#").casefold())
    if canned is None:
        raise Refused("canned-unknown", name=name, names=", ".join(f"#{one}" for one in known) or "-")
    service = turn.office.catalogue.get(case.service_id)
    values = {
        "nomor": case.number,
        "layanan": service.name() if service else "layanan ini",
        "kantor": turn.office.profile.short_name,
        "telepon": turn.office.profile.phone,
    }
    for key, value in values.items():
        canned = canned.replace(f"{{{key}}}", value)
    return f"{canned} {more}".strip()


async def canned_replies(turn: Turn, rest: str) -> list[Say]:
    """`templat`: what there is. `templat proses: TEKS` and `templat hapus proses` change it, by a superior."""
    said = rest.strip()
    if not said:
        return [Say(tuple(await _listed(turn)))]
    me = member_of(turn)
    named, gone = _NAME.match(said), _GONE.fullmatch(said)
    if named is None and gone is None:
        return [Say((_how(),))]
    if Right.ASSIGN not in me.rights:
        raise Refused("canned-not-yours")
    if gone is not None:
        name = gone[1].casefold()
        if name not in await replies_of(turn):
            raise Refused("canned-unknown", name=f"#{name}", names=", ".join(f"#{n}" for n in await replies_of(turn)))
        await turn.work.canned.keep(name, "", by=me.ref)
        return [Say((line("canned-removed", name=name),))]
    assert named is not None
    name, text = named[1].casefold(), said[named.end() :].strip()[:_LONGEST]
    if not text:
        return [Say((_how(),))]
    if wrong := _wrong_placeholder(text):
        raise Refused("canned-placeholder", said=f"{{{wrong}}}", known=_PLACED)
    await turn.work.canned.keep(name, text, by=me.ref)
    return [Say((line("canned-kept", name=name), line("quoted", text=text)))]


def _how() -> Line:
    return line("canned-how", known=_PLACED)


async def _listed(turn: Turn) -> list[Line]:
    known = await replies_of(turn)
    rows = [line("canned-row", name=name, text=Quote(text, _SHOWN)) for name, text in list(known.items())[:_LISTED]]
    return [line("canned-list" if rows else "canned-none"), *rows, _how()]


def _wrong_placeholder(text: str) -> str:
    """The first thing in braces that nothing is put in for; "" where all is well."""
    try:
        fields = [field for _, field, _, _ in Formatter().parse(text) if field is not None]
    except ValueError:
        return "..."
    return next((field or "..." for field in fields if field not in PLACEHOLDERS), "")
