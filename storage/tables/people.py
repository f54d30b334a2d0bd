"""Who writes to us, by which address, and where their talk stands."""

from datetime import datetime
from typing import Any

from sqlalchemy import Boolean, ForeignKey, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from storage.tables.metadata import Base
from storage.types import BigKey, Sealed, SealedJSON


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
