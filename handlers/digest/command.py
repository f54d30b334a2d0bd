"""`ringkasan`: a digest at a word, and how one's own are set."""

import re
from dataclasses import dataclass, replace

from handlers.desk.access import member_of
from handlers.desk.desk import Desk
from handlers.desk.door import another_chat
from handlers.digest.make import make, said, scope_of
from handlers.digest.sending import gets_digests
from handlers.say import DESK, Line, Option, Say, Several, line
from handlers.speak import words_for
from handlers.turn import Turn
from messages.envelope import Channel
from rules.periods import PeriodKind
from storage.digests import Wish
from storage.tables import Staff

_KIND_WORDS = {
    PeriodKind.DAILY: ("harian", "hari ini", "poean", "dinten ieu", "daily"),
    PeriodKind.WEEKLY: ("mingguan", "pekanan", "pekan lalu", "minggu lalu", "minggon", "weekly"),
    PeriodKind.MONTHLY: ("bulanan", "bulan lalu", "sasihan", "monthly"),
    PeriodKind.QUARTERLY: ("triwulanan", "triwulan lalu", "triwulan", "kuartal", "quarterly"),
}
_ON, _OFF = ("hidup", "nyala", "aktif", "on"), ("mati", "berhenti", "stop", "jangan", "pareum", "off")
_SETTINGS = ("atur", "jadwal", "pengaturan", "setel", "settings")
_WHOLE = ("semua", "seluruh kantor", "seluruhnya", "kantor", "sakantor", "whole office", "all")
_FILLERS = ("di", "ke", "lewat", "untuk", "pada", "setiap", "tiap", "dong", "ya", "tolong", "saja")
_AT = re.compile(
    r"\b(?:jam|pukul|tabuh|at)\s*([01]?\d|2[0-3])(?:[.:]([0-5]\d))?(?![\d.:])|^([01]?\d|2[0-3])[.:]([0-5]\d)$"
)
_UNIT = re.compile(r"\b(?:bagian|unit)\s+(.+)$")
_CHANNELS = {"telegram": Channel.TELEGRAM, "whatsapp": Channel.WHATSAPP, "wa": Channel.WHATSAPP, "web": Channel.WEB}


async def digest(turn: Turn, rest: str) -> list[Say]:
    """`ringkasan [harian|mingguan|bulanan|triwulan]`; `ringkasan atur`, and what may be changed there:
    `ringkasan mingguan mati`, `ringkasan jam 06.45`, `ringkasan di whatsapp`, `ringkasan bagian mpp`.
    """
    me = member_of(turn)
    wanted = _Wanted.of(rest)
    wish = await turn.work.digests.of(me)
    if wanted.unknown or (wanted.kind is not None and wanted.minute is not None and wanted.on is None):
        return [Say((line("digest-how"), line("digest-how-set")))]  # one hour holds for all kinds
    if wanted.changes_nothing:
        return await _settings(turn, wish) if wanted.settings else [await _now(turn, wanted.kind, wish)]
    closes = turn.office.profile.closes
    if wanted.minute is not None and wanted.minute >= closes.hour * 60 + closes.minute:
        return [Say((line("digest-too-late", hour=_hour(closes.hour * 60 + closes.minute)),))]
    changed = wish
    if wanted.on is not None:
        kinds = {wanted.kind} if wanted.kind else set(PeriodKind)
        changed = replace(changed, kinds=wish.kinds | kinds if wanted.on else wish.kinds - kinds)
    if wanted.minute is not None:
        changed = replace(changed, minute=wanted.minute)
    if wanted.unit is not None:
        unit = await _unit(turn, wanted.unit)
        if unit is None and wanted.unit != _WHOLE[0]:
            return [Say((line("digest-no-unit", unit=wanted.unit),))]
        changed = replace(changed, unit=unit)
    if wanted.channel is not None:
        changed = replace(changed, channel=wanted.channel)
        if await turn.work.team.contact_of(me, wanted.channel) is None:
            await turn.work.digests.keep(me, changed)
            return [await _come_by_that_too(turn, wanted.channel)]
    await turn.work.digests.keep(me, changed)
    return await _settings(turn, changed)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What the words behind `ringkasan` ask for. `unknown`: none of it was understood."""

    kind: PeriodKind | None = None
    settings: bool = False
    on: bool | None = None
    minute: int | None = None
    channel: Channel | None = None
    unit: str | None = None
    unknown: bool = False

    @property
    def changes_nothing(self) -> bool:
        changed = (self.on, self.minute, self.channel, self.unit)
        return not self.unknown and all(value is None for value in changed)

    @classmethod
    def of(cls, said: str) -> "_Wanted":
        """Every word has to be understood: what is left over would be dropped silently."""
        text = " ".join(said.casefold().split())
        found = cls()
        if time := _AT.search(text):
            hour, minute = time[1] or time[3], time[2] or time[4] or "0"
            found, text = replace(found, minute=int(hour) * 60 + int(minute)), _without(text, time[0])
        whole = next((words for words in _WHOLE if _has(text, words)), None)
        if unit := _UNIT.search(text):
            words = [word for word in unit[1].split() if word not in (*_ON, *_OFF)]
            named = " ".join(words)
            found = replace(found, unit=_WHOLE[0] if named in _WHOLE else named)
            text = _without(text, unit[0])
        elif whole is not None:
            found, text = replace(found, unit=_WHOLE[0]), _without(text, whole)
        for kind, names in _KIND_WORDS.items():
            name = next((name for name in names if _has(text, name)), None)
            if name is not None and found.kind is None:
                found, text = replace(found, kind=kind), _without(text, name)
        for word in text.split():
            if word in _SETTINGS:
                found = replace(found, settings=True)
            elif word in _ON or word in _OFF:
                found = replace(found, on=word in _ON)
            elif word in _CHANNELS:
                found = replace(found, channel=_CHANNELS[word])
            elif word not in _FILLERS:
                return cls(unknown=True)
        return found


def _has(text: str, words: str) -> bool:
    return f" {words} " in f" {text} "


def _without(text: str, words: str) -> str:
    return " ".join(f" {text} ".replace(words, " ", 1).split())


async def _now(turn: Turn, kind: PeriodKind | None, wish: Wish) -> Say:
    """The last one of that kind, a daily one of today, with how things stand now; answered where it was asked for."""
    desk, me, words = Desk.of(turn), member_of(turn), words_for(turn.contact)
    scope = await scope_of(turn.work, me, wish)
    made = await make(desk, kind or PeriodKind.DAILY, scope, words, so_far=True)
    answer = await said(desk, me, turn.contact, made, whole=True)
    return replace(answer, to=None, purpose="reply", expires_at=None, announced=None)


async def _come_by_that_too(turn: Turn, channel: Channel) -> Say:
    """They have not written from there yet: a code ties that chat to them; until then nothing changes."""
    code = (await another_chat(turn, member_of(turn))).code
    where = line(f"channel-{channel}")
    return Say((line("digest-no-chat", channel=where), line("desk-invite-code", code=code)), code=code)


async def _settings(turn: Turn, wish: Wish) -> list[Say]:
    """What comes when, and how to change it; each kind can be switched by its number."""
    me = member_of(turn)
    if not wish.kinds:
        rows: list[Line] = [line("digest-set-none")]
    else:
        kinds = tuple(line(f"digest-kind-{kind}") for kind in PeriodKind if kind in wish.kinds)
        rows = [line("digest-set", kinds=Several(kinds), hour=_hour(wish.minute))]
    chosen = wish.channel and line(f"channel-{wish.channel}")
    rows.append(line("digest-set-where", channel=chosen or line("digest-last-chat")))
    rows.append(line("digest-set-unit", unit=wish.unit or line("digest-whole-office")))
    rows.append(line("digest-how-set"))
    options = tuple(_switch(kind, on=kind not in wish.kinds) for kind in PeriodKind)
    return [Say(tuple(rows), options if gets_digests(me) else (), question=DESK)]


def _switch(kind: PeriodKind, *, on: bool) -> Option:
    word = _ON[0] if on else _OFF[0]
    label = line("digest-do-on" if on else "digest-do-off", kind=line(f"digest-kind-{kind}"))
    return Option(f"digest::{_KIND_WORDS[kind][0]} {word}", label)


def _hour(minute: int) -> str:
    return f"{minute // 60:02}.{minute % 60:02}"


async def _unit(turn: Turn, name: str) -> str | None:
    """A unit of the own office, as its people were invited into it."""
    crew: list[Staff] = await turn.work.team.everybody()
    units = {member.unit.casefold(): member.unit for member in crew if member.unit and not member.foreign}
    return units.get(name)
