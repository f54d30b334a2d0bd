"""What /metrics tells of deadlines, digests and opinions: counts alone."""

from bot.health import Health
from tests.stories.desk.conftest import Desk


async def test_deadlines_digests_and_opinions(desk: Desk) -> None:
    town = desk.town
    citizen, _ = await desk.answered()
    await citizen.says("selesai")
    await citizen.says("4")
    other, _ = await desk.answered()
    await other.says("selesai")
    await desk.taken()
    async with town.database.work(town.now) as work:
        await work.jobs.claim("digest:1", "2026-11-23")
        await work.commit()
    await town.passes(hours=1)
    told = (await Health(town.database, town.office, {}, "", clock=lambda: town.now)._figures()).decode()
    lines = [line for line in told.splitlines() if not line.startswith("#")]
    assert 'aduan_open_complaints{left="more"} 1.0' in lines
    assert 'aduan_open_complaints{left="late"} 0.0' in lines
    assert 'aduan_case_ratings{answer="said"} 1.0' in lines
    assert 'aduan_case_ratings{answer="silent"} 1.0' in lines
    assert any(line.startswith("aduan_digest_age_seconds 3") for line in lines)
    assert any(line.startswith("aduan_clock_age_seconds ") for line in lines)
    assert "Dedi" not in told
