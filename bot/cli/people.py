"""`aduan invite`: a code that makes somebody an officer, a supervisor, a head..., once, within 72 hours."""

import asyncio
import json
import secrets
from datetime import UTC, datetime
from typing import Annotated

import typer

from bot.cli.shared import Json, stop
from bot.program import office_of, opened_database
from bot.settings import Settings, load_settings
from bot.telegram.channel import username_of
from handlers.desk.door import Invited, invite
from handlers.desk.team import TELEGRAM_NAME, telegram_link
from messages.speech import Words
from rules.refused import Refused
from rules.roles import Role
from storage.database import Database

_OPERATOR = "operator"


def people_commands(app: typer.Typer) -> None:
    app.command("invite")(invite_command)


def invite_command(
    role: Annotated[Role, typer.Option("--role", help="What they will be.")],
    name: Annotated[str, typer.Option("--name", help="Their name, as colleagues and reports show it.")],
    unit: Annotated[str, typer.Option("--unit", help="Their unit; for an agency its name, as `dinkes`.")] = "",
    tier: Annotated[str, typer.Option("--tier", help="Their step on the ladder: id, name, or 1 from below.")] = "",
    as_json: Json = False,
) -> None:
    """Invite somebody. Whoever sends the code to the bot gets the role, once, within 72 hours."""
    settings = load_settings()
    try:
        invited, username = asyncio.run(_invite(settings, role, name, unit, tier))
    except Refused as refused:
        stop(Words("en").say(refused.message_id, refused.values))
    link = telegram_link(username, invited.code) if username else None
    if as_json:
        expires = invited.expires_at.isoformat(timespec="seconds")
        print(json.dumps({"code": invited.code, "telegram_link": link, "expires": expires}))
        return
    print(f"{invited.code}  {role.value}, {name}{f', {invited.unit}' if invited.unit else ''}")
    print(f"On Telegram: {link}" if link else "On Telegram: /start with the code, elsewhere the bare code")
    print(f"Good once, until {invited.expires_at:%Y-%m-%d %H:%M} UTC")


async def _invite(settings: Settings, role: Role, name: str, unit: str, tier: str) -> tuple[Invited, str | None]:
    office, now = office_of(settings), datetime.now(UTC)
    async with opened_database(settings) as database:
        async with database.work(now) as work:
            invited = await invite(
                work, office, now, secrets.choice, role=role, name=name, unit=unit, tier=tier, by=_OPERATOR
            )
            await work.commit()
        return invited, await _username(settings, database)


async def _username(settings: Settings, database: Database) -> str | None:
    """As the running bot noted it, else as Telegram tells it now."""
    if not settings.TELEGRAM_BOT_TOKEN:
        return None
    async with database.reading(datetime.now(UTC)) as work:
        known = await work.jobs.fact(TELEGRAM_NAME)
    return known or await username_of(settings.TELEGRAM_BOT_TOKEN, settings.TELEGRAM_API_URL or None)
