"""What a superior does about a case that is late: remind, hand over, tell the complainant."""

from rules.roles import Role
from tests.stories.desk.conftest import STORY, Desk


async def test_the_one_that_is_late_comes_with_what_was_done_and_what_can_be(desk: Desk) -> None:
    citizen, number = await desk.taken()
    await desk.town.until("2026-12-15 09.00")
    await desk.superior.says("terlambat")
    desk.superior.reads(f"TERLAMBAT 2 hari · {number}", "Pelapor belum diberi tahu soal keterlambatan.")
    assert desk.superior.offered == ["Ingatkan", "Serahkan", "Kabari pelapor"]
    await desk.superior.presses("Kabari pelapor")
    desk.superior.reads(
        f"Jawaban untuk {number} terlambat; batasnya Jumat, 11 Desember 2026.",
        "mengabari lagi paling lambat Kamis, 17 Desember 2026.",
    )
    assert not citizen.heard or "terlambat" not in citizen.last.text, "nothing goes before it was looked at"
    await desk.superior.says("kirim")
    await citizen.says("baca")  # on WhatsApp it waited for a word
    assert any(f"Jawaban untuk {number} terlambat" in message.text for message in citizen._all())
    await desk.town.arrives(citizen)
    await desk.superior.says("terlambat")
    desk.superior.reads("Pelapor diberi tahu soal keterlambatan Selasa, 15 Desember 2026.")


async def test_the_text_can_be_changed_before_it_goes(desk: Desk) -> None:
    citizen, number = await desk.taken()
    await desk.town.until("2026-12-15 09.00")
    await desk.officer.says(f"kabari {number} Mohon maaf, kepala bidang baru menandatangani besok.")
    await desk.officer.presses("Ubah")
    await desk.officer.says("Sertifikatnya ditandatangani besok, lalu kami kirim.")
    desk.officer.reads("Sertifikatnya ditandatangani besok")
    await desk.officer.says("kirim")
    await citizen.says("baca")
    assert any("Sertifikatnya ditandatangani besok" in message.text for message in citizen._all())
    assert not any("kepala bidang" in message.text for message in citizen._all())


async def test_what_is_not_late_is_not_announced_as_late(desk: Desk) -> None:
    _, number = await desk.taken()
    await desk.superior.says(f"kabari {number}")
    desk.superior.hears("delay-not-late")


async def test_who_holds_it_is_reminded_once_a_day(desk: Desk) -> None:
    _, number = await desk.taken()
    await desk.town.until("2026-12-15 09.00")
    await desk.superior.says(f"ingatkan {number}")
    desk.superior.reads("Rina Marlina sudah diingatkan.")
    await desk.officer.says("antrean")
    assert any("diingatkan oleh Agus Salim" in message.text for message in desk.officer._all())
    await desk.superior.says(f"ingatkan {number}")
    desk.superior.reads("sudah diingatkan hari ini")
    await desk.officer.says(f"ingatkan {number}")
    desk.officer.hears("delay-yours")


async def test_an_agency_is_reminded_by_its_own_people(desk: Desk) -> None:
    agency = await desk.colleague(Role.AGENCY, "Tatang Sutisna", unit="satpolpp")
    _, number = await desk.internal()
    await desk.officer.says(f"jalur {number} opd satpolpp Apakah titiknya sudah diperiksa?")
    await desk.officer.says("kirim")
    await desk.town.until("2026-12-15 09.00")
    await desk.superior.says("terlambat")
    desk.superior.reads("menunggu Satuan Polisi Pamong Praja", "diingatkan 1 kali, belum menjawab")
    await desk.superior.presses("Ingatkan")
    desk.superior.reads("sudah diingatkan.")
    await agency.says("antrean")
    assert any(f"{number}: Satuan Polisi" in m.text or "belum menjawab" in m.text for m in agency._all())
    await desk.superior.presses("Kabari pelapor")
    desk.superior.reads("Kami menunggu jawaban")


async def test_of_a_secret_case_a_superior_tells_the_delay_without_seeing_who_it_is(desk: Desk) -> None:
    citizen = desk.town.citizen(desk.channel)
    await citizen.says(f"{STORY}. jangan sebut nama saya")
    await citizen.reaches_review(name="Dedi Kurniawan", place="Plered")
    await citizen.says("kirim")
    number = citizen.number
    await desk.officer.says(f"ambil {number}")
    await desk.town.until("2026-12-15 09.00")
    await desk.superior.says(f"kabari {number}")
    desk.superior.reads_no("Dedi", "Kurniawan")
    await desk.superior.says("kirim")
    await citizen.says("baca")
    assert any(f"Jawaban untuk {number} terlambat" in message.text for message in citizen._all())
    shown = "\n".join(message.text for message in desk.superior._all())
    assert "Dedi" not in shown


async def test_a_reminder_of_one_case_has_the_next_step_as_a_button(desk: Desk) -> None:
    _, number = await desk.taken()
    await desk.town.until("2026-12-02 08.10")
    await desk.officer.says("ya")
    reminder = next(m for m in reversed(desk.officer._all()) if any(i.startswith("remind-") for i in m.ids))
    labels = [choice.label for choice in reminder.choices]
    assert labels == ["Telaah", "Tanya pelapor", "Buka"]
    await desk.officer.presses_key(reminder.choices[0].key)
    assert (await desk.case(number)).holder_id is not None
    assert any(i.startswith("study-") for i in desk.officer.last.ids)


async def test_news_of_the_delay_do_not_follow_the_answer(desk: Desk) -> None:
    citizen, number = await desk.internal()
    await desk.town.until("2026-12-15 09.00")
    await desk.superior.says(f"kabari {number}")
    await desk.replies(number)
    await citizen.says("baca")
    await desk.town.arrives(citizen)
    await desk.superior.says("kirim")
    desk.superior.hears("delay-not-late")
    await citizen.says("baca")
    assert not any("delay-for" in message.ids for message in citizen._all())


async def test_only_its_officer_and_superiors_tell_the_delay_and_once_a_day(desk: Desk) -> None:
    citizen, number = await desk.taken()
    other = await desk.colleague(Role.OFFICER, "Lilis Suryani")
    await desk.town.until("2026-12-15 09.00")
    await other.says(f"kabari {number} apa saja")
    other.hears("desk-held-by")
    await desk.officer.says(f"kabari {number} Sertifikatnya ditandatangani besok.")
    await desk.officer.says("kirim")
    desk.officer.hears("delay-told")
    await citizen.says("baca")
    assert any(f"Kabar untuk {number}:" in message.text for message in citizen._all())
    await desk.superior.says(f"kabari {number}")
    await desk.superior.says("kirim")
    desk.superior.hears("delay-told-today")


async def test_who_stands_in_is_reminded_and_the_head_of_what_waits_for_them(desk: Desk) -> None:
    lilis = await desk.colleague(Role.OFFICER, "Lilis Suryani")
    _, number = await desk.internal()
    await desk.officer.says("cuti 24 nov - 31 des pengganti Lilis")
    await desk.town.until("2026-11-25 09.00")
    await desk.superior.says(f"ingatkan {number}")
    desk.superior.reads("Lilis Suryani sudah diingatkan")
    await lilis.says("ya")
    assert any("diingatkan oleh Agus Salim" in message.text for message in lilis._all())
    await desk.officer.says(f"jalur {number} apip menyangkut pejabat")
    await desk.superior.says(f"ingatkan {number}")
    desk.superior.reads("Hendra Wijaya sudah diingatkan")
