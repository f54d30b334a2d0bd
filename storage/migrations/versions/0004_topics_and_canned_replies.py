"""Each case has a topic in the office's group; replies to begin with are changed by a command"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "topic",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("case_id", _KEY, nullable=False),
        sa.Column("group", sa.String(length=32), nullable=False),
        sa.Column("contact_id", _KEY, nullable=False),
        sa.Column("title", sa.String(length=128), nullable=False),
        sa.Column("thread", sa.String(length=24), nullable=True),
        sa.Column("behind", sa.Boolean(), nullable=False),
        sa.Column("shown_entry_id", _KEY, nullable=False),
        sa.Column("shown_where", sa.String(length=48), nullable=False),
        sa.Column("secret", sa.Boolean(), nullable=False),
        sa.Column("gone", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name=op.f("fk_topic_case_id")),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_topic_contact_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_topic")),
        sa.UniqueConstraint("case_id", "group", name=op.f("uq_topic_case_id_group")),
        sa.UniqueConstraint("contact_id", name=op.f("uq_topic_contact_id")),
        sa.UniqueConstraint("group", "thread", name=op.f("uq_topic_group_thread")),
    )
    op.create_index(op.f("ix_topic_behind"), "topic", ["behind"], unique=False)
    op.create_table(
        "canned_reply",
        sa.Column("id", _KEY, nullable=False),
        sa.Column("word", sa.String(length=24), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("changed_by", sa.String(length=32), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_canned_reply")),
        sa.UniqueConstraint("word", name=op.f("uq_canned_reply_word")),
    )


def downgrade() -> None:
    op.drop_table("canned_reply")
    op.drop_index(op.f("ix_topic_behind"), table_name="topic")
    op.drop_table("topic")
