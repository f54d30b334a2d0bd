"""Satisfaction: counts without a name, and who was asked"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "opinion_count",
        sa.Column("quarter", sa.String(length=8), nullable=False),
        sa.Column("service_id", sa.String(length=64), nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column("question", sa.String(length=8), nullable=False),
        sa.Column("value", _KEY, autoincrement=False, nullable=False),
        sa.Column("times", _KEY, nullable=False),
        sa.PrimaryKeyConstraint("quarter", "service_id", "channel", "question", "value", name=op.f("pk_opinion_count")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "case_question",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("case_id", _KEY, nullable=False),
        sa.Column("person_id", _KEY, nullable=False),
        sa.Column("quarter", sa.String(length=8), nullable=False),
        sa.Column("service_id", sa.String(length=64), nullable=True),
        sa.Column("channel", sa.String(length=16), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_case_question_case_id")),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_case_question_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_question")),
        sa.UniqueConstraint("case_id", "person_id", name=op.f("uq_case_question_case_id_person_id")),
    )
    op.create_index(op.f("ix_case_question_person_id"), "case_question", ["person_id"], unique=False)
    op.create_index(op.f("ix_case_question_quarter"), "case_question", ["quarter"], unique=False)
    op.create_table(
        "survey_invitation",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("person_id", _KEY, nullable=False),
        sa.Column("quarter", sa.String(length=8), nullable=False),
        sa.Column("status", sa.String(length=8), nullable=False),
        sa.Column("offered_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_survey_invitation_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_survey_invitation")),
        sa.UniqueConstraint("person_id", "quarter", name=op.f("uq_survey_invitation_person_id_quarter")),
    )


def downgrade() -> None:
    op.drop_table("survey_invitation")
    op.drop_index(op.f("ix_case_question_quarter"), table_name="case_question")
    op.drop_index(op.f("ix_case_question_person_id"), table_name="case_question")
    op.drop_table("case_question")
    op.drop_table("opinion_count")
