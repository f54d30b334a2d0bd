"""The six people of the turn budget: how many messages it takes each of them to get a register number."""

import pytest

from messages.envelope import Channel
from rules.kind import Kind
from tests.talk import Town


async def test_1_staff_of_a_firm_with_a_rich_first_message_needs_at_most_four(town: Town) -> None:
    for channel in (Channel.TELEGRAM, Channel.WEB):
        dedi = town.citizen(channel)
        await dedi.says(
            "Selamat pagi, saya Dedi Kurniawan dari PT Sinar Baterai. Sertifikat standar KBLI 27203 kami terbit Rabu "
            "18 November tapi kapasitasnya ditulis 500 unit, padahal kami ajukan 5.000. "
            "Sudah ke loket, cuma disuruh tunggu."
        )
        dedi.hears("intro-morning", "notice", "intake-place-ask-organisation")
        await dedi.says("desa cigelam babakancikao")
        dedi.reads(
            "B Layanan: Sertifikat Standar, KBLI 27203",
            "C Masalah: hasil layanan",
            "D Diterima: Rabu, 18 November 2026",
            "E Nama: Dedi Kurniawan, PT Sinar Baterai",
            "F Alamat: Desa Cigelam, Babakancikao",
        )
        await dedi.presses("Kirim")
        dedi.reads("Jawaban paling lambat: Jumat, 11 Desember 2026 (14 hari kerja)")
        assert dedi.turns <= 4
        case = await town.case(dedi.number)
        assert (case.kind, case.service_id, case.component) == (Kind.COMPLAINT, "kbli-27203", "produk")
        assert case.name == "Dedi Kurniawan"


async def test_2_a_short_and_angry_shopkeeper_needs_at_most_six(town: Town) -> None:
    ujang = town.citizen(Channel.WHATSAPP)
    await ujang.says("WOY IZIN REKLAME GW MANA!! SEBULAN LEBIH GA JADI2 KERJANYA NGAPAIN AJA")
    ujang.hears("feeling-waited", "intake-service-which")
    await ujang.says("1")
    ujang.hears("intake-when-complete-ask")
    await ujang.says("tgl 15 bln kmrn lah")
    ujang.reads("Kamis, 15 Oktober 2026")
    await ujang.says("Ujang. cepetan!!")
    ujang.hears("intake-place-ask")
    await ujang.says("ciseureuh")
    ujang.reads("D Status: belum keluar; berkas lengkap Kamis, 15 Oktober 2026", "F Alamat: Kel. Ciseureuh, Purwakarta")
    await ujang.says("kirim aja")
    ujang.hears("receipt-complaint")
    assert ujang.turns <= 6


async def test_3_a_villager_with_a_burst_and_photos_in_sundanese_needs_at_most_six(patient_town: Town) -> None:
    town = patient_town
    await town.until("2026-12-07 08.31")
    for channel in (Channel.TELEGRAM, Channel.WHATSAPP):
        neneng = town.citizen(channel)
        for text in (
            "assalamualaikum",
            "min abi tos ka mpp jumaah kamari",
            "AC na pareum, panas pisan, korsi ge rea nu ruksak",
            "indung abi nepi ka lieur",
        ):
            await neneng.sends(text=text)
            await town.sender.send_due()
            neneng.hears_nothing()
        neneng.turns += 1
        await town.passes(seconds=4)
        assert len(neneng.heard) == 1, "one answer for the whole burst"
        neneng.hears("intro-salam")
        answers = {"intake-service-ask": "nganteur indung nyieun NIB", "intake-name-ask": "Neneng, cibatu"}
        for _ in range(4):
            question = next((i for i in neneng.last.ids if i in answers), None)
            if question is None:
                break
            await neneng.says(answers[question])
        neneng.hears("review-anything-wrong")
        neneng.reads("Neneng", "Cibatu", "4 Désémber 2026")
        await neneng.says("kintun")
        neneng.hears("receipt-complaint")
        neneng.reads("29 Désémber 2026", "Hari Raya Natal")
        assert neneng.turns <= 6


async def test_4_a_counter_complaint_without_identity_needs_at_most_five_and_four_more(town: Town) -> None:
    siti = town.citizen(Channel.WEB)
    await siti.says("petugas loket 3 di MPP ketus bgt, saya nanya syarat NIB malah dibentak tadi pagi")
    siti.hears("intake-name-ask")
    await siti.presses("Tanpa identitas")
    siti.hears("intake-anonymous-noted", "review-anything-wrong")
    await siti.presses("Kirim")
    siti.hears("receipt-suggestion", "receipt-suggestion-complete")
    assert siti.turns <= 5
    number, before = siti.number, siti.turns
    await town.until("2026-11-25 10.00")
    await siti.says("saya pikir2 lagi, mau kasih nama aja")
    siti.reads(f"Untuk {number}")
    await siti.says("Siti Aminah, Sindangkasih. tapi jangan sampai petugasnya tau ya")
    siti.reads("E Nama: Siti Aminah (rahasia)", "F Alamat: Kel. Sindangkasih, Purwakarta (rahasia)")
    await siti.says("ya")
    siti.reads(f"{number} sekarang pengaduan", "Rabu, 25 November 2026", "Selasa, 15 Desember 2026 (14 hari kerja)")
    assert siti.turns - before <= 4
    case = await town.case(number)
    assert (case.kind, case.secret) == (Kind.COMPLAINT, True)
    assert case.clocks[-1].start.isoformat() == "2026-11-25"


async def test_5_a_bribe_told_in_fear_needs_at_most_six(town: Town) -> None:
    await town.until("2026-12-10 09.00")
    asep = town.citizen(Channel.TELEGRAM)
    await asep.says(
        "mau lapor tapi takut. kemarin yg survei ke tempat rakit baterai motor listrik saya minta 500rb biar "
        "sertifikat standarnya cepat. jangan sampe nama sy ketauan"
    )
    asep.hears("intake-name-ask-secret")
    await asep.says("kalo ga pake nama?")
    asep.hears("intake-name-explain")
    await asep.says("rahasia aja. Asep")
    asep.hears("intake-place-ask-secret")
    await asep.says("plered")
    asep.reads("(biaya menurut standar: gratis)", "E Nama: Asep (rahasia)", "Rp500.000", "Rabu, 9 Desember 2026")
    await asep.presses("Kirim")
    asep.reads(
        "Pengaduan tercatat, nama dirahasiakan.",
        "Senin, 4 Januari 2027 (14 hari kerja)",
        "24 Desember (Cuti Bersama",
        "25 Desember (Hari",
        "1 Januari (Tahun Baru",
    )
    assert asep.turns <= 6


@pytest.mark.parametrize("channel", [Channel.WHATSAPP, Channel.SMS])
async def test_6_one_who_begins_with_p_and_corrects_a_field_needs_at_most_nine(town: Town, channel: Channel) -> None:
    budi = town.citizen(channel)
    await budi.says("P")
    budi.hears("intake-story-ask")
    await budi.says("saya kecewa sama pelayanannya di loket")
    answers = {
        "intake-kind-ask": "1",
        "intake-service-ask": "NIB",
        "intake-service-which-of": "1",
        "intake-when-happened-ask": "senin kemarin",
        "intake-when-received-ask": "16 november",
        "intake-when-complete-ask": "2 november",
        "intake-name-ask": "Budi",
        "intake-place-ask": "Nagrikaler",
    }
    for _ in range(7):
        question = next((i for i in budi.last.ids if i in answers), None)
        if question is None:
            break
        await budi.says(answers[question])
    budi.hears("review-anything-wrong")
    await budi.says("D 18 november")
    budi.reads("18 November 2026")
    await budi.says("kirim")
    assert budi.number.startswith("ADU-2026-")
    assert budi.turns <= 9
