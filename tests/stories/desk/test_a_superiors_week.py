"""What a superior gets and asks for: the page `docs/atasan.md`, with a picture. RENEW_DOCS=1 renews both."""

import os
from io import BytesIO

from PIL import Image

from rules.roles import Role
from storage.database import Database
from tests.stories.desk.pages import DOCS, Page
from tests.talk import a_town

STORY = "sertifikat standar KBLI 27203 saya belum terbit, berkas lengkap 23 oktober. Dedi Kurniawan, Plered"
COUNTER = "petugas loket PBG kasar sekali kemarin waktu saya tanya syarat. Budi Santoso, Plered"
OPENING = """# Apa yang didapat seorang atasan

Percakapan ini berjalan sungguhan di setiap pengujian. Nama dan perkaranya rekaan. Ringkasan datang sendiri setiap hari
kerja pukul 07.30; pada hari kerja pertama pekan, bulan, dan triwulan datang yang lebih panjang sebagai gantinya.

![Gambar ringkasan: batang menurut sisa hari, garis masuk dan dijawab](ringkasan.png)
"""


async def test_from_the_morning_digest_to_the_case_that_is_late(database: Database) -> None:
    async with a_town(database, "2026-11-24 08.00") as town:
        officer = await town.staff(Role.OFFICER, "Rina Marlina")
        agus = await town.staff(Role.SUPERVISOR, "Agus Salim")
        late = town.citizen()
        await late.says(STORY)
        await late.says("kirim")
        await officer.says("ambil 1")
        await town.until("2026-12-10 09.00")
        for _ in range(3):
            citizen = town.citizen()
            await citizen.says(COUNTER)
            await citizen.says("kirim")
        page = Page(town, DOCS / "atasan.md", OPENING)
        page.heard["atasan"] = len(town.lines[agus.channel].heard[agus.address])
        await town.until("2026-12-15 07.30")
        page.part("Selasa pagi, pukul 07.30")
        page.hears("atasan", agus)
        picture = next(file for m in agus._all() for file in m.files if file.name == "ringkasan-harian-2026-12-15.png")
        page.part("Yang terlambat, dan apa yang dapat dilakukan")
        await page.says("atasan", agus, "Terlambat", press=True)
        await page.says("atasan", agus, "Kabari pelapor", press=True)
        await page.says("atasan", agus, "Kirim", press=True)
        await page.says("atasan", agus, "ingatkan 1")
        page.part("Siapa memegang berapa")
        await page.says("atasan", agus, "beban")
        page.part("Ringkasan menurut kebutuhan sendiri")
        await page.says("atasan", agus, "ringkasan bulanan")
        await page.says("atasan", agus, "ringkasan atur")
        await page.says("atasan", agus, "ringkasan jam 06.45")
        page.part("Register dan evaluasi")
        await page.says("atasan", agus, "ekspor")
        await page.says("atasan", agus, "ekspor evaluasi 2026-4")
        async with database.reading(town.now) as work:
            kept = await work.attachments.get(picture.attachment_id)
            content = work.attachments.content(kept) if kept else None
    assert content
    assert Image.open(BytesIO(content)).size[0] == 1200
    if os.environ.get("RENEW_DOCS"):
        (DOCS / "ringkasan.png").write_bytes(content)
    page.holds()
