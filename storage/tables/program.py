"""What the program keeps for itself: the audit chain, counters, jobs, leases, facts."""

from datetime import date, datetime

from sqlalchemy import Date, String
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.metadata import Base
from storage.types import BigKey, Sealed


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


class ClosedDay(Base):
    """A day on which the office is closed, entered by a command beside those of the agency folder."""

    __tablename__ = "closed_day"
    day: Mapped[date] = mapped_column(Date, primary_key=True)
    title: Mapped[str] = mapped_column(String(80))
    entered_by: Mapped[str] = mapped_column(String(32))
    entered_at: Mapped[datetime]


class CannedReply(Base):
    """A reply that officers begin with, as the office changed it: `#word`. An empty text: not used any more."""

    __tablename__ = "canned_reply"
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    word: Mapped[str] = mapped_column(String(24), unique=True)
    text: Mapped[str] = mapped_column(Sealed("canned_reply.text"))
    changed_by: Mapped[str] = mapped_column(String(32))
    changed_at: Mapped[datetime]


class Fact(Base):
    """A fact about this database: the key's fingerprint, the wrapped index key, the calendar's fingerprint."""

    __tablename__ = "fact"
    name: Mapped[str] = mapped_column(String(64), primary_key=True)
    value: Mapped[str] = mapped_column(String)
