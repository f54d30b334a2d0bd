"""How long it takes to find what is on file about the same matter, among many cases."""

import asyncio
import random
import secrets
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from itertools import count, islice
from pathlib import Path
from typing import Any

from bot.cli.timing import clocked
from handlers.similar import alike, matter_said
from messages.envelope import Channel
from rules.number import RegisterNumber
from rules.office import Office
from storage.database import Database
from storage.files import FileStore
from storage.similar import term_digest
from storage.tables import Case, CaseTerm, Contact
from storage.upsert import insert_into
from storage.vault import Vault
from storage.work import Work

_TODAY = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
_BATCH = 10_000
_QUESTIONS = 60


def time_similar(
    office: Office, messages: Sequence[tuple[str, str]], cases: int, advance: Callable[[int], None]
) -> list[float]:
    """Seconds for each question. `messages`: (text, component) of which stories are made, two for each case."""
    return asyncio.run(_time(office, messages, cases, advance))


async def _time(
    office: Office, messages: Sequence[tuple[str, str]], cases: int, advance: Callable[[int], None]
) -> list[float]:
    chance = random.Random(11)  # noqa: S311 - stories, no secrets
    async with _a_register(office, messages, cases, chance, advance) as database:
        seconds = []
        for _ in range(_QUESTIONS):
            text = " ".join(chance.choice(messages)[0] for _ in range(2))

            async def ask(text: str = text) -> None:
                async with database.reading(_TODAY) as work:
                    said = office.reader.read(text, _TODAY.date())
                    await alike(work, office, matter_said(text, said, office))

            seconds.append(await clocked(ask))
        return seconds


@asynccontextmanager
async def _a_register(
    office: Office,
    messages: Sequence[tuple[str, str]],
    cases: int,
    chance: random.Random,
    advance: Callable[[int], None],
) -> AsyncIterator[Database]:
    with tempfile.TemporaryDirectory(prefix="aduan-bench-") as folder:
        vault = Vault([secrets.token_bytes(32)])
        database = Database(
            f"sqlite+aiosqlite:///{folder}/aduan.db", vault, FileStore(Path(folder) / "attachments", vault)
        )
        await database.open()
        async with database.work(_TODAY) as work:
            contact = await work.contacts.at(Channel.WEB, "bench", "somebody", "id")
            told = [(text, component, office.reader.terms(text)) for text, component in messages]
            services = [None, *office.catalogue.services]
            stories = islice(_stories(services, told, contact, chance), cases)
            while batch := list(islice(stories, _BATCH)):
                await _insert(work, vault, batch)
                advance(len(batch))
        yield database
        await database.close()


def _stories(
    services: Sequence[str | None], told: Sequence[tuple[str, str, frozenset[str]]], by: Contact, chance: random.Random
) -> Iterator[tuple[dict[str, Any], frozenset[str]]]:
    for running in count(1):
        (first, component, terms), (second, _, more) = chance.choice(told), chance.choice(told)
        yield (
            {
                "id": running,
                "number": str(RegisterNumber("ADU", 2026, running)),
                "year": 2026,
                "running": running,
                "kind": "complaint",
                "state": "new",
                "person_id": by.person_id,
                "contact_id": by.id,
                "draft": str(running),
                "channel": Channel.WEB.value,
                "language": "id",
                "service_id": chance.choice(services),
                "component": component,
                "story": f"{first} {second}",
                "progress": "unknown",
                "brought_at": _TODAY,
                "registered_at": _TODAY,
                "updated_at": _TODAY,
            },
            terms | more,
        )


async def _insert(work: Work, vault: Vault, batch: Sequence[tuple[dict[str, Any], frozenset[str]]]) -> None:
    await work.session.execute(insert_into(work.session, Case), [row for row, _ in batch])
    terms = sorted((term_digest(vault, term), row["id"]) for row, terms in batch for term in terms)
    await work.session.execute(
        insert_into(work.session, CaseTerm), [{"term": term, "case_id": case} for term, case in terms]
    )
