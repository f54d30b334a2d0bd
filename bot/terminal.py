"""The terminal as a channel: the same bot, the same rules, nobody else involved."""

import asyncio
import secrets
from datetime import UTC, datetime
from typing import TextIO

from bot.channel import DeliveryState, Posted, Sent
from bot.program import Program, opened_program
from bot.sender import Sender
from bot.settings import Settings
from messages.envelope import Channel, Inbound, Outgoing

_PROMPT = "> "


class Terminal:
    """Prints what the bot says. What was printed has arrived."""

    name = Channel.TERMINAL

    def __init__(self, out: TextIO) -> None:
        self._out = out

    async def send(self, posted: Posted) -> Sent:
        print(laid_out(posted.message), file=self._out, flush=True)
        return Sent((posted.key,), DeliveryState.DELIVERED)

    async def find(self, posted: Posted) -> Sent | None:
        return None


def laid_out(message: Outgoing) -> str:
    """The message with its choices as a numbered list."""
    choices = [f"  {choice.number} {choice.label}" for choice in message.choices]
    return "\n".join(
        [*(f"bot: {line}" if i == 0 else f"     {line}" for i, line in enumerate(message.lines)), *choices]
    )


async def talk(settings: Settings, said: TextIO, out: TextIO, *, interactive: bool) -> None:
    """Talk until the input ends. From a pipe every run is a new person, and what was said is printed too."""
    async with opened_program(settings) as program:
        sender = Sender(program.database, {Channel.TERMINAL: Terminal(out)})
        address = "you" if interactive else f"pipe:{secrets.token_hex(8)}"
        if interactive:
            print("Type to talk; Ctrl-D ends.", file=out)
        while True:
            if interactive:
                print(_PROMPT, end="", file=out, flush=True)
            line = await asyncio.to_thread(said.readline)
            if not line:
                return
            text = line.rstrip("\r\n")
            if not text.strip():
                continue
            if not interactive:
                print(f"warga: {text}", file=out, flush=True)
            await _hear(program, sender, address, text)


async def _hear(program: Program, sender: Sender, address: str, text: str) -> None:
    inbound = Inbound(
        channel=Channel.TERMINAL,
        account="terminal",
        address=address,
        provider_id=secrets.token_hex(12),
        at=datetime.now(UTC),
        text=text,
    )
    await program.receiver(inbound)
    await sender.send_due()
