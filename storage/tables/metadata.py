"""What all tables share."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import ColumnElement, MetaData
from sqlalchemy.orm import DeclarativeBase

from storage.types import BigKey, Instant, PlainJSON


class Base(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(column_0_N_label)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        int: BigKey,
        datetime: Instant(),
        dict[str, Any]: PlainJSON,
        list[str]: PlainJSON,
    }


def only_where(condition: ColumnElement[bool]) -> dict[str, Any]:
    """An index of few among many rows. A query that is to use it states the same condition with the values in it."""
    return {"sqlite_where": condition, "postgresql_where": condition}
