"""Polling: nothing is acknowledged before it is received, and one chat's trouble is not another's."""

import asyncio
import itertools
from dataclasses import replace

import pytest
import structlog
from telegram import Update
from telegram.error import NetworkError

from bot.telegram.polling import Backoff, Pauses, Polling
from messages.envelope import FileTrouble, Inbound
from tests.bot.telegram.stage import FAST, Lease, Receiver, Stage


def offsets(stage: Stage) -> list[int]:
    return [int(call.params["offset"]) for call in stage.server.called("getUpdates") if "offset" in call.params]


async def test_the_offset_moves_only_after_the_message_is_received(stage: Stage) -> None:
    held = stage.receiver.holds["izin saya belum keluar"] = asyncio.Event()
    async with stage.running():
        written = await stage.server.person().writes("izin saya belum keluar")
        await stage.when(lambda: bool(stage.receiver.tried))
        assert offsets(stage) == []
        assert [update["update_id"] for update in stage.server.pending] == [written.update_id]
        held.set()
        await stage.server.settled()
    assert offsets(stage)[0] == written.update_id + 1
    assert stage.receiver.texts == ["izin saya belum keluar"]


async def test_a_message_that_could_not_be_received_comes_again(stage: Stage) -> None:
    stage.receiver.raises["satu"] = 2
    async with stage.running():
        await stage.server.person().writes("satu")
        await stage.until("satu")
        await stage.server.settled()
    assert stage.receiver.tried == ["satu", "satu", "satu"]
    assert stage.receiver.texts == ["satu"]


async def test_one_chat_stays_in_order_and_others_go_on_when_one_message_fails(stage: Stage) -> None:
    """The offset stops before the one that failed; what was received behind it is not received twice."""
    first, second = stage.server.person(1), stage.server.person(2)
    stage.receiver.raises["b"] = 3
    a = await first.writes("a")
    b = await first.writes("b")
    await second.writes("x")
    await first.writes("c")
    await second.writes("y")
    async with stage.running():
        await stage.until("x", "y")
        await stage.until("a", "b", "c")
        await stage.server.settled()
    assert stage.receiver.of(1) == ["a", "b", "c"]
    assert stage.receiver.of(2) == ["x", "y"]
    assert stage.receiver.tried.count("a") == stage.receiver.tried.count("x") == 1
    assert stage.receiver.tried.count("c") == 1, "c must not be tried before b is received"
    assert b.update_id in offsets(stage), "a is acknowledged, b is not"
    assert a.update_id not in offsets(stage)


async def test_new_messages_of_others_are_received_while_one_chat_is_stuck(stage: Stage) -> None:
    stage.receiver.raises["macet"] = 10_000
    async with stage.running():
        await stage.server.person(1).writes("macet")
        await stage.server.person(2).writes("lewat 1")
        await stage.until("lewat 1")
        await stage.server.person(2).writes("lewat 2")
        await stage.until("lewat 2")
        assert stage.server.pending[0]["message"]["text"] == "macet"
    assert stage.receiver.texts == ["lewat 1", "lewat 2"]


async def test_different_chats_are_received_at_once_and_one_chat_one_after_the_other(stage: Stage) -> None:
    held = stage.receiver.holds["lama"] = asyncio.Event()
    await stage.server.person(1).writes("lama")
    await stage.server.person(1).writes("sesudah lama")
    await stage.server.person(2).writes("cepat")
    async with stage.running():
        await stage.until("cepat")
        assert "sesudah lama" not in stage.receiver.tried
        held.set()
        await stage.until("lama", "sesudah lama")
    assert stage.receiver.of(1) == ["lama", "sesudah lama"]


async def test_a_message_that_was_not_acknowledged_comes_to_the_next_process(stage: Stage) -> None:
    stage.receiver.raises["satu"] = 10_000
    await stage.server.person().writes("satu")
    async with stage.running():
        await stage.when(lambda: bool(stage.receiver.tried))
    stage.receiver.raises.clear()
    async with stage.running():
        await stage.until("satu")
    assert stage.receiver.texts == ["satu"]


async def test_update_ids_that_start_anew_below_the_old_ones_are_not_skipped(stage: Stage) -> None:
    """After an idle week Telegram chooses the next id at random."""
    async with stage.running(limits=replace(FAST, poll_seconds=0)):
        await stage.server.person().writes("sebelum")
        await stage.until("sebelum")
        await stage.server.settled()
        asked = len(stage.server.called("getUpdates"))
        await stage.when(lambda: len(stage.server.called("getUpdates")) > asked + 1)
        stage.server.update_ids = itertools.count(1000)
        await stage.server.person().writes("sesudah")
        await stage.until("sesudah")


async def test_without_the_lease_nothing_is_asked_for(stage: Stage) -> None:
    stage.lease.ours = False
    await stage.server.person().writes("satu")
    async with stage.running():
        await stage.when(lambda: stage.lease.asked >= 5)
        assert stage.server.called("getUpdates") == []
        stage.lease.ours = True
        await stage.until("satu")


async def test_two_that_poll_at_once_lose_nothing(stage: Stage) -> None:
    async with stage.running(), stage.running():
        for number in range(5):
            await stage.server.person(number).writes(f"pesan {number}")
        await stage.until(*(f"pesan {number}" for number in range(5)))
        await stage.server.settled()
    assert stage.server.conflicts > 0


async def test_a_conflict_is_said_once_and_waited_out(stage: Stage) -> None:
    with structlog.testing.capture_logs() as logs:
        async with stage.running():
            await stage.when(lambda: bool(stage.server.called("getUpdates")))
            stage.server.fails("getUpdates", 409, "Conflict: terminated by other getUpdates request", times=4)
            await stage.server.person().writes("satu")
            await stage.until("satu")
            await stage.server.person().writes("dua")
            await stage.until("dua")
    assert [entry["event"] for entry in logs if "409" in entry["event"]] == [
        "telegram: this token is polled elsewhere, or a webhook is set (409)"
    ]


async def test_errors_are_waited_out_and_said_once(stage: Stage) -> None:
    stage.server.fails("getUpdates", 502, "Bad Gateway", times=3)
    await stage.server.person().writes("satu")
    with structlog.testing.capture_logs() as logs:
        async with stage.running():
            await stage.until("satu")
    said = [entry["event"] for entry in logs]
    assert said.count("telegram cannot be polled: NetworkError") == 1
    assert said.count("telegram is polled again") == 1


async def test_a_server_that_hangs_is_given_up_and_asked_again(stage: Stage) -> None:
    stage.server.hangs("getUpdates")
    await stage.server.person().writes("satu")
    async with stage.running():
        await stage.until("satu")


@pytest.mark.parametrize("times", [1, 3, 8, 40])
def test_backoff_grows_to_its_longest_and_never_to_nothing(times: int) -> None:
    backoff = Backoff(Pauses(first=1, longest=60))
    pause = [backoff.next() for _ in range(times)][-1]
    whole = min(60, 2 ** (times - 1))
    assert whole / 2 <= pause <= whole


async def test_a_round_that_fails_or_finds_nothing_is_never_repeated_at_once() -> None:
    async def no_network(offset: int | None) -> list[Update]:
        raise NetworkError("no way there")

    async def nothing(offset: int | None) -> list[Update]:
        return []

    async def taken(update: Update) -> None:
        raise AssertionError("there is nothing to take")

    class BrokenLease:
        async def hold(self) -> bool:
            raise OSError

    lost = Lease(ours=False)
    for fetch, lease in ((no_network, Lease()), (nothing, Lease()), (nothing, lost)):
        assert await Polling(fetch, taken, lease).round() >= 0.5
    assert await Polling(nothing, taken, BrokenLease()).round() >= 0.5


async def test_what_is_shown_again_because_it_is_not_taken_is_not_asked_for_in_a_hot_loop() -> None:
    fetched = 0
    tried = asyncio.Event()

    async def fetch(offset: int | None) -> list[Update]:
        nonlocal fetched
        fetched += 1
        return [Update(7)]

    async def take(update: Update) -> None:
        tried.set()
        raise RuntimeError

    polling = asyncio.create_task(Polling(fetch, take, Lease(), Pauses(refetch=60)).forever())
    await tried.wait()
    for _ in range(100):
        await asyncio.sleep(0)
    polling.cancel()
    assert fetched == 1


async def test_a_slow_chat_holds_up_neither_others_nor_the_lease(stage: Stage) -> None:
    held = stage.receiver.holds["lama"] = asyncio.Event()
    async with stage.running():
        await stage.server.person(1).writes("lama")
        await stage.when(lambda: "lama" in stage.receiver.tried)
        renewed = stage.lease.asked
        for number in range(3):
            await stage.server.person(2).writes(f"cepat {number}")
            await stage.until(f"cepat {number}")
        await stage.server.person(1).writes("sesudah lama")
        await stage.when(lambda: stage.lease.asked > renewed + 3)
        assert stage.receiver.of(1) == []
        assert stage.server.pending[0]["message"]["text"] == "lama", "not acknowledged before it is received"
        held.set()
        await stage.until("lama", "sesudah lama")
        await stage.server.settled()
    assert stage.receiver.of(1) == ["lama", "sesudah lama"]
    assert len(stage.receiver.tried) == 5, "nothing is taken twice"


async def test_who_loses_the_lease_lets_go_of_what_is_in_hand(stage: Stage) -> None:
    held = stage.receiver.holds["lama"] = asyncio.Event()
    async with stage.running():
        await stage.server.person(1).writes("lama")
        await stage.when(lambda: "lama" in stage.receiver.tried)
        stage.lease.ours = False
        lost = stage.lease.asked
        await stage.when(lambda: stage.lease.asked > lost + 1)
        held.set()
        await stage.when(lambda: stage.lease.asked > lost + 3)
        assert stage.receiver.texts == [], "another process receives it now"
        stage.lease.ours = True
        await stage.until("lama")
    assert stage.receiver.texts == ["lama"]


async def test_a_stuck_chat_and_all_that_telegram_shows_behind_it(stage: Stage) -> None:
    """Telegram shows 100 unacknowledged updates: what lies behind comes once the oldest is received, and is kept."""
    stage.receiver.raises["macet"] = 10_000
    await stage.server.person(1).writes("macet")
    for number in range(99):
        await stage.server.person(1 + number % 2).writes(f"pesan {number}")
    await stage.server.person(3).writes("di luar jendela")
    with structlog.testing.capture_logs() as logs:
        async with stage.running():
            await stage.until(*(f"pesan {number}" for number in range(1, 99, 2)))
            await stage.when(lambda: any("nothing new" in entry["event"] for entry in logs))
            assert stage.receiver.of(1) == stage.receiver.of(3) == []
            assert len(stage.server.pending) == 101, "nothing is acknowledged that is not received"
            stage.receiver.raises.clear()
            await stage.until("di luar jendela")
            await stage.server.settled()
    assert stage.receiver.of(1) == ["macet", *(f"pesan {number}" for number in range(0, 99, 2))]
    assert sum("nothing new" in entry["event"] for entry in logs) == 1
    assert len(stage.receiver.texts) == 101, "and nothing is received twice"


class _FullDisk(Receiver):
    """Keeps words; files do not fit any more."""

    async def __call__(self, inbound: Inbound) -> None:
        if any(file.content is not None for file in inbound.files):
            self.tried.append(inbound.text)
            raise OSError("no space left")
        await super().__call__(inbound)


async def test_a_message_whose_files_cannot_be_kept_is_received_without_them_in_the_end(stage: Stage) -> None:
    stage.receiver = _FullDisk()
    async with stage.running():
        await stage.server.person(1).sends_photo(b"gambar", "lihat")
        await stage.server.person(1).writes("lalu")
        await stage.until("lihat", "lalu")
        await stage.server.settled()
    assert stage.receiver.texts == ["lihat", "lalu"]
    assert [(file.content, file.trouble) for file in stage.receiver.inbounds[0].files] == [
        (None, FileTrouble.UNAVAILABLE)
    ]
    assert stage.receiver.tried.count("lihat") > 5, "only after several tries"


async def test_a_database_that_is_away_costs_no_file(stage: Stage) -> None:
    """Tried whole seven times, then whole and without files nine times each: all fail alike."""
    stage.receiver.raises["lihat"] = 7 + 2 * 9
    async with stage.running():
        await stage.server.person(1).sends_photo(b"gambar", "lihat")
        await stage.until("lihat")
    assert [file.content for file in stage.receiver.inbounds[0].files] == [b"gambar"]
