"""One message being answered: who, in which talk, with what at hand."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from messages.envelope import FileTrouble, Inbound
from rules.days import local_date
from rules.office import Office
from storage.tables import Attachment, Contact, Conversation, Staff, Topic
from storage.work import Work


@dataclass(frozen=True, slots=True)
class Timing:
    """How long to wait for more of a story, and how long a draft may lie silent. From the settings."""

    burst: timedelta = timedelta(seconds=3)
    longest_burst: timedelta = timedelta(seconds=20)
    nudge: timedelta = timedelta(hours=20)
    expire: timedelta = timedelta(hours=24)


@dataclass(slots=True)
class Turn:
    """`now` is the provider's time of the message; `pick` chooses one character at random (for codes and instances).

    `attachments` are the files of this message (and of the burst it belongs to), already kept; `troubles` say why
    others are not. `facts` came along without words: a place, a phone number (`handlers/along.py`). `entry_id`: what
    this burst already became on a case, so that more of it is not written there twice.

    `speaker`: in a group the own contact of whoever wrote there; `topic`: the topic of a case that it stands in. Then
    `contact` and `talk` are the topic's.
    """

    work: Work
    office: Office
    timing: Timing
    inbound: Inbound
    contact: Contact
    talk: Conversation
    pick: Callable[[str], str]
    member: Staff | None = None  # who on the staff it is, if that
    speaker: Contact | None = None
    topic: Topic | None = None
    attachments: list[Attachment] = field(default_factory=list)
    troubles: list[FileTrouble] = field(default_factory=list)
    facts: dict[str, Any] = field(default_factory=dict)
    entry_id: int | None = None
    released: int = 0  # how many held messages this one released
    removed_files: list[str] = field(default_factory=list)  # stored names to remove after the commit

    @property
    def now(self) -> datetime:
        return self.inbound.at

    @property
    def today(self) -> date:
        return local_date(self.inbound.at)

    @property
    def language(self) -> str:
        return self.contact.person.language

    def new_instance(self) -> str:
        """Names a form's run in its buttons, so that an old button is recognised."""
        return "".join(self.pick("abcdefghjkmnpqrstuvwxyz23456789") for _ in range(8))
