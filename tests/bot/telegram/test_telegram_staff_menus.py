"""Who works here finds the commands of their roles in the menu of their chat; who left does not."""

from datetime import UTC, datetime

from bot.agency import load_office
from bot.menus import StaffMenus
from handlers.desk.door import invite
from messages.envelope import Channel
from rules.roles import Role
from storage.database import Database
from tests.bot.telegram.stage import Stage

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
CHAT = 4711


async def joined(database: Database, role: Role) -> None:
    async with database.work(NOW) as work:
        contact = await work.contacts.at(Channel.TELEGRAM, "us", str(CHAT), "id")
        letters = iter("23456789AB" * 3)
        invited = await invite(
            work, load_office(), NOW, lambda _: next(letters), role=role, name="Rina Marlina", by="operator"
        )
        invitation = await work.team.invitation(invited.code)
        assert invitation
        await work.team.redeem(invitation, contact.person_id, foreign=False)
        await work.commit()


def commands(stage: Stage) -> list[str]:
    return [command["command"] for command in stage.server.chat_menus.get(CHAT, [])]


async def test_the_menu_follows_the_roles(stage: Stage, database: Database) -> None:
    async with stage.running() as channel:
        menus = StaffMenus(database, channel.set_menu, lambda: NOW)
        await menus.look()
        assert stage.server.chat_menus == {}
        await joined(database, Role.HEAD)
        await menus.look()
        assert commands(stage)[:2] == ["antrean", "kasus"]
        assert {"setujui", "tolak", "tim", "undang", "lapor"} <= set(commands(stage))
        assert "ambil" not in commands(stage)
        calls = sum(call.method == "setMyCommands" for call in stage.server.calls)
        await menus.look()
        assert sum(call.method == "setMyCommands" for call in stage.server.calls) == calls, "it is set once"
        async with database.work(NOW) as work:
            (member,) = await work.team.everybody()
            await work.team.end(member, by="operator")
            await work.commit()
        await menus.look()
        assert commands(stage) == []


async def test_the_name_of_the_bot_is_told(stage: Stage) -> None:
    told: list[str] = []

    async def named(username: str) -> None:
        told.append(username)

    async with stage.running(named=named):
        assert told == [stage.server.username]
