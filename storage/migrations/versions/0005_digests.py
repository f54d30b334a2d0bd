"""How each superior wants digests; what digests count is found by its day; rounds that ended without a reply"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "digest_setting",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("staff_id", _KEY, nullable=False),
        sa.Column("kinds", sa.JSON().with_variant(postgresql.JSONB(), "postgresql"), nullable=False),
        sa.Column("minute", _KEY, nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=True),
        sa.Column("unit", sa.String(length=80), nullable=True),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_digest_setting_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_digest_setting")),
        sa.UniqueConstraint("staff_id", name=op.f("uq_digest_setting_staff_id")),
    )
    op.create_index("ix_case_registered", "case", ["registered_at", "kind"], unique=False)
    op.add_column("case_clock", sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True))
    op.create_index(op.f("ix_case_clock_answered_at"), "case_clock", ["answered_at"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_case_clock_answered_at"), table_name="case_clock")
    op.drop_column("case_clock", "ended_at")
    op.drop_index("ix_case_registered", table_name="case")
    op.drop_table("digest_setting")
