"""The office's group on Telegram: each case has a topic; only what is marked goes to the complainant."""

from dataclasses import replace

from sqlalchemy import select

from messages.envelope import FileKind, InboundFile, InboundKind, Membership
from rules.lifecycle import State
from rules.roles import Role
from storage.tables import Posting
from tests.files import jpeg_with_place
from tests.stories.desk.conftest import ANSWER
from tests.stories.desk.in_a_group import GROUP, READY, Group, a_case

# -- the group becomes the desk's ------------------------------------------------------------------------------------


async def test_adding_the_bot_is_all_that_is_done_and_what_is_missing_is_told(group: Group) -> None:
    superior = group.desk.superior
    await superior.says("grup lepas")
    superior.hears("group-let-go")
    await superior.says("grup")
    superior.hears("group-none")

    await group.becomes(Membership(title="Aduan DPMPTSP", added=True), superior)
    superior.hears("group-how")
    superior.reads("Kelola Topik")
    await group.becomes(replace(READY, added=False), superior)
    superior.hears("group-offer")
    superior.reads("tidak pernah nama, alamat, dan telepon")
    await superior.presses("Pakai grup ini")
    superior.hears("group-connected")
    await superior.says("grup")
    superior.hears("group-is")


async def test_whoever_may_not_invite_cannot_make_a_group_the_desk(group: Group) -> None:
    await group.desk.superior.says("grup lepas")
    await group.becomes(READY, group.desk.officer)
    group.desk.officer.hears_nothing()
    await group.desk.officer.says(f"grup {GROUP}")
    group.desk.officer.hears("desk-unknown")
    async with group.desk.town.database.reading(group.desk.town.now) as work:
        assert await work.topics.group() is None


async def test_thrown_out_or_without_the_right_it_says_so_and_the_desk_goes_on(group: Group) -> None:
    superior = group.desk.superior
    await group.becomes(Membership(forum=True), superior)
    superior.hears("group-right-lost")
    await group.becomes(Membership(gone=True), superior)
    superior.hears("group-lost")
    _, number = await group.desk.complaint()
    await group.follows()
    assert await group.said(number) == []
    await group.desk.officer.says("antrean")
    group.desk.officer.reads(number)


# -- a topic for each case -------------------------------------------------------------------------------------------


async def test_a_case_opens_its_topic_without_telling_who_complains(group: Group) -> None:
    _, number = await a_case(group)
    text = await group.text(number)
    assert "Dedi" not in text
    assert "Plered" not in text
    await group.reads(number, number, "KBLI 27203", "belum diambil", "Ambil", "/balas", "Semua tulisan lain")
    async with group.desk.town.database.reading(group.desk.town.now) as work:
        topic = await work.topics.of_case(group.numbers[number], GROUP)
        assert topic is not None
        assert topic.title.startswith(number)


async def test_a_case_that_was_open_before_gets_its_topic_too(group: Group) -> None:
    await group.desk.superior.says("grup lepas")
    _, number = await a_case(group)
    assert await group.said(number) == []
    await group.becomes(READY, group.desk.superior)
    await group.desk.superior.presses("Pakai grup ini")
    group.desk.superior.reads("1 kasus")
    await group.follows()
    await group.reads(number, number)


async def test_from_the_topic_to_the_complainant_and_back(group: Group) -> None:
    """Taken, studied and routed from the topic; the reply is written, shown and sent there."""
    desk, officer = group.desk, group.desk.officer
    citizen, number = await a_case(group)
    await group.presses(officer, number, "Ambil")
    officer.reads("sekarang milik Anda", "Dedi Kurniawan")
    await group.follows()
    await group.reads(number, "Rina Marlina")

    await group.writes(officer, number, "/tanya Apakah OSS sudah meminta perbaikan?")
    await group.reads(number, "Kirim sekarang?", "Kirim")
    assert "Dedi" not in await group.text(number)
    await group.presses(officer, number, "Kirim")
    await desk.town.settles()
    assert "Apakah OSS sudah meminta perbaikan?" in citizen.last.text
    await citizen.says("belum ada permintaan, saya Dedi sudah cek")
    await group.follows()
    await group.reads(number, "KEPADA PELAPOR", "DARI PELAPOR", "belum ada permintaan, saya *** sudah cek")

    await group.writes(officer, number, "/telaah")
    officer.hears("study-core-ask")
    for answer in ("izin terlambat", "1", "tidak ada", "klarifikasi", "tidak ada"):
        await officer.says(answer)
    officer.hears("study-kept")
    await group.writes(officer, number, "/jalur internal")
    officer.reads("jalur internal")
    await group.writes(officer, number, f"/balas {ANSWER}")
    await group.presses(officer, number, "Kirim")
    await desk.town.settles()
    assert ANSWER in citizen.last.text
    await group.follows()
    await group.reads(number, "KEPADA PELAPOR", ANSWER)
    assert (await desk.case(number)).state == State.ANSWERED

    await citizen.presses("Selesai")
    await group.follows()
    await group.reads(number, "DARI PELAPOR", "selesai menurut pelapor")


async def test_what_is_not_marked_is_a_note_and_never_leaves(group: Group) -> None:
    citizen, number = await a_case(group)
    said = len(citizen._all())
    await group.writes(group.desk.officer, number, "balas dulu pak, besok saya cek ke gudang arsip")
    await group.writes(group.desk.superior, number, "3 hari lagi harus selesai")
    await group.follows()
    notes = [entry for entry in await group.desk.entries(number) if entry.kind == "note"]
    assert [(entry.body or {})["text"] for entry in notes] == [
        "balas dulu pak, besok saya cek ke gudang arsip",
        "3 hari lagi harus selesai",
    ]
    assert {entry.visibility for entry in notes} == {"internal"}
    assert len({entry.by for entry in notes}) == 2
    assert len(citizen._all()) == said
    assert await group.text(number) == "", "what they wrote there themselves is not repeated"
    await group.desk.officer.says(f"riwayat {number}")
    group.desk.officer.reads("gudang arsip")


async def test_while_a_reply_waits_for_its_yes_talk_goes_on_beside_it(group: Group) -> None:
    desk, officer = group.desk, group.desk.officer
    citizen, number = await a_case(group)
    await group.presses(officer, number, "Ambil")
    said = len(citizen._all())
    await group.writes(officer, number, "/tanya Kapan berkas diserahkan?")
    await group.writes(officer, number, "ya")
    await group.writes(desk.superior, number, "kirim")
    assert len(citizen._all()) == said, "a yes to somebody else is no yes to the bot"
    await group.presses(desk.superior, number, "Kirim")
    await group.reads(number, "hanya yang menulisnya")
    await group.presses(officer, number, "Ubah")
    await group.quotes(officer, number, "Kapan berkas diserahkan, dan di loket mana?")
    await group.reads(number, "Kapan berkas diserahkan, dan di loket mana?", "Kirim sekarang?")
    await group.quotes(officer, number, "kirim")
    await desk.town.settles()
    assert "loket mana" in citizen.last.text


async def test_a_reply_without_the_case_in_hand_is_refused_there(group: Group) -> None:
    citizen, number = await a_case(group)
    said = len(citizen._all())
    await group.writes(group.desk.officer, number, "/balas Sudah terbit.")
    await group.reads(number, "Ambil")
    assert len(citizen._all()) == said


async def test_files_in_the_topic_are_kept_with_the_case(group: Group) -> None:
    _, number = await a_case(group)
    photo = InboundFile(FileKind.PHOTO, jpeg_with_place(), "image/jpeg", "papan.jpg")
    await group.writes(group.desk.officer, number, "papan di loket", files=(photo,))
    await group.desk.officer.says(f"riwayat {number}")
    group.desk.officer.reads("papan di loket")
    async with group.desk.town.database.reading(group.desk.town.now) as work:
        assert len(await work.attachments.of_case(group.numbers[number], "office")) == 1


async def test_a_changed_message_is_one_more_note_and_a_changed_command_nothing(group: Group) -> None:
    _, number = await a_case(group)
    await group.writes(group.desk.officer, number, "berkas di rak 3", message_ref="m1")
    await group.writes(group.desk.officer, number, "berkas di rak 4", kind=InboundKind.EDIT, refers_to="m1")
    notes = [(e.body or {})["text"] for e in await group.desk.entries(number) if e.kind == "note"]
    assert notes == ["berkas di rak 3", "berkas di rak 4"]
    await group.writes(group.desk.officer, number, "/balas terbit", kind=InboundKind.EDIT, refers_to="m2")
    await group.reads(number, "tidak dikirim ulang")


# -- who is not to see, not to be heard ------------------------------------------------------------------------------


async def test_strangers_in_the_topic_are_not_kept_and_told_once(group: Group) -> None:
    _, number = await a_case(group)
    agency = await group.desk.colleague(Role.AGENCY, "Wawan Gunawan", unit="dinkes")
    await group.writes("telegram-nobody", number, "saya tahu siapa pelapornya")
    await group.reads(number, "tidak dicatat")
    await group.writes(agency, number, "kami yang salah")
    await group.writes("", number, "/ambil")
    assert await group.text(number) == ""
    assert [e for e in await group.desk.entries(number) if e.kind == "note"] == []
    assert (await group.desk.case(number)).holder_id is None
    async with group.desk.town.database.reading(group.desk.town.now) as work:
        contact = await work.topics.of_case(group.numbers[number], GROUP)
        assert contact is not None
        said = await work.inbox.talk_of(contact.contact_id, 100)
        assert [row.body for row in said] == [None, None, None]


async def test_a_secret_case_shows_that_something_happened_and_nothing_else(group: Group) -> None:
    citizen = group.desk.town.citizen()
    await citizen.says("petugas loket PBG minta uang 500 ribu kemarin, tolong rahasiakan nama saya")
    await citizen.reaches_review(name="Budi Santoso", place="Plered")
    await citizen.says("kirim")
    number = citizen.number
    group.numbers[number] = (await group.desk.case(number)).id
    assert (await group.desk.case(number)).secret
    await group.follows()
    text = await group.text(number)
    assert "500" not in text
    assert "Budi" not in text
    await group.reads(number, "dirahasiakan")
    await group.presses(group.desk.officer, number, "Ambil")
    await group.writes(group.desk.officer, number, "/tanya Petugas yang mana, Bapak Budi?")
    group.desk.officer.hears("desk-send-question")
    assert "Budi" not in await group.text(number), "it is asked in one's own chat"
    await group.desk.officer.says("kirim")
    await group.follows()
    assert "Budi" not in await group.text(number)
    await group.reads(number, "KEPADA PELAPOR")


async def test_a_case_that_names_somebody_has_no_topic_until_that_is_settled(group: Group) -> None:
    _, number = await a_case(group, "bu Rina Marlina di loket kasar sekali kemarin waktu saya tanya syarat PBG")
    assert await group.said(number) == []
    group.desk.officer.reads_no(number)
    async with group.desk.town.database.work(group.desk.town.now) as work:
        for conflict in await work.queue.conflicts(group.numbers[number]):
            await work.queue.judge_conflict(group.numbers[number], conflict.staff_id, "dismissed", by=conflict.staff_id)
        await work.commit()
    await group.follows()
    await group.reads(number, number, "/balas")


async def test_a_conflict_that_is_found_later_takes_the_topic_out_of_the_group(group: Group) -> None:
    _, number = await a_case(group)
    await group.thread(number)
    async with group.desk.town.database.work(group.desk.town.now) as work:
        officer = (await work.team.everybody())[0]
        await work.queue.suspect(group.numbers[number], [officer.id])
        await work.commit()
    await group.follows()
    assert (await group.said(number))[-1].topic == "remove"


async def test_an_erased_case_leaves_the_group_and_everybody_s_outbox(group: Group) -> None:
    citizen, number = await a_case(group)
    await citizen.says("dataku")
    await citizen.presses("Hapus data saya")
    await citizen.presses("Ya, hapus semua")
    await group.follows()
    assert (await group.said(number))[-1].topic == "remove"
    async with group.desk.town.database.reading(group.desk.town.now) as work:
        about = await work.session.execute(select(Posting.body).where(Posting.case_id == group.numbers[number]))
        words = [body["lines"] for body in about.scalars() if body]
        assert words in ([], [[]]), "nothing of the case is left but that its topic goes"


async def test_an_ended_case_closes_its_topic(group: Group) -> None:
    desk = group.desk
    _, number = await a_case(group)
    await desk.officer.says(f"ambil {number}")
    await desk.officer.says(f"rujuk {number} Dinas Pendidikan, urusan sekolah bukan di sini")
    await desk.officer.says("kirim")
    await desk.town.settles()
    await group.follows()
    assert (await desk.case(number)).state == State.REFERRED
    assert (await group.said(number))[-1].topic == "close"
