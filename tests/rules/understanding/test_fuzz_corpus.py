"""A corpus of texts that break readers: nothing that is sent, of any length or script, makes ours raise.

Where regular expressions could go astray, cues stand before long fillings: a text that is slow shows as a slow test.
"""

from collections.abc import Callable
from datetime import date
from itertools import cycle

import pytest

from rules.components import Component
from rules.understanding.reader import Reader

TODAY = date(2026, 11, 24)
JOINERS = "\u200d\u200c\u200b\u2060\ufeff\u202e\u202d\u2066\u2069\u200f"
CORPUS = {
    "nothing": "",
    "spaces of all kinds": " \t\n\r\v\f\xa0\u2003\u2028\u2029\x85" * 300,
    "lone surrogates": "nama saya \ud800Budi\udfff izin belum terbit \udc00" + "\ud83d" * 2000,
    "right to left": "\u202eizin saya belum terbit\u202c مرحبا שלום عربي",
    "joiners between letters": "\u200d".join("izin belum terbit nama saya Budi"),
    "joiners alone": JOINERS * 300,
    "combining marks": "i" + "\u0301" * 3000,
    "letters under marks": "".join(c + "\u0300\u0316\u0334\u035c" for c in "izin saya belum terbit " * 30),
    "families": "👨‍👩‍👧‍👦" * 400,
    "flags": "🇮🇩" * 700,
    "keycaps": "1️⃣2️⃣7️⃣2️⃣0️⃣3️⃣" * 200,
    "one character that is eighteen": "ﷺ" * 3000,
    "control characters": "".join(map(chr, range(32))) * 90 + "izin\0belum\0terbit",
    "a megabyte of a letter": "a" * 1_000_000,
    "a megabyte of words": "izin belum terbit " * 60_000,
    "a megabyte of digits": "1" * 1_000_000,
    "a megabyte of line ends": "\n" * 1_000_000,
    "dates without end": "12/10/2026 " * 270,
    "months without end": "okt " * 750,
    "numbers of citizens": "3214012501900001 " * 170,
    "register numbers": "adu-2026-" * 330 + "adu 2026 1 " * 100,
    "money beyond counting": "rp 999" + ".999" * 110 + " juta, setengah " * 50,
    "money that is none": "rp nan inf 1e999 juta " + "9" * 3000,
    "days beyond counting": "sudah 999" + ".999" * 110 + " hari",
    "brackets": "(" * 1500 + ")" * 1500 + "[{(" * 300,
    "quotes": "\"'“”‘’«»`" * 300,
    "markup": "<b><script>alert(1)</script></b>&nbsp;" * 80,
    "addresses": "https://example.go.id/a?b=c&d=%20%F0 " * 90 + "http://" + "a." * 1400,
    "formulas and formats": "=cmd|calc!A1,{0}%s%n${x}'; DROP TABLE cases; -- " * 60,
    "look-alikes": "іzіn sауа bеlum tеrbіt ｎａｍａ　ｓａｙａ　𝓃𝒶𝓂𝒶 " * 60,
    "letters that grow when folded": "İßΣςǅﬃ" * 500,
    "many scripts": "нама saya 王 नाम ภาษาไทย ꦗꦮ ᮞᮥᮔ᮪ᮓ 한국어 " * 50,
    "separators": "-–—_*/.,;:|()" * 230 + "a-" * 800 + "a'" * 800,
    "services without end": "nib pbg slf krk rtb tdg iui sip lpk spp irt " * 68,
    "a title and nobody behind it": "SY H.",
    "names without end": "nama saya " + "Asep Budi " * 300,
}
CUES = ("nama saya", "a.n.", "kbli", "password", "rp", "tgl", "adu-2026", "alamat", "ttd", "PT")
FILLINGS = (" ", "\n", "- ", ". ", ",", "1 ", "1.", "a ", "(", "pak ", "A. ", "& ", ": ", "🙏", "Ab ")


def everything(reader: Reader) -> tuple[Callable[[str], object], ...]:
    return (
        lambda text: reader.read(text, TODAY),
        lambda text: reader.date(text, TODAY),
        reader.classify,
        reader.service,
        reader.identity,
        reader.place,
        reader.terms,
        reader.nameless_terms,
        reader.words_to_learn,
        reader.gist,
        reader.language,
        reader.wants_secret,
        reader.refuses_identity,
    )


@pytest.mark.parametrize("what", CORPUS)
def test_nothing_that_is_sent_makes_it_raise(reader: Reader, what: str) -> None:
    for read in everything(reader):
        read(CORPUS[what])
    assert len(reader.classify(CORPUS[what]).ranked) == len(Component)


@pytest.mark.parametrize("cue", CUES)
def test_a_cue_with_any_filling_behind_it_is_read(reader: Reader, cue: str) -> None:
    for filling, end in zip(FILLINGS, cycle(("", "x", ";", "(9")), strict=False):
        text = f"{cue} {filling * (3000 // len(filling))}{end}"
        reader.read(text, TODAY)
        reader.identity(text)
        reader.service(text)


@pytest.mark.parametrize("plane", range(0, 0x30000, 0x2000))
def test_every_script_is_read(reader: Reader, plane: int) -> None:
    for block in range(plane, plane + 0x2000, 512):
        letters = "".join(map(chr, range(block, block + 512)))
        for text in (letters, "nama saya " + " ".join(letters), f"tgl 1{letters[:9]} okt rp {letters[9:18]} juta"):
            said = reader.read(text, TODAY)
            assert said.when is None or said.when.day is None or said.when.day <= TODAY
            reader.classify(text)
