"""Talks as strangers wrote them who had never seen the bot: what went wrong then, and what is heard now."""

import pytest

from messages.envelope import Channel
from rules.kind import Kind
from tests.talk import COMPLAINT, Citizen, Town

STORY = "petugas loket PBG kasar sekali kemarin waktu saya tanya syarat"


async def at_the_review(town: Town) -> Citizen:
    budi = town.citizen()
    await budi.says(COMPLAINT)
    budi.hears("review-anything-wrong")
    return budi


@pytest.mark.parametrize(
    "story",
    [
        "ngurus SLF dari tgl 1 oktober sampe skrg ga beres2, bolak balik 4x. Rina, Plered",
        "saya daftar SIP perawat 10 september, sampe sekarang disuruh nunggu terus. Rina, Plered",
        "saya ngurus SLF sejak 1 september, kemarin petugas minta uang 1 juta. Rina, Plered",
        "SLF saya terbit 1 oktober, baru saya ambil tanggal 20 november ternyata namanya salah. Rina, Plered",
    ],
)
async def test_a_matter_that_runs_is_not_late(town: Town, story: str) -> None:
    rina = town.citizen()
    await rina.says(story)
    await rina.reaches_review(name="Rina", place="Plered", kind="jangka waktu")
    assert "review-late" not in rina.last.ids
    await rina.says("kirim")
    assert (await town.case(rina.number)).kind == Kind.COMPLAINT


async def test_going_back_at_the_date_keeps_a_pending_permit_pending(town: Town) -> None:
    rina = town.citizen()
    await rina.says("izin apotek saya belum keluar-keluar")
    rina.hears("intake-when-complete-ask")
    await rina.says("15 september")
    await rina.says("kembali")
    rina.hears("intake-when-complete-ask")


async def test_a_story_told_as_an_answer_joins_the_story(town: Town) -> None:
    ujang = town.citizen()
    await ujang.says("pelayanannya mengecewakan, saya dirugikan")
    for _ in range(2):
        if "intake-service-ask" in ujang.last.ids:
            break
        await ujang.says("biaya")
    await ujang.says("SLF, petugasnya minta 50rb kemarin")
    await ujang.reaches_review(name="Ujang", place="Plered", kind="biaya")
    await ujang.says("kirim")
    assert "minta 50rb" in ((await town.case(ujang.number)).story or "")


@pytest.mark.parametrize("said", ["mau komplain nih", "saya mau mengadu", "mau lapor tapi takut", "I want to complain"])
async def test_wanting_to_report_is_no_report_yet(town: Town, said: str) -> None:
    citizen = town.citizen()
    await citizen.says(said)
    citizen.hears("intake-story-ask")


async def test_a_bribe_that_is_offered_as_help_is_not_thanked(town: Town) -> None:
    citizen = town.citizen()
    await citizen.says("petugas menawarkan jasa percepatan 1,5 juta buat SLF saya")
    assert "praise" not in citizen.last.ids


@pytest.mark.parametrize(
    ("said", "row"),
    [
        ("nama saya Dani Ramdani", "E Nama: Dani Ramdani"),
        ("alamatnya salah, harusnya Wanayasa", "F Alamat: Kec. Wanayasa"),
        ("layanannya bukan PBG tapi SLF", "B Layanan: SLF"),
        ("ubah D jadi 13 november", "D Kejadian: Jumat, 13 November 2026"),
        ("tanggalnya 13 november", "D Kejadian: Jumat, 13 November 2026"),
    ],
)
async def test_a_field_is_corrected_in_a_sentence(town: Town, said: str, row: str) -> None:
    budi = await at_the_review(town)
    await budi.says(said)
    budi.reads(row)
    budi.reads_no("Ditambahkan")


async def test_a_name_after_all_at_the_review_makes_it_a_complaint(town: Town) -> None:
    wati = town.citizen()
    await wati.says(STORY)
    await wati.says("tanpa identitas")
    await wati.says("eh saya mau pake nama deh: Wati, Plered")
    wati.reads("E Nama: Wati", "F Alamat: Kec. Plered")
    await wati.says("kirim")
    wati.hears("receipt-complaint")


@pytest.mark.parametrize("said", ["iya kirim", "sudah benar", "kirm", "yes send it", "gaskeun", "👍"])
async def test_assent_as_people_say_it_sends(town: Town, said: str) -> None:
    budi = await at_the_review(town)
    await budi.says(said)
    budi.hears("receipt-complaint")


async def test_iya_betul_is_no_service(town: Town) -> None:
    maya = town.citizen()
    await maya.says("sertifikat standar pabrik baterai kami belum keluar2")
    await maya.says("iya betul")
    await maya.says("30 oktober")
    maya.hears("breach-time")


@pytest.mark.parametrize("said", ["perpanjangan", "yang perpanjangan", "2"])
async def test_a_word_of_one_label_chooses_it(town: Town, said: str) -> None:
    ujang = town.citizen(Channel.WHATSAPP)
    await ujang.says("izin reklame saya belum keluar2")
    ujang.hears("intake-service-which")
    await ujang.says(said)
    await ujang.reaches_review(name="Ujang", place="Plered")
    ujang.reads("perpanjangan")


async def test_after_two_misunderstandings_sending_means_sending(town: Town) -> None:
    citizen = town.citizen(Channel.WHATSAPP)
    await citizen.says(STORY)
    await citizen.says("%%%")
    await citizen.says("%%%")
    citizen.hears("form-stuck")
    await citizen.says("kirim")
    citizen.hears("review-anything-wrong")


async def test_a_typed_label_takes_the_words_that_wait(town: Town) -> None:
    budi = town.citizen(Channel.WHATSAPP)
    number = await budi.files()
    await budi.says("petugasnya yang di loket 4 itu, kasar sekali orangnya")
    budi.hears("case-same-or-new")
    await budi.says("tambah keterangan")
    budi.hears("add-done")
    async with town.database.reading(town.now) as work:
        entries = await work.cases.entries(await town.case(number))
    assert [e.body["text"] for e in entries if e.body] == ["petugasnya yang di loket 4 itu, kasar sekali orangnya"]


async def test_an_old_woman_who_says_in_between_that_she_wants_to_report(patient_town: Town) -> None:
    town = patient_town
    eni = town.citizen(Channel.WHATSAPP)
    for piece in ("ass", "punten pa", "ibu mau ngadu", "kamari di kantor perijinan", "berkas NIB ibu dibilang kurang"):
        await eni.sends(text=piece)
    await town.passes(seconds=4)
    assert len(eni._all()) == 1
    await eni.reaches_review(name="Eni", place="Plered")
    await eni.says("kirim")
    assert "dibilang kurang" in ((await town.case(eni.number)).story or "")


@pytest.mark.parametrize("name", ["drg. Mega Puspita", "dr. Andi Wijaya", "gua Deden", "maaf, Rudi", "Tatang wae"])
async def test_names_as_people_give_them(town: Town, name: str) -> None:
    citizen = town.citizen()
    await citizen.says(STORY)
    await citizen.says(name)
    citizen.hears("intake-place-ask")


@pytest.mark.parametrize("said", ["senin", "makasih min", "send", "0"])
async def test_what_is_no_name(town: Town, said: str) -> None:
    citizen = town.citizen()
    await citizen.says(STORY)
    await citizen.says(said)
    citizen.hears("intake-name-missed")


@pytest.mark.parametrize("said", ["Tuti, guru", "Rudi, 45 tahun", "Yayan, anaknya"])
async def test_what_stands_behind_a_name_is_no_address(town: Town, said: str) -> None:
    citizen = town.citizen()
    await citizen.says(STORY)
    await citizen.says(said)
    citizen.hears("intake-place-ask")


@pytest.mark.parametrize("said", ["kapan dijawabnya min?", "cek laporan saya", "sudah sampai mana laporan saya"])
async def test_asking_after_it_is_answered_with_its_state(town: Town, said: str) -> None:
    budi = town.citizen()
    await budi.files()
    await budi.says(said)
    budi.hears("status-due")


@pytest.mark.parametrize("said", ["oh gitu", "ditunggu ya", "ya udah"])
async def test_small_talk_opens_no_report(town: Town, said: str) -> None:
    citizen = town.citizen()
    await citizen.says(said)
    await town.passes(hours=21)
    await town.passes(hours=5)
    assert await town.cases() == []


async def test_a_few_words_after_the_receipt_are_never_dropped(town: Town) -> None:
    budi = town.citizen()
    await budi.files()
    await budi.says("loket 4")
    budi.hears("case-or-new-one")
    await budi.says("oh gitu")
    budi.hears("thanks")


async def test_a_number_in_a_sentence_after_the_receipt_is_noted(town: Town) -> None:
    budi = town.citizen()
    number = await budi.files()
    await budi.says("nomor hp saya 081234567890")
    budi.hears("phone-noted")
    assert (await town.case(number)).phone == "+6281234567890"


async def test_the_name_of_a_street_changes_no_language(town: Town) -> None:
    budi = town.citizen()
    await budi.says(STORY)
    await budi.says("Budi")
    await budi.says("jl. pasar rebo no 4, plered")
    budi.reads("Mohon diperiksa dulu")


async def test_a_page_in_english_is_answered_in_english(town: Town) -> None:
    visitor = town.citizen(Channel.WEB)
    await visitor.says("P", language="en")
    visitor.reads("automatic complaint assistant")


async def test_in_a_group_the_way_to_us_is_told(town: Town) -> None:
    from messages.envelope import InboundKind

    group = town.citizen()
    await group.says("halo bot", kind=InboundKind.GROUP, private="https://t.me/contoh_bot")
    group.reads("https://t.me/contoh_bot")
