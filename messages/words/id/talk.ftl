# Who answers, and what stands beside the matter. Sentences of at most twenty words; "kami", never "saya"; no exclamation marks.

intro = Ini mesin penjawab pengaduan { $office }, laporannya dibaca petugas.
    .sms = Mesin pengaduan { $office }, dibaca petugas.
intro-salam = Waalaikumsalam, ini mesin penjawab pengaduan { $office }, laporannya dibaca petugas.
intro-sampurasun = Rampes, ini mesin penjawab pengaduan { $office }, laporannya dibaca petugas.
intro-morning = Selamat pagi, ini mesin penjawab pengaduan { $office }, laporannya dibaca petugas.
intro-noon = Selamat siang, ini mesin penjawab pengaduan { $office }, laporannya dibaca petugas.
intro-afternoon = Selamat sore, ini mesin penjawab pengaduan { $office }, laporannya dibaca petugas.
intro-evening = Selamat malam, ini mesin penjawab pengaduan { $office }, laporannya dibaca petugas.
feeling-waited = Menunggu selama itu, wajar kesal; ini mesin penjawab pengaduan { $office }, laporannya dibaca petugas.
feeling-angry = Kami mengerti ini membuat kesal; ini mesin penjawab pengaduan { $office }, laporannya dibaca petugas.
notice = Nama dan alamat hanya dipakai untuk menangani laporan ini.
    .sms = Nama hanya untuk laporan ini.

start = Ini mesin penjawab pengaduan { $office }, laporannya dibaca petugas. Tulis saja apa yang terjadi, atau pilih di bawah.
help-how = Tulis apa yang terjadi dengan kata sendiri; kami tanya yang kurang, lalu laporan diberi nomor.
help-words = Kata yang selalu bisa: lapor, status, tambah, kembali, batal, bahasa, standar, dataku.
people = Petugas: telepon { $phone }, atau { $desk }.
people-hours = Hari kerja pukul { $opens } sampai { $closes }.
thanks = Sama-sama.
praise = Terima kasih, kami senang mendengarnya. Boleh dicatat sebagai masukan?
danger = Bila ada yang dalam bahaya sekarang, hubungi { $numbers } dulu. Laporannya tetap kami catat.
sorry = Pesannya tersimpan, tetapi mesin ini sedang terganggu. Petugas akan membacanya; bila mendesak, telepon { $phone } atau { $desk }.
group = Supaya nama tetap aman, tulis langsung kepada kami di chat pribadi. Di grup tidak ada yang kami baca atau simpan.
group-link = Supaya nama tetap aman, tulis langsung kepada kami: { $link }. Di grup tidak ada yang kami baca atau simpan.
button-old = Pertanyaan itu sudah dijawab.
nothing-open = Tidak ada laporan yang sedang ditulis. Tulis saja apa yang terjadi bila ingin melapor.
cancelled = Baik, tidak jadi.
question-not-held = Keterangan itu belum ada di sini; petugas menjawabnya di telepon { $phone }.
not-ours = Sepertinya ini bukan urusan kantor perizinan. Coba sampaikan lewat lapor.go.id; boleh juga kami catat sebagai masukan.
not-ours-but = Sepertinya ini ditangani { $name }: { $contact }. Boleh juga kami catat sebagai masukan.

form-nothing-before = Belum ada jawaban sebelumnya.
form-back = Baik, kembali satu langkah.
form-people = Maaf, kami belum paham. Petugas bisa membantu: telepon { $phone }, atau { $desk }.
form-stuck = Laporan boleh dikirim apa adanya, petugas melengkapinya.
form-still-open = Masih ada laporan yang sedang ditulis.

language-ask = Mau memakai bahasa apa?
language-name-id = Bahasa Indonesia
language-name-su = Basa Sunda
language-name-en = English
language-set = Baik, kami memakai bahasa Indonesia.

files-added =
    { $count ->
        [1] 1 berkas diterima.
       *[other] { $count } berkas diterima.
    }
files-voice = Pesan suara { $length } diterima, petugas mendengarkannya.
files-recording = Rekaman diterima, petugas mendengarkannya.
files-ktp = Foto KTP tidak diperlukan; tulis "hapus foto" bila ingin dihapus.
photo-dropped = Foto terakhir sudah dihapus.
photo-none = Tidak ada foto yang bisa dihapus.
files-too-large = Berkas di atas 20 MB tidak tersimpan; perkecil, atau bawa ke { $desk }.
    .sms = Berkas di atas 20 MB tidak tersimpan; bawa ke { $desk }.
files-unavailable = Berkasnya tidak sampai ke kami. Coba kirim sekali lagi.
files-quota = Hari ini sudah terlalu banyak berkas, jadi yang ini tidak tersimpan. Kirim besok, atau bawa ke { $desk }.
files-wrong-kind = Berkas itu tidak tersimpan; kirim foto, PDF, suara, video, atau bawa ke { $desk }.
    .sms = Berkas itu tidak tersimpan; bawa ke { $desk }.
location-noted = Lokasi dicatat sebagai tempat kejadian.
card-own = Nomor telepon dicatat.
card-other = Nomor orang lain tidak kami simpan.
card-not-needed = Nomor itu tidak kami simpan, karena tidak ada laporan yang sedang ditulis.
secrets-warning = Jangan kirim kode OTP atau kata sandi ke siapa pun, termasuk kami.

channel-telegram = Telegram
channel-whatsapp = WhatsApp
channel-sms = SMS
channel-web = halaman web
channel-terminal = terminal

choice-yes = Ya
choice-no = Bukan
choice-unknown = Tidak tahu
choice-other = Lainnya
choice-no-permit = Bukan izin
choice-today = Hari ini
choice-yesterday = Kemarin
choice-not-out = Belum keluar
choice-not-declared = Belum dinyatakan
choice-anonymous = Tanpa identitas
choice-secret = Rahasiakan nama
    .sms = Rahasiakan
choice-secret-name = Nama rahasia
choice-send = Kirim
choice-change = Ubah
choice-reason = Ada alasannya
choice-erase = Hapus
choice-note-suggestion = Catat saran
choice-go-on = Lanjut
choice-as-is = Kirim apa adanya
choice-behalf = Mewakili orang
choice-complete = Tambah identitas
choice-finish = Lengkapi
choice-add = Tambah keterangan
choice-follow = Kabari di sini juga
choice-new-code = Ganti kode
choice-it-was-me = Itu saya
choice-report = Tulis laporan
choice-make-report = Jadikan laporan
choice-report-other = Laporkan juga
choice-status = Lihat status
choice-help = Bantuan
choice-note = Catat masukan
choice-still-yours = Tetap ke sini
choice-new-report = Laporan baru
choice-for-case = { $number }
choice-make-complaint = Ya, pengaduan
choice-stay-suggestion = Tetap saran
choice-continue = Teruskan
choice-note-now = Catat sekarang
choice-cancel = Batal
choice-erase-data = Hapus data saya
choice-erase-all = Ya, hapus semua
choice-keep = Biarkan

menu-lapor = Tulis laporan
menu-status = Lihat laporan
menu-tambah = Tambah keterangan atau berkas
menu-standar = Syarat, waktu, dan biaya layanan
menu-bahasa = Ganti bahasa
menu-dataku = Lihat atau hapus data saya
menu-bantuan = Bantuan dan nomor petugas
menu-batal = Batalkan laporan yang sedang ditulis
