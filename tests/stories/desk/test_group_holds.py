"""What must never happen in the office's group, and what has to leave it."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from bot.channel import TryLater, Undeliverable
from messages.envelope import Channel, InboundKind, Membership
from storage.tables import Conversation, InboundMessage, Posting, Topic
from tests.files import too_large
from tests.stories.desk.conftest import ANSWER
from tests.stories.desk.in_a_group import GROUP, READY, Group, a_case

# -- nobody is named -------------------------------------------------------------------------------------------------


async def _has_a_phone(group: Group, number: str) -> None:
    async with group.desk.town.database.work(group.desk.town.now) as work:
        case = await work.cases.locked(group.numbers[number])
        case.phone = "081234567890"
        await work.commit()


async def test_who_blocked_us_meanwhile_is_not_named_in_the_group(group: Group) -> None:
    officer = group.desk.officer
    citizen, number = await a_case(group)
    await _has_a_phone(group, number)
    await group.presses(officer, number, "Ambil")
    await group.writes(officer, number, "/tanya Apakah sudah?")
    await citizen.sends(kind=InboundKind.BLOCKED)
    await group.presses(officer, number, "Kirim")
    await group.reads(number, "chat pribadi")
    assert "081234567890" not in await group.text(number)
    await group.desk.studies(number)
    await officer.says(f"jalur {number} internal")
    await group.writes(officer, number, f"/balas {ANSWER}")
    officer.hears("desk-send-by-hand")
    assert not any(message.files for message in await group.said(number))


async def test_a_name_of_a_merged_report_is_masked_too(group: Group) -> None:
    desk, officer = group.desk, group.desk.officer
    _, stays = await a_case(group)
    other = desk.town.citizen()
    await other.says("sertifikat standar KBLI 27203 saya juga belum terbit, berkas lengkap 22 oktober")
    await other.reaches_review(name="Budi Santoso", place="Cikalong")
    await other.says("kirim")
    goes = other.number
    await officer.says(f"ambil {stays}")
    await officer.says(f"ambil {goes}")
    await officer.says(f"gabung {stays} {goes}")
    await officer.says("ya")
    assert (await desk.case(goes)).merged_into_id == group.numbers[stays]
    await group.follows()
    group._now_seen()
    await other.says(f"tambah {goes} saya Budi Santoso dari Cikalong, mohon dicek")
    await group.follows()
    await group.reads(stays, "DARI PELAPOR", "mohon dicek")
    assert "Budi" not in await group.text(stays)
    assert "Cikalong" not in await group.text(stays)


async def test_who_wants_to_be_secret_later_is_taken_out_and_opened_anew(group: Group) -> None:
    citizen, number = await a_case(group)
    await citizen.says("rahasiakan")
    assert (await group.desk.case(number)).secret
    await group.follows()
    assert "remove" in await group.text(number)
    await group.follows()
    opened = (await group.said(number))[-1]
    assert "dirahasiakan" in opened.text
    assert "belum terbit" not in opened.text


# -- what leaves, leaves ---------------------------------------------------------------------------------------------


async def _erases(group: Group, citizen_number: tuple[object, str]) -> None:
    citizen, _ = citizen_number
    await citizen.says("dataku")  # type: ignore[attr-defined]
    await citizen.presses("Hapus data saya")  # type: ignore[attr-defined]
    await citizen.presses("Ya, hapus semua")  # type: ignore[attr-defined]


async def test_what_staff_wrote_about_an_erased_person_goes_with_it(group: Group) -> None:
    officer = group.desk.officer
    one = await a_case(group)
    await group.presses(officer, one[1], "Ambil")
    await group.writes(officer, one[1], "pelapornya Dedi Kurniawan yang di Plered itu")
    await group.writes(officer, one[1], "/tanya Apakah Pak Dedi sudah ke loket?")
    await _erases(group, one)
    async with group.desk.town.database.reading(group.desk.town.now) as work:
        topic = await work.topics.of_case(group.numbers[one[1]], GROUP)
        assert topic is not None
        talk = (
            await work.session.execute(select(Conversation).where(Conversation.contact_id == topic.contact_id))
        ).scalar_one()
        assert (talk.form, talk.answers) == ("", {})
        bodies = await work.session.execute(
            select(InboundMessage.body).where(InboundMessage.contact_id == topic.contact_id)
        )
        assert [body for body in bodies.scalars() if body] == []


async def test_an_erased_case_also_leaves_a_group_that_was_let_go(group: Group) -> None:
    one = await a_case(group)
    await group.desk.superior.says("grup lepas")
    await _erases(group, one)
    await group.follows()
    assert (await group.said(one[1]))[-1].topic == "remove"


async def test_a_removal_that_waits_is_not_withdrawn_by_erasing(group: Group) -> None:
    one = await a_case(group)
    address = f"{GROUP}/{group.numbers[one[1]]}"
    line = group.desk.town.lines[Channel.TELEGRAM]
    async with group.desk.town.database.work(group.desk.town.now) as work:
        await work.queue.suspect(group.numbers[one[1]], [(await work.team.everybody())[0].id])
        await work.commit()
    line.fails_for[address] = TryLater("429", 60)
    await group.follows()
    await _erases(group, one)
    line.fails_for.clear()
    await group.desk.town.passes(hours=2)
    assert (await group.said(one[1]))[-1].topic == "remove"


async def test_a_removal_that_failed_is_tried_again(group: Group) -> None:
    one = await a_case(group)
    line = group.desk.town.lines[Channel.TELEGRAM]
    line.fails_for[f"{GROUP}/{group.numbers[one[1]]}"] = Undeliverable("bad_request")
    await _erases(group, one)
    await group.follows()
    line.fails_for.clear()
    await group.desk.town.passes(minutes=5)
    assert (await group.said(one[1]))[-1].topic != "remove", "not every few seconds"
    await group.desk.town.passes(hours=1)
    assert (await group.said(one[1]))[-1].topic == "remove"


# -- only what was shown and confirmed -------------------------------------------------------------------------------


async def test_yes_to_something_else_does_not_send_what_was_left_open(group: Group) -> None:
    officer = group.desk.officer
    citizen, number = await a_case(group)
    await group.presses(officer, number, "Ambil")
    await group.follows()
    await group.writes(officer, number, "/tanya Apakah berkas ditarik?")
    await citizen.says(f"tambah {number} saya tambahkan keterangan tentang nomor berkas")
    await group.follows()
    before = len(citizen._all())
    await group.quotes(officer, number, "ya")
    await group.desk.town.settles()
    assert not any("ditarik" in message.text for message in citizen._all()[before:])


async def test_what_was_left_open_is_let_go_after_a_day(group: Group) -> None:
    officer = group.desk.officer
    citizen, number = await a_case(group)
    await group.presses(officer, number, "Ambil")
    await group.writes(officer, number, "/tanya Apakah berkas ditarik?")
    await group.desk.town.passes(hours=25)
    before = len(citizen._all())
    await group.presses(officer, number, "Kirim")
    await group.reads(number, "sudah dijawab")
    assert len(citizen._all()) == before


async def test_a_word_with_a_slash_is_no_answer_to_what_is_asked_elsewhere(group: Group) -> None:
    officer = group.desk.officer
    first, number = await a_case(group)
    _, other = await a_case(group)
    await officer.says(f"ambil {number}")
    await officer.says(f"tanya {number} Apakah berkas ditarik?")
    before = len(first._all())
    await group.writes(officer, other, "/kirim")
    await group.writes(officer, other, "/cek dulu ya bu berkasnya")
    await group.reads(other, "bukan perintah")
    assert len(first._all()) == before
    await officer.says("kirim")
    await group.desk.town.settles()
    assert "Apakah berkas ditarik?" in first.last.text


async def test_a_number_behind_a_command_is_the_case_that_is_meant(group: Group) -> None:
    _, number = await a_case(group)
    _, other = await a_case(group)
    await group.writes(group.desk.officer, number, f"/ambil {int(other.split('-')[2])}")
    assert (await group.desk.case(number)).holder_id is None
    assert (await group.desk.case(other)).holder_id is not None


async def test_commands_that_are_not_ones_own_do_not_exist_there_either(group: Group) -> None:
    _, number = await a_case(group)
    await group.writes(group.desk.head, number, "/tanya Apakah sudah?")
    await group.reads(number, "bukan perintah")


async def test_somebody_elses_command_leaves_what_waits(group: Group) -> None:
    officer = group.desk.officer
    citizen, number = await a_case(group)
    await group.presses(officer, number, "Ambil")
    await group.writes(officer, number, "/tanya Apakah berkas ditarik?")
    await group.writes(group.desk.superior, number, "/tanya kapan?")
    await group.presses(officer, number, "Kirim")
    await group.desk.town.settles()
    assert "ditarik" in citizen.last.text


async def test_batal_leaves_what_is_asked_there(group: Group) -> None:
    officer = group.desk.officer
    _, number = await a_case(group)
    await group.presses(officer, number, "Ambil")
    await group.writes(officer, number, "/tanya Apakah berkas ditarik?")
    await group.writes(officer, number, "/batal")
    await group.reads(number, "tidak")
    await group.presses(officer, number, "Kirim")
    await group.reads(number, "sudah dijawab")


# -- nothing is lost or doubled --------------------------------------------------------------------------------------


async def test_what_is_told_in_several_messages_is_shown_whole(group: Group) -> None:
    citizen, number = await a_case(group)
    await citizen.says(f"tambah {number} tadi saya ke kantor lagi")
    await group.desk.town.passes(seconds=5)
    assert "tadi saya ke kantor" not in await group.text(number)
    await group.follows()
    await group.reads(number, "tadi saya ke kantor lagi")


async def test_a_topic_whose_opening_never_arrived_is_opened_when_the_group_is_back(group: Group) -> None:
    desk, line = group.desk, group.desk.town.lines[Channel.TELEGRAM]
    _, number = await desk.complaint()
    group.numbers[number] = (await desk.case(number)).id
    line.fails_for[f"{GROUP}/{group.numbers[number]}"] = Undeliverable("kicked")
    await group.follows()
    await group.becomes(Membership(gone=True), desk.superior)
    line.fails_for.clear()
    await group.becomes(READY, desk.superior)
    await desk.superior.presses("Pakai grup ini")
    await group.follows()
    await group.reads(number, number, "/balas")


async def test_a_group_that_takes_nothing_does_not_hold_up_the_next(group: Group) -> None:
    desk, line = group.desk, group.desk.town.lines[Channel.TELEGRAM]
    for _ in range(6):
        _, number = await desk.complaint()
        line.fails_for[f"{GROUP}/{(await desk.case(number)).id}"] = TryLater("group_right", 600)
    await desk.town.passes(seconds=30)
    other = "-100888"
    change = group._inbound(desk.superior.address, kind=InboundKind.GROUP, membership=READY)
    await group._hears(replace(change, address=other))
    await desk.superior.presses("Pakai grup ini")
    for _ in range(3):
        await desk.town.passes(seconds=30)
    assert sum(bool(line.heard[f"{other}/{case.id}"]) for case in await desk.town.cases()) == 6
    async with desk.town.database.reading(desk.town.now) as work:
        waiting = await work.session.execute(
            select(Posting.id)
            .join(Topic, Topic.contact_id == Posting.contact_id)
            .where(Topic.group == GROUP, Posting.status == "pending")
        )
        assert list(waiting.scalars()) == []


async def test_a_file_that_cannot_be_kept_is_told_of(group: Group) -> None:
    _, number = await a_case(group)
    await group.writes(group.desk.officer, number, "videonya", files=(too_large(),))
    await group.reads(number, "tidak tersimpan")


async def test_a_change_that_nobody_sees_is_no_second_note_and_nothing_is_none(group: Group) -> None:
    _, number = await a_case(group)
    await group.writes(group.desk.officer, number, "berkas di rak 3", message_ref="m1")
    await group.writes(group.desk.officer, number, "berkas di rak 3", kind=InboundKind.EDIT, refers_to="m1")
    await group.writes(group.desk.officer, number, "/catatan")
    notes = [e for e in await group.desk.entries(number) if e.kind == "note"]
    assert len(notes) == 1


async def test_an_old_offer_does_not_connect_a_group_that_the_bot_has_left(group: Group) -> None:
    superior = group.desk.superior
    other = "-100888"
    change = group._inbound(superior.address, kind=InboundKind.GROUP, membership=READY)
    await group._hears(replace(change, address=other))
    await group._hears(replace(change, address=other, membership=Membership(gone=True)))
    await superior.presses("Pakai grup ini")
    async with group.desk.town.database.reading(group.desk.town.now) as work:
        assert await work.topics.group() == GROUP


@pytest.mark.parametrize("word", ["/catatan berkas di rak 3", "berkas di rak 3"])
async def test_whom_a_case_names_is_not_heard_in_its_topic(group: Group, word: str) -> None:
    _, number = await a_case(group)
    async with group.desk.town.database.work(group.desk.town.now) as work:
        await work.queue.suspect(group.numbers[number], [(await work.team.everybody())[0].id])
        await work.commit()
    await group.writes(group.desk.officer, number, word)
    assert [e for e in await group.desk.entries(number) if e.kind == "note"] == []
    async with group.desk.town.database.reading(group.desk.town.now) as work:
        topic = await work.topics.of_case(group.numbers[number], GROUP)
        assert topic is not None
        assert [row.body for row in await work.inbox.talk_of(topic.contact_id, 100)] == [None]
