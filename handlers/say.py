"""What a handler wants said: message ids with values, and choices. Words are found in `handlers/speak.py`."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from storage.tables import Attachment, Contact

IDLE = "idle"  # the question of options that are offered while no form is open
DESK = "desk"  # of the desk's buttons: they hold their command and are good at any time


@dataclass(frozen=True, slots=True)
class Month:
    """A date of which only the month is known: said as `Oktober 2026`."""

    day: date


@dataclass(frozen=True, slots=True)
class DayOnly:
    """A date said without weekday and year: `24 Desember`."""

    day: date


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of somebody or a long name, shortened where the channel is narrow. `most`: characters elsewhere."""

    text: str
    most: int = 160


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph: a message id with its values."""

    id: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Several:
    """Several values in one place, joined with a comma."""

    items: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """A choice: `value` is what the question reads back; `number` is set for "0 other / don't know", else counted."""

    value: str
    label: Line | str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Say:
    """One message. `to`: somebody else than the person who is being answered. `code`: a secret code in it.

    `case_id` ties it to a case; `purpose` "receipt", "news"...; `question` names the question its options belong to.
    `expires_at`: what it tells of is over then, and it is dropped if it could not be sent until then. `entry_id`: what
    is written on the case and goes out with it. `hold`: only when the person writes next. `nameless`: its files go
    under neutral names, since a name may tell who complains. `topic`, `captioned`, `announced`: see `Outgoing`.
    """

    lines: tuple[Line, ...]
    options: tuple[Option, ...] = ()
    to: Contact | None = None
    case_id: int | None = None
    purpose: str = "reply"
    code: str = ""
    question: str = ""
    files: tuple[Attachment, ...] = ()
    nameless: bool = False
    expires_at: datetime | None = None
    entry_id: int | None = None
    hold: bool = False
    topic: str = ""
    captioned: bool = False
    announced: Line | None = None

    def until(self, expires_at: datetime) -> "Say":
        """The same, dropped if it could not be sent until then."""
        return replace(self, expires_at=expires_at)

    def after(self, *lines: Line) -> "Say":
        """The same, with these lines said first."""
        return replace(self, lines=(*lines, *self.lines)) if lines else self


def line(message_id: str, **values: object) -> Line:
    return Line(message_id, values)


def say(*lines: Line, options: tuple[Option, ...] = (), question: str = "", case_id: int | None = None) -> Say:
    return Say(lines, options, question=question, case_id=case_id)
