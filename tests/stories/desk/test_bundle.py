"""`bundel N`: one archive for the Ombudsman or APIP, that can be checked without us."""

import hashlib
import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from sqlalchemy import select

from rules.roles import Role
from storage.tables import AuditEntry, AuditHead
from tests.files import a_photo
from tests.stories.desk.conftest import ANSWER, STORY, Desk


async def archive_of(desk: Desk, number: str) -> bytes:
    await desk.head.says(f"bundel {number}")
    desk.head.hears("bundle-made")
    (file,) = desk.head.last.files
    assert file.name == f"{number}.zip"
    async with desk.town.database.reading(desk.town.now) as work:
        kept = await work.attachments.get(file.attachment_id)
        assert kept
        content = work.attachments.content(kept)
    assert content
    return content


def checked(folder: Path) -> str:
    """What the program in the archive says, run without anything of ours."""
    ran = subprocess.run(
        [sys.executable, "-I", "periksa.py", "."], cwd=folder, capture_output=True, text=True, check=False, timeout=60
    )
    assert ran.stderr == ""
    assert (ran.returncode == 0) == ran.stdout.startswith("COCOK")
    return ran.stdout.strip()


async def test_all_of_a_case_and_the_proof_of_it(desk: Desk, tmp_path: Path) -> None:
    citizen, number = await desk.answered()
    await citizen.shows(a_photo(), text=f"tambah {number}")
    await desk.complaint()  # another case between the case's entries and the end of the chain
    with zipfile.ZipFile(io.BytesIO(await archive_of(desk, number))) as archive:
        archive.extractall(tmp_path / "arsip")
    case = json.loads((tmp_path / "arsip" / "kasus.json").read_text(encoding="utf-8"))
    assert (case["number"], case["complainant"]["name"]) == (number, "Dedi Kurniawan")
    assert case["rounds"][0]["due"] == "2026-12-11"
    assert [route["kind"] for route in case["routes"]] == ["internal"]
    assert any(entry["said"].get("text") == ANSWER for entry in case["entries"])
    actions = [entry["action"] for entry in json.loads((tmp_path / "arsip" / "audit.json").read_text(encoding="utf-8"))]
    assert actions[0] == "registered"
    assert {"clock_started", "clock_stopped"} <= set(actions)
    text = "".join(page.extract_text() for page in PdfReader(tmp_path / "arsip" / "lembar-kasus.pdf").pages)
    assert number in text
    assert list((tmp_path / "arsip" / "lampiran").iterdir())
    assert "Dedi" not in (tmp_path / "arsip" / "rantai.jsonl").read_text(encoding="utf-8")
    said = checked(tmp_path / "arsip")
    assert said.startswith("COCOK. Ujung rantai: ")
    async with desk.town.database.reading(desk.town.now) as work:
        assert await work.audit.first_broken() is None


@pytest.mark.parametrize(
    ("file", "change", "says"),
    [
        ("kasus.json", ("2026-12-11", "2026-12-18"), "kasus.json berubah"),
        ("audit.json", ("clock_stopped", "clock_started"), "audit.json berubah"),
        ("rantai.jsonl", ("clock_stopped", "clock_started"), "berubah"),
    ],
)
async def test_what_was_changed_shows(
    desk: Desk, tmp_path: Path, file: str, change: tuple[str, str], says: str
) -> None:
    _, number = await desk.answered()
    with zipfile.ZipFile(io.BytesIO(await archive_of(desk, number))) as archive:
        archive.extractall(tmp_path / "arsip")
    content = (tmp_path / "arsip" / file).read_text(encoding="utf-8")
    assert change[0] in content
    (tmp_path / "arsip" / file).write_text(content.replace(*change, 1), encoding="utf-8")
    assert checked(tmp_path / "arsip").startswith("TIDAK COCOK")
    assert says in checked(tmp_path / "arsip")


def rows_of(folder: Path) -> list[dict[str, Any]]:
    return [json.loads(row) for row in (folder / "rantai.jsonl").read_text(encoding="utf-8").splitlines()]


def forged(folder: Path, rows: list[dict[str, Any]], own: list[dict[str, Any]] | None = None) -> None:
    """The chain is another, and the list of files is made to fit it."""
    (folder / "rantai.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    if own is not None:
        (folder / "audit.json").write_text(json.dumps(own), encoding="utf-8")
    listed = [row.partition("  ")[2] for row in (folder / "SHA256SUMS").read_text(encoding="utf-8").splitlines()]
    sums = "".join(f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in listed)
    (folder / "SHA256SUMS").write_text(sums, encoding="utf-8")


@pytest.fixture
async def folder(desk: Desk, tmp_path: Path) -> Path:
    """An archive, unpacked, of a case between whose entries another one's lie."""
    _, number = await desk.answered()
    await desk.complaint()
    await desk.officer.says(f"catatan {number} sudah dicek")
    with zipfile.ZipFile(io.BytesIO(await archive_of(desk, number))) as archive:
        archive.extractall(tmp_path / "arsip")
    return tmp_path / "arsip"


async def test_an_entry_that_was_left_out_shows(folder: Path) -> None:
    rows = rows_of(folder)
    forged(folder, rows[:2] + rows[3:])
    assert "tidak menyambung" in checked(folder)


async def test_a_chain_that_begins_later_shows(folder: Path) -> None:
    own = json.loads((folder / "audit.json").read_text(encoding="utf-8"))
    rows = rows_of(folder)
    later = next(n for n, row in enumerate(rows) if "tells" in row and row["tells"][2] == "clock_stopped")
    forged(folder, rows[later:], [entry for entry in own if entry["seq"] >= rows[later]["seq"]])
    assert "tidak mulai dari pencatatan" in checked(folder)


async def test_an_entry_that_is_hidden_among_those_of_others_shows(folder: Path) -> None:
    own = json.loads((folder / "audit.json").read_text(encoding="utf-8"))
    rows = rows_of(folder)
    (hidden,) = [row for row in rows if "tells" in row and row["tells"][2] == "clock_stopped"]
    told = json.dumps(hidden.pop("tells"), ensure_ascii=True, separators=(",", ":"))
    hidden["told"] = hashlib.sha256(told.encode()).hexdigest()
    forged(folder, rows, [entry for entry in own if entry["seq"] != hidden["seq"]])
    assert checked(folder).startswith("TIDAK COCOK")


async def test_a_file_that_was_added_or_taken_away_shows(folder: Path) -> None:
    (folder / "lampiran").mkdir(exist_ok=True)
    (folder / "lampiran" / "099.pdf").write_bytes(b"%PDF")
    assert "lampiran/099.pdf tidak ada dalam daftar" in checked(folder)
    (folder / "lampiran" / "099.pdf").unlink()
    (folder / "rantai.jsonl").unlink()
    assert checked(folder) == "TIDAK COCOK: rantai.jsonl tidak ada"
    (folder / "SHA256SUMS").unlink()
    assert checked(folder).startswith("TIDAK COCOK: arsip ini tidak dapat dibaca")


async def test_whoever_writes_the_list_anew_is_found_by_the_seal(desk: Desk, folder: Path) -> None:
    said = checked(folder)
    async with desk.town.database.reading(desk.town.now) as work:
        found = await work.session.execute(select(AuditEntry.facts).where(AuditEntry.action == "bundle_made"))
        assert json.loads(found.scalar_one())["seal"] in said
    case = (folder / "kasus.json").read_text(encoding="utf-8")
    (folder / "kasus.json").write_text(case.replace("2026-12-11", "2026-12-18"), encoding="utf-8")
    forged(folder, rows_of(folder))
    assert checked(folder).startswith("COCOK")
    assert checked(folder).split("Sidik arsip: ")[1] != said.split("Sidik arsip: ")[1]


async def test_entries_hashed_as_they_were_before_are_told_of(desk: Desk, tmp_path: Path) -> None:
    """A chain that began before entries were hashed in two steps."""
    _, number = await desk.answered()
    async with desk.town.database.work(desk.town.now) as work:
        previous = "0" * 64
        entries = list((await work.session.execute(select(AuditEntry).order_by(AuditEntry.seq))).scalars())
        for entry in entries:
            told = (entry.seq, entry.at, entry.actor, entry.action, entry.case_number, entry.facts, previous)
            said = json.dumps(told, ensure_ascii=True, separators=(",", ":"))
            entry.previous, entry.hash = previous, hashlib.sha256(said.encode()).hexdigest()
            previous = entry.hash
        head = (await work.session.execute(select(AuditHead))).scalar_one()
        head.hash = previous
        await work.commit()
    with zipfile.ZipFile(io.BytesIO(await archive_of(desk, number))) as archive:
        archive.extractall(tmp_path / "arsip")
    assert "catatan lama hanya diperiksa sambungannya" in checked(tmp_path / "arsip")
    assert checked(tmp_path / "arsip").startswith("COCOK")
    async with desk.town.database.reading(desk.town.now) as work:
        assert await work.audit.first_broken() is None


async def test_the_head_of_another_agency_gets_nothing(desk: Desk) -> None:
    other = await desk.colleague(Role.HEAD, "Dadang Hidayat", unit="satpolpp")
    _, number = await desk.internal()
    await desk.officer.says(f"jalur {number} opd satpolpp Apakah titiknya sudah diperiksa?")
    await desk.officer.says("kirim")
    await other.says(f"bundel {number}")
    other.hears("desk-unknown")
    assert other.last.files == ()


async def test_a_secret_complainant_stays_unknown_in_it(desk: Desk) -> None:
    citizen = desk.town.citizen(desk.channel)
    await citizen.says(f"{STORY}. jangan sebut nama saya")
    await citizen.reaches_review(name="Dedi Kurniawan", place="Plered")
    await citizen.says("kirim")
    number = citizen.number
    await desk.officer.says(f"ambil {number}")
    await desk.officer.says(f"catatan {number} Pak Dedi Kurniawan dari Plered sudah menelepon dua kali.")
    with zipfile.ZipFile(io.BytesIO(await archive_of(desk, number))) as archive:
        texts = {name: archive.read(name) for name in archive.namelist()}
    pages = PdfReader(io.BytesIO(texts["lembar-kasus.pdf"])).pages
    texts["lembar-kasus.txt"] = "".join(page.extract_text() for page in pages).encode()
    assert json.loads(texts["kasus.json"])["complainant"] is None
    for name, content in texts.items():
        assert not [word for word in (b"Dedi", b"Kurniawan", b"Plered") if word in content], name
    assert not [name for name in texts if name.startswith("lampiran/")]


async def test_only_a_head_has_the_word(desk: Desk) -> None:
    _, number = await desk.taken()
    for member in (desk.officer, desk.superior):
        await member.says(f"bundel {number}")
        member.hears("desk-unknown")
