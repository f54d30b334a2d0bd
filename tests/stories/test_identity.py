"""Without a name it is a suggestion; with one, the same number becomes a complaint, and its clock starts that day."""

import pytest

from messages.envelope import Channel
from rules.kind import Kind, Why
from tests.talk import Citizen, Town

CHANNELS = [Channel.TELEGRAM, Channel.WHATSAPP, Channel.SMS, Channel.WEB]
RUDE = "petugas loket 3 di MPP ketus bgt, saya nanya syarat NIB malah dibentak tadi pagi"


async def a_suggestion(town: Town, channel: Channel = Channel.TELEGRAM) -> Citizen:
    siti = town.citizen(channel)
    await siti.says(RUDE)
    await siti.says("tanpa identitas")
    siti.hears("intake-anonymous-noted", "review-name-none")
    await siti.says("kirim")
    siti.hears("receipt-suggestion", "receipt-suggestion-next", "receipt-suggestion-complete")
    assert (await town.case(siti.number)).reasons == [Why.NO_IDENTITY]
    return siti


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("word", ["lengkapi", "saya pikir2 lagi, mau kasih nama aja", "/lengkapi", "Tambah identitas"])
async def test_a_refused_identity_given_two_days_later_makes_the_same_number_a_complaint(
    town: Town, channel: Channel, word: str
) -> None:
    siti = await a_suggestion(town, channel)
    number = siti.number
    await town.until("2026-11-25 10.00")
    await siti.says(word)
    siti.reads(f"Untuk {number}:")
    siti.hears("intake-name-ask")
    await siti.says("Siti Aminah")
    siti.hears("intake-place-ask")
    await siti.says("Sindangkasih")
    siti.hears("review-name", "review-address", "complete-confirm")
    assert (await town.case(number)).kind == Kind.SUGGESTION, "only the yes makes it a complaint"
    await siti.says("ya")
    siti.hears("complete-done", "complete-counts-from", "receipt-due")
    siti.reads(number, "nomornya tetap")
    siti.reads("15 Desember 2026 (14 hari kerja)")
    case = await town.case(number)
    assert (case.kind, case.reasons, case.name) == (Kind.COMPLAINT, [], "Siti Aminah")
    assert [clock.start.isoformat() for clock in case.clocks] == ["2026-11-25"]
    assert case.received_at is not None
    assert case.received_at > case.registered_at
    assert len(await town.cases()) == 1


async def test_the_button_of_the_receipt_leads_there_too(town: Town) -> None:
    siti = await a_suggestion(town, Channel.WEB)
    await siti.presses("Tambah identitas")
    siti.hears("complete-for", "intake-name-ask")
    await siti.says("Siti Aminah, Sindangkasih. tapi jangan sampai petugasnya tau ya")
    siti.reads("Siti Aminah (rahasia)")
    await siti.presses("Ya, pengaduan")
    case = await town.case(siti.number)
    assert (case.kind, case.secret) == (Kind.COMPLAINT, True)


async def test_a_name_simply_told_needs_no_word_for_it(town: Town) -> None:
    siti = await a_suggestion(town)
    await siti.says("nama saya Siti Aminah, alamat Sindangkasih")
    siti.hears("complete-for", "complete-confirm")
    siti.reads("Siti Aminah", "Kel. Sindangkasih, Purwakarta")
    await siti.says("ya")
    siti.hears("complete-done")


@pytest.mark.parametrize(
    "answers", [["tetap saran"], ["Siti Aminah", "tetap saran"], ["Siti", "Plered", "tetap saran"]]
)
async def test_it_may_stay_a_suggestion_at_every_step(town: Town, answers: list[str]) -> None:
    siti = await a_suggestion(town)
    await siti.says("lengkapi")
    for answer in answers:
        await siti.says(answer)
    siti.hears("complete-stays")
    case = await town.case(siti.number)
    assert (case.kind, case.name, case.clocks) == (Kind.SUGGESTION, None, [])
    await siti.says("lengkapi")
    siti.hears("intake-name-ask")


async def test_a_complaint_needs_no_completing(town: Town) -> None:
    siti = await a_suggestion(town)
    await siti.says("lengkapi")
    await siti.says("Siti, Plered")
    await siti.says("ya")
    await siti.says(f"lengkapi {siti.number}")
    siti.hears("complete-is-complaint")
    assert len((await town.case(siti.number)).clocks) == 1


async def test_what_came_too_late_is_not_completed_with_a_name(town: Town) -> None:
    yayat = town.citizen()
    await yayat.says("PBG saya keluar 12 oktober tp luasnya salah, 90 m2 jadi 60. mohon dibetulkan. tanpa nama ya")
    await yayat.says("kirim")
    yayat.hears("receipt-correction", "receipt-suggestion-late")
    await yayat.says("lengkapi")
    yayat.hears("complete-late")
    assert (await town.case(yayat.number)).kind == Kind.SUGGESTION


async def test_hamba_allah_is_taken_for_what_it_says_without_a_second_question(town: Town) -> None:
    for name in ("hamba Allah", "anonim", "-"):
        citizen = town.citizen()
        await citizen.says(RUDE)
        await citizen.says(name)
        citizen.hears("intake-anonymous-noted", "review-name-none")


async def test_a_name_without_an_address_is_asked_for_the_village_once(town: Town) -> None:
    citizen = town.citizen()
    await citizen.says(RUDE)
    await citizen.says("Budi")
    citizen.hears("intake-place-ask")
    await citizen.presses("Tanpa identitas")
    citizen.hears("intake-anonymous-noted", "review-name-none")


async def test_a_matter_of_no_service_needs_the_object_before_it_is_a_complaint(town: Town) -> None:
    citizen = town.citizen()
    await citizen.says("saya mau usul tiap bulan ada lomba mancing di situ buleud")
    await citizen.reaches_review(name="Budi, Plered")
    await citizen.says("kirim")
    citizen.hears("receipt-suggestion-elsewhere")
    assert Why.NOT_OURS in (await town.case(citizen.number)).reasons
    await citizen.says("lengkapi")
    for _ in range(6):
        if "complete-confirm" in citizen.last.ids:
            break
        asked = citizen.last.ids[-1]
        await citizen.says(
            {"intake-kind-ask": "sarana dan fasilitas", "intake-name-ask": "Budi", "intake-place-ask": "Plered"}.get(
                asked, "NIB"
            )
        )
    await citizen.says("ya")
    citizen.hears("complete-done")
    assert (await town.case(citizen.number)).component == "sarana"
