"""The quarterly report that the yearly evaluation of the service standards needs (the standard, component 14): for each
standard what is complained about, which promises were broken, and what people proposed.

Who complains or proposes does not stand in it; what they proposed does, unless they asked to be kept secret.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from handlers.desk.access import without_names
from handlers.desk.desk import Desk
from handlers.desk.names import Names
from handlers.digest.tally import Tally, WorkingDays, tallies
from handlers.digest.text import percent
from handlers.say import line
from handlers.speak import in_words
from handlers.survey.results import Opinions, Satisfaction, satisfaction
from messages.speech import Words
from messages.workbook import Column, Sheet, Value, xlsx_bytes
from rules.breach import Breach
from rules.components import Component
from rules.kind import Kind
from rules.periods import Period, PeriodKind, Quarter
from rules.satisfaction import Element
from storage.figures import Scope
from storage.register import RegisterRow

_WORDS = Words("id")
_PROPOSALS = 5000  # rows
_LONGEST = 500  # characters of a proposal
_Matters = Counter[tuple[str | None, str, str]]  # cases by service, component and kind
_Broken = dict[tuple[str | None, str, str, int], list[int]]  # by service, component, unit and promise: what was counted
_FEW = 3  # opinions: a part of fewer is not shown


async def evaluation(desk: Desk, quarter: Quarter, scope: Scope) -> bytes:
    """The report of that quarter as an .xlsx file. Reads only."""
    figures, first, last = desk.work.figures, quarter.first, quarter.last
    arrived = await figures.arrived_about(first, last, scope)
    services = tallies(
        *(Period(PeriodKind.QUARTERLY, first, last), desk.today, WorkingDays(desk.office.calendar)),
        arrived=arrived,
        rounds=await figures.rounds_about(first, last, scope),
        open_cases=(),
    )["service"]
    matters: _Matters = Counter()
    for came in arrived:
        matters[came.service_id, came.component, came.kind] += came.cases
    broken: _Broken = defaultdict(list)
    for service_id, plain in await figures.breaches(first, last, scope):
        for breach in map(Breach.from_plain, plain):
            if breach.breached:
                broken[service_id, breach.component, breach.unit, breach.promised].append(breach.counted)
    proposals = [row async for rows in desk.work.register.rows(first, last, scope) for row in rows if _proposes(row)]
    book = _Report(desk, quarter, Names(desk, _WORDS))
    sheets = (
        book.standards(services, matters, broken),
        book.components(matters),
        book.broken(broken),
        book.proposals(proposals),
        book.satisfaction(await satisfaction(desk.work, quarter)),
    )
    return xlsx_bytes(sheets, title=in_words(line("evaluation-title", quarter=str(quarter)), _WORDS))


def _proposes(row: RegisterRow) -> bool:
    return row.kind == Kind.SUGGESTION and not row.erased


class _Report:
    def __init__(self, desk: Desk, quarter: Quarter, names: Names) -> None:
        self._desk, self._quarter, self._names = desk, quarter, names

    def standards(self, services: Sequence[Tally], matters: _Matters, broken: _Broken) -> Sheet:
        def rows() -> Iterable[tuple[Value, ...]]:
            for of in services:
                about = {
                    component: n
                    for (service, component, kind), n in matters.items()
                    if (service, kind) == (of.key, Kind.COMPLAINT)
                }
                most = max(about, key=lambda component: about[component]) if about else None
                yield (
                    self._service(of.key),
                    self._standard(of.key),
                    of.complaints,
                    of.suggestions,
                    self._names.component(most),
                    of.kept.judged,
                    of.kept.in_time,
                    percent(of.kept),
                    sum(len(counted) for (service, *_), counted in broken.items() if service == of.key),
                )

        columns = (
            "service",
            "standard",
            "complaints",
            "suggestions",
            "most",
            "judged",
            "in-time",
            "percent",
            "breaches",
        )
        return self._sheet("standards", columns, rows())

    def components(self, matters: _Matters) -> Sheet:
        def rows() -> Iterable[tuple[Value, ...]]:
            pairs = {(service, component) for service, component, _ in matters}
            order = list(Component)
            for service, component in sorted(pairs, key=lambda pair: (pair[0] or "", order.index(Component(pair[1])))):
                yield (
                    self._service(service),
                    self._names.component(component),
                    matters[service, component, Kind.COMPLAINT],
                    matters[service, component, Kind.SUGGESTION],
                )

        return self._sheet("components", ("service", "component", "complaints", "suggestions"), rows())

    def broken(self, broken: _Broken) -> Sheet:
        def rows() -> Iterable[tuple[Value, ...]]:
            for (service, component, unit, promised), counted in sorted(
                broken.items(), key=lambda item: (-len(item[1]), item[0][0] or "", item[0][1])
            ):
                yield (
                    self._service(service),
                    self._names.component(component),
                    self._names.said(f"evaluation-unit-{unit}"),
                    promised,
                    len(counted),
                    max(counted),
                )

        return self._sheet("broken", ("service", "component", "unit", "promised", "cases", "worst"), rows())

    def proposals(self, rows: list[RegisterRow]) -> Sheet:
        def told() -> Iterable[tuple[Value, ...]]:
            for row in rows[:_PROPOSALS]:
                text = self._names.said("register-secret")
                if not row.secret:
                    text = without_names(row.story or "", (row.name,), (row.address, row.organisation))[:_LONGEST]
                component, state = self._names.component(row.component), row.state.replace("_", "-")
                yield (
                    row.number,
                    row.registered,
                    self._service(row.service_id),
                    component,
                    text,
                    self._names.said(f"register-state-{state}"),
                )

        return self._sheet(
            "proposals",
            ("number", "came-on", "service", "component", "proposal", "state"),
            told(),
            left_out=len(rows) - _PROPOSALS,
        )

    def satisfaction(self, found: Satisfaction | None) -> Sheet:
        """The survey and the one question after a case: of all, then of services and channels that enough answered."""

        def rows() -> Iterable[tuple[Value, ...]]:
            if found is None:
                return
            parts: list[tuple[str, Opinions]] = [(self._names.said("evaluation-all"), found.whole)]
            parts += [(self._service(service), opinions) for service, opinions in found.by_service.items()]
            parts += [(self._names.channel(channel) or channel, of) for channel, of in found.by_channel.items()]
            for name, opinions in parts:
                survey, after = opinions.survey, opinions.after_case
                if opinions is not found.whole and max(survey.respondents if survey else 0, after.answered) < _FEW:
                    continue  # so few could be recognised
                told: tuple[Value, ...] = (None,) * (3 + len(Element))
                if survey is not None:
                    elements = (float(survey.elements[element].mean) for element in Element)
                    told = (survey.respondents, float(survey.index), survey.grade.value, *elements)
                mean = float(after.mean) if after.mean is not None else None
                yield (name, *told, after.asked, after.answered, after.silent, mean)

        elements = tuple(f"element-{element}" for element in Element)
        columns = ("part", "respondents", "index", "grade", *elements, "asked", "said", "silent", "mean")
        return self._sheet("satisfaction", columns, rows())

    def _sheet(
        self, name: str, columns: tuple[str, ...], rows: Iterable[tuple[Value, ...]], *, left_out: int = 0
    ) -> Sheet:
        headed = tuple(Column(self._names.said(f"evaluation-{column}"), _WIDTHS.get(column, 14)) for column in columns)
        span = line("book-over", first=self._quarter.first, last=self._quarter.last)
        how = line(f"evaluation-how-{name}")
        notes = [in_words(span, _WORDS), in_words(how, _WORDS)]
        if left_out > 0:
            notes.append(in_words(line("evaluation-left-out", number=left_out), _WORDS))
        return Sheet(self._names.said(f"evaluation-sheet-{name}"), headed, rows, tuple(notes))

    def _service(self, service_id: str | None) -> str:
        return self._names.service(service_id) or self._names.said("book-no-service")

    def _standard(self, service_id: str | None) -> str | None:
        service = self._desk.office.catalogue.get(service_id)
        return str(service.standard.number) if service and service.standard else None


_WIDTHS = {"service": 36, "component": 30, "most": 30, "proposal": 80, "number": 20}
