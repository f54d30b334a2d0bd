"""`aduan standards`, as an operator meets it."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from bot.agency_services import load_catalogue, shipped_folder
from bot.agency_standard import read_standard
from bot.cli.standards import standards_app
from rules.components import OF_A_STANDARD
from tests.rules.annex_text import annex

BAKERY = "13. Sertifikat Standar (Risiko Menengah) KBLI 10710 Industri Roti dan Kue"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the shipped agency folder, which AGENCY_DIR names."""
    folder = shutil.copytree(shipped_folder(), tmp_path / "agency")
    monkeypatch.setenv("AGENCY_DIR", str(folder))
    return folder


def aduan(*words: str) -> Result:
    return CliRunner().invoke(standards_app, list(words))


def bring(folder: Path, text: str, *options: str) -> Result:
    file = folder.parent / "lampiran.txt"
    file.write_text(text, encoding="utf-8")
    return aduan("import", str(file), *options)


def lines(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def files(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_import_prints_one_object_and_writes_one_file(folder: Path) -> None:
    result = bring(folder, annex(BAKERY, biaya=": Tidak dipungut biaya"), "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    (found,) = lines(result)
    assert list(found.pop("components")) == [c.value for c in OF_A_STANDARD]
    assert found == {
        "id": "kbli-10710",
        "number": 13,
        "title": "Sertifikat Standar (Risiko Menengah) KBLI 10710 Industri Roti dan Kue",
        "kbli": "10710",
        "completion": {"days": 9, "unit": "working"},
        "fee": {"free": True, "amount": 0},
        "reply_days": 12,
        "staff": 6,
    }
    service = load_catalogue(folder).by_kbli("10710")
    assert service is not None
    assert service.standard is not None
    assert service.standard.window_days == 21
    assert service.aliases == ("industri roti dan kue",)


def test_what_the_text_does_not_say_is_null(folder: Path) -> None:
    vague = annex(jangka_waktu="Menurut peraturan", biaya="Lihat papan", jumlah_pelaksana="Cukup", pengaduan="Ada")
    (found,) = lines(bring(folder, vague, "--json"))
    keys = ("kbli", "completion", "fee", "reply_days", "staff")
    assert [found[key] for key in keys] == [None] * len(keys)
    assert lines(bring(folder, annex(biaya="Sesuai tarif Perda"), "--json"))[0]["fee"] == {
        "free": False,
        "amount": None,
    }


def test_out_writes_elsewhere_and_leaves_the_office_alone(folder: Path, tmp_path: Path) -> None:
    before = files(folder)
    result = bring(folder, annex(), "--out", str(tmp_path / "new" / "deep"))
    assert result.exit_code == 0
    assert read_standard(tmp_path / "new" / "deep" / "izin-perahu-wisata.toml").standard.number == 12
    assert files(folder) == before


def test_an_import_over_a_file_keeps_its_names_and_aliases(folder: Path) -> None:
    before = read_standard(folder / "standards" / "kbli-27203.toml")
    result = bring(folder, annex("54. Sertifikat Standar KBLI 27203 Industri Baterai"))
    assert result.exit_code == 0
    after = read_standard(folder / "standards" / "kbli-27203.toml")
    assert (after.names, after.aliases) == (before.names, before.aliases)
    assert after.standard.number == 54


def test_an_import_to_another_folder_takes_the_aliases_along(folder: Path, tmp_path: Path) -> None:
    bring(folder, annex("54. Sertifikat Standar KBLI 27203 Industri Baterai"), "--out", str(tmp_path / "new"))
    before = read_standard(folder / "standards" / "kbli-27203.toml")
    assert read_standard(tmp_path / "new" / "kbli-27203.toml").aliases == before.aliases
    assert before.standard.number == 53


def test_a_standard_of_a_known_service_takes_its_id(folder: Path) -> None:
    (found,) = lines(bring(folder, annex("12. Izin Reklame"), "--json"))
    assert found["id"] == "reklame"
    service = load_catalogue(folder).services["reklame"]
    assert service.standard is not None
    assert service.variants == ("reklame-baru", "reklame-perpanjangan")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (annex(BAKERY, produk=None), "missing: produk"),
        (annex(BAKERY) + annex("14. Izin Lain", keamanan=": -"), "unreadable: keamanan"),
        (annex("tanpa nomor"), "without a numbered title"),
        (
            annex("12. Izin Reklame") + annex("13. Ijin Reklame"),
            "two standards are of the same service, reklame",
        ),
        ("", "no numbered title"),
    ],
)
def test_a_text_that_cannot_be_read_changes_nothing(folder: Path, text: str, said: str) -> None:
    before = files(folder)
    result = bring(folder, text, "--json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert files(folder) == before


def test_many_standards_come_one_a_line(folder: Path) -> None:
    result = bring(folder, annex(BAKERY) + "\n" + annex("14. Izin Perahu Wisata"), "--json")
    assert [found["id"] for found in lines(result)] == ["kbli-10710", "izin-perahu-wisata"]


def test_files_that_cannot_be_used(folder: Path, tmp_path: Path) -> None:
    odd = tmp_path / "odd.txt"
    odd.write_bytes(b"\xff\xfe\x00")
    blocked = tmp_path / "blocked"
    blocked.write_text("a file where a folder should be", encoding="utf-8")
    for result, said in (
        (aduan("import", str(tmp_path / "nowhere.txt")), "nowhere.txt: cannot be read"),
        (aduan("import", str(odd)), "odd.txt: is not UTF-8 text"),
        (bring(folder, annex(), "--out", str(blocked)), "blocked: cannot be written"),
    ):
        assert result.exit_code == 2
        assert said in result.stderr


def test_an_existing_file_that_is_broken_is_not_overwritten(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "izin-perahu-wisata.toml").write_text("aliases = ", encoding="utf-8")
    result = bring(folder, annex(), "--out", str(out))
    assert result.exit_code == 2
    assert "izin-perahu-wisata.toml: is not TOML" in result.stderr
    assert files(out) == {str(out / "izin-perahu-wisata.toml"): b"aliases = "}


def test_check_lists_every_service_and_is_content_with_the_shipped_ones(folder: Path) -> None:
    result = aduan("check", "--json")
    found = {one["id"]: one for one in lines(result)}
    assert result.exit_code == 0
    assert set(found) == set(load_catalogue(folder).services)
    assert found["kbli-27203"] == {
        "id": "kbli-27203",
        "name": "Sertifikat Standar, KBLI 27203",
        "loaded": True,
        "problems": [],
    }
    assert not found["nib"]["loaded"]
    assert "nib: standard not loaded" in aduan("check").stdout.splitlines()


def test_check_names_what_a_standard_lacks(folder: Path) -> None:
    bring(folder, annex("12. Izin Reklame", biaya="Lihat papan"))
    path = folder / "standards" / "kbli-27203.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('biaya = ["Tanpa biaya"]', "biaya = []"), encoding="utf-8")
    result = aduan("check")
    assert result.exit_code == 1
    said = result.stdout.splitlines()
    assert "kbli-27203: standard 53 loaded, components missing: biaya" in said
    assert (
        "reklame: standard 12 loaded, no fee; replies within 12 working days, the profile says 14;"
        " complaints within 21 days, the profile says 30"
    ) in said


def test_check_of_a_folder_that_cannot_be_loaded(folder: Path) -> None:
    (folder / "services.toml").unlink()
    result = aduan("check")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "services.toml: the file is missing" in result.stderr
