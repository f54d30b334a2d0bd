"""The life of a case: every listed move is walked, every other one refused, and the page says the same."""

import itertools
import re
from pathlib import Path

import pytest

from rules.kind import Kind
from rules.lifecycle import (
    MOVES,
    REFUSALS,
    Actor,
    Changed,
    Fact,
    Move,
    State,
    changed_kind,
    moved,
    moves_open,
)
from rules.refused import Refused

PAGE = Path(__file__).parents[2] / "docs" / "life-of-a-case.md"
ALL_FACTS = frozenset(Fact)

S, A, K, F = State, Actor, Kind, Fact

# The table as decided, written once more: who may take a case from where to where (suggestions only: marked).
LISTED = {
    (S.DRAFT, S.NEW): {A.CITIZEN},
    (S.DRAFT, S.GONE): {A.CITIZEN, A.CLOCK},
    (S.NEW, S.TAKEN): {A.OFFICER, A.SUPERVISOR},
    (S.TAKEN, S.TAKEN): {A.OFFICER, A.SUPERVISOR},
    (S.TAKEN, S.STUDIED): {A.OFFICER},
    (S.STUDIED, S.INTERNAL): {A.OFFICER},
    (S.STUDIED, S.AGENCY): {A.OFFICER},
    (S.INTERNAL, S.AGENCY): {A.OFFICER},
    (S.STUDIED, S.APIP_REQUESTED): {A.OFFICER, A.HEAD},
    (S.INTERNAL, S.APIP_REQUESTED): {A.OFFICER, A.HEAD},
    (S.AGENCY, S.APIP_REQUESTED): {A.OFFICER, A.HEAD},
    (S.APIP_REQUESTED, S.APIP): {A.HEAD, A.OFFICER},
    (S.APIP_REQUESTED, S.INTERNAL): {A.HEAD},
    (S.AGENCY, S.INTERNAL): {A.AGENCY, A.OFFICER},
    (S.APIP, S.INTERNAL): {A.APIP, A.OFFICER},
    (S.INTERNAL, S.REPLYING): {A.OFFICER},
    (S.AGENCY, S.REPLYING): {A.OFFICER},
    (S.APIP, S.REPLYING): {A.OFFICER},
    (S.REPLYING, S.ANSWERED): {A.SYSTEM, A.OFFICER},
    (S.REPLYING, S.INTERNAL): {A.SYSTEM},
    (S.REPLYING, S.AGENCY): {A.SYSTEM},
    (S.REPLYING, S.APIP): {A.SYSTEM},
    (S.ANSWERED, S.CLOSED): {A.CITIZEN, A.CLOCK},
    (S.ANSWERED, S.TAKEN): {A.CITIZEN},
    (S.CLOSED, S.TAKEN): {A.CITIZEN},
    (S.NEW, S.REFERRED): {A.OFFICER},
    (S.TAKEN, S.REFERRED): {A.OFFICER},
    (S.NEW, S.MERGED): {A.OFFICER},
    (S.TAKEN, S.MERGED): {A.OFFICER},
    (S.STUDIED, S.MERGED): {A.OFFICER},
    (S.INTERNAL, S.MERGED): {A.OFFICER},
    (S.AGENCY, S.MERGED): {A.OFFICER},
    (S.APIP_REQUESTED, S.MERGED): {A.OFFICER},
    (S.APIP, S.MERGED): {A.OFFICER},
}
OF_SUGGESTIONS = {
    (S.DRAFT, S.NEW): {A.CLOCK},
    (S.NEW, S.CLOSED): {A.OFFICER},
    (S.TAKEN, S.CLOSED): {A.OFFICER},
}


def refusal(state: State, to: State, by: Actor, kind: Kind, facts: frozenset[Fact]) -> str:
    with pytest.raises(Refused) as refused:
        moved(state, to, by=by, kind=kind, facts=facts)
    return refused.value.message_id


def test_every_listed_move_is_allowed_and_every_other_refused() -> None:
    walked = 0
    for state, to, by, kind in itertools.product(State, State, Actor, Kind):
        allowed = by in LISTED.get((state, to), set())
        allowed |= kind is K.SUGGESTION and by in OF_SUGGESTIONS.get((state, to), set())
        if allowed:
            assert moved(state, to, by=by, kind=kind, facts=ALL_FACTS) is to
            walked += 1
        else:
            assert refusal(state, to, by, kind, ALL_FACTS) in {
                "life-not-allowed",
                "life-needs-taking",
                "life-needs-study",
                "life-needs-route",
            }
        assert (to in moves_open(state, by=by, kind=kind)) == allowed
    assert walked == sum(map(len, LISTED.values())) * 2 + sum(map(len, OF_SUGGESTIONS.values()))


@pytest.mark.parametrize("move", MOVES, ids=lambda m: f"{m.start}-{m.to}-{m.by}")
def test_each_thing_a_move_needs_is_asked_for(move: Move) -> None:
    kind = min(move.kinds)
    enough = frozenset(move.needs) | frozenset(move.one_of[:1])
    assert moved(move.start, move.to, by=move.by, kind=kind, facts=enough) is move.to
    for fact in move.needs:
        assert refusal(move.start, move.to, move.by, kind, ALL_FACTS - {fact}) == fact.value
    if move.one_of:
        none_of_them = ALL_FACTS - set(move.one_of)
        assert refusal(move.start, move.to, move.by, kind, none_of_them) == move.one_of[0].value
        for fact in move.one_of:
            assert moved(move.start, move.to, by=move.by, kind=kind, facts=none_of_them | {fact}) is move.to


@pytest.mark.parametrize(
    ("state", "to", "by", "facts", "message_id"),
    [
        (S.NEW, S.REPLYING, A.OFFICER, {F.REPLY_TEXT}, "life-needs-taking"),
        (S.NEW, S.STUDIED, A.OFFICER, {F.STUDY_FILLED}, "life-needs-taking"),
        (S.TAKEN, S.REPLYING, A.OFFICER, {F.REPLY_TEXT}, "life-needs-study"),
        (S.TAKEN, S.INTERNAL, A.OFFICER, set(), "life-needs-study"),
        (S.TAKEN, S.STUDIED, A.OFFICER, set(), "life-needs-study"),
        (S.STUDIED, S.REPLYING, A.OFFICER, {F.REPLY_TEXT}, "life-needs-route"),
        (S.INTERNAL, S.REPLYING, A.OFFICER, set(), "life-needs-reply"),
        (S.INTERNAL, S.ANSWERED, A.OFFICER, {F.DELIVERED, F.RECORDED}, "life-not-allowed"),
        (S.REPLYING, S.ANSWERED, A.SYSTEM, set(), "life-not-delivered"),
        (S.NEW, S.TAKEN, A.OFFICER, {F.FREE}, "life-conflict"),
        (S.NEW, S.TAKEN, A.OFFICER, {F.NO_CONFLICT}, "life-not-free"),
        (S.APIP_REQUESTED, S.APIP, A.HEAD, set(), "life-own-request"),
        (S.APIP_REQUESTED, S.APIP, A.OFFICER, {F.NOT_OWN_REQUEST}, "life-needs-approval"),
        (S.APIP_REQUESTED, S.APIP, A.SUPERVISOR, {F.NOT_OWN_REQUEST}, "life-not-allowed"),
        (S.APIP_REQUESTED, S.INTERNAL, A.HEAD, {F.NOT_OWN_REQUEST}, "life-needs-reason"),
        (S.ANSWERED, S.CLOSED, A.CLOCK, {F.SUPERIOR_HAS_REPORT}, "life-still-waiting"),
        (S.ANSWERED, S.CLOSED, A.CITIZEN, set(), "life-needs-superior-report"),
        (S.NEW, S.CLOSED, A.OFFICER, {F.DELIVERED}, "life-not-allowed"),
    ],
)
def test_a_refusal_says_what_is_missing(state: State, to: State, by: Actor, facts: set[Fact], message_id: str) -> None:
    assert refusal(state, to, by, K.COMPLAINT, frozenset(facts)) == message_id


def test_a_regulation_stands_in_for_an_approval_even_on_an_own_request() -> None:
    cited = frozenset({F.REGULATION_CITED})
    for by in (A.HEAD, A.OFFICER):
        assert moved(S.APIP_REQUESTED, S.APIP, by=by, kind=K.COMPLAINT, facts=cited) is S.APIP


def test_every_way_a_move_can_be_refused_is_named() -> None:
    seen = set()
    for state, to, by, kind in itertools.product(State, State, Actor, Kind):
        for facts in (frozenset[Fact](), ALL_FACTS):
            try:
                moved(state, to, by=by, kind=kind, facts=facts)
            except Refused as refused:
                seen.add(refused.message_id)
    assert seen <= REFUSALS
    assert all(re.fullmatch(r"life-[a-z0-9-]+", message_id) for message_id in REFUSALS)


def test_no_state_is_a_dead_end_but_the_last_ones() -> None:
    stuck = {state for state in State if not any(move.start is state for move in MOVES)}
    assert stuck == {S.REFERRED, S.MERGED, S.GONE}
    reached = {move.to for move in MOVES} | {S.DRAFT}
    assert reached == set(State)


AT_WORK = [S.NEW, S.TAKEN, S.STUDIED, S.INTERNAL, S.AGENCY, S.APIP_REQUESTED, S.APIP, S.REPLYING]
COMPLETED = frozenset({F.IDENTITY, F.OBJECT, F.IN_TIME})


@pytest.mark.parametrize("state", AT_WORK)
def test_a_citizen_completes_a_suggestion(state: State) -> None:
    changed = changed_kind(K.SUGGESTION, K.COMPLAINT, by=A.CITIZEN, state=state, facts=COMPLETED)
    assert changed == Changed(K.COMPLAINT, state)


@pytest.mark.parametrize("by", [A.CITIZEN, A.OFFICER])
@pytest.mark.parametrize("state", [S.ANSWERED, S.CLOSED])
def test_a_suggestion_that_had_ended_is_taken_up_again(by: Actor, state: State) -> None:
    changed = changed_kind(K.SUGGESTION, K.COMPLAINT, by=by, state=state, facts=ALL_FACTS)
    assert changed == Changed(K.COMPLAINT, S.TAKEN)


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("state", AT_WORK)
def test_an_officer_changes_the_kind_with_a_reason(kind: Kind, state: State) -> None:
    (other,) = set(Kind) - {kind}
    changed = changed_kind(kind, other, by=A.OFFICER, state=state, facts=frozenset({F.REASON}))
    assert changed == Changed(other, state)


@pytest.mark.parametrize(
    ("kind", "to", "by", "state", "facts", "message_id"),
    [
        (K.SUGGESTION, K.COMPLAINT, A.CITIZEN, S.NEW, COMPLETED - {F.IDENTITY}, "life-needs-identity"),
        (K.SUGGESTION, K.COMPLAINT, A.CITIZEN, S.NEW, COMPLETED - {F.OBJECT}, "life-needs-object"),
        (K.SUGGESTION, K.COMPLAINT, A.CITIZEN, S.NEW, COMPLETED - {F.IN_TIME}, "life-late"),
        (K.SUGGESTION, K.COMPLAINT, A.OFFICER, S.NEW, COMPLETED, "life-needs-reason"),
        (K.COMPLAINT, K.SUGGESTION, A.OFFICER, S.TAKEN, COMPLETED, "life-needs-reason"),
        (K.COMPLAINT, K.SUGGESTION, A.CITIZEN, S.NEW, ALL_FACTS, "life-not-allowed"),
        (K.COMPLAINT, K.COMPLAINT, A.OFFICER, S.NEW, ALL_FACTS, "life-not-allowed"),
        (K.COMPLAINT, K.SUGGESTION, A.OFFICER, S.ANSWERED, ALL_FACTS, "life-not-allowed"),
        (K.COMPLAINT, K.SUGGESTION, A.OFFICER, S.CLOSED, ALL_FACTS, "life-not-allowed"),
        *(
            (K.SUGGESTION, K.COMPLAINT, A.CITIZEN, s, ALL_FACTS, "life-not-allowed")
            for s in (S.DRAFT, S.GONE, S.REFERRED)
        ),
        *(
            (K.SUGGESTION, K.COMPLAINT, by, S.NEW, ALL_FACTS, "life-not-allowed")
            for by in Actor
            if by not in (A.CITIZEN, A.OFFICER)
        ),
    ],
)
def test_other_changes_of_kind_are_refused(
    *, kind: Kind, to: Kind, by: Actor, state: State, facts: frozenset[Fact], message_id: str
) -> None:
    with pytest.raises(Refused) as refused:
        changed_kind(kind, to, by=by, state=state, facts=facts)
    assert refused.value.message_id == message_id


def words(fact: Fact) -> str:
    return fact.name.lower().replace("_", " ")


def test_the_page_draws_every_move_and_no_other() -> None:
    page = PAGE.read_text(encoding="utf-8")
    drawn = {
        (start, to): set(by.split(", "))
        for start, to, by in re.findall(r"^    (\w+) --> (\w+): (.+)$", page, re.MULTILINE)
    }
    expected: dict[tuple[str, str], set[str]] = {}
    for move in MOVES:
        expected.setdefault((move.start.value, move.to.value), set()).add(move.by.value)
    assert drawn == expected


def test_the_table_of_the_page_is_the_table() -> None:
    page = PAGE.read_text(encoding="utf-8")
    table = page.split("| from | to | who | kind | what must be so |\n|---|---|---|---|---|\n")[1].split("\n\n")[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()]
    expected = []
    for move in MOVES:
        needs = [*map(words, move.needs), *([" or ".join(map(words, move.one_of))] if move.one_of else [])]
        kinds = "any" if move.kinds == set(Kind) else ", ".join(sorted(move.kinds))
        expected.append([move.start, move.to, move.by, kinds, ", ".join(needs) or "nothing more"])
    assert rows == expected


def test_the_page_explains_every_state() -> None:
    page = PAGE.read_text(encoding="utf-8")
    table = page.split("| state | to people | what it means |\n|---|---|---|\n")[1].split("\n\n")[0]
    assert [line.split("|")[1].strip() for line in table.splitlines()] == [state.value for state in State]
