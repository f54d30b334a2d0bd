"""Who works here, how they were let in, and to whom a case was sent."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Date, ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from rules.ladder import Member, is_away
from rules.roles import Right, rights_of
from storage.tables.metadata import Base
from storage.tables.people import Contact
from storage.types import BigKey, PlainJSON, Sealed, SealedJSON


class Staff(Base):
    """Somebody who works here, tied to the person they write as. `roles`, `tier`: see `rules/roles.py`, `ladder.py`.

    `foreign`: of a technical team, another agency or APIP; they see what they are asked and have no say in the office.

    `away_from`, `away_until`: first and last day of a leave; `substitute_id` acts meanwhile. `left_at`: no longer here;
    the row stays, since cases and the audit name it.
    """

    __tablename__ = "staff"
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), unique=True)
    name: Mapped[str] = mapped_column(Sealed("staff.name"))
    roles: Mapped[list[str]] = mapped_column(PlainJSON)
    unit: Mapped[str | None] = mapped_column(String(80))
    foreign: Mapped[bool] = mapped_column(default=False)
    tier: Mapped[str | None] = mapped_column(String(32))
    superior_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    substitute_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    away_from: Mapped[date | None] = mapped_column(Date)
    away_until: Mapped[date | None] = mapped_column(Date)
    joined_at: Mapped[datetime]
    left_at: Mapped[datetime | None]

    @property
    def ref(self) -> str:
        """How entries and the audit name them: without their name."""
        return f"staff:{self.id}"

    @property
    def standing(self) -> Member:
        """Where they stand on the ladder."""
        return Member(
            self.id,
            tuple(self.roles),
            self.unit,
            self.foreign,
            self.tier,
            self.superior_id,
            self.substitute_id,
            self.away_from,
            self.away_until,
        )

    @property
    def rights(self) -> frozenset[Right]:
        return rights_of(self.roles, foreign=self.foreign)

    def is_away(self, day: date) -> bool:
        return is_away(self.standing, day)


class Invitation(Base):
    """A code that gives a role once, until `expires_at`. Only a keyed digest of the code is kept."""

    __tablename__ = "invitation"
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    code_hmac: Mapped[bytes] = mapped_column(LargeBinary(32), unique=True)
    role: Mapped[str] = mapped_column(String(12))
    name: Mapped[str] = mapped_column(Sealed("invitation.name"))
    unit: Mapped[str | None] = mapped_column(String(80))
    tier: Mapped[str | None] = mapped_column(String(32))
    invited_by: Mapped[str] = mapped_column(String(32))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    staff_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))


class Route(Base):
    """One way a case was sent (component 6, point 7): internal, agency or apip; what was asked, and what came of it.

    `status`: open, answered, declined ("not ours"), requested and refused (apip), withdrawn. `due`: the day by which an
    agency is asked to answer, before our own. `decided_by`: who approved or refused; `regulation`: what stood in for
    an approval. `reminded`: which reminders went out.
    """

    __tablename__ = "route"
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("case.id"), index=True)
    kind: Mapped[str] = mapped_column(String(10))
    status: Mapped[str] = mapped_column(String(10), index=True)
    unit: Mapped[str | None] = mapped_column(String(80), index=True)
    asked_by: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    asked_at: Mapped[datetime]
    due: Mapped[date | None] = mapped_column(Date)
    said: Mapped[dict[str, Any]] = mapped_column(SealedJSON("route.said"), default=dict)
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    decided_at: Mapped[datetime | None]
    ended_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    ended_at: Mapped[datetime | None]
    reminded: Mapped[list[str]] = mapped_column(PlainJSON, default=list)


class DigestSetting(Base):
    """How a superior wants their digests; no row: as `storage/digests.py` has it for everybody.

    `kinds`: of `rules/periods.py`. `minute`: of the day in Jakarta, from which on it goes out. `channel`: None for the
    chat used last. `unit`: whose cases are counted, None for the whole office.
    """

    __tablename__ = "digest_setting"
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), unique=True)
    kinds: Mapped[list[str]] = mapped_column(PlainJSON)
    minute: Mapped[int]
    channel: Mapped[str | None] = mapped_column(String(16))
    unit: Mapped[str | None] = mapped_column(String(80))


DISMISSED = "dismissed"  # of a conflict: a superior said that it is none


class Conflict(Base):
    """Somebody on the staff whom a case seems to name: kept away from it until a superior dismisses it.

    `status`: suspected, confirmed, dismissed (component 6: nobody handles what is about themselves).
    """

    __tablename__ = "conflict"
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("case.id"), index=True)
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"), index=True)
    status: Mapped[str] = mapped_column(String(10))
    found_at: Mapped[datetime]
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("staff.id"))
    decided_at: Mapped[datetime | None]


class Topic(Base):
    """A case's own topic in the office's group (`group`: its address there). The bot writes to it by `contact`.

    `thread`: the topic's id in the group, once the channel has opened it. `behind`: something happened on the case that
    it does not show yet; `shown_entry_id`, `shown_where`: the newest entry, and the state with the holder, that it
    shows. `secret`: opened for a secret case, without its story. `gone`: taken out of the group, since not everybody
    there may see the case.
    """

    __tablename__ = "topic"
    __table_args__ = (UniqueConstraint("case_id", "group"), UniqueConstraint("group", "thread"))
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("case.id"))
    group: Mapped[str] = mapped_column(String(32))
    contact_id: Mapped[int] = mapped_column(ForeignKey("contact.id"), unique=True)
    title: Mapped[str] = mapped_column(String(128))
    thread: Mapped[str | None] = mapped_column(String(24))
    behind: Mapped[bool] = mapped_column(default=True, index=True)
    shown_entry_id: Mapped[int] = mapped_column(BigKey, default=0)
    shown_where: Mapped[str] = mapped_column(String(48), default="")
    secret: Mapped[bool] = mapped_column(default=False)
    gone: Mapped[bool] = mapped_column(default=False)
    contact: Mapped[Contact] = relationship(lazy="joined", innerjoin=True)
