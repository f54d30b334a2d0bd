"""Checks an archive of a case. Needs Python 3 and nothing else; lies in every archive as `periksa.py`.

Usage: python3 periksa.py FOLDER_OR_ARCHIVE

It says whether the audit entries of the case stand in the chain as they were written, whether everything between the
first of them and the end of the chain belongs there, and whether the files are those that were put in. Compare the end
of the chain with the one that the office published at that time: it stands in the workbook of each digest, and
`aduan doctor` and `aduan verify` print it.
"""

import hashlib
import json
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path


def digest(*told: object) -> str:
    """As `storage/audit.py` hashes."""
    return hashlib.sha256(json.dumps(told, ensure_ascii=True, separators=(",", ":")).encode()).hexdigest()


def trouble_of(read: Callable[[str], bytes], names: set[str]) -> str:
    """What is wrong, in words; "" where nothing is. `read` gives the bytes of a file by its name."""
    for row in read("SHA256SUMS").decode().splitlines():
        told, _, name = row.partition("  ")
        if name not in names:
            return f"{name} tidak ada"
        if hashlib.sha256(read(name)).hexdigest() != told:
            return f"{name} berubah"
    end, own = json.loads(read("ujung.json")), {entry["seq"]: entry for entry in json.loads(read("audit.json"))}
    before, seen = None, set()
    for row in read("rantai.jsonl").decode().splitlines():
        link = json.loads(row)
        if before is not None and (link["seq"], link["previous"]) != (before["seq"] + 1, before["hash"]):
            return f"catatan {link['seq']} tidak menyambung ke catatan sebelumnya"
        content = digest(*link["tells"]) if "tells" in link else link["content"]
        if link["hash"] != digest(link["seq"], link["previous"], content):
            return f"catatan {link['seq']} berubah"
        if "tells" in link:
            told = own.get(link["seq"], {})
            at, actor, action, _, facts = link["tells"]
            stands = (told.get("at"), told.get("actor"), told.get("action"), told.get("facts"))
            if stands != (at, actor, action, json.loads(facts)):
                return f"catatan {link['seq']} di audit.json lain dari yang ada di rantai"
            seen.add(link["seq"])
        before = link
    if seen != set(own):
        return "audit.json memuat catatan yang tidak ada di rantai"
    if before is None or (before["seq"], before["hash"]) != (end["seq"], end["hash"]):
        return "rantai tidak sampai ke ujungnya"
    return ""


def main() -> None:
    place = Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    if place.is_dir():
        names = {str(path.relative_to(place)) for path in place.rglob("*") if path.is_file()}
        trouble = trouble_of(lambda name: (place / name).read_bytes(), names)
        end = json.loads((place / "ujung.json").read_bytes())
    else:
        with zipfile.ZipFile(place) as archive:
            trouble = trouble_of(archive.read, set(archive.namelist()))
            end = json.loads(archive.read("ujung.json"))
    print(f"TIDAK COCOK: {trouble}" if trouble else f"COCOK. Ujung rantai: {end['seq']} {end['hash']}")
    sys.exit(1 if trouble else 0)


if __name__ == "__main__":
    main()
