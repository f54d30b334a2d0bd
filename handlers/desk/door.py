"""How people become staff: an invitation, redeemed once; then what they may do is told."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from rapidfuzz import fuzz, process, utils

from handlers.desk.conflicts import keep_from
from handlers.desk.desk import Desk
from handlers.desk.guide import guide_lines
from handlers.form import end
from handlers.intake.cancel import drop_draft
from handlers.intake.report import Report
from handlers.say import Say, line
from handlers.status import own_cases
from handlers.turn import Turn
from messages.envelope import Channel
from rules.invitation import GOOD_FOR, make_invitation_code, read_invitation_code
from rules.office import Office
from rules.refused import Refused
from rules.roles import Role
from storage.tables import Invitation, Staff
from storage.work import Work

_MOST_TRIES = 10  # wrong codes of one address, within an hour
_WITHIN = timedelta(hours=1)
_NEAR = 85
_LONGEST_NAME = 80
_NO_STORY = 6  # words of a draft that tell nothing yet


@dataclass(frozen=True, slots=True)
class Invited:
    """What an invitation gives: the code in clear (kept nowhere), and until when it is good (aware)."""

    code: str
    expires_at: datetime
    unit: str | None
    tier: str | None


async def invite(
    work: Work,
    office: Office,
    now: datetime,
    pick: Callable[[str], str],
    *,
    role: Role,
    name: str,
    unit: str = "",
    tier: str = "",
    by: str,
) -> Invited:
    """Make an invitation. Raises Refused for a name without letters, an unknown tier, an agency without its unit."""
    if not any(letter.isalpha() for letter in name) or len(name) > _LONGEST_NAME:
        raise Refused("desk-invite-name")
    at_unit = unit_of(office, unit) if unit.strip() else None
    if role is Role.APIP and at_unit is None:
        at_unit = next((agency.id for agency in office.profile.agencies if agency.apip), "apip")
    if role is Role.AGENCY and at_unit is None:
        raise Refused("desk-invite-unit")
    step = tier_of(office, tier) if tier.strip() else None
    code, expires_at = make_invitation_code(pick), now + GOOD_FOR
    await work.team.invite(
        code, role=role, name=" ".join(name.split()), unit=at_unit, tier=step, expires_at=expires_at, by=by
    )
    return Invited(code, expires_at, at_unit, step)


def unit_of(office: Office, said: str) -> str:
    """The agency that is meant, by id, name or alias, small slips forgiven; else the words as they are."""
    names = {a.id: (a.id, a.name, *a.aliases) for a in office.profile.agencies}
    flat = {f"{unit}|{i}": name for unit, all_ in names.items() for i, name in enumerate(all_)}
    found = process.extractOne(said, flat, scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=_NEAR)
    return str(found[2]).split("|")[0] if found else " ".join(said.split())[:80]


def is_foreign(office: Office, role: str, unit: str | None) -> bool:
    """Whether an invitation is for somebody of another agency: by the role, or a head of one by the unit."""
    return role in (Role.AGENCY, Role.APIP) or unit in {agency.id for agency in office.profile.agencies}


def tier_of(office: Office, said: str) -> str:
    """A step of the ladder by id, name, or place from below (1 is the lowest). Raises Refused."""
    tiers = office.profile.tiers
    if said.strip().isdecimal() and 1 <= int(said) <= len(tiers):
        return tiers[int(said) - 1].id
    flat = {f"{tier.id}|{i}": name for tier in tiers for i, name in enumerate((tier.id, tier.name))}
    found = process.extractOne(said, flat, scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=_NEAR)
    if found is None:
        raise Refused("desk-invite-tier", tiers=", ".join(tier.id for tier in tiers))
    return str(found[2]).split("|")[0]


async def redeemed(turn: Turn, text: str) -> list[Say] | None:
    """What to say to an invitation code; None when the message is none.

    A code that is not known, used or too old gives nothing, and says which; wrong ones are counted for each address.
    """
    code = read_invitation_code(text)
    if code is None:
        return None
    source = f"invitation:{turn.contact.channel}:{turn.contact.address}"
    await turn.work.contacts.in_turn(source)
    if await turn.work.contacts.wrong_codes(source, _WITHIN) >= _MOST_TRIES:
        return [Say((line("desk-invite-wait"),))]
    invitation = await turn.work.team.invitation(code)
    if invitation is None and (turn.talk.form or await own_cases(turn.work, turn.contact)):
        return None  # rather an answer to what is asked, or a number of their own
    if invitation is None:
        await turn.work.contacts.note_wrong_code(source)
        return [Say((line("desk-invite-unknown"),))]
    if invitation.used_at is not None:
        return [Say((line("desk-invite-used"),))]
    if invitation.expires_at <= turn.now:
        return [Say((line("desk-invite-expired"),))]
    if turn.contact.channel == Channel.SMS:
        return [Say((line("desk-invite-channel"),))]
    if invitation.staff_id is not None:
        return await _joined(turn, invitation)
    foreign = is_foreign(turn.office, invitation.role, invitation.unit)
    if turn.talk.form and len(Report(turn.talk.answers).story.split()) <= _NO_STORY:
        await drop_draft(turn)  # begun by words that were meant for this door
        end(turn)
    turn.member = await turn.work.team.redeem(invitation, turn.contact.person_id, foreign=foreign)
    desk = Desk.of(turn)
    await keep_from(desk, turn.member)
    welcome = line("desk-welcome", name=invitation.name, role=line(f"role-{invitation.role}"))
    if turn.member.unit:
        unit = desk.agency_name(turn.member.unit)
        welcome = line("desk-welcome-unit", name=invitation.name, role=line(f"role-{invitation.role}"), unit=unit)
    return [Say((welcome, *guide_lines(turn.member))), *await _host_is_told(desk, invitation.invited_by, turn)]


async def another_chat(turn: Turn, member: Staff) -> Invited:
    """A code by which a member comes by another channel, too: they send it from there."""
    code, expires_at = make_invitation_code(turn.pick), turn.now + GOOD_FOR
    await turn.work.team.invite(
        code,
        role=member.roles[0],
        name=member.name,
        unit=None,
        tier=None,
        expires_at=expires_at,
        by=member.ref,
        staff_id=member.id,
    )
    return Invited(code, expires_at, None, None)


async def _joined(turn: Turn, invitation: Invitation) -> list[Say]:
    """The code came from another chat of a member; never from that of another one, or of somebody who left."""
    member = await turn.work.team.get(invitation.staff_id or 0)
    if turn.member is not None or member.left_at is not None:
        return [Say((line("desk-invite-used"),))]
    await turn.work.team.join(invitation, turn.contact)
    turn.member = member
    return [Say((line("desk-chat-joined", name=member.name),))]


async def _host_is_told(desk: Desk, invited_by: str, turn: Turn) -> list[Say]:
    host = await desk.work.team.by_ref(invited_by)
    member = turn.member
    if host is None or member is None or host.id == member.id:
        return []
    return await desk.tell(host, [line("desk-joined", name=member.name)])
