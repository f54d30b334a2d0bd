"""/healthz, /readyz and /metrics: what operators and their tools look at. No personal data in any of them."""

import asyncio
import hmac
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Gauge, generate_latest
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.channel import RunningChannel
from handlers.survey.results import Opinions, satisfaction
from messages.envelope import Channel
from rules.days import local_date
from rules.kind import Kind
from rules.office import Office
from rules.performance import nearness
from rules.periods import Quarter
from storage.database import Database

_FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip", "via")
_LOOPBACK = ("127.0.0.1", "::1")
# Anybody may ask /readyz: what it asks of providers goes through the connections that messages are sent by.
_PROVIDER_SECONDS: Final = 15.0
_DATABASE_SECONDS: Final = 1.0


class Lately:
    """A question whose answer is good for `seconds`: asked once for all who want to know. `clock`: monotonic."""

    def __init__(
        self, ask: Callable[[], Awaitable[bool]], seconds: float, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._ask = ask
        self._seconds = seconds
        self._clock = clock
        self._asking = asyncio.Lock()
        self._answer = False
        self._good_until = float("-inf")

    async def answer(self) -> bool:
        async with self._asking:
            if self._clock() >= self._good_until:
                self._answer = await self._ask()
                self._good_until = self._clock() + self._seconds
            return self._answer


@dataclass(slots=True)
class Health:
    database: Database
    office: Office
    channels: Mapping[Channel, RunningChannel]
    metrics_token: str
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    _database: Lately = field(init=False)
    _providers: dict[str, Lately] = field(init=False)

    def __post_init__(self) -> None:
        self._providers = {name.value: Lately(one.healthy, _PROVIDER_SECONDS) for name, one in self.channels.items()}
        self._database = Lately(self.database.answers, _DATABASE_SECONDS)

    def routes(self) -> list[Route]:
        return [
            Route("/healthz", self.alive),
            Route("/readyz", self.ready),
            Route("/metrics", self.metrics),
        ]

    async def alive(self, request: Request) -> Response:
        return PlainTextResponse("ok")

    async def ready(self, request: Request) -> Response:
        """200 when the database and every channel's provider answer, 503 otherwise; which, in the body.

        As they answered lately: providers within 15 s, the database within one.
        """
        database = await self._database.answer()
        healthy = await asyncio.gather(*(provider.answer() for provider in self._providers.values()))
        channels = dict(zip(self._providers, healthy, strict=True))
        fine = database and all(channels.values())
        return JSONResponse({"database": database, "channels": channels}, status_code=200 if fine else 503)

    async def metrics(self, request: Request) -> Response:
        if not self._may_read(request):
            return PlainTextResponse("forbidden", status_code=403)
        return Response(await self._figures(), media_type=CONTENT_TYPE_LATEST)

    def _may_read(self, request: Request) -> bool:
        """With the token; without one only from this machine, and not through a proxy on it."""
        if self.metrics_token:
            given = request.headers.get("authorization", "")
            return hmac.compare_digest(given.encode(), f"Bearer {self.metrics_token}".encode())
        here = request.client is not None and request.client.host in _LOOPBACK
        return here and not any(name in request.headers for name in _FORWARDED)

    async def _figures(self) -> bytes:
        registry = CollectorRegistry()
        now = self.clock()
        async with self.database.reading(now) as work:
            depth = await work.outbox.depth()
            head = await work.audit.head()
            cases = {kind: await work.cases.count(kind) for kind in Kind}
            failures = await work.inbox.failures()
            tick, digest = await work.jobs.latest("hourly"), await work.jobs.latest("digest:")
            opinions = await satisfaction(work, Quarter.of(local_date(now)))
            near = nearness([one.due for one in await work.cases.open_rounds()], local_date(now), self.office.calendar)
        oldest = (now - depth.oldest_waiting).total_seconds() if depth.oldest_waiting else 0
        outbox = Gauge("aduan_outbox_messages", "Messages in the outbox, by status.", ["status"], registry=registry)
        for status, count in (("waiting", depth.waiting), ("held", depth.held), ("dead", depth.dead)):
            outbox.labels(status).set(count)
        Gauge("aduan_outbox_oldest_seconds", "Age of the oldest waiting message.", registry=registry).set(oldest)
        by_kind = Gauge("aduan_cases", "Cases in the register, by kind.", ["kind"], registry=registry)
        for kind, count in cases.items():
            by_kind.labels(kind.value).set(count)
        Gauge("aduan_unhandled_messages", "Messages kept that no handler could answer.", registry=registry).set(
            failures
        )
        Gauge("aduan_audit_entries", "Length of the audit chain.", registry=registry).set(head.seq)
        left = Gauge(
            "aduan_open_complaints", "Complaints to answer, by working days left.", ["left"], registry=registry
        )
        counted = {
            "late": near.late,
            "today": near.today,
            "1-3": near.within_3,
            "4-7": near.within_7,
            "more": near.later,
        }
        for days, count in counted.items():
            left.labels(days).set(count)
        if tick is not None:
            age = Gauge("aduan_clock_age_seconds", "Since the clock last did its hourly work.", registry=registry)
            age.set((now - tick.at).total_seconds())
        if digest is not None:
            age = Gauge("aduan_digest_age_seconds", "Since a digest last went out.", registry=registry)
            age.set((now - digest.at).total_seconds())
        if opinions is not None:
            _count_opinions(opinions.whole, registry)
        return generate_latest(registry)


def _count_opinions(opinions: Opinions, registry: CollectorRegistry) -> None:
    """Of this quarter. Silence is counted as silence."""
    asked = Gauge(
        "aduan_case_ratings", "Asked after a case this quarter, by what they said.", ["answer"], registry=registry
    )
    asked.labels("said").set(opinions.after_case.answered)
    asked.labels("silent").set(opinions.after_case.silent)
    if opinions.survey is not None:
        Gauge("aduan_survey_respondents", "Whole forms of this quarter's survey.", registry=registry).set(
            opinions.survey.respondents
        )
        Gauge("aduan_survey_index", "Index of this quarter's survey, 25 to 100.", registry=registry).set(
            float(opinions.survey.index)
        )
