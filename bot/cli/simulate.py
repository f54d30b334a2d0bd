"""`aduan simulate`: how many officers it takes for replies in time. The model: `rules/simulation`."""

import json
import random
import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from math import floor, inf
from typing import Annotated, Any, TypeVar

import typer

from bot.cli.shared import Json, progress, stop
from bot.program import office_of
from bot.settings import load_settings
from rules.agency import Profile
from rules.days import local_date
from rules.periods import Quarter
from rules.simulation.draw import DAY_OFF_SHARE, Assumptions
from rules.simulation.outcome import ENOUGH, Outcome, Outcomes, simulate
from rules.simulation.stretch import Stretch, stretch_of

_FEWER, _MORE = 2, 3  # numbers of officers that are played beside the one asked for
_ARRIVALS = f"Mean complaints of a working day; a day off brings {DAY_OFF_SHARE:.0%} of that."
Number = TypeVar("Number", int, float)


def simulate_commands(app: typer.Typer) -> None:
    app.command("simulate")(simulated)


def _option(name: str, kind: Callable[[str], Number], least: Number, most: Number, said: str) -> Any:
    """An option whose value is a number of that kind between two others; anything else is one line, exit 2."""
    what = "a whole number" if kind is int else "a number"

    def read(text: str) -> Number:
        try:
            value = kind(text)
        except ValueError:
            value = None
        if value is None or not least <= value <= most:
            stop(f"{name}: {text!r} is not {what} between {least} and {most}.")
        return value

    return typer.Option(name, parser=read, metavar="NUMBER", help=said)


def _quarter(text: str) -> Quarter:
    said = re.fullmatch(r"(\d{4})-([1-4])", text, re.ASCII)
    if not said or not 2000 <= int(said[1]) <= 2097:
        stop(f"--quarter: {text!r} is not a quarter between 2000-1 and 2097-4, as 2027-1.")
    return Quarter(int(said[1]), int(said[2]))


def simulated(
    *,
    arrivals: Annotated[float, _option("--arrivals", float, 0, 1000, _ARRIVALS)],
    officers: Annotated[int, _option("--officers", int, 1, 200, "Officers there are; fewer and more are played too.")],
    hours: Annotated[float, _option("--hours", float, 0.01, 1000, "Mean hours of work on a case.")],
    spread: Annotated[float, _option("--spread", float, 0, 5, "Standard deviation of the hours, in means.")] = 0.6,
    agency_share: Annotated[float, _option("--agency-share", float, 0, 1, "Cases that wait for an agency.")] = 0.25,
    agency_days: Annotated[float, _option("--agency-days", float, 0, 250, "Mean working days of that wait.")] = 6,
    question_share: Annotated[
        float, _option("--question-share", float, 0, 1, "Cases that wait for the complainant's answer.")
    ] = 0.2,
    question_days: Annotated[float, _option("--question-days", float, 0, 250, "Mean working days of that wait.")] = 3,
    other_work: Annotated[
        float, _option("--other-work", float, 0, 0.99, "Share of the office hours for other work and breaks.")
    ] = 0.3,
    leave: Annotated[int, _option("--leave", int, 0, 250, "Days of leave a year of each officer.")] = 12,
    backlog: Annotated[int, _option("--backlog", int, 0, 100_000, "Old cases on the quarter's first morning.")] = 0,
    quarter: Annotated[
        Quarter | None,
        typer.Option("--quarter", parser=_quarter, metavar="YEAR-N", help="The quarter; if not given, the next one."),
    ] = None,
    runs: Annotated[int, _option("--runs", int, 1, 100_000, "How often it is played.")] = 200,
    seed: Annotated[int, _option("--seed", int, 0, 2**63, "The same one gives the same answer.")] = 1,
    as_json: Json = False,
) -> None:
    """Play a quarter many times: how many replies come in time, with these officers, fewer and more of them.

    The calendar is the office's own. What is assumed beside the options stands in docs/operating.md.
    """
    office = office_of(load_settings())
    profile = office.profile
    assumed = Assumptions(
        arrivals=arrivals,
        hours=hours,
        spread=spread,
        agency_share=agency_share,
        agency_days=agency_days,
        question_share=question_share,
        question_days=question_days,
        other_work=other_work,
        leave=leave,
        backlog=backlog,
        office_hours=_office_hours(profile),
    )
    asked = quarter or Quarter.of(local_date(datetime.now(UTC))).next
    stretch = stretch_of(asked, office.calendar, profile.reply_days)
    numbers = range(max(1, officers - _FEWER), officers + _MORE + 1)
    chance = random.Random(seed)  # noqa: S311 - fates of complaints, no secrets
    with progress() as bar:
        task = bar.add_task(f"playing {asked}", total=runs * len(numbers))
        found = simulate(assumed, stretch, numbers, runs=runs, chance=chance, advance=lambda: bar.advance(task))
    if as_json:
        for outcome in found.each:
            print(json.dumps(_as_json(outcome, stretch)))
        return
    _print_head(profile, assumed, stretch, runs, found)
    _print_table(found.each, stretch)
    print(f"\n{_sentence(found)}")
    for year in office.calendar.years_without_joint_leave(stretch.days[0].day, stretch.days[-1].day):
        print(f"No joint leave is known for {year} yet: it will have fewer working days than were played.")


def _office_hours(profile: Profile) -> float:
    opens, closes = (timedelta(hours=at.hour, minutes=at.minute) for at in (profile.opens, profile.closes))
    return (closes - opens) / timedelta(hours=1)


def _as_json(outcome: Outcome, stretch: Stretch) -> dict[str, object]:
    return {
        "quarter": str(stretch.quarter),
        "working_days": stretch.working_days,
        "officers": outcome.officers,
        "received": outcome.received,
        "in_time": round(outcome.in_time, 6),
        "in_time_worst_tenth": round(outcome.worst_tenth, 6),
        "median_days": outcome.median_days,
        "filled": round(outcome.filled, 6),
        "open_at_start": outcome.open_at_start,
        "open_at_end": outcome.open_at_end,
        "suffices": outcome.suffices,
    }


def _print_head(profile: Profile, assumed: Assumptions, stretch: Stretch, runs: int, found: Outcomes) -> None:
    print(
        f"{profile.short_name}, quarter {stretch.quarter}: {stretch.working_days} working days, "
        f"about {found.each[0].received:.0f} complaints, replies due in {stretch.reply_days} working days; {runs} runs"
    )
    print(
        f"Assumed: {assumed.hours:g} hours a case; {assumed.agency_share:.0%} wait {assumed.agency_days:g} days for an "
        f"agency, {assumed.question_share:.0%} wait {assumed.question_days:g} for an answer; {assumed.other_work:.0%} "
        f"other work, {assumed.leave} days of leave, a backlog of {assumed.backlog}\n"
    )


def _print_table(outcomes: Sequence[Outcome], stretch: Stretch) -> None:
    print("officers   in time   worst tenth   median days   days filled   open at the end")
    for one in outcomes:
        days = "-" if not one.received else one.median_days
        if days is None:
            days = f"over {stretch.followed_days}"
        print(
            f"{one.officers:>8}{_share(one.in_time):>10}{_share(one.worst_tenth):>14}{days:>14}"
            f"{one.filled:>14.0%}{one.open_at_end:>18.0f}"
        )


def _share(share: float) -> str:
    """Rounded down: what is shown as 95% is that much."""
    return f"{floor(share * 1000 + 1e-9) / 10:.1f}%"


def _sentence(found: Outcomes) -> str:
    """What it comes to."""
    first, last = found.each[0].officers, found.each[-1].officers
    enough = f"at least {ENOUGH:.0%} of the replies come in time in nine of ten runs"
    fewest = found.fewest()
    if fewest is not None:
        untried = "" if fewest.officers > first or first == 1 else f"; fewer than {first} were not tried"
        return f"The fewest officers with whom {enough}: {fewest.officers}{untried}."
    none = f"None of {first} to {last} officers are enough for {ENOUGH:.0%} in time in nine of ten runs"
    if found.full_days == inf:
        return f"{none}: nobody is ever there to work."
    if found.full_days >= last:
        return f"{none}: the work alone fills the days of {found.full_days:.1f}."
    if found.without_queue < ENOUGH:
        return (
            f"{none}: even if nothing ever waited for an officer it would be {_share(found.without_queue)}, "
            "because of the waits for agencies and complainants."
        )
    return f"{none}."
