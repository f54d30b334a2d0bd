"""The cases, and what belongs to them."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import BigInteger, Date, ForeignKey, Index, Integer, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from storage.tables.metadata import Base, only_where
from storage.types import BigKey, PlainJSON, Sealed, SealedJSON


class Case(Base):
    """One matter brought by one person, with a register number that never changes.

    Three instants (DECISIONS, time): `brought_at` judges the 30 days, `registered_at` gives the number its year,
    `received_at` is day 0 of the 14 working days and stands on complaints alone.
    """

    __tablename__ = "case"
    __table_args__ = (UniqueConstraint("year", "running"), UniqueConstraint("contact_id", "draft"))
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    number: Mapped[str] = mapped_column(String(32), unique=True)
    year: Mapped[int] = mapped_column(Integer)
    running: Mapped[int] = mapped_column(Integer)
    kind: Mapped[str] = mapped_column(String(12), index=True)
    state: Mapped[str] = mapped_column(String(16), index=True)
    reasons: Mapped[list[str]] = mapped_column(PlainJSON, default=list)  # why it is a suggestion
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contact.id"))
    draft: Mapped[str] = mapped_column(String(12))  # the form's run it came from: one run makes one case
    channel: Mapped[str] = mapped_column(String(16))
    language: Mapped[str] = mapped_column(String(2))
    service_id: Mapped[str | None] = mapped_column(String(64))
    component: Mapped[str] = mapped_column(String(24))
    second_component: Mapped[str | None] = mapped_column(String(24))
    component_by: Mapped[str] = mapped_column(String(32), default="reader")  # reader, citizen, or who on the staff
    classification: Mapped[dict[str, Any] | None] = mapped_column(SealedJSON("case.classification"))
    story: Mapped[str | None] = mapped_column(Sealed("case.story"))
    progress: Mapped[str] = mapped_column(String(10))
    received_on: Mapped[date | None] = mapped_column(Date)
    received_about: Mapped[date | None] = mapped_column(Date)  # the first of the month, where the day is not known
    complete_on: Mapped[date | None] = mapped_column(Date)
    breach: Mapped[list[dict[str, Any]]] = mapped_column(PlainJSON, default=list)
    name: Mapped[str | None] = mapped_column(Sealed("case.name"))
    organisation: Mapped[str | None] = mapped_column(Sealed("case.organisation"))
    address: Mapped[str | None] = mapped_column(Sealed("case.address"))
    nik: Mapped[str | None] = mapped_column(Sealed("case.nik"))
    phone: Mapped[str | None] = mapped_column(Sealed("case.phone"))
    on_behalf_of: Mapped[str | None] = mapped_column(Sealed("case.on_behalf_of"))
    late_reason: Mapped[str | None] = mapped_column(Sealed("case.late_reason"))
    secret: Mapped[bool] = mapped_column(default=False)
    flags: Mapped[list[str]] = mapped_column(PlainJSON, default=list)
    code_hmac: Mapped[bytes | None] = mapped_column(LargeBinary(32))
    holder_id: Mapped[int | None] = mapped_column(ForeignKey("staff.id"), index=True)  # the officer who works it
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("case.id"))  # the same matter, on file as that case
    expects: Mapped[str] = mapped_column(String(12), default="")  # what the complainant's next words answer
    brought_at: Mapped[datetime]
    registered_at: Mapped[datetime]
    received_at: Mapped[datetime | None]
    updated_at: Mapped[datetime]
    erased_at: Mapped[datetime | None]
    clocks: Mapped[list["CaseClock"]] = relationship(order_by="CaseClock.round", lazy="selectin")


Index("ix_case_registered", Case.registered_at, Case.kind)  # how many came on which day, without looking at the cases


class CaseClock(Base):
    """One round of the reply clock. `calendar` is the fingerprint of the days off that `due` was counted with.

    `ended_at`: when the case left the clock without a reply: it became a suggestion, was referred or merged. A round
    that was late by then stays late in every figure.
    """

    __tablename__ = "case_clock"
    __table_args__ = (UniqueConstraint("case_id", "round"),)
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("case.id"))
    round: Mapped[int]
    start: Mapped[date] = mapped_column(Date)
    working_days: Mapped[int]
    due: Mapped[date] = mapped_column(Date, index=True)
    skipped: Mapped[list[dict[str, Any]]] = mapped_column(PlainJSON, default=list)
    calendar: Mapped[str] = mapped_column(String(64))
    answered_at: Mapped[datetime | None] = mapped_column(index=True)
    ended_at: Mapped[datetime | None]

    @property
    def runs(self) -> bool:
        """A reply is still owed in this round."""
        return self.answered_at is None and self.ended_at is None


ON_ITS_WAY = ("waiting", "sent", "held")  # deliveries of an entry that may still change what becomes of the case


class CaseEntry(Base):
    """What is written on a case after it was registered. `visibility`: citizen, office, or internal.

    `by`: citizen, clock, or who on the staff (`Staff.ref`). `delivery`: how far the messages got that carry it, as it
    was last acted upon (`handlers/desk/arrivals.py`); None where it carries none.
    """

    __tablename__ = "case_entry"
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("case.id"), index=True)
    at: Mapped[datetime]
    by: Mapped[str] = mapped_column(String(32))
    kind: Mapped[str] = mapped_column(String(24))
    visibility: Mapped[str] = mapped_column(String(10), default="office")
    body: Mapped[dict[str, Any] | None] = mapped_column(SealedJSON("case_entry.body"))
    delivery: Mapped[str | None] = mapped_column(String(12))


Index("ix_case_entry_on_its_way", CaseEntry.case_id, **only_where(CaseEntry.delivery.in_(ON_ITS_WAY)))


class CaseTerm(Base):
    """A word that tells what a case is about, as a keyed digest: found without being read (`similar.py`)."""

    __tablename__ = "case_term"
    __table_args__ = ({"sqlite_with_rowid": False},)
    term: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    case_id: Mapped[int] = mapped_column(ForeignKey("case.id"), primary_key=True, autoincrement=False, index=True)


class Correction(Base):
    """What an officer made of a class: `text` as it was read, from `before` to `after`. `aduan train` learns of it."""

    __tablename__ = "correction"
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("case.id"), index=True)
    at: Mapped[datetime]
    by: Mapped[str] = mapped_column(String(32))
    before: Mapped[str] = mapped_column(String(24))
    after: Mapped[str] = mapped_column(String(24))
    text: Mapped[str | None] = mapped_column(Sealed("correction.text"))


class CaseFollower(Base):
    """A contact that gets the news of a case."""

    __tablename__ = "case_follower"
    __table_args__ = (UniqueConstraint("case_id", "contact_id"),)
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("case.id"))
    contact_id: Mapped[int] = mapped_column(ForeignKey("contact.id"), index=True)
    since: Mapped[datetime]
    stopped_at: Mapped[datetime | None]


class CodeTry(Base):
    """A wrong secret code, counted for each address and for each case (DECISIONS, what a case is)."""

    __tablename__ = "code_try"
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    source: Mapped[bytes] = mapped_column(LargeBinary(32), index=True)
    at: Mapped[datetime]


class Attachment(Base):
    """A file that came with a report, or that the office made (`origin`). Its content lies sealed in the file store
    under `stored_as`.
    """

    __tablename__ = "attachment"
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contact.id"), index=True)
    instance: Mapped[str] = mapped_column(String(12), default="")
    case_id: Mapped[int | None] = mapped_column(ForeignKey("case.id"), index=True)
    origin: Mapped[str] = mapped_column(String(8), default="citizen")  # or "office": a case sheet
    kind: Mapped[str] = mapped_column(String(12))
    media_type: Mapped[str] = mapped_column(String(96))
    name: Mapped[str | None] = mapped_column(Sealed("attachment.name"))
    size: Mapped[int]
    seconds: Mapped[int | None]
    digest: Mapped[str] = mapped_column(String(64))  # keyed, of the content as kept
    stored_as: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime] = mapped_column(index=True)
