"""Who complains: a name, an address, and a way to be reached.

Source: the service standard, component 6, point 5a, and RULES: the chat itself is a way to be reached, a
village or a district is address enough, and the NIK is never needed.
"""

import re
import unicodedata
from contextlib import suppress
from dataclasses import dataclass, field

import phonenumbers
from stdnum.exceptions import ValidationError
from stdnum.id import nik

from rules.refused import Refused

LONGEST_NAME = 80
MOST_WORDS = 9

# Letters alone, so "Hamba Allah", "hamba-allah" and "HAMBAALLAH" are one. Not "abdi": people are called that.
# fmt: off
NO_NAMES = frozenset({
    "anonim", "anonymous", "anonymus", "anonimus", "anon", "anonin", "noname", "nama", "none", "null",
    "test", "tes", "rahasia", "dirahasiakan", "rahasiakan", "hambaallah", "hambaalloh", "abdiallah",
    "abdialloh", "hambanyaallah", "hambatuhan", "hambaalah", "tanpanama", "tanpaidentitas", "tanpanami",
    "nn", "xxx", "warga", "masyarakat", "rakyat", "seseorang", "netizen", "skip", "lewat", "lewati",
    "liwat", "kosong", "tidakada", "tidaktahu", "tidakmau", "tidakusah", "gatau", "gamau", "gausah",
    "gaada", "gakada", "gakmau", "gakusah", "nggakada", "nggakmau", "nggakusah", "tidakdisebut",
    "alimnyebatngaran", "oranglain", "orang", "saya", "aku", "sayasendiri", "bapak", "ibu", "pak", "bu",
    "min", "admin", "halo", "ok", "oke", "ya", "iya", "tidak", "nggak", "gak", "ga", "secret",
    "confidential", "private", "nobody", "noidentity", "withoutname", "someone", "jangansebutnama",
    "tidakmaunama",
})
NOT_IN_A_NAME = frozenset({
    "tidak", "tdk", "nggak", "ngga", "enggak", "gak", "ga", "gk", "teu", "kenapa", "mengapa",
    "takut", "jangan",
})
# fmt: on
LEAD_IN = re.compile(
    r"^(?:(?:nama(?:\s+(?:saya|aku|lengkap|sy))?|nami\s+abdi|jenengan\s+abdi|panggil\s+saya|my\s+name\s+is|"
    r"i\s+am|i'm|saya|sy|aku)(?:\s+(?:adalah|ialah|nyaeta))?\s*[:=]?\s+|nama\s*[:=]\s*)",
    re.IGNORECASE,
)
_OWN_PHONE = re.compile(
    r"\b(?:(?:hubungi|kabari|kontak|telepon|telpon|wa|call|contact|reach)\s+(?:saya|sy|kami|abdi|me|us)\s+(?:\w+\s+){0,3}?"
    r"|(?:no(?:mor|mer)?\.?\s*)?(?:hp|wa|whatsapp|telp|tlp|telepon|phone)(?:\s+(?:saya|sy|kami|abdi))?\s*[:=]?\s*"
    r"|no(?:mor|mer)?\.?\s+(?:saya|sy|kami|abdi)\s*[:=]?\s*|my\s+number(?:\s+is)?\s*[:=]?\s*)"
    r"(\+?\d[\d \-]{8,16}\d)",
    re.IGNORECASE,
)
_SIXTEEN = re.compile(r"(?<!\d)\d(?:[ .\-]?\d){15}(?!\d)", re.ASCII)
# "Ujang. cepetan!!", but "drs. asep" is one name.
AFTER_THE_NAME = re.compile(r"(?:[!;]|(?<=[^\W\d_]{5})\.\s+(?=[a-z])).*$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Identity:
    """What is known of a complainant. Stays out of logs: its parts are not in its repr."""

    name: str | None = field(repr=False)
    address: str | None = field(repr=False)
    organisation: str | None = field(default=None, repr=False)
    nik: str | None = field(default=None, repr=False)
    phone: str | None = field(default=None, repr=False)


def is_complete(identity: Identity) -> bool:
    """A name and an address; the way to be reached is the chat, or what the officer records."""
    return bool(identity.name and identity.name.strip() and identity.address and identity.address.strip())


def checked_nik(text: str) -> str:
    """The sixteen digits of a NIK. Raises Refused("nik-invalid") where length, province or birth date cannot
    be.
    """
    if not text.isascii():
        raise Refused("nik-invalid")
    try:
        return str(nik.validate(text))
    except ValidationError:
        # Without the cause: its text may repeat the number, and exceptions end up in logs.
        raise Refused("nik-invalid") from None


def nik_in(text: str) -> str | None:
    """The first valid NIK that stands in a text, also in groups ("3214 0112 0389 0004")."""
    for match in _SIXTEEN.finditer(text):
        with suppress(Refused):
            return checked_nik(re.sub(r"\D", "", match[0]))
    return None


def own_phone_in(text: str) -> str | None:
    """The writer's own number where it is offered ("hubungi saya di 0812-...", "hp: 0812..."), as E.164."""
    match = _OWN_PHONE.search(text)
    return normalised_phone(match[1]) if match else None


def normalised_phone(text: str) -> str | None:
    """A telephone number as E.164 (`+6281234567890`); Indonesian unless it says otherwise. None when it is
    not one.
    """
    if any(c.isalpha() for c in text):
        return None
    digits = re.sub(r"[^\d+]", "", unicodedata.normalize("NFKC", text))
    digits = digits.replace("+", "", digits.count("+") - 1) if digits.count("+") > 1 else digits
    if digits.startswith("00"):
        digits = "+" + digits[2:]
    elif digits.startswith("62"):  # phonenumbers would read this as a number inside Indonesia
        digits = "+" + digits
    if digits.startswith("+620"):  # "+62 0812...": the zero is for calls inside the country
        digits = "+62" + digits[4:]
    try:
        number = phonenumbers.parse(digits, "ID")
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def usable_name(text: str) -> str | None:
    """The name somebody gives when asked for it, without "nama saya"; None where it is none.

    One word is a name in Indonesia. "hamba Allah", "anonim", "-", digits, emoji, a question and a refusal are
    not.
    """
    cleaned = "".join(" " if unicodedata.category(c)[0] in "CZS" else c for c in unicodedata.normalize("NFC", text))
    cleaned = " ".join(cleaned.split()).strip("\"'“”‘’-–—_.,;:!*() ")
    cleaned = AFTER_THE_NAME.sub("", LEAD_IN.sub("", cleaned)).strip("\"'“”‘’-–—_.,;:!*() ")
    letters = "".join(c for c in cleaned.casefold() if c.isalpha())
    words = cleaned.casefold().split()
    if len(letters) < 2 or len(cleaned) > LONGEST_NAME or len(words) > MOST_WORDS:
        return None
    if letters in NO_NAMES or any(word.strip(".,") in NOT_IN_A_NAME for word in words):
        return None
    if re.search(r"[?@/\\<>{}\[\]|=]|\d{4}|www\.|https?:", cleaned) or len(set(letters)) == 1:
        return None
    return cleaned
