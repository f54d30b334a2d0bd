"""`aduan run` and `aduan chat`."""

import asyncio
import signal
import sys

import typer

from bot.logs import set_up_logs
from bot.program import opened_program
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
    async with opened_program(settings) as program:
        others = [name.value for name in program.channels if name is not Channel.WEB]
        print(
            f"aduan: {program.office.profile.short_name} answers on http://{settings.HOST}:{settings.PORT}",
            flush=True,
        )
        print(
            f"aduan: beside the web chat: {', '.join(others) or 'nothing yet (see .env.example)'}", flush=True
        )
        serving = asyncio.current_task()
        assert serving
        asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, serving.cancel)
        await program.serve()


def chat() -> None:
    """Talk to the bot here. Input from a pipe is a new person: prints the transcript and ends."""
    settings = load_settings()
    set_up_logs("error", settings.LOG_FORMAT)
    asyncio.run(talk(settings, sys.stdin, sys.stdout, interactive=sys.stdin.isatty()))
