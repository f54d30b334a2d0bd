"""The words, in three languages (Fluent). Wording lives in `messages/words/<language>/*.ftl` and nowhere else.

Every message may have an attribute `.sms`: its short form, in GSM characters, for channels that count them.
"""

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from importlib import resources

from babel.dates import format_date, format_time
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Junk

LANGUAGES = ("id", "su", "en")
_LONGEST_VALUE = 1000  # characters
_CLOCK = {"id": "HH.mm", "su": "HH.mm", "en": "HH:mm"}


class WordsTrouble(Exception):
    """A message id or one of its variables is missing: a mistake in the code or in the words, found by the tests."""


class Words:
    """The words of one language. `brief` takes the short forms (SMS)."""

    def __init__(self, language: str, *, brief: bool = False) -> None:
        self.language = language if language in LANGUAGES else "id"
        self.brief = brief
        self._bundle = bundle_of(self.language)

    def say(self, message_id: str, values: Mapping[str, str | int] | None = None) -> str:
        """The message in words. Raises `WordsTrouble` where Fluent would show a hole."""
        if not self._bundle.has_message(message_id):
            raise WordsTrouble(f"no words for {message_id} in {self.language}")
        message = self._bundle.get_message(message_id)
        pattern = message.attributes.get("sms") if self.brief else None
        pattern = message.value if pattern is None else pattern
        if pattern is None:
            raise WordsTrouble(f"{message_id} has no text in {self.language}")
        whole = dict(values or {})
        # Fluent refuses values of some thousand characters; people's own words are put in whole after it.
        long = {n: v for n, v in whole.items() if isinstance(v, str) and len(v) > _LONGEST_VALUE}
        text, errors = self._bundle.format_pattern(pattern, whole | {n: f"\ue000{n}\ue001" for n in long})
        if errors:
            raise WordsTrouble(f"{message_id} in {self.language}: {errors[0]}")
        said = str(text)
        for name, value in long.items():
            said = said.replace(f"\ue000{name}\ue001", value)
        return said

    def has(self, message_id: str) -> bool:
        return self._bundle.has_message(message_id)

    def day(self, day: date) -> str:
        """`Jumat, 11 Desember 2026`."""
        return format_date(day, "EEEE, d MMMM y", locale=self.language)

    def short_day(self, day: date) -> str:
        """`24 Desember`."""
        return format_date(day, "d MMMM", locale=self.language)

    def brief_day(self, day: date) -> str:
        """`24 Des`."""
        return format_date(day, "d MMM", locale=self.language)

    def month(self, day: date) -> str:
        """`Oktober 2026`."""
        return format_date(day, "MMMM y", locale=self.language)

    def hour(self, moment: datetime) -> str:
        """`13.10`, of an instant that is already in the office's time zone."""
        return format_time(moment.time(), _CLOCK[self.language], locale=self.language)


@cache
def bundle_of(language: str) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    for name, text in sources(language).items():
        resource = FluentResource(text)
        junk = next((entry for entry in resource.body if isinstance(entry, Junk)), None)
        if junk:
            raise WordsTrouble(f"{language}/{name}: not Fluent: {str(junk.content).strip().splitlines()[0]}")
        bundle.add_resource(resource)
    return bundle


@cache
def sources(language: str) -> dict[str, str]:
    """The Fluent files of a language, by name."""
    folder = resources.files("messages") / "words" / language
    return {
        item.name: item.read_text(encoding="utf-8")
        for item in sorted(folder.iterdir(), key=lambda item: item.name)
        if item.name.endswith(".ftl")
    }
