"""Complaint or suggestion.

Source: the service standard, component 6, points 3 and 5a-b: without an identity, without an object, or
brought too late, it is treated as a suggestion. It is registered and read all the same; the reasons say what
would change that.
"""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    COMPLAINT = "complaint"  # pengaduan: the clock runs
    SUGGESTION = "suggestion"  # saran/masukan: has a number and a reader, owes no date


class Why(StrEnum):
    """Why it is a suggestion."""

    NO_IDENTITY = "no_identity"
    NO_OBJECT = "no_object"
    LATE = "late"
    NOT_OURS = "not_ours"  # `lainnya`: a matter of no service of the office
    SILENT = "silent"  # the person fell silent before sending it


@dataclass(frozen=True, slots=True)
class Judged:
    """`reasons` are empty for a complaint, and all that hold for a suggestion."""

    kind: Kind
    reasons: tuple[Why, ...]


def judge(*, identity_complete: bool, has_object: bool, in_time: bool, ours: bool, expired: bool = False) -> Judged:
    """What a report is.

    An object is a problem plus some service, counter or facility of the office; which service may be unknown.
    `in_time` comes from `complaint_window`; `expired`: a draft that the clock closed, never confirmed by the
    person.
    """
    found = {
        Why.NO_IDENTITY: not identity_complete,
        Why.NO_OBJECT: not has_object,
        Why.LATE: not in_time,
        Why.NOT_OURS: not ours,
        Why.SILENT: expired,
    }
    reasons = tuple(why for why, holds in found.items() if holds)
    return Judged(Kind.SUGGESTION if reasons else Kind.COMPLAINT, reasons)
