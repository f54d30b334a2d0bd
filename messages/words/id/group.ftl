# The office's group on Telegram, with a topic for each case.

group-how = Grup "{ $title }" bisa menjadi meja petugas. Aktifkan Topik di setelan grup, lalu jadikan saya admin dengan izin Kelola Topik dan Hapus Pesan. Begitu selesai, saya bertanya lagi di sini.
group-offer = Pakai grup "{ $title }" sebagai meja petugas, satu topik untuk tiap kasus?
group-offer-what = Semua anggota grup membaca ceritanya, tetapi tidak pernah nama, alamat, dan telepon pelapor. Pastikan anggotanya hanya orang kantor.
group-do-use = Pakai grup ini
group-do-not = Tidak
group-connected = { $count ->
    [0] Grup dipakai. Tiap kasus baru mendapat satu topik di sana.
   *[other] Grup dipakai. { $count } kasus yang masih berjalan mendapat topiknya dalam beberapa menit, lalu tiap kasus baru.
  }
group-hello = Grup ini sekarang meja petugas: tiap kasus mendapat satu topik.
group-is = Grup meja petugas sudah terhubung: tiap kasus mendapat satu topik di sana.
group-none = Belum ada grup. Buat grup Telegram untuk kantor, tambahkan saya sebagai anggota, lalu saya kirim langkahnya di sini.
group-do-let-go = Lepas grup
group-let-go = Grup dilepas. Topik yang ada tetap di sana, tetapi tidak diperbarui dan tidak dibaca lagi.
group-lost = Saya dikeluarkan dari grup meja petugas. Semua kasus tetap ada di chat pribadi; ketik antrean.
group-right-lost = Di grup meja petugas saya tidak bisa lagi membuat topik. Aktifkan Topik, dan jadikan saya admin dengan izin Kelola Topik dan Hapus Pesan.

topic-title = { $number } { $about }
topic-how = Ke pelapor hanya sampai yang ditulis dengan /balas atau /tanya, setelah ditunjukkan dulu. Semua tulisan lain di topik ini menjadi catatan internal. Perintah lain, misalnya /ambil atau /telaah, dijawab di chat pribadi.
topic-secret = Identitas pelapor dirahasiakan: isi laporan dan jawaban hanya ada di chat pribadi petugasnya.
topic-do-look = Buka di chat
topic-entry-to = KEPADA PELAPOR · { $what }, { $by }
topic-entry-to-text = KEPADA PELAPOR · { $what }, { $by }: "{ $text }"
topic-entry-of = DARI PELAPOR · { $what }
topic-entry-of-text = DARI PELAPOR · { $what }: "{ $text }"
topic-entry-inside = Internal · { $what }, { $by }
topic-entry-inside-text = Internal · { $what }, { $by }: "{ $text }"
topic-not-staff = Tulisan dari yang belum terdaftar sebagai petugas, atau yang menulis tanpa nama sebagai admin, tidak dicatat. Minta undangan kepada atasan.
topic-others-text = Teks ini disiapkan petugas lain; hanya yang menulisnya dapat mengirim.
topic-in-own-chat = { $number } dijawab lewat chat pribadi: identitas pelapor tidak boleh terlihat di grup.
topic-edited-command = Yang diubah tidak dikirim ulang. Tulis pesan baru dengan /balas atau /tanya.

menu-grup = Grup meja petugas
menu-group-balas = Jawab pelapor (ditunjukkan dulu)
menu-group-tanya = Tanya pelapor (ditunjukkan dulu)
