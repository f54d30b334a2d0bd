"""Who works here, who holds a case, where it was sent, how far a reply got"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_JSON = sa.JSON().with_variant(postgresql.JSONB(astext_type=sa.Text()), "postgresql")
_ON_ITS_WAY = "delivery IN ('waiting', 'sent', 'held')"


def upgrade() -> None:
    op.create_table(
        "staff",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("person_id", _KEY, nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("roles", _JSON, nullable=False),
        sa.Column("unit", sa.String(length=80), nullable=True),
        sa.Column("foreign", sa.Boolean(), nullable=False),
        sa.Column("tier", sa.String(length=32), nullable=True),
        sa.Column("superior_id", _KEY, nullable=True),
        sa.Column("substitute_id", _KEY, nullable=True),
        sa.Column("away_from", sa.Date(), nullable=True),
        sa.Column("away_until", sa.Date(), nullable=True),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_staff_person_id")),
        sa.ForeignKeyConstraint(["substitute_id"], ["staff.id"], name=op.f("fk_staff_substitute_id")),
        sa.ForeignKeyConstraint(["superior_id"], ["staff.id"], name=op.f("fk_staff_superior_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff")),
        sa.UniqueConstraint("person_id", name=op.f("uq_staff_person_id")),
    )
    op.create_table(
        "invitation",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("code_hmac", sa.LargeBinary(length=32), nullable=False),
        sa.Column("role", sa.String(length=12), nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("unit", sa.String(length=80), nullable=True),
        sa.Column("tier", sa.String(length=32), nullable=True),
        sa.Column("invited_by", sa.String(length=32), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("staff_id", _KEY, nullable=True),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_invitation_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation")),
        sa.UniqueConstraint("code_hmac", name=op.f("uq_invitation_code_hmac")),
    )
    op.create_table(
        "conflict",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("case_id", _KEY, nullable=False),
        sa.Column("staff_id", _KEY, nullable=False),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("found_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", _KEY, nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_conflict_case_id")),
        sa.ForeignKeyConstraint(["decided_by"], ["staff.id"], name=op.f("fk_conflict_decided_by")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_conflict_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conflict")),
    )
    op.create_index(op.f("ix_conflict_case_id"), "conflict", ["case_id"], unique=False)
    op.create_index(op.f("ix_conflict_staff_id"), "conflict", ["staff_id"], unique=False)
    op.create_table(
        "route",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("case_id", _KEY, nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("unit", sa.String(length=80), nullable=True),
        sa.Column("asked_by", _KEY, nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due", sa.Date(), nullable=True),
        sa.Column("said", sa.LargeBinary(), nullable=False),
        sa.Column("decided_by", _KEY, nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_by", _KEY, nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reminded", _JSON, nullable=False),
        sa.ForeignKeyConstraint(["asked_by"], ["staff.id"], name=op.f("fk_route_asked_by")),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_route_case_id")),
        sa.ForeignKeyConstraint(["decided_by"], ["staff.id"], name=op.f("fk_route_decided_by")),
        sa.ForeignKeyConstraint(["ended_by"], ["staff.id"], name=op.f("fk_route_ended_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_route")),
    )
    op.create_index(op.f("ix_route_case_id"), "route", ["case_id"], unique=False)
    op.create_index(op.f("ix_route_status"), "route", ["status"], unique=False)
    op.create_index(op.f("ix_route_unit"), "route", ["unit"], unique=False)

    op.create_table(
        "closed_day",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("title", sa.String(length=80), nullable=False),
        sa.Column("entered_by", sa.String(length=32), nullable=False),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_closed_day")),
    )
    with op.batch_alter_table("attachment", schema=None) as batch_op:
        batch_op.add_column(sa.Column("origin", sa.String(length=8), nullable=False, server_default="citizen"))

    with op.batch_alter_table("case", schema=None) as batch_op:
        batch_op.add_column(sa.Column("holder_id", _KEY, nullable=True))
        batch_op.add_column(sa.Column("merged_into_id", _KEY, nullable=True))
        batch_op.add_column(sa.Column("expects", sa.String(length=12), nullable=False, server_default=""))
        batch_op.alter_column("component_by", existing_type=sa.String(length=10), type_=sa.String(length=32))
        batch_op.create_index(batch_op.f("ix_case_holder_id"), ["holder_id"], unique=False)
        batch_op.create_foreign_key(batch_op.f("fk_case_holder_id"), "staff", ["holder_id"], ["id"])
        batch_op.create_foreign_key(batch_op.f("fk_case_merged_into_id"), "case", ["merged_into_id"], ["id"])

    with op.batch_alter_table("case_entry", schema=None) as batch_op:
        batch_op.add_column(sa.Column("delivery", sa.String(length=12), nullable=True))
        batch_op.alter_column("by", existing_type=sa.String(length=16), type_=sa.String(length=32))
    op.create_index(
        "ix_case_entry_on_its_way",
        "case_entry",
        ["case_id"],
        unique=False,
        sqlite_where=sa.text(_ON_ITS_WAY),
        postgresql_where=sa.text(_ON_ITS_WAY),
    )

    with op.batch_alter_table("correction", schema=None) as batch_op:
        batch_op.alter_column("by", existing_type=sa.String(length=16), type_=sa.String(length=32))

    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.add_column(sa.Column("entry_id", _KEY, nullable=True))
        batch_op.create_index(batch_op.f("ix_outbox_entry_id"), ["entry_id"], unique=False)
        batch_op.create_foreign_key(batch_op.f("fk_outbox_entry_id"), "case_entry", ["entry_id"], ["id"])


def downgrade() -> None:
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_outbox_entry_id"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_outbox_entry_id"))
        batch_op.drop_column("entry_id")

    op.drop_index("ix_case_entry_on_its_way", table_name="case_entry")
    with op.batch_alter_table("case_entry", schema=None) as batch_op:
        batch_op.drop_column("delivery")

    with op.batch_alter_table("case", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_case_merged_into_id"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("fk_case_holder_id"), type_="foreignkey")
        batch_op.drop_index(batch_op.f("ix_case_holder_id"))
        batch_op.drop_column("expects")
        batch_op.drop_column("merged_into_id")
        batch_op.drop_column("holder_id")

    with op.batch_alter_table("attachment", schema=None) as batch_op:
        batch_op.drop_column("origin")

    for table in ("closed_day", "route", "conflict", "invitation", "staff"):
        op.drop_table(table)
