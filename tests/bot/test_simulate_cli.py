"""`aduan simulate`, as whoever prepares a talk with the regent meets it."""

import json
import os
import shutil
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from bot.agency_services import shipped_folder
from bot.cli import app
from rules.days import JAKARTA
from rules.periods import Quarter

FEW = ("--arrivals", "3", "--officers", "3", "--hours", "2.5", "--runs", "4")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def aduan(*words: str) -> Result:
    return CliRunner().invoke(app, ["simulate", *words])


def objects(*words: str) -> list[dict[str, Any]]:
    result = aduan(*words, "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_one_object_for_each_number_of_officers_and_nothing_left_behind(here: Path) -> None:
    told = objects(*FEW, "--quarter", "2027-1")
    assert [one["officers"] for one in told] == [1, 2, 3, 4, 5, 6]
    assert {one["quarter"] for one in told} == {"2027-1"}
    assert {one["working_days"] for one in told} == {53}
    assert set(told[0]) == {
        "quarter",
        "working_days",
        "officers",
        "received",
        "in_time",
        "in_time_worst_tenth",
        "median_days",
        "filled",
        "open_at_start",
        "open_at_end",
        "suffices",
    }
    assert told[0]["in_time"] < 0.2
    assert 0.9 < told[-1]["in_time"] <= 1
    assert told[0]["filled"] > told[-1]["filled"]
    assert not os.listdir(here)


def test_the_same_seed_prints_the_same() -> None:
    once = aduan(*FEW, "--quarter", "2027-1", "--seed", "7").stdout
    assert aduan(*FEW, "--quarter", "2027-1", "--seed", "7").stdout == once
    assert aduan(*FEW, "--quarter", "2027-1", "--seed", "8").stdout != once


def test_without_a_quarter_it_is_the_next_one() -> None:
    today = datetime.now(JAKARTA).date()
    told = {one["quarter"] for one in objects(*FEW)}
    assert told <= {str(Quarter.of(today).next), str(Quarter.of(datetime.now(JAKARTA).date()).next)}


def test_people_get_a_table_and_one_sentence() -> None:
    result = aduan(*FEW, "--quarter", "2027-2", "--agency-share", "0")
    assert (result.exit_code, result.stderr) == (0, "")
    head, assumed, _, title, *rows, _, sentence = result.stdout.splitlines()
    assert head.startswith("DPMPTSP Purwakarta, quarter 2027-2: 59 working days")
    assert "0% wait 6 days for an agency" in assumed
    assert title.split()[0] == "officers"
    assert [int(row.split()[0]) for row in rows] == [1, 2, 3, 4, 5, 6]
    assert sentence.startswith("The fewest officers with whom at least 95% of the replies come in time")
    assert max(len(row) for row in rows) <= 80


def sentence_of(*words: str) -> str:
    return aduan(*words, "--quarter", "2027-3", "--runs", "3").stdout.splitlines()[-1]


def test_the_sentence_says_why_none_are_enough() -> None:
    usual = ("--officers", "3", "--hours", "2.5")
    assert "None of 1 to 6 officers are enough" in sentence_of("--arrivals", "30", *usual)
    assert "the work alone fills the days of 1" in sentence_of("--arrivals", "30", *usual)
    kept = sentence_of("--arrivals", "2", *usual, "--agency-share", "0.5", "--agency-days", "14")
    assert "even if nothing ever waited for an officer" in kept
    assert sentence_of("--arrivals", "2", *usual, "--leave", "250").endswith("nobody is ever there to work.")


def test_the_sentence_does_not_call_the_smallest_number_tried_the_fewest_there_could_be() -> None:
    said = sentence_of("--arrivals", "2", "--officers", "8", "--hours", "1")
    assert said.endswith(": 6; fewer than 6 were not tried.")
    assert sentence_of("--arrivals", "1", "--officers", "2", "--hours", "0.5").endswith(": 1.")


def test_nothing_received_is_nothing_late() -> None:
    told = objects("--arrivals", "0", "--officers", "1", "--hours", "2.5", "--runs", "2")
    assert [(one["officers"], one["in_time"], one["median_days"]) for one in told] == [
        (1, 1, None),
        (2, 1, None),
        (3, 1, None),
        (4, 1, None),
    ]
    assert aduan("--arrivals", "0", "--officers", "1", "--hours", "2.5", "--runs", "2").exit_code == 0


def test_a_year_without_joint_leave_is_named() -> None:
    assert "No joint leave is known for 2031 yet" in aduan(*FEW, "--quarter", "2031-2").stdout


def test_the_closures_of_the_office_and_its_own_promise_count(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = shutil.copytree(shipped_folder(), here / "agency")
    closed = '[[closures]]\nday = 2027-07-20\nname = "Hari Jadi"\n[[closures]]\nday = 2027-07-21\nname = "Hari Jadi"\n'
    (folder / "closures.toml").write_text(closed, encoding="utf-8")
    profile = folder / "profile.toml"
    text = profile.read_text(encoding="utf-8")
    profile.write_text(text.replace("reply_days = 14", "reply_days = 10"), encoding="utf-8")
    monkeypatch.setenv("AGENCY_DIR", str(folder))
    assert objects(*FEW, "--quarter", "2027-3")[0]["working_days"] == 63
    assert "replies due in 10 working days" in aduan(*FEW, "--quarter", "2027-3").stdout


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--arrivals", "-1"),
        ("--arrivals", "nan"),
        ("--arrivals", "many"),
        ("--officers", "0"),
        ("--officers", "2.5"),
        ("--hours", "0"),
        ("--hours", "inf"),
        ("--spread", "-0.1"),
        ("--agency-share", "1.2"),
        ("--agency-days", "-3"),
        ("--question-share", "25%"),
        ("--other-work", "1"),
        ("--leave", "400"),
        ("--backlog", "-5"),
        ("--quarter", "2027-5"),
        ("--quarter", "2027"),
        ("--quarter", "1887-1"),
        ("--runs", "0"),
        ("--seed", "abc"),
    ],
)
def test_bad_input_is_one_line_and_exit_2(option: str, value: str) -> None:
    result = aduan(*FEW, option, value)
    assert (result.exit_code, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"aduan: {option}: {value!r} is not ")
