"""An old button, a button pressed twice, a payload nobody made: recognised, and the present question stands."""

from messages.envelope import Channel
from tests.talk import COMPLAINT, Citizen, Town


def key_of(citizen: Citizen, label: str) -> str:
    return next(c.key for m in reversed(citizen.heard) for c in m.choices if c.label == label)


async def test_the_button_of_an_earlier_question_changes_nothing(town: Town) -> None:
    siti = town.citizen()
    await siti.says("petugas loket PBG kasar sekali kemarin waktu saya tanya syarat")
    anonymous = key_of(siti, "Tanpa identitas")
    await siti.says("Siti")
    siti.hears("intake-place-ask")
    await siti.presses_key(anonymous)
    siti.hears("button-old", "intake-place-ask")
    await siti.says("Plered")
    siti.reads("E Nama: Siti")


async def test_send_pressed_twice_shows_the_number_again_without_the_code(town: Town) -> None:
    siti = town.citizen()
    await siti.says(COMPLAINT)
    send = key_of(siti, "Kirim")
    await siti.presses_key(send)
    siti.hears("receipt-complaint", "receipt-code")
    number, code = siti.number, siti.code
    await siti.presses_key(send)
    siti.hears("receipt-again", "status-state")
    siti.reads(number)
    siti.reads_no(code)
    assert len(await town.cases()) == 1


async def test_send_typed_twice_as_well(town: Town) -> None:
    siti = town.citizen(Channel.WHATSAPP)
    number = await siti.files()
    await siti.says("kirim")
    siti.hears("receipt-again")
    siti.reads(number)
    assert len(await town.cases()) == 1


async def test_a_button_from_before_the_report_was_erased(town: Town) -> None:
    siti = town.citizen()
    await siti.says(COMPLAINT)
    send = key_of(siti, "Kirim")
    await siti.says("batal")
    await siti.presses("Hapus")
    await siti.presses_key(send)
    siti.hears("button-old")
    assert await town.cases() == []


async def test_a_button_of_an_earlier_report_while_another_is_open(town: Town) -> None:
    siti = town.citizen()
    await siti.says(COMPLAINT)
    send = key_of(siti, "Kirim")
    await siti.presses_key(send)
    await siti.says("lapor")
    await siti.says("AC di ruang tunggu MPP mati kemarin")
    await siti.presses_key(send)
    siti.hears("receipt-again")
    assert len(await town.cases()) == 1


async def test_a_payload_nobody_made(town: Town) -> None:
    siti = town.citizen()
    for payload in ("", "x", "a.b", "a.b.c", "....", "idle", f".idle.new_code:{'9' * 40}", "q.idle.language:xx"):
        await siti.presses_key(payload)
        siti.hears("button-old")
    await siti.says(COMPLAINT)
    await siti.presses_key("zzzzzzzz.review.send")
    siti.hears("button-old", "review-anything-wrong")
    assert await town.cases() == []


async def test_a_number_from_a_question_before_the_last_means_the_last(town: Town) -> None:
    siti = town.citizen(Channel.WHATSAPP)
    await siti.says("petugas loket PBG kasar sekali kemarin waktu saya tanya syarat")
    assert siti.offered[0] == "Tanpa identitas"
    await siti.says("Siti")
    await siti.says("1")
    siti.hears("intake-anonymous-noted")


async def test_an_offer_about_earlier_words_does_not_take_the_later_ones(town: Town) -> None:
    siti = town.citizen()
    await siti.files()
    await siti.says("AC di ruang tunggu MPP mati kemarin, panas sekali")
    siti.hears("case-or-new-one")
    old = key_of(siti, "Laporan baru")
    await siti.says("kursi di ruang tunggu MPP juga rusak kemarin")
    siti.hears("case-or-new-one")
    await siti.presses_key(old)
    siti.hears("button-old")
    await siti.presses("Laporan baru")
    await siti.reaches_review(name="Siti", place="Plered")
    await siti.says("kirim")
    assert (await town.case(siti.number)).story == "kursi di ruang tunggu MPP juga rusak kemarin"


async def test_adding_from_the_status_asks_what_and_takes_no_words_from_before(town: Town) -> None:
    siti = town.citizen()
    number = await siti.files()
    await siti.says("AC di ruang tunggu MPP mati kemarin, panas sekali")
    await siti.says("status")
    await siti.presses("Tambah keterangan")
    siti.hears("add-ask")
    await siti.says("saksinya ada dua orang")
    siti.hears("add-done")
    async with town.database.reading(town.now) as work:
        entries = await work.cases.entries(await town.case(number))
    assert [entry.body["text"] for entry in entries if entry.body] == ["saksinya ada dua orang"]


async def test_an_offered_report_can_be_taken_once(town: Town) -> None:
    siti = town.citizen()
    await siti.says("terima kasih ya, petugas loket PBG ramah sekali dan cepat")
    siti.hears("praise")
    note = key_of(siti, "Catat masukan")
    await siti.presses_key(note)
    siti.hears("review-anything-wrong")
    await siti.says("kirim")
    siti.hears("receipt-suggestion")
    await siti.presses_key(note)
    siti.hears("button-old")
    assert len(await town.cases()) == 1
