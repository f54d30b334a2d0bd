"""`bundel N`: one archive for the Ombudsman or APIP, that can be checked without us."""

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader

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
        archive.extractall(tmp_path)
    case = json.loads((tmp_path / "kasus.json").read_text(encoding="utf-8"))
    assert (case["number"], case["complainant"]["name"]) == (number, "Dedi Kurniawan")
    assert case["rounds"][0]["due"] == "2026-12-11"
    assert [route["kind"] for route in case["routes"]] == ["internal"]
    assert any(entry["said"].get("text") == ANSWER for entry in case["entries"])
    actions = [entry["action"] for entry in json.loads((tmp_path / "audit.json").read_text(encoding="utf-8"))]
    assert actions[0] == "registered"
    assert {"clock_started", "clock_stopped"} <= set(actions)
    text = "".join(page.extract_text() for page in PdfReader(tmp_path / "lembar-kasus.pdf").pages)
    assert number in text
    assert list((tmp_path / "lampiran").iterdir())
    assert "Dedi" not in (tmp_path / "rantai.jsonl").read_text(encoding="utf-8")
    said = checked(tmp_path)
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
        archive.extractall(tmp_path)
    content = (tmp_path / file).read_text(encoding="utf-8")
    assert change[0] in content
    (tmp_path / file).write_text(content.replace(*change, 1), encoding="utf-8")
    assert checked(tmp_path).startswith("TIDAK COCOK")
    assert says in checked(tmp_path)


async def test_an_entry_that_was_left_out_shows(desk: Desk, tmp_path: Path) -> None:
    _, number = await desk.answered()
    with zipfile.ZipFile(io.BytesIO(await archive_of(desk, number))) as archive:
        archive.extractall(tmp_path)
    rows = (tmp_path / "rantai.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    (tmp_path / "rantai.jsonl").write_text("".join(rows[:2] + rows[3:]), encoding="utf-8")
    assert "tidak menyambung" in checked(tmp_path)


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
