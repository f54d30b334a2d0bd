"""Texts, lists and buttons as WhatsApp and SMS take them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.twilio.gsm import gsm_units, to_gsm
from bot.twilio.layout import BODY_LIMIT, Part, lay_out, length, pieces, plain_variable
from messages.envelope import Channel, Choice, Outgoing, OutgoingFile
from tests.bot.twilio.stage import choices

WORDS = "Sertifikat standar untuk usaha baterai sudah terbit. "


def bodies(channel: Channel, message: Outgoing) -> list[str]:
    return [part.body for part in lay_out(channel, message, files_go=False)]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("", 0),
        ("Nomor: ADU-2026-00412-6", 23),
        ("jangka @ waktu?\nréngsé", 22),
        ("[1] {a} ~ 5€", 12 + 6),
        ("kata “miring”", None),
        ("🙏", None),
    ],
)
def test_gsm_units(text: str, units: int | None) -> None:
    assert units == gsm_units(text)


def test_typographic_signs_are_written_in_gsm_and_letters_stay() -> None:
    assert to_gsm("“IZIN…” · A → B — dst.") == '"IZIN..." - A -> B - dst.'
    assert to_gsm("terima kasih 🙏") == "terima kasih 🙏"


@given(st.text(alphabet="…·•–—−→←“”„‘’×\t\u00a0abc é"))
def test_what_we_write_ourselves_fits_gsm(text: str) -> None:
    assert gsm_units(to_gsm(text)) is not None


def test_sms_has_no_blank_lines_and_a_numbered_list() -> None:
    message = Outgoing(("Kapan “lengkap”?", "", "Boleh perkiraan."), (Choice("k", "Tidak tahu", 0),))
    assert bodies(Channel.SMS, message) == ['Kapan "lengkap"?\nBoleh perkiraan.\n0 Tidak tahu']


def test_whatsapp_keeps_the_words_as_they_are() -> None:
    assert bodies(Channel.WHATSAPP, Outgoing(("Satu…", "", "dua"))) == ["Satu…\n\ndua"]


@pytest.mark.parametrize(
    ("lines", "offered", "has_buttons"),
    [
        pytest.param(("Ada yang salah?",), choices("Kirim", "Ubah", "Rahasiakan nama"), True, id="three"),
        pytest.param(("Ada yang salah?",), choices("a", "b", "c", "d"), False, id="four"),
        pytest.param(("Yang mana?",), choices("x" * 20), True, id="a title of 20"),
        pytest.param(("Yang mana?",), choices("x" * 21), False, id="a title of 21"),
        pytest.param(("Yang mana?",), choices("Ya", "Ya"), False, id="two that say the same"),
        pytest.param(("Yang mana?",), choices("{{1}}"), False, id="a title that would be a variable"),
        pytest.param((), choices("Ya"), False, id="nothing above them"),
        pytest.param(("a" * 1024,), choices("Ya"), True, id="a text of 1024"),
        pytest.param(("a" * 1025,), choices("Ya"), False, id="a text of 1025"),
        pytest.param(("a",), (), False, id="no choices"),
    ],
)
def test_when_there_are_buttons(lines: tuple[str, ...], offered: tuple[Choice, ...], has_buttons: bool) -> None:
    (part,) = lay_out(Channel.WHATSAPP, Outgoing(lines, offered), files_go=False)
    assert bool(part.buttons) == has_buttons
    assert part.body.endswith("\n".join(f"{one.number} {one.label}" for one in offered))


def test_lines_above_buttons_are_variables_so_they_hold_no_break_tab_or_run_of_spaces() -> None:
    message = Outgoing(('Cerita:\n\n  "izin\tsaya      belum"', "Benar?"), choices("Ya"))
    (part,) = lay_out(Channel.WHATSAPP, message, files_go=False)
    assert part.lines == ("Cerita:", '"izin saya belum"', "Benar?")


def test_long_texts_are_cut_between_paragraphs() -> None:
    paragraphs = [WORDS * 10, WORDS * 15, WORDS * 20]
    found = bodies(Channel.WHATSAPP, Outgoing(tuple(paragraphs)))
    assert [one.split() for one in found] == [(paragraphs[0] + paragraphs[1]).split(), paragraphs[2].split()]


@given(st.text(), st.integers(min_value=2, max_value=50))
def test_pieces_fit_and_lose_nothing_but_white_space(text: str, limit: int) -> None:
    found = pieces(text, limit)
    assert all(0 < length(one) <= limit for one in found) or found == [text]
    assert "".join("".join(found).split()) == "".join(text.split())


@given(st.lists(st.text(max_size=900), max_size=6), st.sampled_from([Channel.WHATSAPP, Channel.SMS]))
def test_no_part_is_longer_than_the_provider_takes(lines: list[str], channel: Channel) -> None:
    for part in lay_out(channel, Outgoing(tuple(lines), choices("Ya", "Tidak")), files_go=False):
        assert length(part.body) <= BODY_LIMIT


def test_files_go_first_or_are_named() -> None:
    file = OutgoingFile(7, "berita-acara.pdf", "application/pdf")
    message = Outgoing(("Jawaban terlampir.",), files=(file,))
    assert lay_out(Channel.WHATSAPP, message, files_go=True) == (
        Part("berita-acara.pdf", file=file),
        Part("Jawaban terlampir."),
    )
    assert lay_out(Channel.WHATSAPP, message, files_go=False) == (Part("Jawaban terlampir.\nberita-acara.pdf"),)


@pytest.mark.parametrize(("value", "plain"), [("a\n b\t\tc", "a b c"), ("  ", "-"), ("a      b", "a b")])
def test_variables_of_templates(value: str, plain: str) -> None:
    assert plain_variable(value) == plain
