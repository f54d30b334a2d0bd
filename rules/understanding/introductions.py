"""Where people say their own name: "nama saya", "abdi Asep ti Plered", "ini dengan Bu Rina", "ttd Rahmat".

How much a cue proves decides what it asks of the name: behind "nama saya" any words that mean nothing else are
believed; behind a mere "saya" a capital, a name that is common here, a title like "bu", or where somebody is from.
"""

import re

from rules.understanding.names import Names
from rules.understanding.organisations import LEGAL_FORMS, ORGANISATION
from rules.understanding.places import Gazetteer
from rules.understanding.words import plain
from rules.understanding.written import bare_words

_ME = r"(?:saya|sy|sya|aku|ak|gw|gue|gua|abdi|abi|kuring|kulo|kula|aing|ane|pelapor)"
_THEN = r"(?:\s+(?:adalah|teh|téh|yaitu|is|aja|saja|nyaeta))?\s*"
_INTRODUCED = re.compile(
    rf"\b(?:(?:nama|nm|nami|wasta|ngaran|jeneng)\s+(?:lengkap\s+)?{_ME}|(?:nama|jeneng|ngaran)\s?(?:ku|q|kuring)\b|"
    rf"(?<=, )nami(?=\s+(?-i:[A-Z]))|my\s+name['’]s|{_ME}\s+(?:(?:yang|yg)\s+)?bernama|sim\s+kuring|abdi\s+pun|"
    rf"(?:(?:per)?kenalkan|kenalin),?(?:\s+(?:nama|nm))?\s+{_ME}|nepangkeun,?(?:\s+(?:nami|wasta))?(?:\s+abdi)?|pelapor|"
    rf"(?:panggil|sebut|tulis|catat|cantumkan)\s+(?:aja|saja|wae|we|ajah)(?:\s+(?:nama|nm|nami))?(?:\s+{_ME})?|"
    # "silakan sebut nama saya kalau perlu: Agus Priatna", "you may use my name: ..."
    rf"(?:(?:nama|nm|nami)\s+{_ME}|my\s+name)[^.!?:\n]{{0,40}}(?=:)|(?:yang|yg|nu)\s+(?:lapor|melapor|ngadu|mengadu|ngalapor)(?=\s*:)|"
    r"my\s+name\s+is|call\s+me|"
    r"(?:(?:nama|nm)(?:\s+(?:lengkap|pelapor|pengadu|pemohon))?|identitas|pengirim|pengadu|penulis|dari|from|oleh)(?=\s*[:=]))"
    rf"{_THEN}(?:(?:a\.?n\.?|atas\s+nama)\s+)?(?P<mark>[:=,]?)\s*(?=[^\W\d_])",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?:^|[,.;:\n\d(]\s{0,3}|\bdan\s+)(?:nama|nm)\s+(?=[^\W\d_])", re.IGNORECASE)
_IN_THE_NAME_OF = re.compile(
    r"(?:^|[.!?\n]\s{0,3}|\b(?:saya|sy|kami|abdi)\s+)(?:a\.\s?n\.?|an\.|a/n|atas\s+nama)\s*:?\s*(?:saya\s+|sdr\.?\s+|sdri\.?\s+)?(?=[^\W\d_])",
    re.IGNORECASE,
)
_HERE = re.compile(
    r"(?:[^,.!?\n]{0,30}[,.!]\s*)?(?P<who>[^\W\d_]{3,}(?: [A-Z]\w+){0,2}) (?P<cue>here|di ?sini|of|from|dari|dr|ti)\b"
)
_HERE_LATER = re.compile(r"[.!?\n]\s+(?P<who>[A-Z]\w+(?: [A-Z]\w+){0,3}) (?P<cue>here)\b")
_I_AM = re.compile(
    rf"\b(?P<cue>{_ME}|i am|i['’]?m|i(?=,)|this is|ini|dengan|dgn|dg|panggil (?:saya|gue|gw|aku|saja|aja)|"
    r"sebut saya|ieu)"
    r"(?:\s+(?:teh|téh|mah|pun|dengan|dgn|adalah))?"
    r"(?:(?P<mark>,?)\s+|\s?(?P<bracket>\())(?=[^\W\d_])",
    re.IGNORECASE,
)
_THIS_IS = frozenset({"ini", "ieu", "dengan", "dgn", "dg"})  # behind these stands somebody else, too
_HONORIFIC = re.compile(
    r"(?:(?:pak|bapak|bpk|bp|pa|bu|ibu|ibuk|mas|mba|mbak|mbk|kang|akang|kg|teh|teteh|neng|mang|bang|aa|om|tante|"
    r"sdr|sdri|mr|mrs|ms)\b\.?\s+|(?:drs?|dra|drg|ir|prof|ust|ustd|capt|ny|tn|h|hj|kh)\.\s*(?:\(purn\.?\)\s*)?)+",
    re.IGNORECASE,
)
_NOT_MINE = frozenset(
    {
        "atas", "petugas", "pegawai", "bernama", "sama", "salah", "oknum", "beda", "ngaku", "ngakunya", "mengaku",
        "mengakunya", "bilang", "bilangnya", "katanya", "jawab", "jawabnya", "ngakuna", "saurna",
    }
)  # fmt: skip
_SAYS_BEFORE = re.compile(r"\b(?:bilang|kata|katanya|ngomong|ngaku|mengaku|said)[\s,:\"]{1,3}$", re.IGNORECASE)
_MY_PAPERS = frozenset({"izin", "ijin", "berkas", "permohonan", "pengajuan", "nib", "sertifikat", "surat", "usaha"})
# Words that may stand before "saya" when somebody begins to speak; behind others it means "my".
_MAY_BEGIN = frozenset(
    {
        "ini", "dengan", "dgn", "dg", "perkenalkan", "kenalkan", "nepangkeun", "maaf", "sebelumnya", "permisi",
        "punten", "hormat", "bahwa", "min", "gan", "bro", "sis", "wr", "wb", "admin", "mimin", "nuhun", "halo",
        "kaleresan", "leres", "sim", "ieu", "hallo", "hai", "hi", "hello", "hey", "pagi", "siang", "sore",
        "malam", "enjing", "assalamualaikum", "assalamu'alaikum", "asslm", "aslm", "ass", "salam", "sampurasun",
        "sekalian", "kasih", "nama", "dari", "izin", "ijin", "p", "dan",
    }
)  # fmt: skip
_CALLED = frozenset({"pak", "bu", "kak", "ka", "kang", "teh"})  # "pak saya Tono"; but "ibu saya Kokom" is somebody else
_WANTS = (
    r"mau|mo|ingin|pengen|pingin|hendak|akan|bade|rek|hoyong|hayang|izin|ijin|lapor|melapor\w*|ngelapor\w*|ngadu\w*|"
    r"mengadu\w*|menyampaikan|nyampein|mengajukan|mengeluh\w*|keluhan|komplain|complain|protes|minta|mohon|nanya|"
    r"bertanya|tanya|naros|wants?|would|and"
)
_AFTER_A_NAME = re.compile(
    rf"\s*(?:,|\(|/|-|(?:ya|aja|saja|wae|dari|dr|dri|ti|from|of|warga|asal|asli|kawit|urang|orang|di|here|umur|usia|selaku|sebagai|"
    rf"pemilik|owner|pengelola|pengurus|pedagang|direktur|pt|cv|ud|who|tinggal|alamat|hp|wa|desa|kp|kampung|mewakili|"
    rf"(?:yang|yg|nu)\s+(?:punya|gaduh|boga|dagang|jualan|tinggal|ngurus|urus)|{_WANTS})\b)",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\s*(?:[.;!?\n]|$)")
_STAFF = re.compile(
    r"\s*[,(]?\s*(?:(?:yang|yg|nu|di|dari|bagian|the|at)\s+)*(?:petugas|pegawai|staf|staff|loket|bagian|satpam|security|"
    r"jaga|melayani|counter|officer|dinas|"
    r"kantor(?!\s+(?:notaris|hukum|advokat|pengacara|konsultan|akuntan|ppat)))\b",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\s*,?\s*(?:(?:dari|dr|dri|ti|from|of|warga|asal|asli|kawit|di|urang|orang|tinggal)\b|,|(?=(?:kp|kampung|desa|ds)\b))"
    r"\s*([^\n.!?;]{3,80})",
    re.IGNORECASE,
)


class Introductions:
    """Finds the name that the writer says to be the own one."""

    def __init__(self, names: Names, gazetteer: Gazetteer) -> None:
        self._names = names
        self._gazetteer = gazetteer

    def find(self, text: str) -> tuple[str | None, int]:
        """The name and where it ends; (None, length of the text) when nobody introduces himself."""
        for look in (self._introduced, self._here, self._named, self._in_the_name_of, self._i_am):
            found = look(text)
            if found is not None:
                return found
        return None, len(text)

    def home(self, text: str, after_name: int) -> str | None:
        """What follows the name as the place where somebody is from."""
        beside = _FROM.match(text, after_name)
        return beside[1] if beside else None

    def _introduced(self, text: str) -> tuple[str, int] | None:
        for match in _INTRODUCED.finditer(text):
            name, after = self._names.beginning_at(text, match.end())
            if name is None or _word_before(text, match.start()) in _NOT_MINE:
                continue
            if match["mark"] == "," and (
                _HONORIFIC.match(text, match.end()) or not (self._is_from(text, after) or self._at_the_end(text, after))
            ):
                continue  # "rahasiakan nama saya, Pak Joko galak"
            return name, after
        return None

    def _here(self, text: str) -> tuple[str, int] | None:
        """`Rizal here`, `Ahmed Khan of PT Oasis`, as the first words."""
        match = _HERE.match(text) or _HERE_LATER.search(text)
        if match is None or _HONORIFIC.match(text, match.start("who")):
            return None
        name, after = self._names.beginning_at(text, match.start("who"))
        if (
            name is None
            or after < match.end("who")
            or not (self._names.is_given(name) or text[match.start("who")].isupper())
        ):
            return None
        if match["cue"] not in ("here", "di sini", "disini") and not self._is_from(text, after):
            return None
        return None if _STAFF.match(text, after) else (name, after)

    def _named(self, text: str) -> tuple[str, int] | None:
        """`NIK ... nama Hendra`: also "nama pemohon salah" begins so, therefore only what is surely a name."""
        for match in _NAMED.finditer(text):
            name, after = self._names.beginning_at(text, match.end())
            if name is None or not (self._shown(text, match.end()) or self._names.is_given(name)):
                continue
            if _AFTER_A_NAME.match(text, after) or self._at_the_end(text, after):
                return name, after
        return None

    def _in_the_name_of(self, text: str) -> tuple[str, int] | None:
        for match in _IN_THE_NAME_OF.finditer(text):
            before = _word_before(text, match.start())
            if match[0][0] not in ".!?\n" and before is not None and before not in _MAY_BEGIN | _MY_PAPERS:
                continue  # "yang melayani saya atas nama Fitri"
            name, after = self._names.beginning_at(text, match.end())
            if name is not None and (_AFTER_A_NAME.match(text, after) or self._at_the_end(text, after)):
                return name, after
        return None

    def _i_am(self, text: str) -> tuple[str, int] | None:
        for match in _I_AM.finditer(text):
            cue = match["cue"].lower()
            before = _word_before(text, match.start())
            if before in _CALLED or before == "nama":
                before = _word_before(text, match.start() - len(before) - 1)
            if _SAYS_BEFORE.search(text[max(0, match.start() - 16) : match.start()]):
                continue  # "petugas bilang, saya Hendra"
            if before in _NOT_MINE or (before is not None and before not in _MAY_BEGIN):
                continue
            if cue in _THIS_IS and match.start() > 60:
                continue  # "ini Pak Joko lagi" in the middle of a story is no introduction
            name, after = self._names.beginning_at(text, match.end())
            others = cue in _THIS_IS and text[after - 1] != "."
            if name is None or (others and _STAFF.match(text, after)):
                continue
            if match["bracket"]:
                if text[after : after + 1] == ")" and self._names.is_given(name):
                    return name, after
                continue
            if self._believed(text, match, name, after):
                return name, after
        return None

    def _believed(self, text: str, match: "re.Match[str]", name: str, after: int) -> bool:
        start = match.end()
        shown, given = self._shown(text, start), self._names.is_given(name)
        beside = _AFTER_A_NAME.match(text, after) is not None
        if match["mark"] and not ((shown or given) and text[after : after + 1] in (",", "(")):
            return False  # "saya, Fitri Handayani, ..." is set off on both sides
        if self._is_from(text, after):
            return True
        if match["cue"].lower() in ("ini", "ieu") and not (shown or given):
            return False
        if given and match["cue"].lower() not in _THIS_IS:
            return True
        titled = _HONORIFIC.match(text, start) is not None
        if (shown or given or titled) and beside:
            return True
        many = given or (shown and " " in name)
        return many and (self._at_the_end(text, after) or (titled and match["cue"].lower() not in ("ini", "ieu")))

    def _shown(self, text: str, start: int) -> bool:
        """A capital shows that a name begins, unless all of the text is in capitals."""
        titled = _HONORIFIC.match(text, start)
        begins = titled.end() if titled else start
        return text[begins : begins + 1].isupper() and not text.isupper()

    def _at_the_end(self, text: str, after: int) -> bool:
        return (
            text[:after].rstrip().endswith(".")
            or _ENDS.match(text, after) is not None
            or text[after : after + 1] == ","
        )

    def _is_from(self, text: str, after: int) -> bool:
        """A known place or a firm stands behind the name: much else follows "saya", too."""
        beside = _FROM.match(text, after)
        if beside is None:
            return False
        found = self._gazetteer.find(bare_words(beside[1])[:5], fuzzy=False)
        firm = ORGANISATION.match(beside[1])
        return (found is not None and found.first <= 2) or (firm is not None and firm["kind"].lower() in LEGAL_FORMS)


def _word_before(text: str, start: int) -> str | None:
    """The word before in the same clause; None at its beginning."""
    before = text[max(0, start - 24) : start].rstrip(" \t")
    if not before or not (before[-1].isalpha() or before[-1] in "'’"):
        return None
    return plain(before).split()[-1].lstrip(".,;:!?()\"'-")
