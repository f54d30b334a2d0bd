"""A year at the desk: reports arrive with different fates, the clock looks several times a day, reminders are noted."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from messages.envelope import Channel
from rules.calendar import WorkingCalendar
from rules.lifecycle import State
from rules.roles import Role
from tests.reminded import (
    Asked,
    Away,
    Closed,
    Crew,
    Expected,
    Life,
    Told,
    after,
    agency_reminder_in,
    is_working,
    passed,
    reminder_in,
)
from tests.stories.desk.conftest import Desk, without_digests
from tests.talk import COMPLAINT, Citizen, Town, at

QUESTION = "apakah rekomendasi organisasi profesi masih wajib?"
# What happens to a report: on which working day after it came (0: the day itself), when, and what is done by whom.
FATES: dict[str, tuple[tuple[int, str, str], ...]] = {
    "in time": ((0, "14.40", "takes"), (4, "10.50", "answers")),
    "nearly": ((0, "14.40", "takes"), (12, "10.50", "answers")),
    "last day": ((1, "09.05", "takes"), (14, "13.20", "answers")),
    "late": ((2, "10.50", "takes"), (17, "09.05", "answers")),
    "never": ((1, "13.20", "takes"),),
    "long nobody": ((34, "13.20", "takes"), (36, "10.50", "answers")),
    "at last": ((12, "13.20", "takes"), (15, "10.50", "answers")),
    "handed over": ((0, "14.40", "takes"), (9, "09.05", "hands over"), (16, "13.20", "answers")),
    "put back": ((0, "14.40", "takes"), (8, "10.50", "puts back"), (16, "10.50", "takes"), (19, "13.20", "answers")),
    "suggestion": ((1, "09.05", "takes"), (8, "10.50", "makes a suggestion")),
    "merged": ((1, "09.05", "takes"), (9, "13.20", "merges")),
    "reopened": (
        *((1, "09.05", "takes"), (1, "14.40", "studies"), (5, "10.50", "replies"), (7, "13.20", "is not content")),
        (24, "10.50", "answers"),
    ),
    "agency is silent": (
        *((1, "09.05", "takes"), (1, "14.40", "studies"), (2, "10.50", "asks an agency")),
        *((14, "09.05", "writes what came on paper"), (16, "10.50", "answers")),
    ),
    "agency answers": (
        *((1, "09.05", "takes"), (1, "14.40", "studies"), (2, "10.50", "asks an agency")),
        *((11, "13.20", "hears the agency"), (13, "10.50", "answers")),
    ),
}
_Deed = Callable[[], Awaitable[None]]


@dataclass
class Report:
    """One report of this year with whoever sent it; `by`: the officer of its fate."""

    year: "Year"
    fate: str
    by: str
    citizen: Citizen
    life: Life

    @property
    def number(self) -> str:
        return self.life.number

    async def does(self, what: str) -> None:
        now = self.year.town.now
        officer = self.year.people[self.by]
        match what:
            case "takes":
                await officer.says(f"ambil {self.number}")
                officer.reads("sekarang milik Anda")
                self.life.held_by(now, self.by)
            case "hands over":
                other = "Lilis" if self.by == "Rina" else "Rina"
                await self.year.people["Agus"].says(f"serahkan {self.number} {other}")
                self.year.people[other].reads(self.number)
                self.life.held_by(now, other)
            case "puts back":
                await officer.says(f"lepas {self.number}")
                self.life.held_by(now, "")
            case "makes a suggestion":
                await officer.says(f"jadikan saran {self.number} ternyata pertanyaan umum")
                await officer.says("kirim")
                self.life.ends(now)
            case "merges":
                await officer.says(f"gabung {self.number} {self.year.reports[-2].number}")
                await officer.presses("Gabung")
                self.life.ends(now)
            case "studies":
                await self.year.desk.studies(self.number)
                await officer.says(f"jalur {self.number} internal")
            case "replies":
                await self.year.desk.replies(self.number)
                await self.year.town.settles()
                self.life.ends(now)
            case "is not content":
                await self.citizen.says("belum selesai, sertifikatnya belum ada")
                self.citizen.hears("outcome-reopened")
                self.life.begins(now)
            case "answers":
                await self._answered()
                self.life.ends(now)
            case _:
                await self._with_an_agency(what)

    async def _with_an_agency(self, what: str) -> None:
        now, officer = self.year.town.now, self.year.people[self.by]
        if what == "asks an agency":
            await officer.says(f"jalur {self.number} opd dinkes {QUESTION}")
            await officer.says("kirim")
            officer.reads("ditanyakan ke Dinas Kesehatan")
            room = passed(now.date(), after(self.life.rounds[0][0].date(), 14))
            self.life.asked.append(Asked(now, after(now.date(), room - 3)))
            return
        if what == "hears the agency":
            await self.year.people["Yuyun"].says(f"balas {self.number} tidak wajib lagi")
            await self.year.people["Yuyun"].says("kirim")
        else:
            await officer.says(f"jalur {self.number} internal surat tanggal hari ini: tidak wajib")
        assert (await self.year.desk.case(self.number)).state == State.INTERNAL
        self.life.asked[-1].ended = now

    async def _answered(self) -> None:
        """What is left of it when a reply has arrived and the complainant was content; its talk is told elsewhere."""
        case_id = (await self.year.desk.case(self.number)).id
        async with self.year.town.database.work(self.year.town.now) as work:
            case = await work.cases.locked(case_id)
            await work.cases.stop_clock(case, self.year.town.now)
            await work.cases.move(case, State.CLOSED, by="system")
            await work.commit()


@dataclass
class Year:
    """The desk, what is to be heard, and what was."""

    desk: Desk
    people: dict[str, Citizen]
    expected: Expected
    reports: list[Report] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
    told_of_agencies: list[Told] = field(default_factory=list)
    _deeds: list[tuple[datetime, int, _Deed]] = field(default_factory=list)
    _read: dict[str, int] = field(default_factory=dict)

    @property
    def town(self) -> Town:
        return self.desk.town

    # -- what is going to happen ---------------------------------------------------------------------------------------

    def on(self, moment: datetime, deed: _Deed) -> None:
        self._deeds.append((moment, len(self._deeds), deed))
        self._deeds.sort(key=lambda one: one[:2])

    def arrives(self, moment: str, fate: str, by: str = "Rina") -> None:
        async def arrive() -> None:
            citizen = self.town.citizen(Channel.TELEGRAM)
            number = await citizen.files(COMPLAINT)
            report = Report(self, fate, by, citizen, Life(number))
            report.life.begins(self.town.now)
            self.reports.append(report)
            self.expected.lives.append(report.life)
            for n, hour, what in FATES[fate]:
                self.on(self._moment(n, hour), lambda what=what: report.does(what))  # type: ignore[misc]

        self.on(at(moment), arrive)

    def _moment(self, n: int, hour: str) -> datetime:
        """That hour of the n-th working day from now; where it is over, or a day off, of the first one."""
        today = self.town.now.date()
        moment = at(f"{after(today, n)} {hour}")
        return moment if moment > self.town.now and is_working(moment.date()) else at(f"{after(today, 1)} {hour}")

    def is_away(self, told_on: str, leave: Away, says: str) -> None:
        async def leaves() -> None:
            await self.people[leave.name].says(says)
            self.people[leave.name].reads(f"{leave.first.day}", f"{leave.last.day}")
            self.expected.crew.away.append(leave)

        self.on(at(told_on), leaves)

    def is_closed(self, told_on: str, day: date, says: str) -> None:
        async def closes() -> None:
            await self.people["Hendra"].says(says)
            await self.people["Hendra"].presses("Ya, catat")
            self.people["Hendra"].hears("closed-kept")
            self.expected.closures.append(Closed(day, self.town.now))

        self.on(at(told_on), closes)

    def is_open_after_all(self, told_on: str, day: date, says: str) -> None:
        async def opens() -> None:
            await self.people["Hendra"].says(says)
            self.people["Hendra"].hears("closed-withdrawn")
            closed = self.expected.closures
            closed[:] = [replace(one, until=self.town.now) if one.day == day else one for one in closed]

        self.on(at(told_on), opens)

    # -- the year goes by ----------------------------------------------------------------------------------------------

    async def passes(self, looks: Sequence[datetime]) -> None:
        """Through all looks of the clock, in between what happens between them.

        The whole clock ticks after something happened; else only what is done each hour, where the reminders are.
        """
        clock, sender, woken = self.town.clock, self.town.sender, [False]
        clock.woken = lambda: woken.insert(0, True)
        for look in looks:
            happened = await self.happens_before(look)
            self.town.now = look
            await (clock.tick() if happened else clock.hourly())
            if woken.pop(0) or happened:
                await sender.send_due()
                self._note()
            woken[:] = [False]

    async def happens_before(self, look: datetime) -> bool:
        """What is to happen before that instant; whether anything did."""
        happened = False
        while self._deeds and self._deeds[0][0] < look:
            moment, _, deed = self._deeds.pop(0)
            self.town.now, happened = max(moment, self.town.now), True
            await deed()
            self._note()
        return happened

    def _note(self) -> None:
        for name, person in self.people.items():
            heard = person._all()
            for message in heard[self._read.get(name, 0) :]:
                told = reminder_in(message, self.town.now, name)
                of_agency = agency_reminder_in(message, self.town.now, name)
                self.told += [told] if told else []
                self.told_of_agencies += [of_agency] if of_agency else []
            self._read[name] = len(heard)


async def a_year(town: Town) -> Year:
    """Two officers, their superior, the head; and the people of one agency."""
    office = replace(town.office, calendar=WorkingCalendar(town.office.calendar.closures))
    town.office = town.receiver.office = town.clock.office = office  # days are closed in this town alone
    people = {
        "Rina": await town.staff(Role.OFFICER, "Rina Marlina"),
        "Lilis": await town.staff(Role.OFFICER, "Lilis Suryani"),
        "Agus": await town.staff(Role.SUPERVISOR, "Agus Salim"),
        "Hendra": await town.staff(Role.HEAD, "Hendra Wijaya"),
        "Yuyun": await town.staff(Role.AGENCY, "Yuyun Yuningsih", unit="dinkes"),
        "Euis": await town.staff(Role.HEAD, "Euis Rohaeti", unit="dinkes"),
    }
    await without_digests(town.database, town.now)  # this year is about reminders
    above = {"Rina": "Agus", "Lilis": "Agus", "Agus": "Hendra"}
    crew = Crew(("Rina", "Lilis"), above, agency=("Yuyun",), agency_head="Euis")
    desk = Desk(town, Channel.TELEGRAM, people["Rina"], people["Agus"], people["Hendra"])
    return Year(desk, people, Expected(crew))
