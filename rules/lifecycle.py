"""The life of a case: one table of allowed moves, and what must be so for each. What is not listed is
refused.

Source: the service standard, component 6, points 5 to 8. `docs/life-of-a-case.md` draws the table; a test
holds the two together. Officers who record what came by letter, telephone or counter act for the citizen
(`Actor.CITIZEN`).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from rules.kind import Kind
from rules.refused import Refused


class State(StrEnum):
    DRAFT = "draft"  # lives in the conversation, has no number yet
    NEW = "new"
    TAKEN = "taken"
    STUDIED = "studied"
    INTERNAL = "internal"
    AGENCY = "agency"
    APIP_REQUESTED = "apip_requested"
    APIP = "apip"
    REPLYING = "replying"  # a reply is written and on its way
    ANSWERED = "answered"  # the reply reached the complainant
    CLOSED = "closed"
    REFERRED = "referred"  # told which other office handles it
    MERGED = "merged"  # the same matter is on file as another case
    GONE = "gone"


class Actor(StrEnum):
    """In which role somebody acts. A head may be ours or the agency's; `system` reports what a provider
    proved.
    """

    CITIZEN = "citizen"
    CLOCK = "clock"
    OFFICER = "officer"
    SUPERVISOR = "supervisor"
    HEAD = "head"
    AGENCY = "agency"
    APIP = "apip"
    SYSTEM = "system"


class Fact(StrEnum):
    """Something that is so, as the caller found it. The value ends the message id of the refusal when it is
    not.
    """

    # a draft
    EXPIRED = "life-not-expired"  # silent longer than the draft may be
    HAS_SUBSTANCE = "life-no-substance"  # something of a matter was said
    NO_SUBSTANCE = "life-has-substance"
    NUDGE_TRIED = "life-needs-nudge"
    TOLD_WHAT_IS_LOST = "life-needs-warning"
    # working on it
    FREE = "life-not-free"  # nobody has it
    NO_CONFLICT = "life-conflict"  # whoever gets it is not named or described in it
    HANDED_OVER = "life-needs-hand-over"  # by its holder or a supervisor, to somebody
    STUDY_FILLED = "life-needs-study"  # 6a-6d: core, rule, what is on file, plan
    QUESTION = "life-needs-question"
    DATE_BEFORE_OURS = "life-needs-earlier-date"  # the agency's date lies before ours; a suggestion has none to miss
    REASON = "life-needs-reason"
    NOT_OWN_REQUEST = "life-own-request"  # the head who decides is not the one who asked
    REGULATION_CITED = "life-needs-approval"  # stands in for the approval
    RECORDED = "life-needs-record"  # the answer, "not ours", or how and when somebody was told, is on the case
    # the answer
    REPLY_TEXT = "life-needs-reply"
    DELIVERED = "life-not-delivered"  # there is evidence that the text reached the complainant
    DELIVERY_FAILED = "life-not-failed"
    CAME_FROM_THERE = "life-came-from-elsewhere"  # the target is where the reply was written
    SUPERIOR_HAS_REPORT = "life-needs-superior-report"
    SILENT_10_DAYS = "life-still-waiting"  # ten working days since the answer without a word
    NOT_SOLVED = "life-needs-not-solved"  # the complainant said "belum selesai"
    TOLD_WHERE = "life-needs-where"
    OTHER_CASE = "life-needs-other-case"  # the one that stays, named by an officer
    # complaint or suggestion
    IDENTITY = "life-needs-identity"
    OBJECT = "life-needs-object"  # of the office: `lainnya` has none
    IN_TIME = "life-late"


ANY_KIND = frozenset(Kind)
SUGGESTION = frozenset({Kind.SUGGESTION})


@dataclass(frozen=True, slots=True)
class Move:
    """One allowed move: everything of `needs` must be so, and one of `one_of` where it names any."""

    start: State
    to: State
    by: Actor
    needs: tuple[Fact, ...] = ()
    one_of: tuple[Fact, ...] = ()
    kinds: frozenset[Kind] = ANY_KIND


def _moves() -> Iterator[Move]:
    s, a, f = State, Actor, Fact
    yield Move(s.DRAFT, s.NEW, a.CITIZEN)
    yield Move(s.DRAFT, s.NEW, a.CLOCK, (f.HAS_SUBSTANCE, f.EXPIRED, f.NUDGE_TRIED), kinds=SUGGESTION)
    yield Move(s.DRAFT, s.GONE, a.CITIZEN, (f.TOLD_WHAT_IS_LOST,))
    yield Move(s.DRAFT, s.GONE, a.CLOCK, (f.NO_SUBSTANCE, f.EXPIRED))
    for by in (a.OFFICER, a.SUPERVISOR):
        yield Move(s.NEW, s.TAKEN, by, (f.FREE, f.NO_CONFLICT))
        yield Move(s.TAKEN, s.TAKEN, by, (f.HANDED_OVER, f.NO_CONFLICT))
    yield Move(s.TAKEN, s.STUDIED, a.OFFICER, (f.STUDY_FILLED,))
    yield Move(s.STUDIED, s.INTERNAL, a.OFFICER)
    for start in (s.STUDIED, s.INTERNAL):  # also once it came back: another agency, or the same one again
        yield Move(start, s.AGENCY, a.OFFICER, (f.QUESTION, f.DATE_BEFORE_OURS))
    for start in (s.STUDIED, s.INTERNAL, s.AGENCY):
        for by in (a.OFFICER, a.HEAD):
            yield Move(start, s.APIP_REQUESTED, by, (f.REASON,))
    yield Move(s.APIP_REQUESTED, s.APIP, a.HEAD, one_of=(f.NOT_OWN_REQUEST, f.REGULATION_CITED))
    yield Move(s.APIP_REQUESTED, s.APIP, a.OFFICER, (f.REGULATION_CITED,))
    yield Move(s.APIP_REQUESTED, s.INTERNAL, a.HEAD, (f.REASON,))
    for by in (a.AGENCY, a.OFFICER):  # an officer records what came on paper
        yield Move(s.AGENCY, s.INTERNAL, by, (f.RECORDED,))
    for by in (a.APIP, a.OFFICER):
        yield Move(s.APIP, s.INTERNAL, by, (f.RECORDED,))
    for route in (s.INTERNAL, s.AGENCY, s.APIP):
        yield Move(route, s.REPLYING, a.OFFICER, (f.REPLY_TEXT,))
        yield Move(s.REPLYING, route, a.SYSTEM, (f.DELIVERY_FAILED, f.CAME_FROM_THERE))
    yield Move(s.REPLYING, s.ANSWERED, a.SYSTEM, (f.DELIVERED,))
    yield Move(s.REPLYING, s.ANSWERED, a.OFFICER, (f.DELIVERED, f.RECORDED))  # told by telephone, letter, counter
    yield Move(s.ANSWERED, s.CLOSED, a.CITIZEN, (f.SUPERIOR_HAS_REPORT,))
    yield Move(s.ANSWERED, s.CLOSED, a.CLOCK, (f.SILENT_10_DAYS, f.SUPERIOR_HAS_REPORT))
    for start in (s.ANSWERED, s.CLOSED):
        yield Move(start, s.TAKEN, a.CITIZEN, (f.NOT_SOLVED,))
    for start in (s.NEW, s.TAKEN):
        yield Move(start, s.REFERRED, a.OFFICER, (f.TOLD_WHERE, f.DELIVERED))
        yield Move(start, s.CLOSED, a.OFFICER, (f.DELIVERED,), kinds=SUGGESTION)
    for start in (s.NEW, s.TAKEN, s.STUDIED, s.INTERNAL, s.AGENCY, s.APIP_REQUESTED, s.APIP):
        yield Move(start, s.MERGED, a.OFFICER, (f.OTHER_CASE,))


MOVES: tuple[Move, ...] = tuple(_moves())
_BY_STEP = {(move.start, move.to, move.by): move for move in MOVES}

AT_WORK = frozenset(
    {State.NEW, State.TAKEN, State.STUDIED, State.INTERNAL, State.AGENCY, State.APIP_REQUESTED, State.APIP}
    | {State.REPLYING}
)
ENDED = frozenset({State.ANSWERED, State.CLOSED})


def moved(state: State, to: State, *, by: Actor, kind: Kind, facts: frozenset[Fact] = frozenset()) -> State:
    """The state after the move. Raises Refused with the message id of the first thing that is missing.

    A move that the table does not have is "life-not-allowed", or says which step must come first:
    "life-needs-taking", "life-needs-study", "life-needs-route". The values `start` and `to` are states.
    """
    move = _BY_STEP.get((state, to, by))
    if move is None or kind not in move.kinds:
        raise Refused(_step_before(state, to, by), start=state.value, to=to.value)
    missing = next((fact for fact in move.needs if fact not in facts), None)
    if missing is None and move.one_of and not facts.intersection(move.one_of):
        missing = move.one_of[0]
    if missing is not None:
        raise Refused(missing.value, start=state.value, to=to.value)
    return to


def moves_open(state: State, *, by: Actor, kind: Kind) -> tuple[State, ...]:
    """Where somebody may take a case from here, guards aside: what a menu can offer."""
    return tuple(move.to for move in MOVES if (move.start, move.by) == (state, by) and kind in move.kinds)


@dataclass(frozen=True, slots=True)
class Changed:
    """After a change of kind. `state` differs where an ended case came back to be worked on."""

    kind: Kind
    state: State


def changed_kind(kind: Kind, to: Kind, *, by: Actor, state: State, facts: frozenset[Fact] = frozenset()) -> Changed:
    """A suggestion becomes a complaint, or a complaint a suggestion; the number stays. Raises Refused.

    The citizen completes a suggestion: identity and object there, brought in time. An officer changes it
    either way with a reason. A suggestion that had ended is taken up again, since its clock starts now; a
    complaint that was answered stays one. Drafts are judged when they are sent, and what is referred or gone
    is not changed.
    """
    needs: tuple[Fact, ...]
    if by is Actor.CITIZEN and to is Kind.COMPLAINT:
        needs = (Fact.IDENTITY, Fact.OBJECT, Fact.IN_TIME)
    elif by is Actor.OFFICER:
        needs = (Fact.REASON,)
    else:
        raise Refused("life-not-allowed", start=kind.value, to=to.value)
    ended = state in ENDED
    if kind is to or not (state in AT_WORK or (ended and to is Kind.COMPLAINT)):
        raise Refused("life-not-allowed", start=kind.value, to=to.value)
    missing = next((fact for fact in needs if fact not in facts), None)
    if missing is not None:
        raise Refused(missing.value, start=kind.value, to=to.value)
    return Changed(to, State.TAKEN if ended else state)


REFUSALS: frozenset[str] = frozenset(
    {"life-not-allowed", "life-needs-taking", "life-needs-study", "life-needs-route"} | {f.value for f in Fact}
)


def _step_before(state: State, to: State, by: Actor) -> str:
    """What an officer who wants too much at once has to do first."""
    routes = {State.INTERNAL, State.AGENCY, State.APIP_REQUESTED, State.APIP}
    if by in (Actor.OFFICER, Actor.HEAD) and to in routes | {State.STUDIED, State.REPLYING}:
        if state is State.NEW:
            return "life-needs-taking"
        if state is State.TAKEN and to is not State.STUDIED:
            return "life-needs-study"
        if state is State.STUDIED and to is State.REPLYING:
            return "life-needs-route"
    return "life-not-allowed"
