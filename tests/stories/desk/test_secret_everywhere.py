"""A secret identity, looked for in everything that anybody but the officer of the case can be shown, at any time.

The whole life of a secret complaint, with all that superiors, a head, an agency and APIP can ask for meanwhile: every
message, every file (workbooks, papers, archives opened), every log line.
"""

import io
import logging
import zipfile
from collections.abc import Iterator

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from messages.envelope import Channel, OutgoingFile
from rules.roles import Role
from tests.files import a_photo
from tests.stories.desk.conftest import Desk
from tests.talk import Citizen

# Invented, and found nowhere else.
NAME, VILLAGE, NIK, PHONE, FILE = (
    "Zulfikar Qudratullah",
    "Cihuni",
    "3214010101900001",
    "081290909090",
    "ijazah-zulfikar",
)
HIDDEN = ("Zulfikar", "Qudratullah", VILLAGE, NIK, PHONE, "81290909090", "zulfikar")
STORY = "sertifikat standar KBLI 27203 saya belum terbit, berkas lengkap 23 oktober, jangan sebut nama saya"
EVERYTHING = (
    *("antrean", "antrean semua", "kasus {n}", "riwayat {n}", "lembar {n}", "lampiran {n}", "cari sertifikat"),
    *("cari Zulfikar", "terlambat", "beban", "tim", "ringkasan", "ringkasan triwulan", "ekspor", "ekspor csv"),
    *("ekspor evaluasi 2026-4", "bundel {n}", "kabari {n}", "tidak", "ingatkan {n}", "bantuan"),
)


@pytest.fixture
def digests() -> bool:
    return True


async def texts_of(desk: Desk, people: tuple[Citizen, ...]) -> list[tuple[str, str]]:
    """Everything that these people were sent: (where, text)."""
    found = []
    files: dict[int, OutgoingFile] = {}
    for person in people:
        for message in person._all():
            shown = [message.text, message.announced, *(choice.label for choice in message.choices)]
            found.append((f"a message to {person.channel}", "\n".join((*shown, *message.template.values()))))
            files |= {file.attachment_id: file for file in message.files}
    async with desk.town.database.reading(desk.town.now) as work:
        for file in files.values():
            kept = await work.attachments.get(file.attachment_id)
            content = work.attachments.content(kept) if kept else None
            found.append((file.name, file.name))
            if content is not None:  # what was removed by now was looked into before
                found += [(file.name, text) for text in opened(file.name, content)]
    return found


def opened(name: str, content: bytes) -> Iterator[str]:
    """The texts in a file, whatever it is."""
    yield content.decode("utf-8", "replace")
    if name.endswith(".xlsx"):
        for sheet in load_workbook(io.BytesIO(content)).worksheets:
            yield "\n".join(str(row) for row in sheet.iter_rows(values_only=True))
    if name.endswith(".pdf"):
        yield "".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    if name.endswith(".zip"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for inside in archive.namelist():
                yield inside
                yield from opened(inside, archive.read(inside))


async def asks_for_everything(desk: Desk, people: tuple[Citizen, ...], number: str) -> list[tuple[str, str]]:
    """What they are shown, and were until now."""
    for person in people:
        for words in EVERYTHING:
            await person.says(words.format(n=number))
    return await texts_of(desk, people)


async def test_a_secret_identity_is_shown_to_nobody_but_the_officer(
    desk: Desk, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.INFO)
    town = desk.town
    agency = await desk.colleague(Role.AGENCY, "Tatang Sutisna", unit="satpolpp")
    foreign_head = await desk.colleague(Role.HEAD, "Dadang Hidayat", unit="satpolpp")
    apip = await desk.colleague(Role.APIP, "Euis Komala")
    other = await desk.colleague(Role.OFFICER, "Lilis Suryani")
    outsiders = (desk.superior, desk.head, agency, foreign_head, apip, other)

    citizen = town.citizen(Channel.TELEGRAM)
    await citizen.shows(a_photo(f"{FILE}.jpg"), text=STORY)
    await citizen.reaches_review(name=NAME, place=VILLAGE)
    await citizen.says("kirim")
    number = citizen.number
    assert (await desk.case(number)).secret
    await citizen.says(f"tambah {number} NIK saya {NIK}, telepon {PHONE}, tanya saja Zulfikar di {VILLAGE}")
    officer = desk.officer
    await officer.says(f"ambil {number}")
    await officer.says(f"kasus {number}")
    officer.reads(NAME)
    await desk.studies(number)
    await officer.says(f"catatan {number} Sudah menelepon {NAME} di {VILLAGE}.")
    await officer.says(f"jalur {number} opd satpolpp Apakah berkas {NAME} sudah diperiksa?")
    await officer.says("kirim")
    seen = await asks_for_everything(desk, outsiders, number)
    await agency.says(f"balas {number} Titiknya sudah diperiksa dan aman.")
    await agency.says("kirim")

    await town.until("2026-12-15 09.00")  # late: reminders and digests go up the ladder
    seen += await texts_of(desk, outsiders)
    await desk.replies(number, f"Bapak {NAME}, izinnya terbit hari ini.")
    await citizen.says("baca")
    await town.arrives(citizen)
    await town.arrives(desk.superior)
    await town.until("2027-01-04 09.00")  # the quarter's digest
    seen += await asks_for_everything(desk, outsiders, number)
    assert NAME in "\n".join(message.text for message in officer._all()), "the officer of the case sees who it is"

    seen += [("the log", caplog.text), ("standard output", "".join(capsys.readouterr()))]
    assert sum(name.endswith((".xlsx", ".csv", ".zip", ".pdf")) for name, _ in seen) > 10, "files were looked into"
    leaks = [(where, word) for where, text in seen for word in HIDDEN if word in text]
    assert leaks == []
