"""Days and instants. The office lives in one time zone: a date is a date in Jakarta."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

JAKARTA = ZoneInfo("Asia/Jakarta")


def local_date(instant: datetime) -> date:
    """The date in Jakarta at that instant. Raises ValueError for a naive one: it could be any day."""
    if instant.tzinfo is None or instant.utcoffset() is None:
        raise ValueError("an instant needs a time zone")
    return instant.astimezone(JAKARTA).date()


def end_of(day: date) -> datetime:
    """The last second of that day in Jakarta: until then a deadline is kept."""
    return datetime.combine(day, time(23, 59, 59), tzinfo=JAKARTA)
