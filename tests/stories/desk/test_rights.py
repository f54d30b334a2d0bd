"""Every command by somebody without the right: it does not exist for them, and nothing changes."""

import pytest

from handlers.desk.table import COMMANDS
from messages import desk_vocabulary
from messages.envelope import Channel
from rules.roles import Right, Role, rights_of
from tests.stories.desk.conftest import Desk

TYPED = sorted(set(COMMANDS) - {"study_look", "other_head", "conflict"})  # those are buttons alone
FOREIGN = {Role.AGENCY: "dinkes", Role.APIP: "inspektorat"}


def written(meaning: str, number: str) -> str:
    word = desk_vocabulary.first_word(meaning)
    behind = {"number": f" {number} sudah kami periksa", "rest": " Lilis", "": ""}[desk_vocabulary.takes(meaning)]
    return word + behind


async def snapshot(desk: Desk, number: str) -> tuple[object, ...]:
    case = await desk.case(number)
    async with desk.town.database.reading(desk.town.now) as work:
        team = [(m.id, m.roles, m.left_at, m.away_from) for m in await work.team.everybody()]
        invitations = len(await work.team.open_invitations())
        routes = [(r.id, r.status) for r in await work.routes.of_case(case.id)]
    entries = [(e.kind, e.by) for e in await desk.entries(number) if e.by != "citizen"]
    return case.state, case.kind, case.holder_id, case.component, team, invitations, routes, entries


async def test_a_citizen_has_no_desk(desk: Desk) -> None:
    _, number = await desk.studied(Channel.TELEGRAM)
    before = await snapshot(desk, number)
    for meaning in TYPED:
        stranger = desk.town.citizen(desk.channel)
        await stranger.says(written(meaning, number))
        heard = [i for message in stranger.heard for i in message.ids]
        assert not [i for i in heard if i.startswith(("desk-", "study-"))], meaning
        assert "Dedi" not in stranger.text
    after = await snapshot(desk, number)
    assert after == before


@pytest.mark.parametrize("role", list(Role), ids=str)
async def test_what_is_not_ones_own_does_not_exist(desk: Desk, role: Role) -> None:
    _, number = await desk.studied(Channel.TELEGRAM)
    member = await desk.colleague(role, "Wawan Setiawan", unit=FOREIGN.get(role, ""))
    before = await snapshot(desk, number)
    mine = rights_of([role])
    for meaning in TYPED:
        if COMMANDS[meaning].rights & mine:
            continue
        await member.says(written(meaning, number))
        heard = {i for message in member.heard for i in message.ids}
        assert heard == {"desk-unknown"}, (meaning, heard)
    assert await snapshot(desk, number) == before


@pytest.mark.parametrize("role", [Role.AGENCY, Role.APIP, Role.ADMIN], ids=str)
async def test_who_is_not_asked_sees_no_case(desk: Desk, role: Role) -> None:
    _, number = await desk.studied(Channel.TELEGRAM)
    member = await desk.colleague(role, "Wawan Setiawan", unit=FOREIGN.get(role, ""))
    for said in (f"kasus {number}", f"catatan {number} lihat", f"balas {number} teks", "antrean"):
        await member.says(said)
        member.reads_no("Cerita", "Dedi", "jangka waktu")


async def test_a_button_of_somebody_else_does_nothing(desk: Desk) -> None:
    _, number = await desk.complaint()
    key = next(c.key for c in desk.officer.last.choices if c.label == "Ambil")
    stranger = desk.town.citizen(desk.channel)
    await stranger.presses_key(key)
    stranger.hears("button-old")
    assert (await desk.case(number)).holder_id is None


def test_only_a_head_decides_and_nobody_of_an_agency_sees_the_office() -> None:
    assert [role for role in Role if Right.DECIDE in rights_of([role])] == [Role.HEAD]
    for role in (Role.AGENCY, Role.APIP, Role.ADMIN):
        assert Right.SEE not in rights_of([role])
        assert Right.WORK not in rights_of([role])


async def test_a_command_beside_a_report_of_ones_own_needs_a_number(desk: Desk) -> None:
    _, number = await desk.complaint(Channel.TELEGRAM)
    officer = desk.officer
    await officer.says("lapor izin reklame saya di Plered belum keluar sejak 15 oktober")
    await officer.says(f"kasus {number}")
    officer.reads("Cerita", number)
    await officer.says("Rina")  # goes on with the report
    officer.reads_no("desk-unknown")
    assert any(i.startswith(("intake-", "review-")) for i in officer.last.ids)
