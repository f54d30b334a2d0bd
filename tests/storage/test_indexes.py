"""What is asked with every message and every scrape is found by an index, however much is kept."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import event, text

from storage.database import Database
from storage.work import Work

NOW = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)


async def _failures(work: Work) -> None:
    await work.inbox.failures()


async def _release(work: Work) -> None:
    await work.outbox.release(1)


async def _next_due(work: Work) -> None:
    await work.outbox.next_due(["web", "whatsapp"])


async def _said_since(work: Work) -> None:
    await work.inbox.said_since(1, NOW)


async def _kept_of_all(work: Work) -> None:
    await work.attachments.bytes_since(NOW - timedelta(days=1))


@pytest.mark.parametrize(
    ("question", "index"),
    [
        (_failures, "ix_inbound_failed"),
        (_release, "ix_outbox_open"),
        (_next_due, "ix_outbox_open"),
        (_said_since, "ix_inbound_said"),
        (_kept_of_all, "ix_attachment_created_at"),
    ],
)
async def test_an_index_answers(database: Database, question: object, index: str) -> None:
    if not database.is_sqlite:
        return  # PostgreSQL decides by how much is kept; here there is nothing
    asked: list[tuple[str, object]] = []

    def note(_connection: object, _cursor: object, statement: str, parameters: object, *_: object) -> None:
        asked.append((statement, parameters))

    event.listen(database.engine.sync_engine, "before_cursor_execute", note)
    async with database.work(NOW) as work:
        await question(work)  # type: ignore[operator]  # one of the above
    event.remove(database.engine.sync_engine, "before_cursor_execute", note)
    statement, parameters = asked[-1]
    async with database.engine.connect() as connection:
        plan = await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)  # type: ignore[arg-type]
        steps = "\n".join(str(row) for row in plan.all())
    assert index in steps, steps


async def test_a_partial_index_is_the_same_on_both_databases(database: Database) -> None:
    """What the migration wrote down is what the queries ask for, on PostgreSQL as well."""
    if database.is_sqlite:
        return
    async with database.engine.connect() as connection:
        await connection.execute(text("SET enable_seqscan = off"))
        await connection.execute(text("SET enable_bitmapscan = off"))
        for question, index in (
            ("SELECT count(*) FROM inbound WHERE outcome = 'failed'", "ix_inbound_failed"),
            (
                "SELECT id FROM outbox WHERE contact_id = 1 AND id < 9"
                " AND status IN ('pending', 'sending', 'held') AND status <> 'held'",
                "ix_outbox_open",
            ),
        ):
            plan = (await connection.execute(text(f"EXPLAIN {question}"))).scalars().all()
            assert index in "\n".join(plan), plan
