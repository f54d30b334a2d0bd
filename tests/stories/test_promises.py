"""What the standard promised against what is said: time and fee, pending and finished, in the review and after."""

from messages.envelope import Channel
from rules.kind import Kind, Why
from tests.talk import Town, at

LATE_AND_DEAR = (
    "sertifikat standar KBLI 27203 terbit 18 november padahal berkas lengkap 30 oktober, lama sekali, dan soal biaya "
    "diminta bayar 2 juta. Maya, Cinangka Bungursari"
)


async def test_time_and_fee_of_a_finished_service_are_both_held_against_the_standard(town: Town) -> None:
    for channel in (Channel.TELEGRAM, Channel.SMS):
        maya = town.citizen(channel)
        await maya.says(LATE_AND_DEAR)
        maya.hears("breach-time")
        await maya.says("kirim")
        maya.hears("receipt-complaint", "breach-time", "breach-fee-free")
        case = await town.case(maya.number)
        assert [(b["component"], b["promised"], b["counted"]) for b in case.breach] == [
            ("jangka_waktu", 7, 13),
            ("biaya", 0, 2_000_000),
        ]
        assert (case.received_on, case.complete_on) == (at("2026-11-18 00.00").date(), at("2026-10-30 00.00").date())


async def test_a_pending_permit_has_no_last_day_whatever_somebody_did_meanwhile(town: Town) -> None:
    rina = town.citizen()
    await rina.says(
        "sertifikat standar 27203 kami belum keluar, surveyor minta uang 500rb tanggal 20 september. Rina, Plered"
    )
    rina.reads("D Kejadian: Minggu, 20 September 2026; hasilnya belum keluar")
    await rina.says("kirim")
    rina.hears("receipt-complaint")
    assert (await town.case(rina.number)).kind == Kind.COMPLAINT


async def test_a_month_that_is_surely_too_long_ago_is_late_and_kept(town: Town) -> None:
    rina = town.citizen()
    await rina.says("PBG saya sudah keluar tapi luasnya salah. Rina, Plered")
    await rina.says("awal agustus")
    rina.reads("sekitar Agustus 2026")
    rina.hears("review-late")
    await rina.says("kirim")
    case = await town.case(rina.number)
    assert (case.kind, case.reasons) == (Kind.SUGGESTION, [Why.LATE])
    assert case.received_about == at("2026-08-01 00.00").date()


async def test_a_month_that_the_story_names_is_not_asked_again(town: Town) -> None:
    rina = town.citizen()
    await rina.says("PBG saya keluar juni 2026 tapi luasnya salah. Rina, Plered")
    rina.reads("D Tanggal: sekitar Juni 2026")
    rina.hears("review-late")


async def test_a_visit_yesterday_is_not_the_day_since_which_the_file_is_complete(town: Town) -> None:
    ujang = town.citizen()
    await ujang.says("Kemarin saya ke loket tanya SLF, katanya belum jadi padahal sudah 2 bulan")
    ujang.hears("intake-when-complete-ask")


async def test_a_day_of_filing_in_the_story_is(town: Town) -> None:
    ujang = town.citizen()
    await ujang.says("3 agustus saya daftar SLF, sampai sekarang belum keluar. Ujang, Plered")
    ujang.reads("berkas lengkap Senin, 3 Agustus 2026")


async def test_a_file_that_was_not_declared_complete_is_said_so_on_the_case(town: Town) -> None:
    ujang = town.citizen()
    await ujang.says("SLF saya belum keluar-keluar sudah 3 bulan. Ujang, Plered")
    await ujang.presses("Belum dinyatakan")
    await ujang.says("kirim")
    assert "not_declared" in (await town.case(ujang.number)).flags


async def test_a_name_promises_no_date_where_it_is_too_late_for_one(town: Town) -> None:
    rina = town.citizen()
    await rina.says("PBG saya keluar 1 oktober 2026 tapi salah luasnya")
    rina.hears("intake-name-ask-notice")
    rina.reads_no("14 hari kerja")


async def test_an_overdue_case_says_so_and_claims_nothing(town: Town) -> None:
    budi = town.citizen()
    await budi.files()
    town.now = at("2026-12-16 10.00")
    await budi.says("status")
    budi.hears("status-late")
    budi.reads("3 hari kerja", "11 Desember 2026", "(0264) 8224794")


async def test_at_night_every_receipt_says_when_officers_read_again(town: Town) -> None:
    town.now = at("2026-12-23 21.00")
    budi, siti = town.citizen(), town.citizen()
    await budi.files("petugas loket PBG kasar sekali hari ini. Budi, Plered")
    budi.hears("receipt-next-opens", "receipt-more-welcome")
    budi.reads("Senin, 28 Desember 2026")
    await siti.says("petugas loket PBG kasar sekali hari ini")
    await siti.says("tanpa identitas")
    await siti.says("kirim")
    siti.hears("receipt-suggestion-opens")
    siti.reads("Senin, 28 Desember 2026")
