"""`aduan run` and `aduan chat`."""

import asyncio
import io
import sys

import typer

from bot.logs import set_up_logs
from bot.program import listen, opened_program
from bot.settings import Settings, load_settings
from bot.terminal import talk
from messages.envelope import Channel


def serving_commands(app: typer.Typer) -> None:
    app.command("run")(run)
    app.command("chat")(chat)


def run() -> None:
    """Serve the web chat, and Telegram, WhatsApp and SMS when their keys are set."""
    settings = load_settings()
    set_up_logs(settings.LOG_LEVEL, settings.LOG_FORMAT)
    asyncio.run(_serve(settings))


async def _serve(settings: Settings) -> None:
    # Before the database: when another process serves here, it works on the same one.
    listening = listen(settings.HOST, settings.PORT)
    async with opened_program(settings) as program:
        await program.database.adopt_key()

        def say() -> None:
            name = program.office.profile.short_name
            others = ", ".join(name.value for name in program.channels if name is not Channel.WEB)
            host = f"[{settings.HOST}]" if ":" in settings.HOST else settings.HOST
            print(f"aduan: {name} answers on http://{host}:{settings.PORT}", flush=True)
            print(f"aduan: beside the web chat: {others or 'nothing yet (see .env.example)'}", flush=True)

        await program.serve(listening, ready=say)


def chat() -> None:
    """Talk to the bot here. Input from a pipe is a new person: prints the transcript and ends."""
    settings = load_settings()
    set_up_logs("error", settings.LOG_FORMAT)
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, io.TextIOWrapper):  # whatever is in the pipe, and whatever the terminal can show
            stream.reconfigure(encoding="utf-8", errors="replace")
    asyncio.run(talk(settings, sys.stdin, sys.stdout, interactive=sys.stdin.isatty()))
