"""The tables. Columns of type `Sealed` hold personal data and are encrypted at rest; the rest is free of it."""

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import (
    BigInteger,
    Boolean,
    ColumnElement,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship

from storage.types import BigKey, Instant, PlainJSON, Sealed, SealedJSON


class Base(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_N_label)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        int: BigKey,
        datetime: Instant(),
        dict[str, Any]: PlainJSON,
        list[str]: PlainJSON,
    }


def _only_where(condition: ColumnElement[bool]) -> dict[str, Any]:
    """An index of few among many rows. A query that is to use it states the same condition with the values in it."""
    return {"sqlite_where": condition, "postgresql_where": condition}


class Person(Base):
    """Somebody who wrote to us, by whatever channels. Who they say they are stands on their cases."""

    __tablename__ = "person"
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    language: Mapped[str] = mapped_column(String(2), default="id")
    language_chosen: Mapped[bool] = mapped_column(Boolean, default=False)  # by the word `bahasa`: no longer guessed
    created_at: Mapped[datetime]
    erased_at: Mapped[datetime | None]


class Contact(Base):
    """One address of a person in one channel. `closed_at`: left and cleared, or blocked us."""

    __tablename__ = "contact"
    __table_args__ = (UniqueConstraint("channel", "address_index"),)
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    channel: Mapped[str] = mapped_column(String(16))
    account: Mapped[str] = mapped_column(String(64))
    address: Mapped[str] = mapped_column(Sealed("contact.address"))
    address_index: Mapped[bytes] = mapped_column(LargeBinary(32))
    last_inbound_at: Mapped[datetime | None]
    courtesy_at: Mapped[datetime | None]  # last "you are welcome", so that thanks are not answered for ever
    introduced_at: Mapped[datetime | None]  # last said who answers here
    blocked_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    person: Mapped[Person] = relationship(lazy="joined", innerjoin=True)


class Conversation(Base):
    """The talk with one contact: an open form by its name and answers; the question is derived, never stored.

    `snapshot`: the answers as they were at the last reply that the sender claimed; `burst`: the texts since then.
    `offered`: the choices last shown, so that a number or a label typed as text finds its meaning.
    """

    __tablename__ = "conversation"
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    contact_id: Mapped[int] = mapped_column(ForeignKey("contact.id"), unique=True)
    form: Mapped[str] = mapped_column(String(24), default="")
    form_version: Mapped[int] = mapped_column(default=0)
    instance: Mapped[str] = mapped_column(String(12), default="")
    case_id: Mapped[int | None] = mapped_column(ForeignKey("case.id"))
    answers: Mapped[dict[str, Any]] = mapped_column(SealedJSON("conversation.answers"), default=dict)
    snapshot: Mapped[dict[str, Any] | None] = mapped_column(SealedJSON("conversation.snapshot"))
    burst: Mapped[list[dict[str, Any]]] = mapped_column(SealedJSON("conversation.burst"), default=list)
    burst_since: Mapped[datetime | None]
    offered: Mapped[list[dict[str, Any]]] = mapped_column(SealedJSON("conversation.offered"), default=list)
    asked: Mapped[str] = mapped_column(String(24), default="")
    misses: Mapped[int] = mapped_column(default=0)
    brought_at: Mapped[datetime | None]
    touched_at: Mapped[datetime | None]
    nudge_at: Mapped[datetime | None] = mapped_column(index=True)
    nudged_at: Mapped[datetime | None]
    expire_at: Mapped[datetime | None] = mapped_column(index=True)


class InboundMessage(Base):
    """Every message that came in, by its provider's id: a repeat is recognised, and nothing said is lost.

    `outcome`: handled, or failed (the handler raised; the words are kept and an operator is told).
    """

    __tablename__ = "inbound"
    __table_args__ = (UniqueConstraint("channel", "account", "provider_id"),)
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    channel: Mapped[str] = mapped_column(String(16))
    account: Mapped[str] = mapped_column(String(64))
    provider_id: Mapped[str] = mapped_column(String(96))
    message_ref: Mapped[str] = mapped_column(String(96), default="")
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contact.id"))
    case_id: Mapped[int | None] = mapped_column(ForeignKey("case.id"))
    instance: Mapped[str] = mapped_column(String(12), default="")
    kind: Mapped[str] = mapped_column(String(16))
    body: Mapped[dict[str, Any] | None] = mapped_column(SealedJSON("inbound.body"))
    at: Mapped[datetime]
    stored_at: Mapped[datetime]
    outcome: Mapped[str] = mapped_column(String(16), default="handled")


FAILED_INBOUND = "failed"
Index("ix_inbound_talk", InboundMessage.contact_id, InboundMessage.id)
Index("ix_inbound_said", InboundMessage.contact_id, InboundMessage.stored_at)
Index("ix_inbound_failed", InboundMessage.id, **_only_where(InboundMessage.outcome == FAILED_INBOUND))
Index("ix_inbound_ref", InboundMessage.contact_id, InboundMessage.message_ref)


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
    component_by: Mapped[str] = mapped_column(String(10), default="reader")
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
    brought_at: Mapped[datetime]
    registered_at: Mapped[datetime]
    received_at: Mapped[datetime | None]
    updated_at: Mapped[datetime]
    erased_at: Mapped[datetime | None]
    clocks: Mapped[list["CaseClock"]] = relationship(order_by="CaseClock.round", lazy="selectin")


class CaseClock(Base):
    """One round of the reply clock. `calendar` is the fingerprint of the days off that `due` was counted with."""

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
    answered_at: Mapped[datetime | None]


class CaseEntry(Base):
    """What is written on a case after it was registered. `visibility`: citizen, office, or internal."""

    __tablename__ = "case_entry"
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("case.id"), index=True)
    at: Mapped[datetime]
    by: Mapped[str] = mapped_column(String(16))
    kind: Mapped[str] = mapped_column(String(24))
    visibility: Mapped[str] = mapped_column(String(10), default="office")
    body: Mapped[dict[str, Any] | None] = mapped_column(SealedJSON("case_entry.body"))


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
    by: Mapped[str] = mapped_column(String(16))
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
    """A file that came with a report. Its content lies sealed in the file store under `stored_as`."""

    __tablename__ = "attachment"
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("contact.id"), index=True)
    instance: Mapped[str] = mapped_column(String(12), default="")
    case_id: Mapped[int | None] = mapped_column(ForeignKey("case.id"), index=True)
    kind: Mapped[str] = mapped_column(String(12))
    media_type: Mapped[str] = mapped_column(String(96))
    name: Mapped[str | None] = mapped_column(Sealed("attachment.name"))
    size: Mapped[int]
    seconds: Mapped[int | None]
    digest: Mapped[str] = mapped_column(String(64))  # keyed, of the content as kept
    stored_as: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime] = mapped_column(index=True)


class Posting(Base):
    """One outgoing message. Sent strictly in order of id for each contact (`storage/outbox.py`).

    `heard_until`: the contact's last word when this try began; another one since then has opened the way.
    """

    __tablename__ = "outbox"
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    contact_id: Mapped[int] = mapped_column(ForeignKey("contact.id"))
    channel: Mapped[str] = mapped_column(String(16))
    case_id: Mapped[int | None] = mapped_column(ForeignKey("case.id"), index=True)
    purpose: Mapped[str] = mapped_column(String(16), default="reply")
    status: Mapped[str] = mapped_column(String(12), default="pending")
    body: Mapped[dict[str, Any] | None] = mapped_column(SealedJSON("outbox.body"))
    supersede_key: Mapped[str | None] = mapped_column(String(64))
    not_before: Mapped[datetime]
    expires_at: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    first_tried_at: Mapped[datetime | None]
    heard_until: Mapped[datetime | None]
    lease_until: Mapped[datetime | None]
    claimed_by: Mapped[str | None] = mapped_column(String(32))
    uncertain: Mapped[bool] = mapped_column(default=False)
    trouble: Mapped[str | None] = mapped_column(String(48))
    created_at: Mapped[datetime]
    settled_at: Mapped[datetime | None]
    contact: Mapped[Contact] = relationship(lazy="joined", innerjoin=True)


Index("ix_outbox_due", Posting.status, Posting.not_before)
Index("ix_outbox_order", Posting.contact_id, Posting.id)
Index("ix_outbox_supersede", Posting.supersede_key)
OPEN_POSTING = ("pending", "sending", "held")
Index("ix_outbox_open", Posting.contact_id, Posting.id, **_only_where(Posting.status.in_(OPEN_POSTING)))


class Delivery(Base):
    """What a provider says of one part of a message. A status may arrive before our own record of the sending."""

    __tablename__ = "delivery"
    __table_args__ = (UniqueConstraint("channel", "provider_id"),)
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    channel: Mapped[str] = mapped_column(String(16))
    provider_id: Mapped[str] = mapped_column(String(96))
    outbox_id: Mapped[int | None] = mapped_column(ForeignKey("outbox.id"), index=True)
    state: Mapped[str] = mapped_column(String(12))
    code: Mapped[str] = mapped_column(String(32), default="")
    at: Mapped[datetime]


class AuditEntry(Base):
    """One link of the audit chain. `facts` holds no personal text, only keyed commitments."""

    __tablename__ = "audit"
    seq: Mapped[int] = mapped_column(BigKey, primary_key=True, autoincrement=False)
    at: Mapped[str] = mapped_column(String(32))  # as hashed, so that it reads back to the letter
    actor: Mapped[str] = mapped_column(String(32))
    action: Mapped[str] = mapped_column(String(40))
    case_number: Mapped[str | None] = mapped_column(String(32), index=True)
    facts: Mapped[str] = mapped_column(String)
    previous: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))


class AuditHead(Base):
    """The end of the chain: one row, locked last in every transaction that writes audit entries."""

    __tablename__ = "audit_head"
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    seq: Mapped[int] = mapped_column(BigKey)
    hash: Mapped[str] = mapped_column(String(64))


class Counter(Base):
    """The running number of a year, without gaps: taken in the transaction that registers the case."""

    __tablename__ = "counter"
    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    value: Mapped[int]


class JobSlot(Base):
    """Whoever inserts the row does the job: once, with several processes."""

    __tablename__ = "job_slot"
    job: Mapped[str] = mapped_column(String(48), primary_key=True)
    slot: Mapped[str] = mapped_column(String(64), primary_key=True)
    at: Mapped[datetime]


class Lease(Base):
    """What only one process may do at a time, such as polling one Telegram bot."""

    __tablename__ = "lease"
    name: Mapped[str] = mapped_column(String(64), primary_key=True)
    holder: Mapped[str] = mapped_column(String(32))
    until: Mapped[datetime]


class Fact(Base):
    """A fact about this database: the key's fingerprint, the wrapped index key, the calendar's fingerprint."""

    __tablename__ = "fact"
    name: Mapped[str] = mapped_column(String(64), primary_key=True)
    value: Mapped[str] = mapped_column(String)
