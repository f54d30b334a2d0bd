"""What somebody may write at the desk, told at the door and whenever it is asked for."""

from handlers.say import Line, line
from rules.roles import Right, Role
from storage.tables import Staff

# In the order of a day's work; each right has one line of words.
_OF_A_RIGHT = (
    (Right.SEE, "desk-guide-see"),
    (Right.WORK, "desk-guide-work"),
    (Right.WORK, "desk-guide-work-more"),
    (Right.ANSWER, "desk-guide-answer"),
    (Right.ASSIGN, "desk-guide-assign"),
    (Right.DECIDE, "desk-guide-decide"),
    (Right.TEAM, "desk-guide-team"),
    (Right.CLOSE_DAYS, "desk-guide-days"),
)


def guide_lines(member: Staff) -> list[Line]:
    """The words of this member's roles, and how to write as a citizen."""
    rights = member.rights
    lines = [line(message_id) for right, message_id in _OF_A_RIGHT if right in rights]
    if Right.WORK in rights and not {Role.SUPERVISOR, Role.HEAD}.intersection(member.roles):
        lines.append(line("desk-guide-start"))
    return [*lines, line("desk-guide-citizen")]
