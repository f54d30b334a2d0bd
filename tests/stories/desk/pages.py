"""Pages of docs/ that are talks: written down as they go, so that the words in them are those of the bot."""

import os
from pathlib import Path

from tests.talk import Citizen, Town

DOCS = Path(__file__).parents[3] / "docs"


class Page:
    """Writes down what is said, as the talk goes."""

    def __init__(self, town: Town, path: Path, opening: str, ending: str = "") -> None:
        self.town, self.path, self.ending = town, path, ending
        self.lines: list[str] = [opening]
        self.heard: dict[str, int] = {}

    def part(self, title: str) -> None:
        self.lines.append(f"\n## {title}\n")

    async def says(self, who: str, person: Citizen, text: str, *, press: bool = False) -> None:
        self.hears(who, person)
        shown = f"[{text}]" if press else text
        self.lines.append(f"**{who}:** {shown}\n")
        await (person.presses(text) if press else person.says(text))
        await self.town.settles()
        self.hears(who, person)

    def hears(self, who: str, person: Citizen) -> None:
        every = self.town.lines[person.channel].heard[person.address]
        for message in every[self.heard.get(who, 0) :]:
            text = "  \n> ".join(message.text.splitlines())
            buttons = " ".join(f"[{choice.label}]" for choice in message.choices)
            files = " ".join(f"({file.name})" for file in message.files)
            tail = "  \n> ".join(part for part in (buttons, files) if part)
            self.lines.append(f"> *mesin kepada {who}:*  \n> {text}" + (f"  \n> {tail}" if tail else "") + "\n")
        self.heard[who] = len(every)

    def holds(self) -> None:
        """The page in docs/ says what was said here. RENEW_DOCS=1 writes it anew."""
        written = "\n".join(self.lines).rstrip() + (self.ending or "\n")
        if os.environ.get("RENEW_DOCS"):
            self.path.write_text(written, encoding="utf-8")
        assert self.path.read_text(encoding="utf-8") == written, "run this test with RENEW_DOCS=1 and look at the page"
