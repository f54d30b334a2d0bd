"""The answer of the reader: what one message (or one story told in several) says. Nothing here is asked again."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rules.agency import Place
from rules.components import Component


class Gist(StrEnum):
    """What kind of talk a message is."""

    STORY = "story"  # something happened: a matter to register
    GREETING = "greeting"  # "P", "halo", a salam, alone
    THANKS = "thanks"
    QUESTION = "question"  # wants to know something of a service, complains about nothing
    PRAISE = "praise"
    OTHER_OFFICE = "other_office"  # a matter of PLN, the road, an ID card...
    EMPTY = "empty"  # emoji, stickers, punctuation, a keyboard mash: no words


class Progress(StrEnum):
    """Whether the service has been received: decides what the date of the form means."""

    RECEIVED = "received"  # the permit is out, or it is about something that happened on a day
    PENDING = "pending"  # still waiting: no day 0, the 30-day window is open
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a component was chosen: what was `said` (words of the message) and what it `matched` in the lexicon."""

    component: Component
    said: str
    matched: str


@dataclass(frozen=True, slots=True)
class Ranked:
    component: Component
    score: float  # 0-1; all fifteen sum to about 1


@dataclass(frozen=True, slots=True)
class Classification:
    """All fifteen, best first. `sure` is False when the first two score alike: then the bot asks.

    `phrased`: a phrase of the lexicon tells of the first, not only single words.
    """

    ranked: tuple[Ranked, ...]
    evidence: tuple[Evidence, ...]
    sure: bool
    phrased: bool = True

    @property
    def component(self) -> Component:
        return self.ranked[0].component

    @property
    def score(self) -> float:
        return self.ranked[0].score


@dataclass(frozen=True, slots=True)
class SaidDate:
    """A date as people write it. `day` is None where it is not one exact day, past or today; then `month` may tell
    about when ("bulan lalu": its first day). `problem` says why a date was not taken: "future" or "impossible".
    """

    said: str
    day: date | None
    month: date | None = None
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class SaidService:
    """`service_id` when one is meant beyond doubt; otherwise `candidates` (ids, best first, at most 5) help to ask."""

    service_id: str | None
    candidates: tuple[str, ...]
    kbli: str | None  # a five-digit KBLI code that was said, also one the office does not have
    unsure: bool = False  # a likely single meaning that should be confirmed ("Maksudnya ...?")
    wide: str | None = None  # the service that was said, where the candidates are its variants


def whole_address(place: Place | None, said: str | None) -> str | None:
    """Street and number as said, then the place as the list writes it; what there is of them."""
    return ", ".join(part for part in (said, place.label() if place else None) if part) or None


@dataclass(frozen=True, slots=True)
class SaidIdentity:
    """`name` is the complainant's, never that of the officer who is complained about."""

    name: str | None
    organisation: str | None
    place: Place | None
    place_text: str | None  # of a listed place: street and number as said; else the whole address as said
    on_behalf_of: str | None = None

    @property
    def address(self) -> str | None:
        return whole_address(self.place, self.place_text)


@dataclass(frozen=True, slots=True)
class Understood:
    gist: Gist
    language: str | None  # "id", "su", "en"; None when the words do not tell. The last full sentence decides
    identity: SaidIdentity
    service: SaidService
    when: SaidDate | None
    complete_on: date | None  # the day since which the file is with the office, where that day is said
    progress: Progress
    has_result: bool  # something was handed out: "terbit", "sudah saya terima"
    misdeed: bool  # somebody did something on a day (`when`), also while the service is pending
    classification: Classification | None  # None where nothing is complained about
    second_component: Component | None
    wants_secret: bool
    refuses_identity: bool  # "tanpa nama", "anonim", "hamba Allah"
    paid: tuple[int, ...]  # rupiah that were paid or asked for
    waited_days: int | None  # "sudah 3 minggu": 21; calendar days as said
    # The salam to return: "salam" (assalamualaikum), "sampurasun", "morning", "noon", "afternoon", "evening", "hello".
    greeting: str | None
    angry: bool
    danger: bool  # somebody is in danger now
    threat: bool  # the writer threatens somebody
    secrets: tuple[str, ...] = ()  # substrings to mask in every echo: OTP, password, NIK, card numbers
