"""A look into the database of a running house, from outside."""

import asyncio

from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from tests.end_to_end.process import House


async def look(house: House, question: str) -> list[tuple[object, ...]]:
    """The rows that answer an SQL question. What is sealed stays sealed."""
    engine = create_async_engine(house.settings["DATABASE_URL"])
    try:
        async with engine.connect() as connection:
            return [tuple(row) for row in (await connection.execute(text(question))).all()]
    finally:
        await engine.dispose()


async def comes_to(house: House, question: str, rows: list[tuple[object, ...]], seconds: float = 15) -> None:
    """Return when the answer is this one."""
    found: list[tuple[object, ...]] = []
    try:
        async with asyncio.timeout(seconds):
            while (found := await look(house, question)) != rows:  # noqa: ASYNC110 - another process's rows
                await asyncio.sleep(0.05)
    except TimeoutError:
        raise AssertionError(f"{question}: {found}, not {rows}") from None
