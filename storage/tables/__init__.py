"""The tables. Columns of type `Sealed` hold personal data and are encrypted at rest; the rest is free of it."""

from storage.tables.cases import (
    ON_ITS_WAY,
    Attachment,
    Case,
    CaseClock,
    CaseEntry,
    CaseFollower,
    CaseTerm,
    CodeTry,
    Correction,
)
from storage.tables.messages import FAILED_INBOUND, OPEN_POSTING, Delivery, InboundMessage, Posting
from storage.tables.metadata import Base
from storage.tables.people import Contact, Conversation, Person
from storage.tables.program import AuditEntry, AuditHead, CannedReply, ClosedDay, Counter, Fact, JobSlot, Lease
from storage.tables.satisfaction import CaseQuestion, OpinionCount, SurveyInvitation
from storage.tables.staff import DISMISSED, Conflict, DigestSetting, Invitation, Route, Staff, Topic

__all__ = [
    "DISMISSED",
    "FAILED_INBOUND",
    "ON_ITS_WAY",
    "OPEN_POSTING",
    "Attachment",
    "AuditEntry",
    "AuditHead",
    "Base",
    "CannedReply",
    "Case",
    "CaseClock",
    "CaseEntry",
    "CaseFollower",
    "CaseQuestion",
    "CaseTerm",
    "ClosedDay",
    "CodeTry",
    "Conflict",
    "Contact",
    "Conversation",
    "Correction",
    "Counter",
    "Delivery",
    "DigestSetting",
    "Fact",
    "InboundMessage",
    "Invitation",
    "JobSlot",
    "Lease",
    "OpinionCount",
    "Person",
    "Posting",
    "Route",
    "Staff",
    "SurveyInvitation",
    "Topic",
]
