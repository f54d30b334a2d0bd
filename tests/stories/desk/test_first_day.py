"""A new officer's first day, from the invitation to the first closed case, with only what the bot itself says.

The talk is the page for officers, `docs/petugas.md`. To renew it after a change of words, run this with RENEW_DOCS=1.
"""

from handlers.desk.door import invite
from rules.lifecycle import State
from rules.roles import Role
from storage.database import Database
from tests.stories.desk.pages import DOCS, Page
from tests.talk import a_town

STORY = "sertifikat standar KBLI 27203 saya belum terbit, berkas lengkap 23 oktober. Dedi Kurniawan, Plered"
ANSWER = "Sertifikat terbit hari ini dan dapat diunduh di akun OSS. Kami mohon maaf atas keterlambatannya."
IN_A_GROUP = """

## Bila kantor memakai grup Telegram

Atasan menambahkan bot ke grup kantor; bot menuntun sisanya di chat pribadi. Tiap kasus lalu mendapat satu topik.
Di dalam topik hanya `/balas TEKS` dan `/tanya TEKS` yang sampai ke pelapor, setelah ditunjukkan dulu. Semua tulisan
lain menjadi catatan internal. Perintah lain (`/ambil`, `/telaah`, `/jalur`) dijawab di chat pribadi, karena jawabannya
memuat nama.
"""
OPENING = """# Hari pertama seorang petugas

Percakapan ini berjalan sungguhan di setiap pengujian: kata-kata mesin di bawah ini persis yang tertulis di chat.
Nama dan perkaranya rekaan. `[...]` adalah tombol; bisa ditekan, bisa juga ditulis. Nomor boleh pendek: `ambil 1`.

Yang paling sering dipakai: `antrean`, `ambil N`, `telaah N`, `jalur N`, `balas N TEKS`. Bila lupa, tulis `bantuan`.
Pelapor hanya menerima teks yang sudah Anda lihat dan Anda setujui dengan **Kirim**; `catatan` tidak pernah keluar.
"""


async def test_from_the_invitation_to_the_first_closed_case(database: Database) -> None:
    async with a_town(database, "2026-11-24 08.00") as town:
        await town.staff(Role.SUPERVISOR, "Agus Salim")
        async with town.database.work(town.now) as work:
            pick = iter("7KM4QX9TRW").__next__
            invited = await invite(
                work, town.office, town.now, lambda _: pick(), role=Role.OFFICER, name="Rina Marlina", by="operator"
            )
            await work.commit()
        rina, citizen = town.citizen(), town.citizen()
        page = Page(town, DOCS / "petugas.md", OPENING, IN_A_GROUP)
        page.part("Masuk dengan kode undangan")
        await page.says("petugas", rina, f"/start {invited.code}")
        page.part("Laporan pertama")
        await citizen.says(STORY)
        await citizen.says("kirim")
        number = citizen.number
        page.heard["pelapor"] = len(town.lines[citizen.channel].heard[citizen.address])
        page.hears("petugas", rina)
        await page.says("petugas", rina, "antrean")
        await page.says("petugas", rina, "Ambil 1", press=True)
        page.part("Telaah (komponen 6 angka 6)")
        await page.says("petugas", rina, "Telaah", press=True)
        await page.says("petugas", rina, "Pakai usulan", press=True)
        await page.says("petugas", rina, "1")
        await page.says("petugas", rina, "Tidak ada", press=True)
        await page.says("petugas", rina, "2 ke bagian penerbitan, hari ini")
        page.part("Jalur, lalu bertanya kepada pelapor")
        await page.says("petugas", rina, "Internal", press=True)
        await page.says("petugas", rina, "tanya 1 Apakah akun OSS-nya sudah bisa dibuka?")
        await page.says("petugas", rina, "Kirim", press=True)
        await page.says("pelapor", citizen, "sudah bisa, tapi sertifikatnya belum ada")
        page.hears("petugas", rina)
        page.part("Jawaban, dan akhirnya")
        await town.until("2026-11-25 10.12")
        await page.says("petugas", rina, f"balas 1 {ANSWER}")
        await page.says("petugas", rina, "Kirim", press=True)
        page.hears("pelapor", citizen)
        await page.says("pelapor", citizen, "Selesai", press=True)
        page.hears("petugas", rina)
        assert (await town.case(number)).state == State.CLOSED
    page.holds()
