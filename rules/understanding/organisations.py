"""The writer's firm: `PT Sinar Baterai`, `CV Maju`, `Koperasi Melati`. Not one that is complained about."""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass

from rules.understanding.words import plain
from rules.understanding.written import NAME_WORD, written

LEGAL_FORMS = frozenset({"pt", "cv", "ud", "pd", "fa"})
ORGANISATION = re.compile(
    r"\b(?P<kind>pt|cv|ud|pd|fa|firma|koperasi|yayasan|perusahaan|toko|apotek|klinik|warung|kafe|"
    r"rumah makan|rm|bengkel|pabrik|optik|optical|salon|hotel|restoran|resto|cafe|depot|catering|katering|percetakan|"
    r"studio|laundry|rumah sakit|pondok pesantren|ponpes|pesantren|bumdes|gapoktan|kelompok tani|paguyuban|"
    r"asosiasi)\b\.?\s+"
    rf"(?P<name>(?:{NAME_WORD}|\d+)(?:[ \t]+(?:&[ \t]+)?(?:{NAME_WORD}|\d+)){{0,5}})",
    re.IGNORECASE,
)
_OURS = re.compile(
    r"(?:^|[,(:\-]|\b(?:saya|kami|kita|dari|ti|from|of|at|mewakili|hrd|legal|direktur|pemilik|owner|staf|"
    r"staff|karyawan|pegawai|manajer|manager|perwakilan|pimpinan|atas nama perusahaan|usaha|abdi|we are|"
    r"i am|perusahaan|our company)|"
    r"(?:[.!?\n]\s*|\b(?:kami|saya)\s+|\b(?:lapor|melapor|ngadu|mengadu|komplain)(?:\s\w+)?\s+)"
    r"(?:atas nama|a\.?n\.?)|^(?:kami )?(?:atas nama|a\.?n\.?|an))"
    r"\s*:?\s*$",
    re.IGNORECASE,
)
# Behind a firm that opens the message: it speaks itself, or is set off as who writes.
_SPEAKS = re.compile(
    r"\s*(?:[,:;(.\n–—-]|$|(?:mau|ingin|hendak|akan|mohon|minta|mengajukan|melapor\w*|lapor|mengadu\w*|menyampaikan|"
    r"mengeluh\w*|komplain|protes|sudah|telah|belum|kami|kita|saya|kbli|nib|izin|ijin|here|has|have|is|alamat|"
    r"dari|beralamat|berlokasi|bergerak)\b|di\s+(?!sebelah|depan|belakang|samping|dekat)\w+(?:\s\w+)?\s*[,:])",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"\b(?:satpam|security|petugas|pegawai|konsultan|calo|vendor|kontraktor|oknum|tukang|sopir|orang|saingan|kompetitor)"
    r"(?:\s\w+)?\s+(?:dari|kami|saya|kita)\s*$",
    re.IGNORECASE,
)
_NO_FIRMS = frozenset(
    {"kami", "saya", "kita", "besar", "kecil", "itu", "tersebut", "ini", "lain", "tetangga", "sebelah", "baru", "mana"}
)
_ON_PAPER = re.compile(
    r"\b(?:i[zj]in|nib|sertifikat|permohonan|pengajuan|berkas|pbg|imb|slf|kbli|sip|kkpr)\b[^.!?\n]{0,40}"
    r"(?:atas nama|a\.n\.?|a/n|an)\s*$",
    re.IGNORECASE,
)
_MOST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Organisations:
    """Finds firms. `stops` end a name; `means_something` tells an everyday word from a name."""

    stops: Collection[str]
    means_something: Callable[[str], bool]

    def find(self, text: str, *, anywhere: bool = False) -> str | None:
        """The first firm that is the writer's own (`anywhere`: any firm).

        Toko, klinik and the like, unlike PT and CV, are also everyday words: they count with capitals only.
        """
        for match in ORGANISATION.finditer(text):
            kind = match["kind"]
            legal = kind.lower() in LEGAL_FORMS
            begins = not text[: match.start()].strip()
            if kind == "pd" or (not legal and not (match["name"][0].isupper() and (begins or kind[0].isupper()))):
                continue
            before = text[: match.start()].rstrip()
            if not anywhere and not _OURS.search(before[-40:]) and not _ON_PAPER.search(before[-80:]):
                continue
            if begins and not legal and all(map(self.means_something, match["name"].split()[:2])):
                continue  # "Warung nasi Bu Haji ..." tells of a shop, whosoever it is
            if not anywhere and _OF_OTHERS.search(before[-60:]):
                continue
            words = self._words(match["name"], shouted=text.isupper())
            if not words or plain(words[0]) in _NO_FIRMS:
                continue
            behind = match.start("name") + len(" ".join(match["name"].split()[: len(words)]))
            if anywhere or before or _SPEAKS.match(text, behind):
                return f"{kind.upper() if legal else kind.title()} {written(words, firm=True)}"
        return None

    def _words(self, name: str, *, shouted: bool) -> list[str]:
        words: list[str] = []
        parts = name.split()
        capital = parts[0][0].isupper() and not shouted
        for index, word in enumerate(parts[:_MOST_WORDS]):
            last = index == len(parts) - 1 or word.endswith(
                "."
            )  # "pt sinar baterai." ends there: all of it is the name
            bare = plain(word).rstrip(".")
            lower = capital and not word[0].isupper() and not word[0].isdigit()
            common = not capital and bool(words) and not last and self.means_something(word)
            if word != "&" and (lower or common or bare in self.stops):
                break
            words.append(word.rstrip("."))
            if word.endswith("."):
                break
        return words
