"""The command menus that Telegram shows to citizens, in each language. The commands themselves are the chat words."""

from collections.abc import Mapping, Sequence

from messages.speech import LANGUAGES, Words

_COMMANDS = ("lapor", "status", "tambah", "standar", "bahasa", "dataku", "bantuan", "batal")


def telegram_menus() -> Mapping[str, Sequence[tuple[str, str]]]:
    return {code: [(word, Words(code).say(f"menu-{word}")) for word in _COMMANDS] for code in LANGUAGES}
