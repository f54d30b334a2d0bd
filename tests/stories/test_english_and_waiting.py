"""Two talks played through: a report in English whose kind is corrected, and a permit that is late by its standard."""

from messages.envelope import Channel
from tests.talk import Town


async def test_a_wrong_kind_is_corrected_by_the_one_who_knows(town: Town) -> None:
    await town.until("2026-11-24 09.00")
    kenji = town.citizen(Channel.WEB)
    await kenji.says(
        "Hi, Kenji Sato, PT Jatiluhur Cells, Jatimekar. Our KBLI 27203 standard certificate came out on 18 November "
        "with somebody else's address on it. The counter staff just shrugged."
    )
    kenji.hears("intro", "review-anything-wrong")
    kenji.reads("Standard Certificate, KBLI 27203", "18 November 2026", "Kenji Sato, PT Jatiluhur Cells", "Jatimekar")
    await kenji.says("C")
    kenji.hears("intake-kind-ask")
    assert len(kenji.offered) == 8
    await kenji.says("1, staff is secondary")
    kenji.hears("review-anything-wrong")
    await kenji.says("send")
    kenji.reads("14 December 2026 (14 working days)")
    case = await town.case(kenji.number)
    assert (case.component, case.component_by, case.language) == ("produk", "citizen", "en")
    assert kenji.turns <= 4


async def test_a_pending_permit_is_held_against_its_standard(town: Town) -> None:
    maya = town.citizen(Channel.WEB)
    await maya.says('sertifikat standar pabrik baterai kami di BIC belum keluar2, tiap ditanya jawabannya "proses"')
    if "intake-service-confirm" in maya.last.ids:
        await maya.says("iya")
    maya.hears("intake-when-complete-ask")
    await maya.says("30 oktober")
    maya.hears("breach-time", "intake-name-ask")
    maya.reads("7 hari kerja", "10 November 2026", "16 hari kerja")
    await maya.says("Maya, HRD PT Cikopo Energi")
    maya.hears("intake-place-ask-organisation")
    await maya.says("Cinangka Bungursari")
    maya.reads("berkas lengkap Jumat, 30 Oktober 2026 (16 hari kerja, standar 7)", "Desa Cinangka, Bungursari")
    await maya.presses("Kirim")
    maya.hears("receipt-complaint", "breach-time")
    maya.reads("11 Desember 2026")
    assert maya.turns <= 6
    (broken,) = (await town.case(maya.number)).breach
    assert (broken["promised"], broken["counted"]) == (7, 16)
