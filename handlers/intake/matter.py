"""The questions about the matter: what happened, what kind of problem, which service."""

from typing import Any

from handlers.form import Asked, Heard, Missed, Outcome, Question, Took
from handlers.intake.files import is_recording
from handlers.intake.opening import opening_lines
from handlers.intake.report import CITIZEN, READER, Report
from handlers.say import Line, Option, line
from handlers.turn import Turn
from messages import vocabulary
from rules.components import Component
from rules.days import local_date
from rules.identity import own_phone_in
from rules.standard import Service
from rules.understanding.understood import Gist

UNKNOWN, YES, NO, NO_PERMIT = "unknown", "yes", "no", "no_permit"
_KINDS_OFFERED = (
    Component.PRODUCT,
    Component.STAFF_COMPETENCE,
    Component.PROCEDURE,
    Component.COMPLETION_TIME,
    Component.REQUIREMENTS,
    Component.FEE,
    Component.FACILITIES,
)
_VARIANTS_OFFERED = 6
_VOICES_FOR_A_STORY = 2
_NO_SERVICE = (Gist.EMPTY, Gist.GREETING, Gist.THANKS)
_SHORTEST_SENTENCE = 3
_SURELY = 0.3


def component_name(component: Component) -> Line:
    return line(f"component-{component.value.replace('_', '-')}")


# -- the story -------------------------------------------------------------------------------------------------------


async def ask_story(turn: Turn, answers: dict[str, Any]) -> Asked:
    report = Report(answers)
    if report.answers.get("voices"):
        return Asked((*opening_lines(turn, answers), line("intake-story-ask-voice")))
    files = await turn.work.attachments.of_draft(turn.contact.id, turn.talk.instance)
    if files:
        return Asked((*opening_lines(turn, answers), line("intake-story-ask-file", count=len(files))))
    return Asked((*opening_lines(turn, answers), line("intake-story-ask")))


async def read_story(turn: Turn, answers: dict[str, Any], heard: Heard) -> Outcome:
    report = Report(answers)
    if heard.text.strip():
        return take_story(turn, report, heard)
    files = await turn.work.attachments.of_draft(turn.contact.id, turn.talk.instance)
    voices = sum(map(is_recording, files))
    if voices and any(map(is_recording, turn.attachments)):
        # A second voice note is accepted as the story: an officer listens to it.
        answers["voices"] = voices
        if voices >= _VOICES_FOR_A_STORY:
            report.add_piece("", heard.ref)
            report.set_component(Component.OTHER, by=READER)
            answers["flags"] = [*answers.get("flags", []), "voice_only"]
        return Took()
    return Took() if turn.attachments else Missed((line("intake-story-missed"),))


def take_story(turn: Turn, report: Report, heard: Heard) -> Outcome:
    """A piece of the story: kept as it was said, and the whole story is read anew."""
    said = turn.office.reader.read(heard.text, turn.today)
    if not report.story and not _tells_something(said.gist, heard.text):
        return Missed((line("intake-story-missed"),))
    add_to_story(turn, report, heard)
    return Took()


def add_to_story(turn: Turn, report: Report, heard: Heard) -> None:
    for text, ref in heard.pieces:
        report.add_piece(text, ref)
    reread(turn, report)


def tell_anew(turn: Turn, report: Report, heard: Heard) -> None:
    """Another story in place of the old one. What it does not say stays: who, which service, when, what kind."""
    answers = report.answers
    before = {name: answers[name] for name in ("name", "place", "service", "when", "kind") if name in answers}
    answers["pieces"] = []
    add_to_story(turn, report, heard)
    said = turn.office.reader.read(heard.text, turn.today)
    keep = {"name", "place"}
    if report.service_id is None:
        keep.add("service")
    if said.when is None:
        keep.add("when")
    if said.classification is None:
        keep.add("kind")
    answers.update({name: value for name, value in before.items() if name in keep})


def complains(turn: Turn, text: str) -> bool:
    """A sentence that tells of a problem: more of the story, whatever was asked."""
    found = turn.office.reader.read(text, turn.today).classification
    surely = found is not None and bool(found.evidence) and found.score >= _SURELY
    return surely and len(text.split()) >= _SHORTEST_SENTENCE


def reread(turn: Turn, report: Report) -> None:
    # "kemarin" counts from the day the story was begun, also when a piece is added after midnight.
    told_on = local_date(turn.talk.brought_at or turn.now)
    said = turn.office.reader.read(report.story, told_on)
    report.learn(said, told_on, turn.office)
    flags = {"threat": said.threat, "danger": said.danger}
    report.answers["flags"] = sorted(
        {*report.answers.get("flags", []), *(name for name, is_so in flags.items() if is_so)}
    )
    report.note_nik(report.story)
    if phone := own_phone_in(report.story):
        report.answers["phone"] = phone


def _tells_something(gist: str, text: str) -> bool:
    return gist not in {"greeting", "thanks", "empty"} and sum(c.isalpha() for c in text) >= 3


async def ask_own(turn: Turn, answers: dict[str, Any]) -> Asked:
    """A forwarded message may be somebody else's experience, or nobody's."""
    options = (Option(YES, line("choice-yes")), Option("behalf", line("choice-behalf")))
    return Asked((*opening_lines(turn, answers), line("intake-own-ask")), options)


async def read_own(turn: Turn, answers: dict[str, Any], heard: Heard) -> Outcome:
    answers["own"] = heard.value or heard.text
    if heard.value == "behalf" and not answers.get("behalf"):
        answers["behalf"] = "-"
    return Took()


# -- the kind of problem ---------------------------------------------------------------------------------------------


async def ask_kind(turn: Turn, answers: dict[str, Any]) -> Asked:
    """The best three when two of them scored alike; all when the person changes it, or when nothing tells."""
    report = Report(answers)
    kinds: tuple[Component, ...] = _KINDS_OFFERED
    found = turn.office.reader.classify(report.story)
    if found.evidence and not answers.get("changing"):
        kinds = tuple(r.component for r in found.ranked if r.component is not Component.OTHER)[:3]
    options = tuple(Option(kind, component_name(kind)) for kind in kinds)
    other = Option(Component.OTHER, line("choice-other"), number=0)
    return Asked((*opening_lines(turn, answers), line("intake-kind-ask")), (*options, other))


async def read_kind(turn: Turn, answers: dict[str, Any], heard: Heard) -> Outcome:
    report = Report(answers)
    before = report.component
    if heard.value:
        chosen = Component(heard.value)
    elif vocabulary.means(heard.text, "unknown", "skip"):
        chosen = before
    elif heard.text.strip():
        found = turn.office.reader.classify(heard.text)
        if _tells_more(turn, heard.text):  # the matter itself, told as the answer
            add_to_story(turn, report, heard)
            if not report.kind_is_open:
                return Took((line("intake-added-to-story"),))
        if found.component is Component.OTHER or not found.evidence:
            if not answers.get("kind_missed"):
                answers["kind_missed"] = True
                return Missed((line("intake-kind-missed"),))
            chosen = _likeliest(turn, report)  # not asked a third time: the officer sees that nobody chose it
        else:
            chosen = found.component
    else:
        return Missed((line("intake-kind-missed"),))
    second = before if before not in (chosen, Component.OTHER) else report.second_component
    report.set_component(chosen, by=CITIZEN, second=second if second is not chosen else None)
    return Took()


def _likeliest(turn: Turn, report: Report) -> Component:
    ranked = turn.office.reader.classify(report.story).ranked
    return next(one.component for one in ranked if one.component is not Component.OTHER)


def _tells_more(turn: Turn, text: str) -> bool:
    """More than an answer: a trouble, a day, a sum of money."""
    said = turn.office.reader.read(text, turn.today)
    return len(text.split()) >= _SHORTEST_SENTENCE and (
        complains(turn, text) or bool(said.paid) or (said.when is not None and said.when.day is not None)
    )


# -- the service -----------------------------------------------------------------------------------------------------


async def ask_service(turn: Turn, answers: dict[str, Any]) -> Asked:
    report = Report(answers)
    opening = opening_lines(turn, answers)
    maybe = [s for s in (turn.office.catalogue.get(i) for i in report.maybe_services) if s]
    unknown = Option(UNKNOWN, line("choice-unknown"), number=0)
    if answers.get("changing"):
        return Asked((line("intake-service-ask"),), (unknown,))
    if len(maybe) == 1 and not maybe[0].variants:
        sure = line("intake-service-confirm", service=service_name(turn, maybe[0]))
        return Asked((*opening, sure), (_yes(), Option(NO, line("choice-no")), Option(UNKNOWN, line("choice-unknown"))))
    if maybe:
        family = _family(turn, maybe)
        variants, which = maybe, line("intake-service-which-of")
        if family:
            variants = [s for s in (turn.office.catalogue.get(v) for v in family.variants) if s]
            which = line("intake-service-which", service=service_name(turn, family))
        offered = tuple(Option(s.id, service_name(turn, s)) for s in variants[:_VARIANTS_OFFERED])
        return Asked((*opening, which), (*offered, unknown))
    options = (Option(UNKNOWN, line("choice-unknown")), Option(NO_PERMIT, line("choice-no-permit")))
    return Asked((*opening, line("intake-service-ask")), options)


async def read_service(turn: Turn, answers: dict[str, Any], heard: Heard) -> Outcome:
    report = Report(answers)
    maybe = report.maybe_services
    if heard.value == YES or (len(maybe) == 1 and vocabulary.means(heard.text, "yes")):
        report.set_service(maybe[0] if maybe else None, by=CITIZEN)
        return Took()
    if heard.value == NO or (len(maybe) == 1 and vocabulary.means(heard.text, "no")):
        answers["maybe"] = []
        rest = turn.office.reader.service(heard.text) if heard.text else None
        if rest and rest.service_id and rest.service_id not in maybe:
            report.set_service(rest.service_id, by=CITIZEN)
            return Took()
        return Took((line("intake-service-not-that"),))
    if heard.value in (UNKNOWN, NO_PERMIT) or vocabulary.means(heard.text, "unknown", "skip", "no"):
        report.set_service(None, by=CITIZEN)
        return Took()
    if heard.value:
        report.set_service(heard.value, by=CITIZEN)
        return Took()
    found = turn.office.reader.service(heard.text)
    if found.service_id:
        if _tells_more(turn, heard.text):
            add_to_story(turn, report, heard)
        report.set_service(found.service_id, by=CITIZEN)
        return Took()
    if found.candidates and not answers.get("service_offered"):
        answers["maybe"], answers["service_offered"] = list(found.candidates), True
        return Took()
    if heard.text.strip() and not _names_no_service(turn, heard.text):
        # A service we have no name for is taken in the person's own words: the officer knows it.
        report.add_piece(heard.text, heard.ref)
        report.set_service(None, by=CITIZEN)
        answers["service_said"] = heard.text.strip()[:120]
        return Took((line("intake-added-to-story"),))
    return Missed((line("intake-service-missed"),))


def _names_no_service(turn: Turn, text: str) -> bool:
    """Assent, thanks, a mere date: no service, in whatever words."""
    said = vocabulary.means(
        text, "send", "yes", "no", "no_answer", "change", "today", "yesterday", "not_out", slips=False
    )
    if "?" in text or sum(letter.isalpha() for letter in text) < 2:
        return True
    date = turn.office.reader.date(text, turn.today)
    only_a_date = date is not None and len(date.said) >= len(text.strip()) - 1
    return said is not None or only_a_date or turn.office.reader.gist(text) in _NO_SERVICE


def _family(turn: Turn, maybe: list[Service]) -> Service | None:
    """The wider service of which all these are variants ("izin reklame"), if there is one."""
    ids = {service.id for service in maybe}
    wider = (s for s in turn.office.catalogue.services.values() if s.variants)
    return next((s for s in wider if ids <= {s.id, *s.variants}), None)


def service_name(turn: Turn, service: Service) -> str:
    return service.name(turn.language)


def _yes() -> Option:
    return Option(YES, line("choice-yes"))


def _forget(name: str) -> Any:
    def forget(answers: dict[str, Any]) -> None:
        answers.pop(name, None)

    return forget


STORY = Question(
    "story", lambda a: not a.get("pieces") and not a.get("as_is"), ask_story, read_story, _forget("pieces")
)
OWN = Question(
    "own",
    lambda a: bool(a.get("forwarded") and a.get("pieces") and "own" not in a),
    ask_own,
    read_own,
    _forget("own"),
)
KIND = Question("kind", lambda a: Report(a).kind_is_open and not a.get("as_is"), ask_kind, read_kind, _forget("kind"))
SERVICE = Question(
    "service",
    lambda a: "service" not in a and not a.get("as_is"),
    ask_service,
    read_service,
    _forget("service"),
)
