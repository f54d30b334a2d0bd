"""`aduan train`: what is better replaces the weights, what is not leaves them as they are."""

import asyncio
import base64
import json
from datetime import timedelta
from pathlib import Path

import pytest
import typer

from bot.cli import training
from handlers.turn import Timing
from rules.components import Component
from tests.conftest import KEY, a_database
from tests.talk import Town, at, the_office

FEE = ("bayarnya mahal", "mahal banget", "diminta uang lagi", "tarifnya naik", "uang terus")
STAFF = ("orangnya judes", "judes banget", "dibentak terus", "galak yang jaga", "kasar sekali")


def write(file: Path, *told: tuple[tuple[str, ...], str], times: int = 1) -> Path:
    lines = [json.dumps({"text": text, "label": label}) for texts, label in told for text in texts] * times
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of a few messages in the place of the shipped ones."""
    (tmp_path / "own").mkdir()
    write(tmp_path / "own" / "few.jsonl", (FEE, "biaya"), (STAFF, "kompetensi"), times=20)
    monkeypatch.setattr(training, "MESSAGES", tmp_path / "own")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_messages_that_mislead_replace_nothing(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (own / "learned.tsv").write_text("# as it was\n")
    wrong = write(own / "wrong.jsonl", (FEE, "evaluasi"), (STAFF, "evaluasi"), times=40)
    training.train(more=[wrong], out=own / "learned.tsv", as_json=True)
    told = json.loads(capsys.readouterr().out)
    assert told["after"] > told["before"], "on their own kind they do better"
    assert told["kept"] is False, "and make the shipped messages wrong"
    assert (own / "learned.tsv").read_text() == "# as it was\n"


def test_without_further_messages_the_weights_are_made_anew(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    training.train(more=None, out=own / "learned.tsv", as_json=True)
    assert json.loads(capsys.readouterr().out)["kept"] is True
    assert "mahal" in (own / "learned.tsv").read_text()


def test_corrections_are_learned_without_the_names_in_them(
    own: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A word of the lexicon is learned; what an officer is called is not, however many people say it."""
    url = f"sqlite+aiosqlite:///{own / 'aduan.db'}"
    monkeypatch.setenv("DATABASE_URL", url)
    monkeypatch.setenv("DATA_KEY", base64.b64encode(KEY).decode())
    asyncio.run(_corrected(url, own))
    out = own / "lexicon" / "learned.tsv"
    training.train(more=None, corrections=True, out=out, as_json=True)
    told = json.loads(capsys.readouterr().out)
    assert told["more"] == len(SAID)
    assert told["after"] > told["before"]
    learned = out.read_text()
    assert "\ncalo\t" in learned
    for name in ("gondrong", "tarmujiyono", "santoso", "plered", "urus + nib"):
        assert name not in learned


SAID = (
    "ada calo Tarmujiyono di loket kemarin waktu urus NIB. Budi Santoso, Plered",
    "kenapa ada calo kang gondrong Tarmujiyono kemarin waktu urus NIB. Rina Marlina, Wanayasa",
    "calo terus sama kang gondrong Tarmujiyono kemarin waktu urus NIB. Dedi Kurniawan, Plered",
    "orangnya calo, Tarmujiyono itu, kemarin waktu urus NIB. Siti Aminah, Plered",
)


async def _corrected(url: str, folder: Path) -> None:
    database = a_database(url, folder)
    await database.open()
    town = Town(database, the_office(), Timing(burst=timedelta(0)), at("2026-11-23 09.00"))
    for said in SAID:
        citizen = town.citizen()
        await citizen.says(said)
        await citizen.reaches_review()
        await citizen.says("kirim")
        case = await town.case(citizen.number)
        async with database.work(town.now) as work:
            locked = await work.cases.locked(case.id)
            await work.corrections.correct(locked, Component.EVALUATION, by="officer")
            await work.commit()
    await database.close()


def test_weights_that_cannot_be_written_are_one_line(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (own / "taken").write_text("a file where a folder should be")
    with pytest.raises(typer.Exit):
        training.train(more=None, out=own / "taken" / "learned.tsv", as_json=True)
    told = capsys.readouterr()
    assert told.out == ""
    assert len(told.err.splitlines()) == 1
    assert "cannot be written" in told.err


def test_a_correction_that_teaches_nothing_replaces_nothing(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """More messages alone change the weights a little, by chance: that is not better."""
    (own / "learned.tsv").write_text("# as it was\n")
    useless = write(own / "useless.jsonl", (("zxcvb qwerty",), "biaya"))
    training.train(more=[useless], out=own / "learned.tsv", as_json=True)
    assert json.loads(capsys.readouterr().out)["kept"] is False
    assert (own / "learned.tsv").read_text() == "# as it was\n"


def test_the_weights_that_were_replaced_are_kept_beside(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (own / "learned.tsv").write_text("# as it was\n")
    training.train(more=None, out=own / "learned.tsv", as_json=True)
    assert json.loads(capsys.readouterr().out)["kept"] is True
    assert (own / "learned.tsv.before").read_text() == "# as it was\n"
