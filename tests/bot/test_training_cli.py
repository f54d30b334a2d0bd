"""`aduan train`: what is better replaces the weights, what is not leaves them as they are."""

import json
from pathlib import Path

import pytest

from bot.cli import training

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
