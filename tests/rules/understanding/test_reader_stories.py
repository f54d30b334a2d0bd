"""What a first message already says: the messages of the design's conversations, slot by slot."""

from datetime import date

import pytest

from rules.understanding.reader import Reader
from rules.understanding.understood import Gist, Progress, Understood

MONDAY = date(2026, 11, 23)

RICH = (
    "Selamat pagi, saya Dedi Kurniawan dari PT Sinar Baterai. Sertifikat standar KBLI 27203 kami terbit Rabu 18 "
    "November tapi kapasitasnya ditulis 500 unit, padahal kami ajukan 5.000. Sudah ke loket, cuma disuruh tunggu."
)
ANGRY = "WOY IZIN REKLAME GW MANA!! SEBULAN LEBIH GA JADI2 KERJANYA NGAPAIN AJA"
COUNTER = "petugas loket 3 di MPP ketus bgt, saya nanya syarat NIB malah dibentak tadi pagi"
LATE = "PBG saya keluar 12 oktober tp luasnya salah, 90 m2 jadi 60. mohon dibetulkan. Yayat, Cibening Bungursari"
PENDING = 'sertifikat standar pabrik baterai kami di BIC belum keluar2, tiap ditanya jawabannya "proses"'
BRIBE = (
    "mau lapor tapi takut. kemarin yg survei ke tempat rakit baterai motor listrik saya minta 500rb biar sertifikat "
    "standarnya cepat. jangan sampe nama sy ketauan"
)
QUEUE = "Punten, abdi ngurus ijin apotek di MPP, antrianna lami pisan, ti énjing dugi ka siang teu acan disauran"
BURST = (
    "assalamualaikum\nmin abi tos ka mpp jumaah kamari\nAC na pareum, panas pisan, korsi ge rea nu ruksak\n"
    "indung abi nepi ka lieur\ntah kieu kaayaanna"
)
ENGLISH = (
    "Hi, Kenji Sato, PT Jatiluhur Cells, Jatimekar. Our KBLI 27203 standard certificate came out on 18 November with "
    "somebody else's address on it. The counter staff just shrugged."
)


def slots(said: Understood) -> dict[str, object]:
    """The slots of an answer that hold something, flat."""
    place = said.identity.place
    all_slots: dict[str, object] = {
        "name": said.identity.name,
        "organisation": said.identity.organisation,
        "place": place.label() if place else None,
        "service": said.service.service_id,
        "candidates": said.service.candidates if said.service.service_id is None else None,
        "unsure": said.service.unsure or None,
        "kbli": said.service.kbli,
        "day": said.when.day if said.when else None,
        "progress": said.progress.value if said.progress is not Progress.UNKNOWN else None,
        "component": said.classification.component.value if said.classification else None,
        "second": said.second_component.value if said.second_component else None,
        "secret": said.wants_secret or None,
        "anonymous": said.refuses_identity or None,
        "paid": said.paid,
        "waited": said.waited_days,
        "greeting": said.greeting,
        "language": said.language,
        "angry": said.angry or None,
    }
    return {key: value for key, value in all_slots.items() if value not in (None, ())}


@pytest.mark.parametrize(
    ("text", "today", "expected"),
    [
        pytest.param(
            RICH,
            MONDAY,
            {
                "name": "Dedi Kurniawan",
                "organisation": "PT Sinar Baterai",
                "service": "kbli-27203",
                "kbli": "27203",
                "day": date(2026, 11, 18),
                "progress": "received",
                "component": "produk",
                "greeting": "morning",
                "language": "id",
            },
            id="a-rich",
        ),
        pytest.param(
            ANGRY,
            MONDAY,
            {
                "candidates": ("reklame-baru", "reklame-perpanjangan"),
                "progress": "pending",
                "component": "jangka_waktu",
                "waited": 30,
                "greeting": "hello",
                "language": "id",
                "angry": True,
            },
            id="b-angry",
        ),
        pytest.param(
            COUNTER,
            MONDAY,
            {
                "service": "nib",
                "day": MONDAY,
                "progress": "received",
                "component": "kompetensi",
                "language": "id",
            },
            id="c-counter",
        ),
        pytest.param(
            LATE,
            MONDAY,
            {
                "name": "Yayat",
                "place": "Desa Cibening, Bungursari",
                "service": "pbg",
                "day": date(2026, 10, 12),
                "progress": "received",
                "component": "produk",
                "language": "id",
            },
            id="d-late",
        ),
        pytest.param(
            PENDING,
            MONDAY,
            {
                "candidates": ("kbli-27203",),
                "unsure": True,
                "progress": "pending",
                "component": "jangka_waktu",
                "language": "id",
            },
            id="e-pending",
        ),
        pytest.param(
            BRIBE,
            date(2026, 12, 10),
            {
                "service": "kbli-27203",
                "day": date(2026, 12, 9),
                "progress": "pending",
                "component": "biaya",
                "secret": True,
                "paid": (500_000,),
                "language": "id",
            },
            id="f-bribe",
        ),
        pytest.param(
            QUEUE,
            date(2026, 11, 24),
            {
                "service": "apotek",
                "progress": "received",
                "component": "jangka_waktu",
                "greeting": "hello",
                "language": "su",
            },
            id="g-sundanese",
        ),
        pytest.param(
            BURST,
            date(2026, 12, 7),
            {
                "day": date(2026, 12, 4),
                "progress": "received",
                "component": "sarana",
                "greeting": "salam",
                "language": "su",
            },
            id="h-burst",
        ),
        pytest.param(
            ENGLISH,
            date(2026, 11, 24),
            {
                "name": "Kenji Sato",
                "organisation": "PT Jatiluhur Cells",
                "place": "Desa Jatimekar, Jatiluhur",
                "service": "kbli-27203",
                "kbli": "27203",
                "day": date(2026, 11, 18),
                "progress": "received",
                "component": "produk",
                "second": "kompetensi",
                "greeting": "hello",
                "language": "en",
            },
            id="i-english",
        ),
    ],
)
def test_the_first_message_of_a_conversation(
    reader: Reader, text: str, today: date, expected: dict[str, object]
) -> None:
    said = reader.read(text, today)
    assert slots(said) == expected
    assert said.gist is Gist.STORY


@pytest.mark.parametrize(
    "text",
    [
        "Pak Bambang di loket itu kasar. Saya kecewa.",
        "petugas bernama Agus di loket 2 judes, namanya Agus",
        "Bu Rina minta uang 200rb. Pak Dedi juga",
        "NIB saya salah nama, harusnya Nurhayati",
        "nama saya salah ditulis di PBG",
        "debt collector atas nama PT Kejam meresahkan",
        "saya dirawat di RS minggu kemarin",
        "izin saya lama. Tolong!",
        "Terima kasih. Wassalam",
    ],
)
def test_nobody_else_is_taken_for_the_writer(reader: Reader, text: str) -> None:
    identity = reader.read(text, MONDAY).identity
    assert (identity.name, identity.organisation) == (None, None)


@pytest.mark.parametrize(
    ("text", "name", "organisation", "place"),
    [
        ("saya dedi kurniawan dari pt sinar baterai. izin salah", "Dedi Kurniawan", "PT Sinar Baterai", None),
        ("nama saya Siti Aminah warga Cigelam, izin belum keluar", "Siti Aminah", None, "Cigelam"),
        ("nama: Budi Santoso\nalamat: desa Citeko\nPBG saya salah", "Budi Santoso", None, "Citeko"),
        ("saya ujang dari citeko, izin reklame blm keluar", "Ujang", None, "Citeko"),
        ("Izin saya dibawa Pak Joko.\n\nBudi Santoso", "Budi Santoso", None, None),
        ("kami dari PT Maju Sentosa sudah 2 bulan menunggu", "PT Maju Sentosa", "PT Maju Sentosa", None),
        ("my name is John Smith and the counter staff is rude", "John Smith", None, None),
        ("I'm John from Jatimekar. still waiting", "John", None, "Jatimekar"),
        ("saya Warga Cigelam mau lapor AC mati", None, None, "Cigelam"),
    ],
)  # fmt: skip
def test_who_writes(reader: Reader, text: str, name: str | None, organisation: str | None, place: str | None) -> None:
    identity = reader.read(text, MONDAY).identity
    assert identity.name == name
    assert identity.organisation == organisation
    assert (identity.place.village if identity.place else None) == place


def test_on_behalf_of_somebody(reader: Reader) -> None:
    identity = reader.read("saya mewakili ibu saya yang sudah tua, izinnya belum keluar", MONDAY).identity
    assert identity.on_behalf_of == "ibu saya"
    assert identity.name is None


@pytest.mark.parametrize(
    ("text", "progress"),
    [
        ("izin saya udah 3 minggu belum keluar", Progress.PENDING),
        ("kapan izin trayek saya terbit?", Progress.PENDING),
        ("NIB sudah terbit tapi alamatnya salah", Progress.RECEIVED),
        ("tadi di loket saya dibentak", Progress.RECEIVED),
        ("petugas survei minta uang, izin belum keluar", Progress.PENDING),
        ("saya mau lapor", Progress.UNKNOWN),
    ],
)
def test_whether_it_was_received(reader: Reader, text: str, progress: Progress) -> None:
    assert reader.read(text, MONDAY).progress is progress
