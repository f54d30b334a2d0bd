"""What is a command, what is an answer, and what is a story that only begins like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from messages import vocabulary
from messages.vocabulary import Spoken

# meaning -> what citizens type for it, in Indonesian, Sundanese and English (all of it is promised in the documents).
COMMANDS = {
    "start": "mulai, start, menu, awal, hai bot, mimiti, ngamimitian, begin",
    "report": "lapor, adu, ngadu, pengaduan, komplain, keluhan, wadul, bade lapor, report, complain",
    "status": "status, cek, lacak, sampai mana, gimana laporan saya, tos dugi mana, kumaha laporan abdi, track, check",
    "complete": "lengkapi, tambah identitas, tambah nama, isi data, tambihan, lengkepan, complete, add my name",
    "add": "tambah, tambahan, susulan, bukti lagi, tambih, aya deui, add, more, evidence",
    "back": "kembali, balik, mundur, sebelumnya, wangsul, balik deui, back, previous",
    "cancel": "batal, nggak jadi, hapus, cancel, teu janten, bolay, never mind",
    "open": "baca, buka, mana, lihat jawaban, maca, read, open",
    "new_code": "ganti kode, kode baru, kode hilang, gentos kode, new code",
    "stop_news": "stop kabar, berhenti, jangan kirim lagi, eureun, tos cekap, stop, unsubscribe, stop news",
    "language": "bahasa, basa, ganti bahasa, nganggo basa Sunda, language, English",
    "standard": "standar, syarat, biaya, berapa lama, sarat, sabaraha lami, standard, requirements, fee",
    "my_data": "dataku, data saya, hapus data saya, data abdi, my data",
    "help": "bantuan, tolong, cara, bingung, ?, tulung, bantosan, kumaha carana, help",
    "survey": "survei, survey, isi survei, penilaian, survey kasugemaan, satisfaction survey",
    "people": "petugas, orang, manusia, telepon, CS, hoyong nyarios sareng patugas, human, agent",
}
ANSWERS = {
    "send": "kirim, sudah, ya, betul, lanjut, gas, oke kirim, kintun, muhun, enya, leres, send, submit, yes",
    "change": "ubah, ganti, salah, edit, betulkan, robih, robah, lepat, change, fix",
    "skip": "lewati, skip, nggak usah, kosong, liwat, teu kedah, pass",
    "unknown": "tidak tahu, gatau, lupa, nggak ingat, teu apal, teu terang, poho, don't know, not sure",
    "anonymous": (
        "tanpa identitas, anonim, nggak mau nama, nggak usah pakai nama, tanpa nami, alim nyebat ngaran, anonymous, "
        "no name, hamba Allah, -"
    ),
    "secret": (
        "rahasiakan, jangan sebut nama, jangan sampai ketahuan, rusiahkeun, ulah disebut ngaran, "
        "keep secret, confidential"
    ),
    "solved": "selesai, beres, sudah selesai, aman, réngsé, rengse, tos beres, solved, done",
    "unsolved": "belum selesai, belum, masih sama, nggak puas, teu acan, can beres, not solved, still",
    "today": "hari ini, dinten ieu, today",
    "yesterday": "kemarin, kamari, yesterday",
    "not_out": "belum keluar, masih proses, teu acan kaluar, not issued yet",
    "not_declared": "belum dinyatakan, teu acan dinyatakeun, not declared yet",
    "yes": "ya, iya, betul, muhun, yes",
    "no": "tidak, bukan, nggak, sanés, no",
    "not_satisfied": "tidak puas, nggak puas, kecewa, teu sugema, not satisfied",
    "less_satisfied": "kurang puas, belum puas, kirang sugema, not quite satisfied",
    "satisfied": "puas, cukup puas, sugema, satisfied",
    "very_satisfied": "sangat puas, puas banget, sugema pisan, very satisfied",
    "later": "nanti, nanti saja, engké, later, not now",
    "unwilling_to_rate": "tidak mau, nggak usah, alim, no thanks",
    "enough": "stop, berhenti, eureun, liren, quit",
}


def _cases(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(word.strip(), meaning) for meaning, words in table.items() for word in words.split(",")]


@pytest.mark.parametrize(("word", "meaning"), _cases(COMMANDS))
def test_every_promised_word_is_its_command(word: str, meaning: str) -> None:
    assert vocabulary.command(word) == Spoken(meaning)
    assert vocabulary.command(word.upper()) == Spoken(meaning)
    assert vocabulary.command(f"  {word}. ") == Spoken(meaning)


@pytest.mark.parametrize(("word", "meaning"), [case for case in _cases(COMMANDS) if case[0] != "?"])
def test_with_a_slash_as_well(word: str, meaning: str) -> None:
    assert vocabulary.command(f"/{word}") == Spoken(meaning)


@pytest.mark.parametrize(("word", "meaning"), _cases(ANSWERS))
def test_every_promised_answer_is_understood(word: str, meaning: str) -> None:
    assert vocabulary.means(word, meaning) == meaning
    assert vocabulary.means(f"{word} ".upper(), meaning) == meaning


@pytest.mark.parametrize(
    ("said", "meaning", "rest"),
    [
        ("lapor pungli di loket 3", "report", "pungli di loket 3"),
        ("Lapor: pungli di loket 3, kemarin", "report", "pungli di loket 3, kemarin"),
        ("bade lapor, antrian lami pisan", "report", "antrian lami pisan"),
        ("report: the counter was closed", "report", "the counter was closed"),
        ("tambah ini fotonya", "add", "ini fotonya"),
        ("tambih poto", "add", "poto"),
        ("standar NIB", "standard", "NIB"),
        ("standar izin praktik dokter gigi", "standard", "izin praktik dokter gigi"),
        ("/tambah surat ini dari kepala desa kami kemarin", "add", "surat ini dari kepala desa kami kemarin"),
        ("/standr NIB", "standard", "NIB"),
    ],
)
def test_what_follows_a_word_that_takes_something(said: str, meaning: str, rest: str) -> None:
    assert vocabulary.command(said) == Spoken(meaning, rest)


@pytest.mark.parametrize(
    "story",
    [
        "izin saya dibatalkan",
        "batal terus izin saya, katanya sistem",
        "tolong izin saya dipercepat",
        "petugas loket ketus",
        "petugas tidak ada",
        "cek saya ditolak di loket",
        "menu di web tidak bisa dibuka",
        "biaya mahal banget",
        "biaya 500rb diminta petugas",
        "syarat berubah ubah",
        "standar pelayanan buruk",
        "standar pelayanan di mpp jelek sekali",
        "standard certificate not issued yet",
        "tambah lama tambah ruwet",
        "tambahan biaya diminta petugas survei",
        "more than a month waiting",
        "bahasa petugasnya kasar",
        "pengaduan saya tahun lalu tidak dijawab",
        "keluhan saya soal biaya",
        "adu domba petugas",
        "kode hilang dari tanda terima saya",
        "hapus denda keterlambatan saya",
        "orang loket minta uang",
        "mana izin saya",
        "buka loketnya telat terus",
        "berapa lama lagi saya menunggu",
        "data saya disebar petugas",
        "stop pungli di loket",
        "back office never answers",
        "",
        "   ",
        "!!!",
        "🙏",
    ],
)
def test_a_story_is_no_command(story: str) -> None:
    assert vocabulary.command(story) is None


@pytest.mark.parametrize(
    ("said", "meaning"),
    [
        ("batl", None),  # up to four letters: to the letter
        ("btal", None),
        ("batall", "cancel"),
        ("bantaun", "help"),  # swapped
        ("kembli", "back"),  # one missing
        ("stattus", "status"),
        ("tsatus", "status"),
        ("pengadaun", "report"),
        ("lapot", "report"),
        ("kembliy", None),  # two slips
        ("ada", None),  # "adu"
        ("cuk", None),  # "cek"
        ("cak", None),
        ("bisa", None),  # "basa"
        ("mena", None),
        ("cuk status", None),
        ("gnati kode", "new_code"),
        ("ganti kide", None),
        ("gantikode", "new_code"),
    ],
)
def test_slips_are_forgiven_in_longer_words_only(said: str, meaning: str | None) -> None:
    assert vocabulary.command(said) == (Spoken(meaning) if meaning else None)


@pytest.mark.parametrize(
    "word",
    [
        "Mulia",
        "Bunda",
        "bahaya",
        "tunda",
        "repot",
        "lapar",
        "harus",
        "batas",
        "pulang",
        "ulang",
        "Natal",
        "waduh",
        "begini",
    ],
)
def test_another_word_is_no_slip_of_a_command(word: str) -> None:
    assert vocabulary.command(word) is None


@pytest.mark.parametrize(
    ("word", "meaning"),
    [
        ("bentar", "send"),
        ("susah", "send"),
        ("mudah", "send"),
        ("besar", "yes"),
        ("beres", "send"),
        ("nanti", "change"),
        ("malah", "change"),
        ("cepat", "change"),
        ("Saleh", "change"),
        ("lewat", "change"),
        ("bulan", "no"),
        ("entar", "unknown"),
        ("Hilal", "unknown"),
        ("rupiah", "secret"),
        ("kamar", "yesterday"),
        ("tidak kirim", "send"),
        ("jangan kirim", "send"),
        ("belum", "send"),
        ("bukan", "yes"),
    ],
)
def test_another_word_is_no_slip_of_an_answer(word: str, meaning: str) -> None:
    assert vocabulary.means(word, meaning) is None


@pytest.mark.parametrize(
    ("said", "number", "meaning", "rest"),
    [
        ("status ADU-2026-00412-6", "ADU-2026-00412-6", "status", ""),
        ("min status adu 2026 00412 6 gmn ya", "adu 2026 00412 6", "status", ""),
        ("tolong cek ADU-2026-00412-6", "ADU-2026-00412-6", "status", ""),
        ("ADU-2026-00412-6 status", "ADU-2026-00412-6", "status", ""),
        ("lengkapi 412", "412", "complete", ""),
        ("ganti kode 412", "412", "new_code", ""),
        ("stop kabar 412", "412", "stop_news", ""),
        (
            "tambah 412 surat dari kepala desa, belum ada kemarin",
            "412",
            "add",
            "surat dari kepala desa, belum ada kemarin",
        ),
        ("add 412 a photo of the letter", "412", "add", "a photo of the letter"),
    ],
)
def test_a_word_with_a_number_is_a_command_in_a_sentence(said: str, number: str, meaning: str, rest: str) -> None:
    spoken = vocabulary.with_number(said, number)
    assert spoken is not None
    assert spoken.meaning == meaning
    if rest:
        assert spoken.rest == rest


@pytest.mark.parametrize(
    "said", ["ADU-2026-00412-6", "ADU-2026-00412-6 izin saya dibatalkan", "oh iya ADU-2026-00412-6 itu"]
)
def test_a_number_alone_or_in_a_story_is_no_command(said: str) -> None:
    assert vocabulary.with_number(said, "ADU-2026-00412-6") is None


@pytest.mark.parametrize(
    ("said", "meaning"),
    [
        ("tolong ya", "help"),
        ("tolong pak", "help"),
        ("bantuan dong min", "help"),
        ("batal aja kak", "cancel"),
        ("min cek dong", "status"),
        ("punten, bantosan", "help"),
        ("help please", "help"),
    ],
)
def test_courtesies_around_a_command_change_nothing(said: str, meaning: str) -> None:
    assert vocabulary.command(said) == Spoken(meaning)


@pytest.mark.parametrize(
    ("said", "nth"),
    [
        ("yang kedua", 2),
        ("nomor 2", 2),
        ("no. 2", 2),
        ("the second one", 2),
        ("nu kadua", 2),
        ("yang pertama aja", 1),
        ("satu", 1),
        ("opat", 4),
        ("3", 3),
        ("12", None),
        ("dua minggu lalu", None),
        ("kedua orang tua saya", None),
        ("", None),
    ],
)
def test_ordinals(said: str, nth: int | None) -> None:
    assert vocabulary.ordinal(said) == nth


@given(st.text(max_size=60))
def test_any_text_is_read_without_trouble(text: str) -> None:
    spoken = vocabulary.command(text)
    assert spoken is None or spoken.rest in text
    assert vocabulary.means(text, "send") in (None, "send")


@given(
    st.lists(
        st.sampled_from(["izin", "saya", "belum", "keluar", "petugas", "batal", "status", "bantuan"]),
        min_size=4,
        max_size=9,
    )
)
def test_four_words_and_more_are_never_a_bare_command(words: list[str]) -> None:
    assert vocabulary.command(" ".join(words)) is None
