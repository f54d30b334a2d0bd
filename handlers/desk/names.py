"""What things are called in the tables of a workbook: looked up once for each value, however many rows have it."""

from collections.abc import Callable
from functools import cache

from handlers.desk.desk import Desk
from handlers.intake.matter import component_name
from handlers.say import Line
from handlers.speak import in_words
from messages.speech import Words
from rules.components import Component


class Names:
    """`said`: a message without values. The others take what the register keeps, or None where it knows nothing."""

    def __init__(self, desk: Desk, words: Words) -> None:
        self._desk, self._words = desk, words
        self.said: Callable[[str], str] = cache(self._said)
        self.component: Callable[[str | None], str | None] = cache(self._component)
        self.service: Callable[[str | None], str | None] = cache(self._service)
        self.channel: Callable[[str | None], str | None] = cache(self._channel)

    def route(self, kind: str | None) -> str | None:
        return self.said(f"route-{kind}") if kind else None

    def _said(self, message_id: str) -> str:
        return in_words(Line(message_id), self._words)

    def _component(self, slug: str | None) -> str | None:
        return in_words(component_name(Component(slug)), self._words) if slug else None

    def _service(self, service_id: str | None) -> str | None:
        service = self._desk.office.catalogue.get(service_id)
        return service.name() if service else None

    def _channel(self, channel: str | None) -> str | None:
        return in_words(self._desk.channel_name(channel), self._words) if channel else None
