"""A year of deadlines with Idul Fitri in it: each reminder on its working day and hour, once, none on a day off.

What is expected is counted in `tests/reminded.py`, without the program's own rules.
"""

from collections import Counter
from datetime import date, datetime, timedelta

from tests.reminded import CLOSES, OPENS, Away, differences, is_working
from tests.stories.desk.a_year import Year, a_year
from tests.talk import Town, at

FIRST, LAST = date(2026, 11, 23), date(2027, 11, 22)
# When the clock looks on a working day, by turns: nights, the minute of opening and of closing, hours too late.
LOOKS = (
    ("00.05", "08.00", "15.29"),
    ("08.20", "13.00"),
    ("09.40", "18.00"),
    ("07.59", "08.00", "22.30"),
    ("12.45", "15.30"),
    ("03.30", "15.29", "16.10"),
)
ON_A_DAY_OFF = (("08.00",), ("14.00",), ("09.00",), ("15.29",))
STOPPED = ("07.59", "15.30")  # the program did not run while the office was open
STOPPED_ON = (date(2026, 12, 10), date(2027, 3, 3), date(2027, 5, 24), date(2027, 5, 25), date(2027, 8, 5))
REPORTS = (
    ("2026-11-24 09.10", "in time", "Rina"),
    ("2026-11-24 11.00", "never", "Lilis"),
    ("2026-11-28 10.00", "nearly", "Rina"),  # a Saturday
    ("2026-12-10 08.40", "last day", "Rina"),
    ("2026-12-14 10.15", "at last", "Lilis"),
    ("2026-12-21 09.00", "handed over", "Rina"),
    ("2026-12-25 20.00", "last day", "Lilis"),  # the evening of Christmas Day
    ("2027-01-05 07.30", "late", "Rina"),  # Isra Mikraj
    ("2027-01-19 09.20", "reopened", "Rina"),
    ("2027-02-08 08.15", "late", "Lilis"),
    ("2027-02-10 09.20", "agency is silent", "Rina"),
    ("2027-02-15 08.30", "last day", "Lilis"),
    ("2027-02-16 10.30", "late", "Rina"),
    ("2027-02-18 13.30", "long nobody", "Rina"),
    ("2027-02-23 09.20", "late", "Lilis"),
    ("2027-02-26 11.10", "nearly", "Lilis"),
    ("2027-03-02 08.50", "last day", "Lilis"),
    ("2027-03-05 10.00", "late", "Lilis"),
    ("2027-03-10 11.00", "last day", "Rina"),  # Idul Fitri
    ("2027-03-12 23.50", "handed over", "Lilis"),  # joint leave
    ("2027-03-16 08.10", "late", "Rina"),
    ("2027-03-16 08.30", "merged", "Rina"),
    ("2027-04-01 09.20", "suggestion", "Lilis"),
    ("2027-04-20 09.20", "put back", "Rina"),
    ("2027-05-03 09.20", "late", "Lilis"),
    ("2027-05-07 09.20", "agency answers", "Rina"),
    ("2027-05-17 16.00", "last day", "Rina"),  # Idul Adha
    ("2027-06-01 21.00", "late", "Lilis"),  # Hari Lahir Pancasila
    ("2027-06-07 09.20", "handed over", "Lilis"),
    ("2027-06-10 09.20", "last day", "Rina"),
    ("2027-07-05 09.20", "reopened", "Rina"),
    ("2027-08-26 09.20", "last day", "Lilis"),
    ("2027-09-01 09.20", "late", "Rina"),
    ("2027-11-01 09.20", "last day", "Lilis"),
)


def looks() -> list[datetime]:
    moments = []
    for n in range((LAST - FIRST).days + 1):
        day = FIRST + timedelta(days=n)
        hours = LOOKS[n % len(LOOKS)] if is_working(day) else ON_A_DAY_OFF[n % len(ON_A_DAY_OFF)]
        moments += [at(f"{day} {hour}") for hour in (STOPPED if day in STOPPED_ON else hours)]
    return [moment for moment in moments if moment > at("2026-11-23 09.30")]


def what_happens(year: Year) -> None:
    for moment, fate, by in REPORTS:
        year.arrives(moment, fate, by)
    rina = Away("Rina", date(2027, 2, 22), date(2027, 3, 4), "Lilis")
    year.is_away("2027-02-19 10.30", rina, "cuti 22 feb - 4 mar pengganti Lilis")
    agus = Away("Agus", date(2027, 6, 8), date(2027, 6, 30))
    year.is_away("2027-06-04 10.30", agus, "cuti 8 juni - 30 juni")
    lilis = Away("Lilis", date(2027, 9, 8), date(2027, 9, 14))
    year.is_away("2027-09-03 10.30", lilis, "cuti 8 sep - 14 sep")
    year.is_closed("2027-03-01 10.30", date(2027, 3, 5), "libur 5 maret Persiapan Idul Fitri")
    year.is_closed("2027-06-14 10.30", date(2027, 6, 21), "libur 21 juni Rapat kerja daerah")
    year.is_closed("2027-06-14 10.35", date(2027, 6, 24), "libur 24 juni Rapat kerja lanjutan")
    year.is_open_after_all("2027-06-18 10.30", date(2027, 6, 24), "batal libur 24 juni")


async def test_each_reminder_of_a_year_on_its_day_and_hour_and_once(town: Town) -> None:
    year, moments = await a_year(town), looks()
    what_happens(year)
    await year.passes(moments)
    assert differences(year.told, year.expected.at(moments)) == ""
    assert differences(year.told_of_agencies, year.expected.of_agencies(moments)) == ""
    closed = {date(2027, 3, 5), date(2027, 6, 21)}
    for one in (*year.told, *year.told_of_agencies):
        assert is_working(one.at.date(), closed), one
        assert OPENS <= one.at.time() < CLOSES, one
    assert max(Counter((one.to, one.at.date()) for one in year.told).values()) == 1, "one message a person and day"
    around = {one.at.date() for one in year.told if date(2027, 3, 1) <= one.at.date() <= date(2027, 3, 19)}
    assert around == {date(2027, 3, day) for day in (1, 2, 4, 16, 17, 18, 19)}, "closed from the 5th to the 15th"
