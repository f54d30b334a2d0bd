"""What came in, what goes out, and what became of it."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from storage.tables.metadata import Base, only_where
from storage.tables.people import Contact
from storage.types import BigKey, SealedJSON


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
Index("ix_inbound_failed", InboundMessage.id, **only_where(InboundMessage.outcome == FAILED_INBOUND))
Index("ix_inbound_ref", InboundMessage.contact_id, InboundMessage.message_ref)


class Posting(Base):
    """One outgoing message. Sent strictly in order of id for each contact (`storage/outbox.py`).

    `entry_id`: the reply, question or report on the case that it carries; its arrival moves the case on.
    `heard_until`: the contact's last word when this try began; another one since then has opened the way.
    """

    __tablename__ = "outbox"
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    contact_id: Mapped[int] = mapped_column(ForeignKey("contact.id"))
    channel: Mapped[str] = mapped_column(String(16))
    case_id: Mapped[int | None] = mapped_column(ForeignKey("case.id"), index=True)
    entry_id: Mapped[int | None] = mapped_column(ForeignKey("case_entry.id"), index=True)
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
Index("ix_outbox_open", Posting.contact_id, Posting.id, **only_where(Posting.status.in_(OPEN_POSTING)))


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
