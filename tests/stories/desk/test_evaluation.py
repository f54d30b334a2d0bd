"""`ekspor evaluasi`: what the yearly evaluation of the service standards needs, by quarter, without names."""

import io
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from handlers.desk import evaluation
from tests.stories.desk.conftest import Desk
from tests.talk import Citizen


async def book_of(desk: Desk, person: Citizen) -> Workbook:
    """The newest file."""
    (file,) = person.last.files
    async with desk.town.database.reading(desk.town.now) as work:
        kept = await work.attachments.get(file.attachment_id)
        assert kept
        content = work.attachments.content(kept)
    assert content
    return load_workbook(io.BytesIO(content))


async def sheets_of(desk: Desk, person: Citizen) -> dict[str, list[dict[str, Any]]]:
    """The sheets of the newest file, each row by the titles of its columns."""
    found = {}
    for sheet in (await book_of(desk, person)).worksheets:
        _, _, _, titles, *rows = sheet.iter_rows(values_only=True)
        found[sheet.title] = [dict(zip(map(str, titles), row, strict=True)) for row in rows]
    return found


async def test_standards_components_broken_promises_and_proposals(desk: Desk) -> None:
    await desk.answered()  # the file was complete on 23 October: longer than the 7 working days promised
    await desk.complaint()
    citizen = desk.town.citizen(desk.channel)
    await citizen.says("kemarin saya mengantre tiga jam di loket MPP, sebaiknya antrean pakai nomor")
    await citizen.reaches_review(name="tanpa identitas")
    await citizen.says("kirim")
    await desk.town.until("2027-01-04 09.00")
    await desk.head.says("ekspor evaluasi")
    desk.head.reads("triwulan 4 tahun 2026")
    sheets = await sheets_of(desk, desk.head)
    (standard,) = [row for row in sheets["Standar pelayanan"] if row["Nomor standar"] == "53"]
    assert (standard["Pengaduan"], standard["Wajib terjawab"], standard["Tepat waktu"]) == (2, 2, 1)
    assert (standard["Paling banyak diadukan"], standard["Janji dilanggar"]) == ("jangka waktu", 2)
    (broken,) = sheets["Janji yang dilanggar"]
    assert (broken["Satuan"], broken["Dijanjikan"], broken["Laporan"]) == ("hari kerja", 7, 2)
    assert broken["Terburuk"] > 7
    counted = sum(row["Pengaduan"] + row["Saran"] for row in sheets["Masalah per standar"])
    assert counted == 3
    (proposal,) = sheets["Usulan dari saran"]
    assert "sebaiknya antrean pakai nomor" in proposal["Usulan"]
    everything = str(sheets)
    assert "Dedi" not in everything


async def test_satisfaction_stands_in_it_without_names_and_silence_is_silence(desk: Desk) -> None:
    for value in ("4", "2", ""):
        citizen, _ = await desk.answered()
        await citizen.says("selesai")
        if value:
            await citizen.says(value)
    await desk.town.until("2027-01-04 09.00")
    await desk.head.says("ekspor evaluasi")
    whole, *parts = (await sheets_of(desk, desk.head))["Kepuasan (SKM)"]
    assert (whole["Bagian"], whole["Ditanya sesudah kasus"], whole["Menjawab"], whole["Diam"]) == ("Semua", 3, 2, 1)
    assert (whole["Rata-rata (1-4)"], whole["Indeks"]) == (3, None)
    assert parts == [], "two opinions are too few to be shown apart"


async def test_a_secret_proposal_is_counted_and_not_told(desk: Desk) -> None:
    citizen = desk.town.citizen(desk.channel)
    await citizen.says("saran: loket PBG jangan minta uang rokok. jangan sebut nama saya, Asep Hidayat")
    await citizen.reaches_review(name="Asep Hidayat", place="tanpa identitas")
    await citizen.says("kirim")
    case = (await desk.town.cases())[0]
    async with desk.town.database.work(desk.town.now) as work:
        locked = await work.cases.locked(case.id)
        locked.secret, locked.kind = True, "suggestion"
        await work.commit()
    await desk.superior.says("ekspor evaluasi 2026-4")
    (proposal,) = (await sheets_of(desk, desk.superior))["Usulan dari saran"]
    assert proposal["Usulan"] == "dirahasiakan"


async def test_a_quarter_in_which_nothing_came(desk: Desk) -> None:
    await desk.superior.says("ekspor evaluasi 2026-1")
    assert all(rows == [] for rows in (await sheets_of(desk, desk.superior)).values())


async def test_proposals_that_have_no_room_are_told_of(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evaluation, "_PROPOSALS", 0)
    citizen = desk.town.citizen(desk.channel)
    await citizen.says("kemarin saya mengantre tiga jam di loket MPP, sebaiknya antrean pakai nomor")
    await citizen.reaches_review(name="tanpa identitas")
    await citizen.says("kirim")
    await desk.superior.says("ekspor evaluasi 2026-4")
    proposals = (await book_of(desk, desk.superior))["Usulan dari saran"]
    assert "Masih ada 1 lagi di register." in [row[0] for row in proposals.iter_rows(values_only=True)]
