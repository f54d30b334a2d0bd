"""What those served think of the service, without a name; and, apart from it, who was asked."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.tables.metadata import Base
from storage.types import BigKey


class OpinionCount(Base):
    """How often a value was given in a quarter. A sum has no name, no hour and no order: nobody can be found by it.

    `question`: an element of the SKM (u1 to u9), or `case`, the one question after a case, whose value 0 counts how
    often it was asked. `service_id` is empty where no service is known.
    """

    __tablename__ = "opinion_count"
    __table_args__ = ({"sqlite_with_rowid": False},)
    quarter: Mapped[str] = mapped_column(String(8), primary_key=True)
    service_id: Mapped[str] = mapped_column(String(64), primary_key=True)
    channel: Mapped[str] = mapped_column(String(16), primary_key=True)
    question: Mapped[str] = mapped_column(String(8), primary_key=True)
    value: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    times: Mapped[int]


class CaseQuestion(Base):
    """Somebody was asked the one question after a case of theirs: once, and answers once. Never what they answered.

    `quarter`, `service_id`, `channel`: where it was counted as asked, and the answer is.
    """

    __tablename__ = "case_question"
    __table_args__ = (UniqueConstraint("case_id", "person_id"),)
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("case.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    quarter: Mapped[str] = mapped_column(String(8), index=True)
    service_id: Mapped[str | None] = mapped_column(String(64))
    channel: Mapped[str] = mapped_column(String(16))
    asked_at: Mapped[datetime]
    answered: Mapped[bool] = mapped_column(default=False)


class SurveyInvitation(Base):
    """Somebody was invited to the survey of a quarter, once: offered, later, begun, done or declined."""

    __tablename__ = "survey_invitation"
    __table_args__ = (UniqueConstraint("person_id", "quarter"),)
    id: Mapped[int] = mapped_column(BigKey, primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    quarter: Mapped[str] = mapped_column(String(8))
    status: Mapped[str] = mapped_column(String(8))
    offered_at: Mapped[datetime]
