"""The answers of the intake form, by name and with their types. Values are plain JSON; this view reads and sets them.

What the reader found in the story is marked `by: reader` and is found anew when the story changes; what the person
answered stays.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from rules.breach import Breach, check_breach
from rules.components import Component
from rules.deadlines import REPLY_DAYS
from rules.identity import Identity, is_complete, nik_in
from rules.kind import Judged, judge
from rules.office import Office
from rules.standard import Service, ServiceStandard
from rules.understanding.understood import Progress, Understood
from rules.window import Window, complaint_window, last_of_month, month_decides

READER, CITIZEN = "reader", "citizen"


class Report:
    """A view on the answers; `answers` is changed in place."""

    def __init__(self, answers: dict[str, Any]) -> None:
        self.answers = answers

    # -- the story -------------------------------------------------------------------------------------------------

    @property
    def story(self) -> str:
        return "\n".join(piece["text"] for piece in self.answers.get("pieces", []) if piece["text"].strip())

    def add_piece(self, text: str, ref: str) -> None:
        self.answers["pieces"] = [*self.answers.get("pieces", []), {"text": text, "ref": ref}]

    def replace_piece(self, ref: str, text: str) -> bool:
        """An edited message: its text is replaced; False when it is no part of the story."""
        pieces = [dict(piece) for piece in self.answers.get("pieces", [])]
        hit = [piece for piece in pieces if ref and piece["ref"] == ref]
        for piece in hit:
            piece["text"] = text
        self.answers["pieces"] = pieces
        return bool(hit)

    @property
    def has_substance(self) -> bool:
        return bool(self.story) or bool(self.answers.get("voices"))

    # -- what it is about ------------------------------------------------------------------------------------------

    @property
    def component(self) -> Component:
        return Component(self.answers.get("kind", {}).get("slug", Component.OTHER))

    @property
    def second_component(self) -> Component | None:
        second = self.answers.get("kind", {}).get("second")
        return Component(second) if second else None

    def set_component(
        self, component: Component, *, by: str, second: Component | None = None, sure: bool = True
    ) -> None:
        self.answers["kind"] = {"slug": component, "second": second, "by": by, "sure": sure}

    @property
    def kind_is_open(self) -> bool:
        """Two kinds score alike, or a service is named but no kind was found: then it is asked."""
        kind = self.answers.get("kind", {})
        if not self.has_substance or kind.get("by") == CITIZEN:
            return False
        if not self.story:  # told by voice alone: nothing was read
            return bool(self.answers.get("pieces"))
        return not kind.get("sure", True) or (self.component is Component.OTHER and self.service_id is not None)

    @property
    def service_id(self) -> str | None:
        found: str | None = self.answers.get("service", {}).get("id")
        return found

    def set_service(self, service_id: str | None, *, by: str) -> None:
        self.answers["service"] = {"id": service_id, "by": by}
        self.answers.pop("maybe", None)

    @property
    def maybe_services(self) -> tuple[str, ...]:
        """Services that may be meant, to help with asking."""
        return tuple(self.answers.get("maybe", ()))

    def service(self, office: Office) -> Service | None:
        return office.catalogue.get(self.service_id)

    @property
    def paid(self) -> tuple[int, ...]:
        return tuple(self.answers.get("paid", ()))

    # -- when ------------------------------------------------------------------------------------------------------

    @property
    def when(self) -> Mapping[str, Any]:
        found: Mapping[str, Any] = self.answers.get("when", {})
        return found

    def set_when(self, *, by: str, **found: Any) -> None:
        self.answers["when"] = {**found, "by": by}

    @property
    def progress(self) -> Progress:
        return Progress(self.when.get("progress", Progress.UNKNOWN))

    @property
    def day(self) -> date | None:
        """The day the service was received, or the thing happened."""
        return _date(self.when.get("day"))

    @property
    def month(self) -> date | None:
        """The first of the month in which it was received or happened, where no more is known."""
        return _date(self.when.get("month"))

    @property
    def event_day(self) -> date | None:
        """The day something happened while the service itself is still pending."""
        return _date(self.when.get("event"))

    @property
    def complete_on(self) -> date | None:
        """The day the file was complete, where it is known."""
        return _date(self.when.get("complete_on"))

    @property
    def when_mode(self) -> str:
        """What is still to be asked about time: "complete", "received", "happened", or "" when nothing is."""
        when = self.when
        if when.get("settled") or when.get("day") or when.get("complete_on"):
            return ""
        if self.progress is Progress.PENDING:
            return "complete" if self.component is Component.COMPLETION_TIME else ""
        return "received" if self.is_about_a_result else "happened"

    @property
    def is_about_a_result(self) -> bool:
        """The day that counts is the one on which the result came; else the one on which the thing happened."""
        came_late = self.component is Component.COMPLETION_TIME and bool(self.answers.get("has_result"))
        return self.component is Component.PRODUCT or came_late

    # -- who -------------------------------------------------------------------------------------------------------

    @property
    def name(self) -> str | None:
        found: str | None = self.answers.get("name", {}).get("name")
        return found

    @property
    def organisation(self) -> str | None:
        found: str | None = self.answers.get("name", {}).get("organisation")
        return found

    @property
    def refuses_identity(self) -> bool:
        return bool(self.answers.get("name", {}).get("none"))

    def set_name(self, name: str | None, organisation: str | None = None, *, by: str) -> None:
        person = name if name != organisation else None  # a firm that complains is itself the name
        self.answers["name"] = {
            "name": person or organisation,
            "organisation": organisation if person else None,
            "by": by,
        }

    def refuse_identity(self) -> None:
        self.answers["name"] = {"none": True, "by": CITIZEN}
        self.answers.pop("place", None)
        self.answers.pop("secret", None)

    @property
    def address(self) -> str | None:
        found: str | None = self.answers.get("place", {}).get("label")
        return found

    def set_place(self, label: str, *, by: str) -> None:
        self.answers["place"] = {"label": label, "by": by}

    def note_nik(self, text: str) -> None:
        """A NIK that was told unasked is kept, when it can be one."""
        nik = nik_in(text)
        if nik is not None:
            self.answers["nik"] = nik

    @property
    def secret(self) -> bool:
        return bool(self.answers.get("secret"))

    @property
    def identity(self) -> Identity:
        return Identity(self.name, self.address, self.organisation, self.answers.get("nik"), self.answers.get("phone"))

    # -- what the rules say ----------------------------------------------------------------------------------------

    @property
    def has_object(self) -> bool:
        """A problem plus some service, counter or facility of the office; which service may be unknown."""
        return self.has_substance and (self.component is not Component.OTHER or self.service_id is not None)

    def window(self, brought_on: date, office: Office) -> Window:
        pending = self.progress is Progress.PENDING
        standard = _standard(self.service(office))
        days = standard.window_days if standard and standard.window_days else office.profile.window_days
        latest = self.day or (last_of_month(self.month) if self.month else None)
        return complaint_window(None if pending else latest, brought_on, days)

    def judged(self, brought_on: date, office: Office, *, expired: bool = False) -> Judged:
        return judge(
            identity_complete=is_complete(self.identity),
            has_object=self.has_object,
            in_time=self.window(brought_on, office).in_time,
            ours=self.component is not Component.OTHER,
            expired=expired,
        )

    def reply_days(self, office: Office) -> int:
        standard = _standard(self.service(office))
        return (standard.reply_days if standard else None) or office.profile.reply_days or REPLY_DAYS

    def breach(self, today: date, office: Office) -> tuple[Breach, ...]:
        finished = self.day if self.progress is Progress.RECEIVED else None
        return check_breach(
            _standard(self.service(office)),
            complete_on=self.complete_on,
            finished_on=finished,
            today=today,
            paid=self.paid if Component.FEE in (self.component, self.second_component) else (),
            calendar=office.calendar,
        )

    # -- what the reader found -------------------------------------------------------------------------------------

    def learn(self, said: Understood, told_on: date, office: Office) -> None:
        """Take over what the story says, wherever the person has not answered it. `told_on`: when it was told."""
        if said.classification and self._free("kind"):
            self.set_component(
                said.classification.component,
                by=READER,
                second=said.second_component,
                sure=said.classification.sure,
            )
        elif not said.classification and self._free("kind"):
            self.set_component(Component.OTHER, by=READER)
        if self._free("service"):
            self.answers.pop("service", None)
            self.answers["maybe"] = list(said.service.candidates)
            if said.service.service_id and not said.service.unsure:
                self.set_service(said.service.service_id, by=READER)
            elif said.service.service_id:
                self.answers["maybe"] = [said.service.service_id]
        self.answers["has_result"] = said.has_result
        if self._free("when"):
            self._learn_when(said, told_on, office)
        self.learn_identity(said)
        if said.paid:
            self.answers["paid"] = list(said.paid)

    def _learn_when(self, said: Understood, told_on: date, office: Office) -> None:
        day, month = (said.when.day, said.when.month) if said.when else (None, None)
        since = said.complete_on
        if said.progress is Progress.PENDING:
            if since is not None and self.component is Component.COMPLETION_TIME:
                self.set_when(by=READER, progress=Progress.PENDING, complete_on=since.isoformat())
            else:
                event = day.isoformat() if day and day != since else None
                self.set_when(by=READER, progress=Progress.PENDING, event=event)
        elif day:
            late_since = since.isoformat() if since and since < day else None
            self.set_when(by=READER, progress=Progress.RECEIVED, day=day.isoformat(), complete_on=late_since)
        elif month and not month_decides(month, told_on, office.profile.window_days):
            self.set_when(by=READER, progress=said.progress, month=month.isoformat(), settled=True)
        else:
            self.set_when(by=READER, progress=said.progress)

    def learn_identity(self, said: Understood) -> None:
        """Who tells it, and whether the name is to be kept secret."""
        identity = said.identity
        if said.wants_secret:
            self.answers["secret"] = True
        if identity.on_behalf_of:
            self.answers["behalf"] = identity.on_behalf_of
        if self._free("name"):
            self.answers.pop("name", None)
            if said.refuses_identity:
                self.refuse_identity()
            elif identity.name or identity.organisation:
                self.set_name(identity.name, identity.organisation, by=READER)
        place = identity.address
        if self._free("place") and not self.refuses_identity:
            self.answers.pop("place", None)
            if place:
                self.set_place(place, by=READER)

    def _free(self, name: str) -> bool:
        return bool(self.answers.get(name, {}).get("by", READER) == READER)


def _standard(service: Service | None) -> ServiceStandard | None:
    return service.standard if service else None


def _date(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
