"""The date in Jakarta of an instant, inside the database."""

from typing import Any

from sqlalchemy import Date
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

# Jakarta has had no summer time since 1964: it is seven hours ahead of UTC on every day that a case can lie on.
_AHEAD = "+7 hours"


class JakartaDay(FunctionElement[Any]):
    """`JakartaDay(instant)`: a date."""

    inherit_cache = True
    type = Date()

    def __init__(self, instant: Any) -> None:
        super().__init__(instant)


@compiles(JakartaDay, "sqlite")
def _on_sqlite(element: JakartaDay, compiler: SQLCompiler, **more: Any) -> str:
    return f"date({compiler.process(element.clauses, **more)}, '{_AHEAD}')"


@compiles(JakartaDay, "postgresql")
def _on_postgresql(element: JakartaDay, compiler: SQLCompiler, **more: Any) -> str:
    return f"CAST({compiler.process(element.clauses, **more)} AT TIME ZONE 'Asia/Jakarta' AS DATE)"
