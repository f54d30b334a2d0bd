"""What the standard promised and what was counted: facts for the review and the officer, no verdict.

Source: the service standard, components 3 (time) and 4 (fee). The day the file is complete and correct is day
0; today counts, or the day the service was finished.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, cast

from rules.calendar import WorkingCalendar
from rules.components import Component
from rules.standard import Completion, Fee, ServiceStandard

Unit = Literal["working", "calendar", "rupiah"]
Plain = Mapping[str, str | int | bool | None]


@dataclass(frozen=True, slots=True)
class Breach:
    """One promise held against what is said: `counted` of `promised`, in `unit` (working or calendar days,
    rupiah).

    `until` is the last promised day, None for a fee. `breached` is False where the promise still holds ("5 of
    7").
    """

    component: Component
    promised: int
    counted: int
    unit: Unit
    until: date | None
    breached: bool

    def to_plain(self) -> dict[str, str | int | bool | None]:
        """As JSON can keep it on the case."""
        return {
            "component": self.component.value,
            "promised": self.promised,
            "counted": self.counted,
            "unit": self.unit,
            "until": self.until.isoformat() if self.until else None,
            "breached": self.breached,
        }

    @classmethod
    def from_plain(cls, plain: Plain) -> "Breach":
        """Back from `to_plain`. Raises KeyError or ValueError for anything else."""
        until = plain["until"]
        return cls(
            component=Component(str(plain["component"])),
            promised=int(plain["promised"] or 0),
            counted=int(plain["counted"] or 0),
            unit=cast(Unit, plain["unit"]),
            until=date.fromisoformat(str(until)) if until else None,
            breached=bool(plain["breached"]),
        )


def check_breach(
    standard: ServiceStandard | None,
    *,
    complete_on: date | None,
    finished_on: date | None,
    today: date,
    paid: tuple[int, ...],
    calendar: WorkingCalendar,
) -> tuple[Breach, ...]:
    """Holds what the complainant said against the standard: the time first, then the fee.

    The time is counted whenever the day of the complete file is known, breached or not. `paid` are rupiah
    paid or asked for, as said; the highest is held against the fee, so that one sum told twice is not added
    up. Empty without a standard.
    """
    if standard is None:
        return ()
    found = []
    if standard.completion and complete_on:
        found.append(_time(standard.completion, complete_on, finished_on or today, calendar))
    if standard.fee and paid and (over := _fee(standard.fee, max(paid))):
        found.append(over)
    return tuple(found)


def _time(promise: Completion, complete_on: date, end: date, calendar: WorkingCalendar) -> Breach:
    if promise.unit == "working":
        until = calendar.working_day(complete_on, promise.days)
        counted = calendar.working_days_between(complete_on, end)
    else:
        until = complete_on + timedelta(days=promise.days)
        counted = max(0, (end - complete_on).days)
    return Breach(Component.COMPLETION_TIME, promise.days, counted, promise.unit, until, breached=end > until)


def _fee(promise: Fee, paid: int) -> Breach | None:
    amount = 0 if promise.free else promise.amount
    if amount is None or paid <= amount:  # a fee that depends on a tariff cannot be checked here
        return None
    return Breach(Component.FEE, amount, paid, "rupiah", until=None, breached=True)
