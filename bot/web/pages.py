"""The pages as served: templates filled with the words of one language, and the files beside them."""

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from html import escape
from importlib import resources
from string import Template
from typing import Final

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from bot.web.limits import MB, Limits
from messages.speech import LANGUAGES, Words
from rules.agency import Profile

# What the script says, beside what stands in the page; an id without its `web-`.
_SCRIPT_WORDS: Final = (
    "us", "you", "choices", "sending", "sent", "unsent", "try-now", "too-long", "slow-down",
    "slow-down-choice", "file-too-large", "too-many-files", "files-lost", "no-cookies", "not-accepted",
    "online", "offline", "back-online", "left", "left-unsure", "remove-file",
    "photo", "document", "voice", "audio", "video",
)  # fmt: skip
_NAMES: Final = {"id": "Bahasa Indonesia", "su": "Basa Sunda", "en": "English"}
_MEDIA_TYPES: Final = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}


class _Page(Template):
    idpattern = r"[a-z][a-z-]*"


def language_of(request: Request) -> tuple[str, bool]:
    """The language of the page's own words, and whether it was chosen: `?bahasa=su`, otherwise Indonesian.

    It stands in the address, so that the page needs no cookie before somebody says something.
    """
    asked = request.query_params.get("bahasa", "")
    return (asked, True) if asked in LANGUAGES else ("id", False)


class Pages:
    def __init__(self, profile: Profile, limits: Limits) -> None:
        self._profile = profile
        self._limits = limits

    def chat(self, language: str, *, chosen: bool) -> HTMLResponse:
        words = Words(language)
        track = f'<a href="/lacak{_query(language, chosen)}">{escape(words.say("web-track"))}</a>'
        leave = f'<button id="leave" type="button" hidden>{escape(words.say("web-leave"))}</button>'
        parts = {
            "header": self._header(words, chosen, "/", track + leave),
            "footer": self._footer(words),
            "ways": self._ways(words),
            "words": escape(json.dumps(self._script_words(words), ensure_ascii=False)),
            "chosen": "yes" if chosen else "no",
        }
        return HTMLResponse(self._filled("chat.html", words, parts))

    def track(
        self,
        language: str,
        *,
        chosen: bool,
        number: str = "",
        outcome: str = "",
        status: int = 200,
    ) -> HTMLResponse:
        """The form of `/lacak`. `outcome` is markup of `found` or `trouble`; `number` what was entered."""
        words = Words(language)
        back = f'<a href="/{_query(language, chosen)}">{escape(words.say("web-back-to-chat"))}</a>'
        parts = {
            "header": self._header(words, chosen, "/lacak", back),
            "footer": self._footer(words),
            "outcome": outcome,
            "number": escape(number),
            "query": _query(language, chosen),
        }
        return HTMLResponse(self._filled("track.html", words, parts), status)

    def outcome(self, language: str, heading: str, lines: tuple[str, ...], *, found: bool) -> str:
        """How a report stands, or why it is not shown: read out at once by a screen reader."""
        title = escape(Words(language).say(heading))
        paragraphs = "".join(f"<p>{escape(line)}</p>" for line in lines)
        kind, role = ("outcome", "status") if found else ("outcome missing", "alert")
        return f'<div class="{kind}" role="{role}"><h3>{title}</h3>{paragraphs}</div>'

    def _header(self, words: Words, chosen: bool, path: str, actions: str) -> str:
        links = []
        for language in LANGUAGES:
            here = ' aria-current="true"' if language == words.language else ""
            links.append(
                f'<a href="{path}?bahasa={language}" hreflang="{language}" lang="{language}"{here}>'
                f'<span aria-hidden="true">{language}</span><span class="aloud">{_NAMES[language]}</span></a>'
            )
        query = _query(words.language, chosen)
        return self._filled("header.html", words, {"languages": "".join(links), "actions": actions, "query": query})

    def _footer(self, words: Words) -> str:
        return self._filled("footer.html", words, {"ways": self._ways(words)})

    def _ways(self, words: Words) -> str:
        """How to reach people, from the agency's profile."""
        digits = "".join(c for c in self._profile.phone.partition("ext")[0] if c.isdigit() or c == "+")
        rows = [_way(words.say("web-phone"), f'<a href="tel:{digits}">{escape(self._profile.phone)}</a>')]
        whatsapp = [way.detail for way in self._profile.ways_in if way.id == "whatsapp"]
        rows += [_way(words.say("web-whatsapp"), escape(number)) for number in whatsapp]
        rows.append(_way(words.say("web-desk"), escape(self._profile.desk), "wide"))
        return f'<dl class="ways">{"".join(rows)}</dl>'

    def _script_words(self, words: Words) -> dict[str, str]:
        said = {name: words.say(f"web-{name}", self._values(f"web-{name}")) for name in _SCRIPT_WORDS}
        return {
            **said,
            "time_zone": self._profile.time_zone,
            "most_characters": str(self._limits.text_characters),
            "most_mb": str(self._limits.file_bytes // MB),
            "most_files": str(self._limits.files),
        }

    def _values(self, name: str) -> dict[str, str]:
        most = self._limits.files if name == "web-too-many-files" else self._limits.file_bytes // MB
        days = self._profile.reply_days if name == "web-promise" else self._limits.session_days
        return {
            "office": self._profile.short_name,
            "days": str(days),
            "most": str(most),
            "name": "{name}",  # the script puts the file's name there
            "example": f"{self._profile.prefix}-2026-00017-4",
        }

    def _filled(self, page: str, words: Words, markup: Mapping[str, str]) -> str:
        """The template with words (escaped here) and parts that are markup already."""
        template = _template(page)
        values = {"lang": words.language, "office": escape(self._profile.short_name), **markup}
        for name in template.get_identifiers():
            if name.startswith("web-"):
                values[name] = escape(words.say(name, self._values(name)))
        return template.substitute(values)


class Assets:
    """The page's style, scripts and icon, read once: few and small. Each answer carries its fingerprint."""

    def __init__(self) -> None:
        folder = resources.files("bot.web") / "static"
        self._files = {item.name: item.read_bytes() for item in folder.iterdir()}
        self._tags = {name: f'"{hashlib.sha256(content).hexdigest()[:20]}"' for name, content in self._files.items()}

    async def serve(self, request: Request) -> Response:
        name = request.path_params["name"]
        if name not in self._files:
            return Response(status_code=404)
        headers = {"ETag": self._tags[name]}
        if self._tags[name] in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        kind = _MEDIA_TYPES[f".{name.rpartition('.')[2]}"]
        return Response(self._files[name], media_type=kind, headers=headers)


@cache
def _template(name: str) -> _Page:
    return _Page((resources.files("bot.web") / "pages" / name).read_text(encoding="utf-8"))


def _query(language: str, chosen: bool) -> str:
    return f"?bahasa={language}" if chosen else ""


def _way(term: str, detail: str, kind: str = "") -> str:
    return f"<dt>{escape(term)}</dt><dd{f' class={kind}' if kind else ''}>{detail}</dd>"
