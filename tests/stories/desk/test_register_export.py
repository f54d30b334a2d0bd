"""`ekspor`: the register as a workbook or as values with commas, in the chat."""

import csv
import io
from datetime import date

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from storage.tables import AuditEntry
from tests.stories.desk.conftest import STORY, Desk
from tests.talk import Citizen

SECRET = "petugas loket minta 500 ribu, jangan sebut nama saya. Asep Hidayat, Plered"


async def file_of(desk: Desk, person: Citizen) -> tuple[str, bytes]:
    """The file of the newest message."""
    (file,) = person.last.files
    async with desk.town.database.reading(desk.town.now) as work:
        kept = await work.attachments.get(file.attachment_id)
        assert kept
        content = work.attachments.content(kept)
    assert content
    return file.name, content


async def secret_one(desk: Desk) -> str:
    citizen = desk.town.citizen(desk.channel)
    await citizen.says(SECRET)
    await citizen.reaches_review(name="Asep Hidayat", place="Plered")
    await citizen.says("kirim")
    return citizen.number


async def test_the_register_of_this_year_as_a_workbook(desk: Desk) -> None:
    _, answered = await desk.answered()
    _, taken = await desk.taken()
    await desk.superior.says("ekspor")
    desk.superior.reads("Register tahun 2026: 2 laporan")
    name, content = await file_of(desk, desk.superior)
    assert name == "register-2026.xlsx"
    (sheet,) = load_workbook(io.BytesIO(content)).worksheets
    titles, *rows = sheet.iter_rows(values_only=True)
    first, second = (dict(zip(titles, row, strict=True)) for row in rows)
    assert (first["Nomor"], second["Nomor"]) == (answered, taken)
    assert (first["Keadaan"], first["Tepat waktu"], first["Jalur"]) == ("dijawab", "ya", "internal")
    assert (second["Keadaan"], second["Tepat waktu"], second["Pemegang"]) == ("diambil", None, "Rina Marlina")
    assert second["Batas jawaban"].date() == date(2026, 12, 11)
    assert (second["Nama pelapor"], second["Alamat"]) == ("Dedi Kurniawan", "Kec. Plered")
    assert second["Uraian"] in STORY


async def test_as_values_with_commas(desk: Desk) -> None:
    _, number = await desk.taken()
    await desk.head.says("ekspor csv")
    name, content = await file_of(desk, desk.head)
    assert name == "register-2026.csv"
    (row,) = csv.DictReader(io.StringIO(content.decode("utf-8-sig")))
    assert (row["Nomor"], row["Batas jawaban"], row["Jenis"]) == (number, "2026-12-11", "pengaduan")


@pytest.mark.parametrize("word", ["ekspor", "ekspor csv"])
async def test_a_secret_one_is_a_row_without_name_and_story(desk: Desk, word: str) -> None:
    number = await secret_one(desk)
    await desk.superior.says(word)
    _, content = await file_of(desk, desk.superior)
    if word == "ekspor":
        rows = load_workbook(io.BytesIO(content)).worksheets[0].iter_rows(values_only=True)
        text = "\n".join(str(row) for row in rows)
    else:
        text = content.decode("utf-8-sig")
    assert number in text
    assert text.count("dirahasiakan") == 3
    assert not [word for word in ("Asep", "Hidayat", "Plered", "500") if word in text]


async def test_a_case_that_names_whoever_asks_is_left_out(desk: Desk) -> None:
    _, number = await desk.taken()
    async with desk.town.database.work(desk.town.now) as work:
        superior = next(m for m in await work.team.everybody() if m.name == "Agus Salim")
        await work.queue.suspect((await desk.case(number)).id, [superior.id])
        await work.commit()
    await desk.superior.says("ekspor")
    desk.superior.reads("Tidak ada laporan yang tercatat tahun 2026.")


async def test_another_year_and_nobody_without_the_right(desk: Desk) -> None:
    await desk.taken()
    await desk.superior.says("ekspor 2025")
    desk.superior.reads("Tidak ada laporan yang tercatat tahun 2025.")
    await desk.officer.says("ekspor")
    desk.officer.hears("desk-unknown")


async def test_it_is_on_the_audit(desk: Desk) -> None:
    await desk.taken()
    await desk.superior.says("ekspor")
    async with desk.town.database.reading(desk.town.now) as work:
        assert await work.audit.first_broken() is None
        exported = await work.session.execute(select(AuditEntry).where(AuditEntry.action == "register_exported"))
        (entry,) = exported.scalars()
    assert entry.actor.startswith("staff:")


@pytest.mark.parametrize("words", ["november 2026", "semua nama", "evaluasi 2026", "evaluasi triwulan 5", "2025 2026"])
async def test_what_is_not_understood_exports_nothing(desk: Desk, words: str) -> None:
    await desk.taken()
    await desk.superior.says(f"ekspor {words}")
    desk.superior.hears("export-how")
    assert desk.superior.last.files == ()


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("evaluasi triwulan 4 2026", "evaluasi-2026-4.xlsx"),
        ("evaluasi 2026-4", "evaluasi-2026-4.xlsx"),
        ("evaluasi triwulan 1", "evaluasi-2026-1.xlsx"),
        ("evaluasi triwulan 4", "evaluasi-2025-4.xlsx"),
        ("evaluasi", "evaluasi-2026-3.xlsx"),
    ],
)
async def test_the_quarter_that_is_named(desk: Desk, words: str, name: str) -> None:
    await desk.superior.says(f"ekspor {words}")
    assert [file.name for file in desk.superior.last.files] == [name]
