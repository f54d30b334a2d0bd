"""Complaint or suggestion, and why."""

import pytest

from rules.kind import Kind, Why, judge


@pytest.mark.parametrize(
    ("identity", "has_object", "in_time", "ours", "expired", "reasons"),
    [
        (True, True, True, True, False, ()),
        (False, True, True, True, False, (Why.NO_IDENTITY,)),
        (True, False, True, True, False, (Why.NO_OBJECT,)),
        (True, True, False, True, False, (Why.LATE,)),
        (True, True, True, False, False, (Why.NOT_OURS,)),
        (True, True, True, True, True, (Why.SILENT,)),
        (False, False, False, False, True, tuple(Why)),
        (False, True, True, True, True, (Why.NO_IDENTITY, Why.SILENT)),
    ],
)
def test_what_makes_it_a_suggestion(
    *, identity: bool, has_object: bool, in_time: bool, ours: bool, expired: bool, reasons: tuple[Why, ...]
) -> None:
    judged = judge(identity_complete=identity, has_object=has_object, in_time=in_time, ours=ours, expired=expired)
    assert judged.reasons == reasons
    assert judged.kind is (Kind.SUGGESTION if reasons else Kind.COMPLAINT)
