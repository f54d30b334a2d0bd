"""When the database fails: whether it is only away just now, or refuses what it was asked for good."""

from collections.abc import Iterator
from contextlib import contextmanager

import structlog
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from storage.vault import KeyRetired

log = structlog.get_logger()

# PostgreSQL tells by SQLSTATE (its documentation, appendix A). Classes: connection, no resources (disk, memory,
# connections), an operator's hand (shutting down, starting, statement cancelled).
_AWAY_CLASSES = ("08", "53", "57")
_LOST_A_RACE = ("40001", "40P01")  # serialization failure, deadlock
_AWAY = (*_LOST_A_RACE, "25006", "55P03")  # a server that only reads (a standby), a lock that was not to be had


def is_away(trouble: BaseException) -> bool:
    """Whether it is the database that cannot be reached or written just now, so that trying again later makes sense.

    What the database refuses because of what is in the message (a value out of range, a broken rule of the tables) is
    not, nor what it holds but no key opens: that would fail for ever. A process whose key is retired is about to stop;
    whoever comes after it can.
    """
    if isinstance(trouble, (OperationalError, InterfaceError, PoolTimeout, OSError, KeyRetired)):
        return True
    state = _sqlstate(trouble)
    if state[:2] in _AWAY_CLASSES or state in _AWAY:
        return True
    return isinstance(trouble, DBAPIError) and trouble.connection_invalidated


@contextmanager
def others_go_on(what: str, **where: object) -> Iterator[None]:
    """Around what is done for one of many: trouble with it is logged as `what`, and keeps none of the others waiting.

    A database that is away is trouble for all of them: that is raised.
    """
    try:
        yield
    except Exception as trouble:
        if is_away(trouble):
            raise
        log.error(what, error=type(trouble).__name__, **where)


def lost_a_race(trouble: BaseException) -> bool:
    """Whether two works were in each other's way and this one was rolled back: done again at once, it will pass."""
    return _sqlstate(trouble) in _LOST_A_RACE


def _sqlstate(trouble: BaseException) -> str:
    """As SQLAlchemy wraps it, or as asyncpg raises it while connecting."""
    told = getattr(trouble, "orig", None) or trouble
    return getattr(told, "sqlstate", None) or ""
