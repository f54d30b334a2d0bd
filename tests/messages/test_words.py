"""The words themselves: whole in every language, short and plain enough to be read, and fit for SMS."""

import re
from collections.abc import Iterator
from functools import cache

import pytest
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.twilio.gsm import gsm_units
from messages import vocabulary
from messages.speech import LANGUAGES, Words, sources
from rules.lifecycle import REFUSALS

SPOKEN = (
    "talk.ftl",
    "intake.ftl",
    "case.ftl",
    "life.ftl",
    "outcome.ftl",
    "survey.ftl",
)  # what the bot says, on every channel
TO_CITIZENS = ("talk.ftl", "intake.ftl", "case.ftl", "web.ftl", "outcome.ftl", "survey.ftl")
TO_STAFF = ("book.ftl", "desk.ftl", "digest.ftl", "group.ftl", "paper.ftl", "register.ftl")
FILES = tuple(sources("id"))
MOST_WORDS, MOST_SENTENCES, MOST_OF_A_LABEL = 20, 3, 20
OFFICE_WORDS = (
    r"ti[ck]k?[eé]t|(?:di)?submit|[ck]ompon[eé]nt?|[eé][sk][ck]ala(?:si|te|tion)|OPD|APIP|"
    r"(?:di)?v[eé]rifi(?:kasi|cation)|verify"
)
# What a message says around these counts; they are quotes, lists and addresses of others.
_ONE_WORD = "x"
_VALUES = {
    "office": "DPMPTSP Purwakarta",
    "day": "Selasa, 10 November 2026",
    "until": "Selasa, 10 November 2026",
    "due": "Selasa, 10 November 2026",
    "before": "Selasa, 10 November 2026",
    "after": "Selasa, 10 November 2026",
    "month": "Oktober 2026",
    "number": "ADU-2026-00017-4",
    "prefix": "ADU",
}
_LABEL_ROW = re.compile(r"[A-F] |- |.* · |[^.?:]+: .*[^.?]$")

Piece = tuple[str, str]  # message id, or id.attribute; its text in one of its variants


@cache
def parsed(language: str, name: str) -> dict[str, ast.Message]:
    resource = FluentParser().parse(sources(language)[name])
    junk = [entry.content for entry in resource.body if isinstance(entry, ast.Junk)]
    assert junk == []
    return {entry.id.name: entry for entry in resource.body if isinstance(entry, ast.Message)}


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.names.add(node.id.name)


def variables(node: ast.BaseNode) -> set[str]:
    visitor = _Variables()
    visitor.visit(node)
    return visitor.names


def shape(message: ast.Message) -> dict[str, set[str]]:
    """The variables of a message, and of each of its attributes."""
    assert message.value is not None
    forms = {"": variables(message.value)}
    return forms | {attribute.id.name: variables(attribute.value) for attribute in message.attributes}


def texts(pattern: ast.Pattern) -> list[str]:
    """Every variant of a pattern, with values such as people see them."""
    done = [""]
    for element in pattern.elements:
        done = [before + more for before in done for more in _texts_of(element)]
    return done


def _texts_of(element: ast.TextElement | ast.Placeable) -> list[str]:
    if isinstance(element, ast.TextElement):
        return [element.value]
    match element.expression:
        case ast.SelectExpression() as select:
            return [text for variant in select.variants for text in texts(variant.value)]
        case ast.VariableReference() as variable:
            return [_VALUES.get(variable.id.name, _ONE_WORD)]
        case other:
            raise AssertionError(f"what is {other}")


def pieces(language: str, name: str, *, brief: bool | None = None) -> Iterator[Piece]:
    """All texts of a file. `brief`: what SMS gets; otherwise the long forms too."""
    for message_id, message in parsed(language, name).items():
        sms = next((a for a in message.attributes if a.id.name == "sms"), None)
        if message.value is not None and not (brief and sms):
            yield from ((message_id, text) for text in texts(message.value))
        if sms:
            yield from ((f"{message_id}.sms", text) for text in texts(sms.value))


def sentences(text: str) -> list[str]:
    return [s for s in re.split(r"(?<=[.?])\s+", text.replace(" No. ", " No ")) if s]


def is_label_row(text: str) -> bool:
    """A row of a review, a receipt or a list: `B Layanan: ...`, `Nomor: ...` without a full stop."""
    return bool(_LABEL_ROW.match(text))


everywhere = pytest.mark.parametrize(
    ("language", "name"), [(language, name) for language in LANGUAGES for name in FILES]
)
of_the_bot = pytest.mark.parametrize(
    ("language", "name"), [(language, name) for language in LANGUAGES for name in SPOKEN]
)
to_citizens = pytest.mark.parametrize(
    ("language", "name"), [(language, name) for language in LANGUAGES for name in TO_CITIZENS]
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_files(language: str) -> None:
    assert set(SPOKEN + TO_CITIZENS) <= set(sources(language))
    assert tuple(sources(language)) == FILES


@everywhere
def test_every_language_says_the_same_things_with_the_same_values(language: str, name: str) -> None:
    here, source = parsed(language, name), parsed("id", name)
    assert sorted(here) == sorted(source)
    assert {key: shape(message) for key, message in here.items()} == {
        key: shape(message) for key, message in source.items()
    }


@everywhere
def test_no_message_is_written_twice_or_empty(language: str, name: str) -> None:
    ids = re.findall(r"^([a-z][\w-]*) *=", sources(language)[name], re.MULTILINE)
    assert sorted(ids) == sorted(set(ids))
    others = {key for other in FILES if other != name for key in parsed(language, other)}
    assert others.isdisjoint(ids)
    assert all(text.strip() for _, text in pieces(language, name))


@everywhere
def test_sentences_are_short_and_few(language: str, name: str) -> None:
    long = []
    for key, text in pieces(language, name):
        if is_label_row(text):
            continue
        said = sentences(text)
        if len(said) > MOST_SENTENCES:
            long.append((key, f"{len(said)} sentences"))
        long += [(key, f"{len(s.split())} words: {s}") for s in said if len(s.split()) > MOST_WORDS]
    assert long == []


@everywhere
def test_nothing_is_shouted_or_drawn(language: str, name: str) -> None:
    dots = "" if name in TO_STAFF else "·"  # a row of the desk holds several things, and never goes by SMS
    drawn = re.compile(rf"[!…{dots}→←•–—“”‘’\u2600-\u27bf\U0001f000-\U0001faff]")
    assert [(key, text) for key, text in pieces(language, name) if drawn.search(text)] == []


@of_the_bot
def test_sms_needs_no_other_alphabet(language: str, name: str) -> None:
    said = pieces(language, name, brief=True)
    assert [(key, text) for key, text in said if gsm_units(text) is None] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_fit_on_a_button(language: str) -> None:
    buttons = ("choice-", "desk-do-")
    labels = [(key, text) for name in FILES for key, text in pieces(language, name) if key.startswith(buttons)]
    assert labels
    assert [(key, len(text)) for key, text in labels if len(text) > MOST_OF_A_LABEL] == []


# Choices that stand side by side, as questions offer them: their labels work as typed text, so they must differ.
BESIDE = (
    ("yes", "no", "unknown"),
    ("unknown", "no-permit"),
    ("yes", "behalf"),
    ("not-declared", "unknown"),
    ("not-out", "unknown"),
    ("today", "yesterday", "not-out"),
    ("anonymous", "secret"),
    ("secret-name", "anonymous"),
    ("send", "change", "reason", "secret"),
    ("erase", "note-suggestion", "go-on"),
    ("continue", "note-now", "cancel"),
    ("make-complaint", "change", "stay-suggestion"),
    ("report", "status", "help"),
    ("note", "still-yours"),
    ("add", "new-report"),
    ("follow", "add"),
    ("new-code", "it-was-me"),
    ("erase-all", "keep"),
    ("erase-data", "keep"),
    ("survey-fill", "survey-later", "survey-no"),
    *(
        tuple(f"{scale}-{value}" for value in range(1, 5))
        for scale in ("rate", "fits", "easy", "fast", "fee", "skilled", "polite", "handled", "good")
    ),
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("names", BESIDE, ids=" ".join)
def test_labels_side_by_side_differ(language: str, names: tuple[str, ...]) -> None:
    words = Words(language)
    labels = {words.say(f"choice-{name}").casefold() for name in names}
    assert len(labels) == len(names)


# Where a standing answer of the vocabulary is on a button, its label typed by hand means the same.
STANDING = {
    "choice-send": "send",
    "choice-change": "change",
    "choice-yes": "yes",
    "choice-no": "no",
    "choice-unknown": "unknown",
    "choice-anonymous": "anonymous",
    "choice-secret": "secret",
    "choice-secret-name": "secret",
    "choice-today": "today",
    "choice-yesterday": "yesterday",
    "choice-not-out": "not_out",
    "choice-not-declared": "not_declared",
    "choice-cancel": "cancel",
    "choice-new-code": "new_code",
    "choice-help": "help",
    "choice-status": "status",
    "choice-complete": "complete",
    "choice-add": "add",
    "choice-erase-data": "my_data",
    "choice-make-complaint": "yes",
    "choice-rate-1": "not_satisfied",
    "choice-rate-2": "less_satisfied",
    "choice-rate-3": "satisfied",
    "choice-rate-4": "very_satisfied",
    "choice-survey-later": "later",
    "choice-survey-no": "no",
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("label", "meaning"), STANDING.items())
def test_a_standing_label_works_as_text(language: str, label: str, meaning: str) -> None:
    assert vocabulary.means(Words(language).say(label), meaning) == meaning


# Messages that tell people what to type, and what those words then mean.
TAUGHT = {
    "help-words": ("report", "status", "add", "back", "cancel", "language", "standard", "my_data"),
    "receipt-suggestion-elsewhere": ("complete",),
    "complete-late": ("add",),
    "complete-stays": ("complete",),
    "status-none": ("status",),
    "status-several": ("status",),
    "code-form": ("unknown",),
    "news-here-too": ("stop_news",),
    "case-not-yours": ("status",),
    "mydata-correct": ("add",),
    "mydata-later": ("my_data",),
    "review-missed": ("send",),
    "survey-begin": ("enough",),
    "survey-missed": ("enough", "report"),
    "survey-stopped": ("survey",),
    "survey-ended": ("survey",),
    "survey-later": ("survey",),
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("message_id", "meanings"), TAUGHT.items())
def test_the_words_that_people_are_told_to_type_work(language: str, message_id: str, meanings: tuple[str, ...]) -> None:
    message = next(m for name in SPOKEN for key, m in parsed(language, name).items() if key == message_id)
    assert message.value is not None
    text = texts(message.value)[0]
    listed = text.partition(": ")[2].rstrip(".").split(", ")
    taught = re.findall(r'"([^"]+)"', text) or listed
    assert [vocabulary.means(word, meaning) for word, meaning in zip(taught, meanings, strict=True)] == list(meanings)


@to_citizens
def test_citizens_read_no_office_words(language: str, name: str) -> None:
    forbidden = re.compile(rf"\b(?:{OFFICE_WORDS})\b", re.IGNORECASE)
    assert [(key, text) for key, text in pieces(language, name) if forbidden.search(text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_refusal_of_the_rules_has_words(language: str) -> None:
    assert set(parsed(language, "life.ftl")) == REFUSALS | {"nik-invalid"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("brief", [False, True], ids=["long", "sms"])
def test_every_message_can_be_said(language: str, *, brief: bool) -> None:
    words = Words(language, brief=brief)
    for name in FILES:
        for key, message in parsed(language, name).items():
            values = {variable: _VALUES.get(variable, "7") for variable in set().union(*shape(message).values())}
            for count in (1, 2) if "count" in values else (1,):
                said = words.say(key, {**values, "count": count})
                assert "{" not in said


@pytest.mark.parametrize(
    ("language", "one", "two"),
    [
        ("id", "1 berkas diterima.", "2 berkas diterima."),
        ("su", "1 berkas katampi.", "2 berkas katampi."),
        ("en", "1 file received.", "2 files received."),
    ],
)
def test_one_is_one_and_two_are_many(language: str, one: str, two: str) -> None:
    words = Words(language)
    assert words.say("files-added", {"count": 1}) == one
    assert words.say("files-added", {"count": 2}) == two
