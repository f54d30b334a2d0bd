"""One office as the program knows it: its own facts, its services, and what computes with them."""

from dataclasses import dataclass
from datetime import datetime

from rules.agency import Places, Profile
from rules.calendar import WorkingCalendar
from rules.days import JAKARTA, local_date
from rules.standard import Catalogue
from rules.understanding.reader import Reader


@dataclass(frozen=True, slots=True)
class Office:
    """Everything read from one agency folder. Never changes while the program runs.

    `reader` understands messages with this office's services and places; `calendar` knows its working days
    (the country's, less the closures of the profile), Asia/Jakarta.
    """

    profile: Profile
    catalogue: Catalogue
    places: Places
    reader: Reader
    calendar: WorkingCalendar

    def is_open(self, now: datetime) -> bool:
        """Whether that instant lies within the office hours of a working day."""
        hours = self.profile.opens <= now.astimezone(JAKARTA).time() < self.profile.closes
        return hours and self.calendar.is_working_day(local_date(now))
