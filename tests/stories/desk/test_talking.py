"""Between officer and complainant: questions, replies that count when they arrive, notes that never leave."""

from bot.channel import Undeliverable
from messages.envelope import Channel
from rules.lifecycle import State
from tests.files import a_photo
from tests.stories.desk.conftest import ANSWER, Desk

SECRET = "petugas loket PBG kasar sekali kemarin waktu saya tanya syarat. rahasiakan nama saya. Siti Aminah, Plered"


async def test_a_question_and_its_answer(desk: Desk) -> None:
    citizen, number = await desk.taken()
    await desk.officer.says(f"tanya {number} Nomor permohonan OSS-nya berapa?")
    desk.officer.reads("Pertanyaan ini dikirim ke pelapor", "Nomor permohonan OSS-nya berapa?")
    await desk.officer.presses("Kirim")
    citizen.reads(f"Pertanyaan petugas tentang laporan {number}", "Nomor permohonan OSS-nya berapa?")
    await citizen.shows(a_photo(), text="I-202610230001, ini fotonya")
    citizen.hears("outcome-answer-noted")
    desk.officer.reads("pelapor menjawab pertanyaan", "I-202610230001", "1 berkas baru")
    (answer,) = [entry for entry in await desk.entries(number) if entry.kind == "answer"]
    assert answer.body is not None
    assert answer.body["text"] == "I-202610230001, ini fotonya"
    await citizen.says("terima kasih")
    citizen.hears("thanks")
    await desk.officer.says(f"lampiran {number}")
    assert len(desk.officer.last.files) == 1


async def test_nothing_goes_before_a_yes(desk: Desk) -> None:
    citizen, number = await desk.internal()
    await desk.officer.says(f"balas {number} {ANSWER}")
    citizen.reads_no("Sertifikat terbit hari ini")
    await desk.officer.presses("Ubah")
    await desk.officer.says("Sertifikat terbit kemarin.")
    desk.officer.reads("Sertifikat terbit kemarin.")
    await desk.officer.says("tidak")
    desk.officer.hears("desk-not-sent")
    assert (await desk.case(number)).state == State.INTERNAL
    assert not [entry for entry in await desk.entries(number) if entry.kind == "reply"]


async def test_a_command_in_between_says_what_was_not_sent(desk: Desk) -> None:
    _, number = await desk.internal()
    await desk.officer.says(f"balas {number} {ANSWER}")
    await desk.officer.says("antrean saya")
    desk.officer.hears("desk-left-unsent")
    await desk.officer.says(f"balas {number}")
    desk.officer.hears("desk-ask-reply")
    await desk.officer.says(ANSWER)
    desk.officer.hears("desk-send-reply")


async def test_a_reply_on_whatsapp_waits_for_its_window(desk: Desk) -> None:
    citizen, number = await desk.internal(Channel.WHATSAPP)
    await desk.town.until("2026-11-26 10.00")
    await desk.officer.says("antrean saya")
    await desk.officer.says(f"balas {number} {ANSWER}")
    desk.officer.hears("desk-send-window")
    await desk.officer.says("kirim")
    await desk.town.settles()
    citizen.reads("Ada kabar untuk laporan", "Balas BACA")
    citizen.reads_no(ANSWER)
    desk.officer.reads("DITAHAN", number, "baru dihitung sampai sesudah pelapor membukanya")
    case = await desk.case(number)
    assert case.state == State.REPLYING
    assert case.clocks[-1].answered_at is None
    await desk.officer.says(f"kasus {number}")
    desk.officer.reads("jawaban ditahan, menunggu pelapor menulis")
    await desk.town.until("2026-11-27 07.20")
    await citizen.says("oh iya mana")
    citizen.reads(ANSWER, "Apakah masalahnya selesai?")
    await desk.town.arrives(citizen)
    if desk.channel is Channel.TELEGRAM:
        desk.officer.reads("SAMPAI Jumat, 27 November 2026 pukul 07.20 (hari kerja ke-4 dari 14)")
    assert (await desk.case(number)).state == State.ANSWERED


async def test_what_will_not_arrive_comes_back_with_what_to_do(desk: Desk) -> None:
    citizen, number = await desk.internal(Channel.TELEGRAM)
    await citizen.says("nomor saya 081234567890")
    desk.town.lines[Channel.TELEGRAM].fails_for[citizen.address] = Undeliverable("blocked")
    await desk.replies(number)
    await desk.town.settles()
    desk.officer.reads("BELUM SAMPAI: penerima memblokir", "telepon +6281234567890", f'"selesai {number}"')
    assert (await desk.case(number)).state == State.INTERNAL
    await desk.officer.says(f"selesai {number} dibacakan lewat telepon pukul 10, diterima sendiri")
    desk.officer.reads("cara penyampaian dicatat", "SAMPAI")
    case = await desk.case(number)
    assert case.state == State.ANSWERED
    assert case.clocks[-1].answered_at is not None
    (told,) = [entry for entry in await desk.entries(number) if entry.kind == "told_by_hand"]
    assert told.body == {"text": "dibacakan lewat telepon pukul 10, diterima sendiri"}


async def test_a_provider_that_gives_up_later(desk: Desk) -> None:
    citizen, number = await desk.internal(Channel.WHATSAPP)
    await desk.replies(number)
    await desk.town.fails(citizen, "63003")
    desk.officer.reads("BELUM SAMPAI: alamat atau nomornya tidak ada lagi")
    assert (await desk.case(number)).state == State.INTERNAL
    await desk.replies(number, "Sertifikat terbit hari ini. Mohon maaf.")
    await desk.town.arrives(citizen)
    assert (await desk.case(number)).state == State.ANSWERED


async def test_what_nobody_confirms_for_a_day_is_told_once_as_uncertain(desk: Desk) -> None:
    """An SMS that only ever was "sent": it counts when it is told by hand, or when it arrives after all."""
    citizen, number = await desk.internal(Channel.SMS)
    await desk.replies(number)
    await desk.town.passes(hours=23)
    assert _times(desk, "BELUM PASTI SAMPAI") == 0
    await desk.town.passes(hours=2)
    await desk.town.passes(hours=2)
    await desk.officer.says("antrean")  # on WhatsApp it waited for the officer's window
    assert _times(desk, "BELUM PASTI SAMPAI") == 1
    assert (await desk.case(number)).state == State.REPLYING
    await desk.town.arrives(citizen)
    assert (await desk.case(number)).state == State.ANSWERED


def _times(desk: Desk, words: str) -> int:
    """How often the officer was told so."""
    return sum(words in message.text for message in desk.officer._all())


async def test_of_a_secret_case_the_telephone_shows_a_number_alone(desk: Desk) -> None:
    citizen, number = await desk.internal(Channel.TELEGRAM, SECRET)
    await desk.replies(number, "Petugas loket sudah ditegur.")
    desk.officer.hears("desk-reply-sent")
    await desk.town.settles()
    citizen.reads("Ada kabar untuk laporan", number)
    citizen.reads_no("ditegur")
    desk.officer.reads("menunggu dibuka pelapor")
    assert (await desk.case(number)).state == State.REPLYING
    await citizen.presses("Baca")
    citizen.reads("Petugas loket sudah ditegur.")
    await desk.town.settles()
    assert (await desk.case(number)).state == State.ANSWERED


async def test_notes_never_leave(desk: Desk) -> None:
    citizen, number = await desk.taken(Channel.TELEGRAM)
    heard = len(citizen.heard)
    await desk.officer.says(f"catatan {number} berkas tertinggal di meja sekretaris")
    desk.officer.hears("desk-noted")
    await desk.superior.says(f"catatan {number} selesaikan sebelum Jumat")
    desk.officer.reads("catatan dari Agus Salim", "selesaikan sebelum Jumat")
    await citizen.says(f"status {number}")
    citizen.reads_no("sekretaris", "Jumat, selesaikan")
    assert len(citizen.heard) <= heard + 1
    assert {e.visibility for e in await desk.entries(number) if e.kind == "note"} == {"internal"}
    await desk.officer.says(f"riwayat {number}")
    desk.officer.reads("catatan, Agus Salim", "berkas tertinggal")


async def test_a_file_with_a_note_is_the_office_s(desk: Desk) -> None:
    _, number = await desk.taken(Channel.TELEGRAM)
    await desk.officer.shows(a_photo(), text=f"catatan {number} berita acara")
    desk.officer.hears("desk-noted")
    await desk.officer.says(f"lampiran {number}")
    desk.officer.hears("desk-files-none")  # what the complainant sent
    await desk.officer.shows(a_photo())
    desk.officer.hears("desk-files-for-which")


async def test_a_case_is_named_as_people_name_it_and_that_is_no_part_of_the_text(desk: Desk) -> None:
    _, number = await desk.internal()
    for named in ("1", "no. 1", "nomor 1", "adu 1", "ADU-2026-1", number, f"no {number}:"):
        await desk.officer.says(f"balas {named} sudah terbit hari ini")
        desk.officer.reads('"sudah terbit hari ini"')


async def test_a_canned_reply_is_filled_in(desk: Desk) -> None:
    _, number = await desk.internal()
    await desk.officer.says(f"balas {number} #ambil Buka sampai pukul 15.30.")
    desk.officer.reads("Sertifikat Standar, KBLI 27203 sudah terbit", "DPMPTSP Purwakarta", "Buka sampai pukul 15.30.")


async def test_a_name_that_no_reply_has_does_not_go_out(desk: Desk) -> None:
    _, number = await desk.internal()
    await desk.officer.says(f"balas {number} #prosess")
    desk.officer.reads("Tidak ada awal jawaban #prosess", "#proses")


async def test_the_office_changes_what_its_replies_begin_with(desk: Desk) -> None:
    _, number = await desk.internal()
    await desk.superior.says("templat survei: Untuk {nomor} kami survei ke lokasi. Hubungi {telepon}.")
    desk.superior.reads("#survei disimpan")
    await desk.officer.says(f"balas {number} #survei Senin pukul 9.")
    desk.officer.reads(f"Untuk {number} kami survei ke lokasi.", "Senin pukul 9.")
    await desk.officer.says("templat")
    desk.officer.reads("#survei", "#proses")
    await desk.officer.says("templat survei: teks lain")
    desk.officer.hears("canned-not-yours")
    await desk.superior.says("templat survei: Untuk {nama} kami survei")
    desk.superior.reads("{nama} tidak dikenal", "{nomor}")
    await desk.superior.says("templat hapus proses")
    await desk.officer.says("templat")
    desk.officer.reads("#survei")
    desk.officer.reads_no("#proses")


async def test_the_language_of_a_reply_does_not_change_the_officer_s(desk: Desk) -> None:
    _, number = await desk.internal()
    await desk.officer.says(f"balas {number} Your certificate is out today, please download it from your account.")
    desk.officer.reads("Akan dikirim ke pelapor")


async def test_more_of_a_case_is_told_to_its_holder(desk: Desk) -> None:
    citizen, number = await desk.taken()
    await citizen.says(f"tambah {number} kata petugas loket harus menunggu lagi")
    desk.officer.reads("keterangan baru dari pelapor", "harus menunggu lagi")
