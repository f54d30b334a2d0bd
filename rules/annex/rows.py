"""Lines to standards: which line is a title, which a row of the table, which goes on with the cell before."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from rules.annex.markup import plain
from rules.components import OF_A_STANDARD, Component

NAMES: Mapping[Component, str] = {
    Component.REQUIREMENTS: "Persyaratan",
    Component.PROCEDURE: "Sistem, Mekanisme dan Prosedur",
    Component.COMPLETION_TIME: "Jangka Waktu Penyelesaian",
    Component.FEE: "Biaya/Tarif",
    Component.PRODUCT: "Produk Pelayanan",
    Component.COMPLAINTS: "Penanganan Pengaduan, Saran dan Masukan",
    Component.LEGAL_BASIS: "Dasar Hukum",
    Component.FACILITIES: "Sarana, Prasarana, dan Fasilitas",
    Component.STAFF_COMPETENCE: "Kompetensi Pelaksana",
    Component.SUPERVISION: "Pengawasan Internal",
    Component.STAFF_NUMBERS: "Jumlah Pelaksana",
    Component.SERVICE_GUARANTEE: "Jaminan Pelayanan",
    Component.SAFETY: "Jaminan Keamanan dan Keselamatan Pelayanan",
    Component.EVALUATION: "Evaluasi Kinerja Pelaksana",
}
"""The components as the annex heads their rows."""

# How a row's second cell may begin, in lower case without punctuation. Safety before the other "jaminan".
_BEGINS: tuple[tuple[Component, str], ...] = (
    (Component.REQUIREMENTS, r"(?:persyaratan|syarat)\b"),
    (Component.PROCEDURE, r"(?:sistem|mekanisme|prosedur)\b"),
    (Component.COMPLETION_TIME, r"(?:jangka )?waktu\b"),
    (Component.FEE, r"(?:biaya|tarif)\b"),
    (Component.PRODUCT, r"produk\b"),
    (Component.COMPLAINTS, r"(?:(?:penanganan|pengelolaan|tata cara|mekanisme) )?(?:pengaduan|aduan)\b"),
    (Component.LEGAL_BASIS, r"(?:dasar|landasan) hukum\b"),
    (Component.FACILITIES, r"(?:sarana|prasarana|fasilitas)\b"),
    (Component.STAFF_COMPETENCE, r"kompetensi\b"),
    (Component.SUPERVISION, r"pengawasan\b"),
    (Component.STAFF_NUMBERS, r"jumlah\b"),
    (Component.SAFETY, r"(?:jaminan )?(?:keamanan|keselamatan)\b"),
    (Component.SERVICE_GUARANTEE, r"jaminan\b"),
    (Component.EVALUATION, r"evaluasi\b"),
)
_ORDER = {component: n for n, component in enumerate(OF_A_STANDARD, start=1)}

_LINES = re.compile(r"\r\n|[\n\r\f\v\u0085\u2028\u2029]")
_HEAD = re.compile(r"NO\.?\s+KOMPONEN(?:\s+PELAYANAN)?\s+URAIAN\b.*", re.IGNORECASE)
_SECTION = re.compile(r"(?P<letter>[AB])\s*[.)]?\s+(?:Komponen\b.*|.*\bProses\b.*)", re.IGNORECASE)
_TITLE = re.compile(r"(?P<number>[0-9]{1,4})\s*(?P<point>[.)])?\s+(?P<title>\S.*)")
_NUMBER = re.compile(r"([0-9]{1,2})\s*[.)]?")
_PAGE = re.compile(r"[\s.–—-]*(?:hal(?:aman)?\b\W*)?[0-9]{1,4}(?:\s*(?:dari|/)\s*[0-9]{1,4})?[\s.–—-]*", re.I)
_CLOSING = re.compile(
    r"(?:(?:Plt|Pj|Plh|a\.n)\.?\s*)?"
    r"(?:ttd|Ditetapkan|Diundangkan|Salinan|Bupati|Wali ?kota|Gubernur|Kepala (?:Bagian|Dinas))\b",
    re.IGNORECASE,
)


class AnnexTrouble(Exception):
    """The text cannot be read as service standards. `lines` say what is missing, one thing each."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__("; ".join(lines))
        self.lines = tuple(lines)


@dataclass
class Draft:
    """A standard as found: its title and the pieces of each cell, as lines and pages cut them."""

    number: int
    title: str
    cells: dict[Component, list[str]] = field(default_factory=dict)
    current: Component | None = None

    def label(self) -> str:
        return f"standard {self.number}"


@dataclass(frozen=True)
class _Line:
    """What a line is: head, section, row, go_on (empty first cells), strange (not known), text, blank."""

    kind: str
    at: int
    text: str = ""
    component: Component | None = None
    number: int | None = None
    name: str = ""


def drafts(text: str) -> tuple[list[Draft], list[str]]:
    """The standards of the text, and what is wrong with their titles and rows."""
    found: list[Draft] = []
    troubles: list[str] = []
    run: list[_Line] = []  # text and blank lines since the last row, and a heading row among them
    for line in _read(text):
        draft = found[-1] if found else None
        if line.kind in ("text", "blank", "head"):
            run.append(line)
            continue
        title = _title(run)
        if _begins_anew(draft, line, title):
            _go_on(draft, run[: title[0]] if title else run, closing=True)
            if title is None:
                troubles.append(f"line {line.at}: a table without a numbered title above it")
                found.append(Draft(0, ""))
            else:
                found.append(Draft(title[1], title[2]))
        else:
            _go_on(draft, run, closing=False)
        run = []
        _take(found[-1], line, troubles)
    if found:
        _go_on(found[-1], run, closing=True)
    elif title := _title(run):
        troubles.append(f"standard {title[1]}: no table of components")
    else:
        troubles.append("no numbered title with a table of components")
    return [draft for draft in found if draft.title], troubles


def component_named(cell: str, number: int | None = None) -> Component | None:
    """The component that a row's second cell names, also with a slip of the pen. None when it names none."""
    words = " ".join(re.sub(r"[^a-z]+", " ", cell.casefold()).split())
    if not words or len(words) > 90:
        return None
    if words == "jaminan" and number == _ORDER[Component.SAFETY]:
        return Component.SAFETY  # its name goes on in the next row
    for component, begins in _BEGINS:
        if re.match(begins, words):
            return component
    known = {re.sub(r"[^a-z]+", " ", name.casefold()).strip(): c for c, name in NAMES.items()}
    close = get_close_matches(words, known, n=1, cutoff=0.8)
    return known[close[0]] if close else None


def _read(text: str) -> Iterator[_Line]:
    raw = _LINES.split(text)
    bare = [plain(line) for line in raw]
    for n, (line, said) in enumerate(zip(raw, bare, strict=True)):
        around = (bare[n - 1] if n else "", bare[n + 1] if n + 1 < len(raw) else "")
        lonely = not all(around) or _HEAD.fullmatch(around[1]) is not None
        if not said or (lonely and _PAGE.fullmatch(said) and "\t" not in line):
            # An empty row of the table is no page break, yet says as little.
            yield _Line("blank", n + 1)
        else:
            yield _one(line, said, n + 1)


def _one(line: str, said: str, at: int) -> _Line:
    if _HEAD.fullmatch(said):
        return _Line("head", at)
    cells = line.split("\t")
    section = _SECTION.fullmatch(said)
    first = plain(cells[0])
    if section and (len(cells) > 1 or "proses p" in said.casefold()) and len(said) < 150:
        return _Line("section", at, name=section["letter"].upper())
    if len(cells) == 1:
        return _Line("text", at, line)
    number = _NUMBER.fullmatch(first)
    name, rest = plain(cells[1]), " ".join(cells[2:])
    component = component_named(name, int(number[1]) if number else None)
    if component is not None and (number or (not first and len(cells) > 2)):
        return _Line("row", at, rest, component, int(number[1]) if number else None, name)
    if number and plain(rest):
        return _Line("strange", at, " ".join(cells[1:]), None, int(number[1]), name)
    if not first:
        is_name = len(cells) > 2 and plain(rest) and len(name) < 60
        return _Line("go_on", at, rest if is_name else " ".join(cells[1:]))
    return _Line("text", at, " ".join(cells))


def _title(run: Sequence[_Line]) -> tuple[int, int, str] | None:
    """Where the title begins, its number and words: the last numbered line that reads like one."""
    for wants_point in (True, False):
        for i in range(len(run) - 1, -1, -1):
            match = _TITLE.fullmatch(plain(run[i].text))
            if match is None or (wants_point and not match["point"]) or not re.search(r"\w", match["title"]):
                continue
            words = [match["title"]]
            for line in run[i + 1 :]:
                if line.kind != "text":
                    break
                words.append(plain(line.text))
            return i, int(match["number"]), " ".join(words).strip(" .:;")
    return None


def _begins_anew(draft: Draft | None, line: _Line, title: tuple[int, int, str] | None) -> bool:
    """Whether a table begins here, or the one that a page broke goes on."""
    if draft is None or (line.kind == "section" and line.name == "A"):
        return True
    if line.component is None or draft.current is None:
        return False
    earlier = _ORDER[line.component] < _ORDER[draft.current]
    return earlier and (title is not None or line.component in draft.cells)


def _go_on(draft: Draft | None, run: Sequence[_Line], *, closing: bool) -> None:
    """Add the lines of the run to the cell they were cut from, but not what closes the annex."""
    if draft is None or draft.current is None:
        return
    apart = False
    for line in run:
        apart = apart or line.kind != "text"
        if line.kind != "text":
            continue
        said = plain(line.text)
        if closing and apart and (_CLOSING.match(said) or said.isupper()):
            return
        draft.cells[draft.current].append(line.text)


def _take(draft: Draft, line: _Line, troubles: list[str]) -> None:
    if line.kind == "row" and line.component is not None:
        if line.component in draft.cells and line.component is not draft.current:
            troubles.append(f"{draft.label()}: component {line.component.value} is there twice (line {line.at})")
        draft.current = line.component
        draft.cells.setdefault(line.component, []).append(line.text)
    elif line.kind == "strange":
        if draft.current is None or line.number == _ORDER[draft.current] + 1:
            troubles.append(f"{draft.label()}: row {line.number} names no known component (line {line.at})")
        else:
            draft.cells[draft.current].append(f"{line.number}. {line.text}")
    elif line.kind == "go_on" and draft.current is not None:
        draft.cells[draft.current].append(line.text)
