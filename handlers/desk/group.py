"""The office's group: how it becomes one, and ceases to be. What is said in it about cases: `topic.py`.

Adding the bot to a group is all that a member has to do; what is missing then is told in their own chat.
"""

from datetime import timedelta

from handlers.desk.access import member_of
from handlers.desk.desk import Desk
from handlers.say import DESK, Option, Say, line
from handlers.turn import Turn
from messages.envelope import Channel
from rules.roles import Right

_COURTESY_AGAIN = timedelta(hours=24)
_LET_GO = "lepas"


async def in_group(turn: Turn) -> list[Say]:
    """Somebody spoke to the bot in a group, or changed what it is there. Nothing of it is kept."""
    change, topics = turn.inbound.membership, turn.work.topics
    ours = await topics.group() == turn.inbound.address
    if change is None:
        return [] if ours else _courtesy(turn)
    ready = change.forum and change.manages and not change.gone
    await turn.work.jobs.note_fact(_ready(turn.inbound.address), "yes" if ready else "no")
    if change.gone:
        return await _left(turn) if ours else []
    if ours:
        return [] if ready else await _to_those_who_connect(turn, "group-right-lost")
    if turn.member is None or turn.speaker is None or Right.INVITE not in turn.member.rights:
        return _courtesy(turn) if change.added else []
    if not ready:
        return [Say((line("group-how", title=change.title),), to=turn.speaker, purpose="desk")]
    options = (
        Option(f"group::{turn.inbound.address}", line("group-do-use")),
        Option("help::", line("group-do-not")),
    )
    offered = (line("group-offer", title=change.title), line("group-offer-what"))
    return [Say(offered, options, to=turn.speaker, purpose="desk", question=DESK)]


def _ready(group: str) -> str:
    """The fact that says whether a group can be the desk's, as it was told last."""
    return f"telegram:ready:{group}"


def _courtesy(turn: Turn) -> list[Say]:
    """Anybody else's group: names stay safe in a chat of one's own. Said once a day."""
    last = turn.contact.courtesy_at
    if last and turn.now - last < _COURTESY_AGAIN:
        return []
    turn.contact.courtesy_at = turn.now
    link = turn.inbound.private
    return [Say((line("group-link", link=link) if link else line("group"),))]


async def group(turn: Turn, rest: str) -> list[Say]:
    """`grup`: which group it is; `grup lepas`: none any more. A button names the one that is to be used."""
    me, topics = member_of(turn), turn.work.topics
    now = await topics.group()
    said = rest.strip().casefold()
    if said.startswith("-"):
        contact = await turn.work.contacts.find(Channel.TELEGRAM, said)
        if now == said:
            return [Say((line("group-is"),))]
        if contact is None or await turn.work.jobs.fact(_ready(said)) != "yes":  # left since, or without the right
            return [Say((line("group-none"),))]
        await topics.connect(said, by=me.ref)
        waiting = len(await turn.work.queue.at_work())
        hello = Say((line("group-hello"),), to=contact, purpose="desk")
        return [Say((line("group-connected", count=waiting),)), hello]
    if now is None:
        return [Say((line("group-none"),))]
    if said == _LET_GO:
        await topics.disconnect(by=me.ref)
        return [Say((line("group-let-go"),))]
    option = Option(f"group::{_LET_GO}", line("group-do-let-go"))
    return [Say((line("group-is"),), (option,), question=DESK)]


async def _left(turn: Turn) -> list[Say]:
    """Thrown out, or the group is gone: the desk goes on in the chats."""
    await turn.work.topics.disconnect(by=turn.member.ref if turn.member else "system")
    return await _to_those_who_connect(turn, "group-lost")


async def _to_those_who_connect(turn: Turn, message_id: str) -> list[Say]:
    desk = Desk.of(turn)
    says: list[Say] = []
    for member in (await desk.crew()).members:
        if Right.INVITE in member.rights:
            says += await desk.tell(member, (line(message_id),))
    return says
