"""Checks an archive of a case. Needs Python 3 and nothing else; lies in every archive as `periksa.py`.

Usage: python3 periksa.py FOLDER_OR_ARCHIVE

It says whether the files are those that were listed, whether the audit entries of the case stand in the chain as they
were written, all of them, and whether the chain holds from the first of them to its end. Two figures are to be compared
with what the office has: the end of the chain stands in the workbook of each digest, and `aduan doctor` and
`aduan verify` print it; the seal of this archive stands in the audit entry that tells that it was made.
"""

import hashlib
import json
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any


def digest(*told: object) -> str:
    """As `storage/audit.py` hashes."""
    return hashlib.sha256(json.dumps(told, ensure_ascii=True, separators=(",", ":")).encode()).hexdigest()


def trouble_of(read: Callable[[str], bytes], names: set[str]) -> str:
    """What is wrong, in words; "" where nothing is. `read` gives the bytes of a file by its name."""
    listed = {}
    for row in read("SHA256SUMS").decode().splitlines():
        told, _, name = row.partition("  ")
        listed[name] = told
    for name in sorted(names - {"SHA256SUMS"} - set(listed)):
        return f"{name} tidak ada dalam daftar"
    for name, told in listed.items():
        if name not in names:
            return f"{name} tidak ada"
        if hashlib.sha256(read(name)).hexdigest() != told:
            return f"{name} berubah"
    return trouble_of_chain(read)


def trouble_of_chain(read: Callable[[str], bytes]) -> str:
    """The same of the audit entries alone."""
    number, end = json.loads(read("kasus.json"))["number"], json.loads(read("ujung.json"))
    own = {entry["seq"]: entry for entry in json.loads(read("audit.json"))}
    before, seen = None, []
    for row in read("rantai.jsonl").decode().splitlines():
        link = json.loads(row)
        if before is None and link.get("tells", ["", "", ""])[2] != "registered":
            return "rantai tidak mulai dari pencatatan kasus ini"
        if before is not None and (link["seq"], link["previous"]) != (before["seq"] + 1, before["hash"]):
            return f"catatan {link['seq']} tidak menyambung ke catatan sebelumnya"
        if link["hash"] != hash_of(link):
            return f"catatan {link['seq']} berubah"
        if link["case"] == number:
            at, actor, action, facts = link.get("tells", ["", "", "", "null"])
            told = own.get(link["seq"], {})
            stands = (told.get("at"), told.get("actor"), told.get("action"), told.get("facts"))
            if stands != (at, actor, action, json.loads(facts)):
                return f"catatan {link['seq']} di audit.json lain dari yang ada di rantai"
            seen.append(link["seq"])
        before = link
    if seen != sorted(own):
        return "audit.json memuat catatan yang tidak ada di rantai"
    if before is None or (before["seq"], before["hash"]) != (end["seq"], end["hash"]):
        return "rantai tidak sampai ke ujungnya"
    return ""


def hash_of(link: dict[str, Any]) -> str:
    """As it has to be. Of old entries of other cases it cannot be told: they are hashed in one step."""
    if link.get("old"):
        if "tells" not in link:
            return str(link["hash"])
        at, actor, action, facts = link["tells"]
        return digest(link["seq"], at, actor, action, link["case"], facts, link["previous"])
    told = digest(*link["tells"]) if "tells" in link else link["told"]
    return digest(link["seq"], link["previous"], link["case"], told)


def main() -> None:
    place = Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    try:
        if place.is_dir():
            names = {str(path.relative_to(place)) for path in place.rglob("*") if path.is_file()}
            said = checked(lambda name: (place / name).read_bytes(), names)
        else:
            with zipfile.ZipFile(place) as archive:
                said = checked(archive.read, set(archive.namelist()))
    except (OSError, KeyError, ValueError, TypeError, AttributeError, zipfile.BadZipFile) as wrong:
        said = f"TIDAK COCOK: arsip ini tidak dapat dibaca ({wrong})"
    print(said)
    sys.exit(0 if said.startswith("COCOK") else 1)


def checked(read: Callable[[str], bytes], names: set[str]) -> str:
    """What is to be said about an archive."""
    trouble = trouble_of(read, names)
    if trouble:
        return f"TIDAK COCOK: {trouble}"
    end, seal = json.loads(read("ujung.json")), hashlib.sha256(read("SHA256SUMS")).hexdigest()
    old = sum(json.loads(row).get("old", False) for row in read("rantai.jsonl").decode().splitlines())
    note = f" {old} catatan lama hanya diperiksa sambungannya." if old else ""
    return f"COCOK.{note} Ujung rantai: {end['seq']} {end['hash']}. Sidik arsip: {seal}"


if __name__ == "__main__":
    main()
