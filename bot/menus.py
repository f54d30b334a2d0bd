"""The command menus that Telegram shows: to citizens theirs in each language, to staff those of their roles.

The commands themselves are the chat words. A member's menu is set for their chat alone, soon after they came, and taken
away when they left.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import structlog

from messages.envelope import Channel
from messages.speech import LANGUAGES, Words
from rules.roles import Right
from storage.database import Database

log = structlog.get_logger()

Menu = Sequence[tuple[str, str]]
_COMMANDS = ("lapor", "status", "tambah", "standar", "bahasa", "dataku", "bantuan", "batal")
# In the order of a day's work; each with the rights that have it.
_STAFF_COMMANDS: Mapping[str, frozenset[Right]] = {
    "antrean": frozenset({Right.SEE, Right.ANSWER}),
    "kasus": frozenset({Right.SEE, Right.ANSWER}),
    "ambil": frozenset({Right.WORK}),
    "telaah": frozenset({Right.WORK}),
    "jalur": frozenset({Right.WORK}),
    "tanya": frozenset({Right.WORK}),
    "balas": frozenset({Right.WORK, Right.ANSWER}),
    "catatan": frozenset({Right.SEE, Right.ANSWER}),
    "selesai": frozenset({Right.WORK}),
    "catat": frozenset({Right.WORK}),
    "templat": frozenset({Right.WORK, Right.ASSIGN}),
    "serahkan": frozenset({Right.WORK, Right.ASSIGN}),
    "cari": frozenset({Right.SEE}),
    "setujui": frozenset({Right.DECIDE}),
    "tolak": frozenset({Right.DECIDE, Right.ANSWER}),
    "terlambat": frozenset({Right.ASSIGN}),
    "beban": frozenset({Right.ASSIGN}),
    "ringkasan": frozenset({Right.ASSIGN}),
    "ekspor": frozenset({Right.ASSIGN}),
    "tim": frozenset({Right.TEAM}),
    "undang": frozenset({Right.INVITE}),
    "grup": frozenset({Right.INVITE}),
    "cuti": frozenset(Right),
    "lapor": frozenset(Right),
    "bantuan": frozenset(Right),
}
_GROUP_COMMANDS = ("balas", "tanya", "kasus", "ambil", "telaah", "jalur", "selesai", "serahkan")
_LOOKS_EVERY = 5.0
_NONE = "-"


def telegram_menus() -> Mapping[str, Menu]:
    return {code: [(word, Words(code).say(f"menu-{word}")) for word in _COMMANDS] for code in LANGUAGES}


def staff_menu(rights: frozenset[Right], language: str) -> Menu:
    """The commands that go with these rights, with their descriptions."""
    words = Words(language)
    return [(word, words.say(f"menu-{word}")) for word, of in _STAFF_COMMANDS.items() if of & rights]


def group_menu() -> Menu:
    """What is written in the topic of a case."""
    words = Words("id")
    return [
        (word, words.say(f"menu-group-{word}" if word in ("balas", "tanya") else f"menu-{word}"))
        for word in _GROUP_COMMANDS
    ]


@dataclass(slots=True)
class StaffMenus:
    """Sees to it that each member's chat has the menu of their roles. `set_menu` gets a chat and a menu, empty to take
    it away; it says whether it was done.
    """

    database: Database
    set_menu: Callable[[str, Menu], Awaitable[bool]]
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)

    async def keep_forever(self) -> None:
        while True:
            await self.look()
            await asyncio.sleep(_LOOKS_EVERY)

    async def look(self) -> None:
        """Set what changed since; which menu a chat has is kept, so that it is set once."""
        now = self.clock()
        async with self.database.reading(now) as work:
            wanted: dict[object, tuple[str, Menu, str]] = {}
            for member in await work.team.with_those_who_left():
                roles = "" if member.left_at else ",".join(sorted(member.roles))
                for contact in await work.contacts.of_person(member.person_id):
                    if contact.channel != Channel.TELEGRAM or contact.blocked_at is not None:
                        continue
                    language = contact.person.language
                    is_now = f"{roles}:{language}" if roles else _NONE
                    if (await work.jobs.fact(f"menu:{contact.id}") or _NONE) != is_now:
                        menu = staff_menu(member.rights, language) if roles else ()
                        wanted[contact.id] = contact.address, menu, is_now
            group = await work.topics.group()
            if group is not None and await work.jobs.fact("menu:group") != group:
                wanted["group"] = group, group_menu(), group
        for whose, (chat, menu, is_now) in wanted.items():
            if not await self.set_menu(chat, menu):
                continue
            async with self.database.work(now) as work:
                await work.jobs.note_fact(f"menu:{whose}", is_now)
                await work.commit()
