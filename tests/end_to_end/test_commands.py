"""The commands of `aduan` that others rely on, each as a process, with its output read as a script would."""

import json
import os
import sqlite3
import zipfile
from contextlib import closing
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PIL import Image

from rules.components import Component
from rules.days import JAKARTA
from tests.end_to_end.people import PLACE, SEND, STORY, number_in
from tests.end_to_end.process import DATA_KEY, Ended, command

KEPT = {"DATABASE_URL": "sqlite+aiosqlite:///aduan.db", "DATA_KEY": DATA_KEY}


def objects(ended: Ended) -> list[dict[str, Any]]:
    """One JSON object a line, and nothing else."""
    assert ended.status == 0, ended.err
    assert ended.err == ""
    return [json.loads(line) for line in ended.out.splitlines()]


async def test_deadline_names_the_days_that_are_skipped(tmp_path: Path) -> None:
    (told,) = objects(await command(tmp_path, "deadline", "2026-03-13", "--json", script=True))
    assert {name: told[name] for name in ("received", "due", "working_days")} == {
        "received": "2026-03-13",
        "due": "2026-04-10",
        "working_days": 14,
    }
    names = {day["date"]: day["name"] for day in told["skipped"]}
    assert sorted(names) == ["2026-03-18", "2026-03-19", "2026-03-20", "2026-03-23", "2026-03-24", "2026-04-03"]
    assert "Nyepi" in names["2026-03-19"]
    assert "Cuti Bersama" in names["2026-03-18"]
    assert "Idul Fitri" in names["2026-03-23"]
    assert not os.listdir(tmp_path), "asking the rules leaves nothing behind"


async def test_deadline_in_words_and_with_another_number_of_days(tmp_path: Path) -> None:
    ended = await command(tmp_path, "deadline", "2026-11-23")
    assert ended.out.startswith("2026-12-11  Jumat, 11 Desember 2026 (14 hari kerja)")
    (told,) = objects(await command(tmp_path, "deadline", "2026-11-23", "--days", "1", "--json"))
    assert (told["due"], told["skipped"]) == ("2026-11-24", [])


@pytest.mark.parametrize(
    "arguments",
    [
        ("deadline", "13-03-2026"),
        ("deadline", "2026-02-30"),
        ("deadline", "1887-01-01"),
        ("deadline", "2026-03-13", "--days", "0"),
        ("deadline",),
        ("understand", "halo", "--today", "kemarin"),
        ("no-such-command",),
        ("run", "--no-such-option"),
    ],
)
async def test_bad_input_exits_2_with_nothing_on_standard_output(arguments: tuple[str, ...], tmp_path: Path) -> None:
    ended = await command(tmp_path, *arguments)
    assert (ended.status, ended.out) == (2, "")
    assert ended.err
    assert "Traceback" not in ended.err


async def test_classify_ranks_all_fifteen_and_shows_its_evidence(tmp_path: Path) -> None:
    (told,) = objects(await command(tmp_path, "classify", "petugas loketnya judes dan tidak paham", "--json"))
    assert set(told) == {"component", "score", "ranked", "evidence"}
    assert told["component"] == "kompetensi"
    assert 0 < told["score"] <= 1
    assert {one["component"] for one in told["ranked"]} == {component.value for component in Component}
    scores = [one["score"] for one in told["ranked"]]
    assert scores == sorted(scores, reverse=True)
    assert told["ranked"][0] == {"component": "kompetensi", "score": told["score"]}
    assert told["evidence"]
    assert all(set(one) == {"component", "said", "matched"} for one in told["evidence"])


async def test_without_a_text_every_line_of_standard_input_is_a_message(tmp_path: Path) -> None:
    said = b"kok bayar 500 ribu\n\nizin saya belum keluar\n" + b"\xff\xfe bukan utf-8\n"
    assert len(objects(await command(tmp_path, "classify", "--json", said=said))) == 4
    told = objects(await command(tmp_path, "understand", "--today", "2026-11-23", "--json", said=said))
    assert len(told) == 4


async def test_understand_says_what_a_first_message_already_holds(tmp_path: Path) -> None:
    (told,) = objects(await command(tmp_path, "understand", STORY, "--today", "2026-11-23", "--json"))
    assert told == {
        "name": "Dedi Kurniawan",
        "service": "kbli-27203",
        "kbli": "27203",
        "received_on": "2026-11-22",
        "component": "produk",
        "wants_secret": False,
        "has_identity": True,
        "has_object": True,
    }
    (told,) = objects(await command(tmp_path, "understand", "halo min", "--today", "2026-11-23", "--json"))
    assert told == dict.fromkeys(("name", "service", "kbli", "received_on", "component")) | dict.fromkeys(
        ("wants_secret", "has_identity", "has_object"), False
    )


async def test_a_whole_talk_from_a_pipe_each_time_with_a_new_person(tmp_path: Path) -> None:
    said = "\n".join((STORY, "", PLACE, SEND))  # an empty line says nothing; no line end at the end
    transcripts = [await command(tmp_path, "chat", said=said, settings=KEPT) for _ in range(2)]
    for number, ended in enumerate(transcripts, 1):
        assert (ended.status, ended.err) == (0, "")
        assert [line.split(": ", 1)[0] for line in ended.out.splitlines() if line[:1] != " "] == ["warga", "bot"] * 3
        assert number_in(ended.out).split("-")[2] == f"{number:05}"
        assert f"warga: {STORY}" in ended.out


async def test_a_pipe_with_any_bytes_is_a_talk_all_the_same(tmp_path: Path) -> None:
    ended = await command(tmp_path, "chat", said=b"\xff\xfe\x00 halo \x1b[31m\n", settings=KEPT)
    assert ended.status == 0, ended.err
    assert "bot: " in ended.out


async def test_a_digest_and_the_register_are_written_to_files(tmp_path: Path) -> None:
    """The picture and the workbook are opened with other libraries; what is there already is not written over."""
    talk = await command(tmp_path, "chat", said=f"{STORY}\n{PLACE}\n{SEND}\n", settings=KEPT)
    tomorrow = (datetime.now(JAKARTA).date() + timedelta(days=1)).isoformat()
    told = await command(
        tmp_path, "digest", "weekly", "--date", tomorrow, "--out", "keluar", settings=KEPT, script=True
    )
    text, picture, workbook = (tmp_path / line for line in told.out.splitlines())
    assert text.read_text(encoding="utf-8").startswith("Ringkasan pekan ")
    assert "Terbuka 1: lebih dari 7 hari 1" in text.read_text(encoding="utf-8")
    assert Image.open(BytesIO(picture.read_bytes())).size[0] == 1200
    assert load_workbook(BytesIO(workbook.read_bytes()))["Pengaduan terbuka"]["A4"].value == number_in(talk.out)
    for form in ("xlsx", "csv"):
        written = await command(
            tmp_path, "export", "register", "--format", form, "--out", f"register.{form}", settings=KEPT, script=True
        )
        assert written.out == f"register.{form}: 1 cases\n", written.err
        assert (tmp_path / f"register.{form}").stat().st_mode & 0o077 == 0, "it names people"
    again = await command(tmp_path, "export", "register", "--out", "register.xlsx", settings=KEPT)
    assert again.status == 2
    again.one_line_of_trouble("register.xlsx", "already")
    bundled = await command(tmp_path, "bundle", number_in(talk.out), "--out", "1.zip", settings=KEPT, script=True)
    assert bundled.out.startswith("1.zip: seal "), bundled.err
    with zipfile.ZipFile(tmp_path / "1.zip") as archive:
        assert {"kasus.json", "audit.json", "rantai.jsonl", "periksa.py"} <= set(archive.namelist())
    assert (await command(tmp_path, "verify", settings=KEPT)).status == 0
    assert not [name for name in os.listdir(tmp_path) if name.endswith(".part")]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("digest", "daily", "--date", "besok"), "--date"),
        (("digest", "daily", "--out", "/dev/null/x"), "--out"),
        (("export", "register", "--out", "x.csv", "--from", "2026-02-30"), "--from"),
        (("export", "register", "--out", "/nowhere/x.csv"), "--out"),
        (("bundle", "412", "--out", "x.zip"), "There is no case"),
        (("bundle", "apa", "--out", "x.zip"), "'apa'"),
    ],
)
async def test_what_cannot_be_written_is_one_line(arguments: tuple[str, ...], said: str, tmp_path: Path) -> None:
    ended = await command(tmp_path, *arguments, settings=KEPT)
    assert ended.status == 2
    ended.one_line_of_trouble(said)


async def test_a_tampered_audit_is_found_and_named(tmp_path: Path) -> None:
    await command(tmp_path, "chat", said=f"{STORY}\n{PLACE}\n{SEND}\n", settings=KEPT)
    whole = await command(tmp_path, "verify", settings=KEPT)
    assert whole.status == 0
    assert "the chain holds" in whole.out
    with sqlite3.connect(tmp_path / "aduan.db") as database:
        (last,) = database.execute("SELECT max(seq) FROM audit").fetchone()
        database.execute("UPDATE audit SET actor = 'nobody' WHERE seq = ?", (last,))
    database.close()
    changed = await command(tmp_path, "verify", settings=KEPT)
    assert changed.status == 1
    assert changed.one_line_of_trouble(f"audit entry {last}", "changed")
    with sqlite3.connect(tmp_path / "aduan.db") as database:
        database.execute("DELETE FROM audit WHERE seq = ?", (last,))
    database.close()
    cut = await command(tmp_path, "verify", settings=KEPT)
    assert cut.status == 1
    cut.one_line_of_trouble("missing")


async def test_doctor_tells_what_works_and_what_to_enter(tmp_path: Path) -> None:
    settings = KEPT | {
        "TWILIO_ACCOUNT_SID": "AC" + "0" * 32,
        "TWILIO_AUTH_TOKEN": "a-secret",
        "TWILIO_WHATSAPP_FROM": "+62264820001",
        "PUBLIC_URL": "https://aduan.example/",
    }
    ended = await command(tmp_path, "doctor", settings=settings)
    assert ended.status == 0, ended.err
    assert "https://aduan.example/twilio/message#rc=5&rp=all" in ended.out
    assert "TWILIO_TEMPLATE_NOTICE is not set" in ended.out
    assert "TWILIO_TEMPLATE_DIGEST is not set" in ended.out
    assert "deadlines   0 open: 0 late, 0 today" in ended.out
    assert "a-secret" not in ended.out


async def test_doctor_sees_a_clock_that_does_not_run(tmp_path: Path) -> None:
    await command(tmp_path, "chat", said=f"{STORY}\n{PLACE}\n{SEND}\n", settings=KEPT)
    told = await command(tmp_path, "doctor", settings=KEPT)
    assert "deadlines   1 open" in told.out
    assert "clock       has not run yet" in told.out
    with closing(sqlite3.connect(tmp_path / "aduan.db")) as database:
        row = ("hourly", "2026-11-01T08", "2026-11-01 08:00:00.000000")
        database.execute("INSERT OR REPLACE INTO job_slot (job, slot, at) VALUES (?, ?, ?)", row)
        database.commit()
    told = await command(tmp_path, "doctor", settings=KEPT)
    assert told.status == 1
    assert "clock       is not running: start `aduan run`" in told.out


async def test_help_lists_every_command(tmp_path: Path) -> None:
    ended = await command(tmp_path, "--help", script=True)
    names = "run chat migrate doctor classify understand deadline standards verify train measure correct similar"
    for name in (*names.split(), "reindex", "bench", "bundle", "digest", "export", "simulate"):
        assert f" {name} " in ended.out


async def test_train_names_the_line_it_cannot_read_and_replaces_nothing(tmp_path: Path) -> None:
    (tmp_path / "broken.jsonl").write_text('{"text": "x", "label": "apa saja"}\n')
    out = str(tmp_path / "learned.tsv")
    refused = await command(tmp_path, "train", "--more", str(tmp_path / "broken.jsonl"), "--out", out)
    refused.one_line_of_trouble("broken.jsonl", "line 1")
    assert not (tmp_path / "learned.tsv").exists()


async def test_a_case_is_corrected_and_its_fellow_found(tmp_path: Path) -> None:
    for name in ("Budi Santoso", "Rina Marlina"):
        said = f"petugas loket PBG kasar sekali kemarin waktu saya tanya syarat. {name}, Plered\nkirim\n"
        talk = await command(tmp_path, "chat", settings=KEPT, said=said)
        assert "ADU-" in talk.out, talk.err
    (fellow,) = objects(await command(tmp_path, "similar", "1", "--json", settings=KEPT))
    assert fellow["number"].endswith("-00002-1")
    assert not fellow["same_person"]
    assert fellow["score"] > 0.5
    told = await command(tmp_path, "similar", "2", settings=KEPT)
    assert "-00001-3" in told.out
    assert "Santoso" not in told.out
    with closing(sqlite3.connect(tmp_path / "aduan.db")) as database:
        database.execute("DELETE FROM case_term")
        database.commit()
    assert "Nothing else" in (await command(tmp_path, "similar", "2", settings=KEPT)).out
    assert (await command(tmp_path, "reindex", settings=KEPT)).status == 0
    assert "-00001-3" in (await command(tmp_path, "similar", "2", settings=KEPT)).out
    (corrected,) = objects(await command(tmp_path, "correct", "1", "prosedur", "--json", settings=KEPT))
    assert (corrected["before"], corrected["after"]) == ("kompetensi", "prosedur")
    again = await command(tmp_path, "correct", "1", "prosedur", settings=KEPT)
    assert "already" in again.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("similar", "999"), "no case has this number"),
        (("similar", "ADU-2026-00001-9"), "no case has this number"),
        (("correct", "apa", "biaya"), "no case has this number"),
        (("train", "--corrections"), "no officer has corrected a class yet"),
        (("measure", "not-there.jsonl"), "cannot be read"),
    ],
)
async def test_what_is_not_there_is_one_line(arguments: tuple[str, ...], said: str, tmp_path: Path) -> None:
    ended = await command(tmp_path, *arguments, settings=KEPT, script=True)
    ended.one_line_of_trouble(said)
    assert (ended.status, ended.out) == (2, "")


async def test_measure_prints_shares_and_a_confusion_table(tmp_path: Path) -> None:
    lines = [
        {"text": "petugasnya judes", "label": "kompetensi", "also": []},
        {"text": "halo saya Budi Santoso", "today": "2026-11-24", "expect": {"name": "Budi Santoso"}},
    ]
    (tmp_path / "asked.jsonl").write_text("\n".join(map(json.dumps, lines)))
    ended = await command(tmp_path, "measure", str(tmp_path / "asked.jsonl"), script=True)
    assert "| messages (1) | 100.0% | 100.0% | 100.0% |" in ended.out
    assert "| **kompetensi** | 1 |" in ended.out
    assert "| name | 100.0% |" in ended.out


async def test_the_benchmark_runs_to_its_end(tmp_path: Path) -> None:
    ended = await command(tmp_path, "bench", "--talks", "1", "--cases", "300", "--register", "500", script=True)
    expected = (
        "classify a typical",
        "similar cases among 300",
        "receive and answer",
        "daily digest",
        "500 cases as csv",
    )
    for line in expected:
        assert line in ended.out, ended.err


async def test_an_invitation_is_a_code_for_72_hours(tmp_path: Path) -> None:
    invited = await command(
        tmp_path, "invite", "--role", "officer", "--name", "Rina Marlina", "--json", settings=KEPT, script=True
    )
    (told,) = objects(invited)
    assert sorted(told) == ["code", "expires", "telegram_link"]
    assert len(told["code"]) == 10
    assert told["telegram_link"] is None, "no bot is set up"
    ends = datetime.fromisoformat(told["expires"]) - datetime.now(UTC)
    assert timedelta(hours=71, minutes=50) < ends <= timedelta(hours=72)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--role", "boss", "--name", "Rina"), "boss"),
        (("--role", "agency", "--name", "Rina"), "agency"),
        (("--role", "officer", "--name", "Rina", "--tier", "9"), "pelaksana"),
        (("--role", "officer", "--name", "--"), "name"),
    ],
)
async def test_a_bad_invitation_says_what_is_wrong(tmp_path: Path, arguments: tuple[str, ...], says: str) -> None:
    ended = await command(tmp_path, "invite", *arguments, settings=KEPT)
    assert ended.status == 2
    assert says in ended.err
