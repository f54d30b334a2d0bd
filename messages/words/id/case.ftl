# A case that has a number: the receipt, its state, adding to it, the data held about a person.

receipt-complaint = Pengaduan tercatat.
receipt-complaint-secret = Pengaduan tercatat, nama dirahasiakan.
receipt-suggestion = Saran tercatat.
receipt-correction = Permintaan koreksi tercatat.
receipt-number = Nomor: { $number }
receipt-code = Kode rahasia: { $code } (untuk membuka laporan dari tempat lain)
    .sms = Kode rahasia: { $code }
receipt-files = Berkas: { $count }
receipt-due = Jawaban paling lambat: { $due } ({ $days } hari kerja)
receipt-skipped = Tidak dihitung: { $days }
receipt-skipped-day = { $day } ({ $name })
receipt-next = Petugas membaca laporan ini; bila ada yang kurang, kami tanya di sini.
    .sms = Petugas membaca laporan ini.
receipt-next-opens = Petugas membaca laporan ini mulai { $day }; bila ada yang kurang, kami tanya di sini.
    .sms = Petugas membaca laporan ini mulai { $day }.
receipt-more-welcome = Foto, berkas, atau nomor telepon boleh dikirim kapan saja.
    .sms = Balas di sini untuk menambah.
receipt-office-opens = Petugas bekerja lagi { $day }.
receipt-suggestion-next = Petugas membacanya, lalu kami kabari di sini; saran tidak punya batas waktu jawaban.
receipt-suggestion-opens = Petugas membacanya mulai { $day }, lalu kami kabari di sini; saran tidak punya batas waktu jawaban.
    .sms = Petugas membacanya mulai { $day }; saran tidak punya batas waktu jawaban.
receipt-suggestion-late = Petugas membacanya, hasilnya kami kabari di sini; permintaan koreksi tidak punya batas waktu jawaban.
receipt-suggestion-silent = Laporan ini belum lengkap, jadi dicatat sebagai saran yang dibaca petugas, tanpa batas waktu jawaban.
receipt-suggestion-complete = Dengan nama dan alamat, nomor ini menjadi pengaduan.
receipt-suggestion-confirm = Balas "lengkapi" supaya nomor ini menjadi pengaduan.
receipt-suggestion-elsewhere = Dicatat sebagai saran karena belum jelas menyangkut layanan kantor ini; bila ya, balas "lengkapi".
    .sms = Bila menyangkut layanan kantor ini, balas "lengkapi".
receipt-again = Laporan itu sudah tercatat.

complete-for = Untuk { $number }:
complete-is-complaint = { $number } sudah menjadi pengaduan.
complete-late = { $number } disampaikan lewat dari batas waktu. Petugas dapat menjadikannya pengaduan bila alasannya cukup; tambahkan dengan kata "tambah".
complete-first-channel = { $number } hanya bisa dilengkapi di tempat laporan itu dikirim.
complete-confirm = Jadikan pengaduan?
complete-stays = Baik, { $number } tetap saran. Bila nanti berubah pikiran, tulis "lengkapi".
complete-still-suggestion = Terima kasih, datanya tersimpan. { $number } masih saran, karena belum menyangkut layanan kantor ini.
complete-done = { $number } sekarang pengaduan; nomornya tetap.
complete-counts-from = Dihitung mulai: { $day }

status-none = Belum ada laporan dari sini. Untuk membuka laporan dari tempat lain, tulis "status" dengan nomornya.
status-several = Laporan dari sini; tulis "status" dengan nomornya untuk melihat satu.
status-row = { $number }: { $state }, jawaban paling lambat { $due }
    .sms = { $number }: { $state }
status-row-suggestion = { $number }: saran
status-state = { $number }: { $state }.
status-last = Terakhir: { $day }
status-due = Jawaban paling lambat: { $due } (sisa { $left } hari kerja)
status-late = Maaf, jawaban terlambat { $left } hari kerja; batasnya { $due }. Petugas bisa ditanya di telepon { $phone }.
status-no-date = Saran tidak punya batas waktu jawaban.
status-later = Laporan itu bisa dibuka dengan kode rahasia sesudah yang ini selesai.
state-new = sudah tercatat, menunggu petugas
state-new-suggestion = tercatat sebagai saran, dibaca petugas
state-taken = sedang diperiksa petugas
state-studied = sudah ditelaah petugas
state-internal = sedang diselesaikan di kantor kami
state-agency = sedang ditanyakan ke dinas lain
state-apip-requested = menunggu keputusan pimpinan
state-apip = sedang diperiksa pengawas internal pemerintah
state-replying = jawaban sedang dikirim
state-answered = sudah dijawab
state-closed = selesai
state-referred = ditangani kantor lain
state-merged = digabung ke laporan lain

number-wrong-check = Nomornya kurang pas, mungkin ada angka tertukar. Bentuknya { $prefix }-2026-00017-4.
number-unreadable = Nomornya belum terbaca. Bentuknya { $prefix }-2026-00017-4, ada di tanda terima.
code-ask = Untuk membukanya dari sini, kirim kode rahasia 6 huruf dan angka dari tanda terima.
code-form = Kodenya { $letters } huruf dan angka, ada di tanda terima. Bila hilang, tulis "tidak tahu".
code-wrong = Nomor dan kode itu belum cocok; bisa dicoba { $left } kali lagi. Kode tidak memakai huruf O, I, L atau angka 0 dan 1.
code-wait = Kodenya belum cocok beberapa kali, jadi tunggu satu jam sebelum mencoba lagi.
code-lost = Tanpa kode, laporan dibuka di tempat ia dikirim, atau oleh petugas. Teleponnya { $phone }; bisa juga ke { $desk }.
code-opened = { $number } baru dibuka dari { $channel } dengan kode rahasia. Bila bukan Bapak/Ibu, tulis "ganti kode" sekarang.
code-new = Kode baru untuk { $number }; yang lama tidak berlaku lagi.
code-only-first-channel = Kode hanya bisa diganti di tempat laporan itu dikirim.
news-here-too = Baik, kabar { $number } dikirim ke sini juga. Untuk berhenti, tulis "stop kabar".
news-stopped = Baik, kabar tidak dikirim lagi ke sini. Laporannya tetap berjalan.
news-none = Tidak ada kabar yang dikirim ke sini.
case-not-yours = { $number } tidak ditemukan di sini. Untuk membukanya, tulis "status" dengan nomornya.
case-which = Untuk laporan yang mana? Tulis juga nomornya.
case-which-row = { $number }
case-which-row-story = { $number }: "{ $story }"
case-or-new = Ini tambahan untuk laporan yang sudah ada, atau laporan baru?
case-or-new-one = Ini tambahan untuk laporan ini, atau laporan baru?
case-same-or-new = Sepertinya ini soal yang sama dengan laporan ini. Tambahkan ke sana, atau laporan baru?
phone-noted = Nomor telepon dicatat untuk { $number }.
secret-from-now = Nama pelapor { $number } dirahasiakan mulai sekarang: hanya petugas yang menanganinya yang melihat.
nothing-asked = Sekarang tidak ada yang kami tanyakan. Untuk menambah keterangan, tulis "tambah".
deadline-moved = Tanggal jawaban { $number } berubah karena { $name }: dari { $before } menjadi { $after }.

add-ask = Apa yang ditambahkan ke { $number }? Tulis atau kirim fotonya.
add-missed = Tulis keterangannya, atau kirim fotonya.
add-done = Ditambahkan ke { $number }.
add-done-files =
    { $count ->
        [1] Ditambahkan ke { $number }, dengan 1 berkas.
       *[other] Ditambahkan ke { $number }, dengan { $count } berkas.
    }

standard-title = { $service } (Standar No. { $number })
standard-time = Waktu: { $days } hari kerja sejak berkas lengkap
standard-time-calendar = Waktu: { $days } hari sejak berkas lengkap
standard-free = Biaya: gratis
standard-fee = Biaya: { $amount }
standard-requirements = Syarat, { $count } butir: { $first }
    .sms = Syarat: { $count } butir
standard-product = Hasil: { $product }
standard-reply = Pengaduan dijawab dalam { $days } hari kerja
standard-not-loaded = Standar { $service } belum ada di sini; petugas menjawabnya di telepon { $phone }.
standard-which = Standar layanan apa? Tulis misalnya "standar NIB". Yang lengkap di sini:
standard-loaded = - { $service }

mydata-why = Ini yang kami simpan, hanya untuk menangani laporan dan menurut jadwal arsip.
mydata-chat = Percakapan: lewat { $channel }, tersimpan terkunci
mydata-case = { $number }: { $held }
mydata-phone = telepon { $phone }
mydata-nik = NIK berakhiran { $ending }
mydata-story = cerita "{ $story }"
mydata-files = berkas: { $count }
mydata-no-name = tanpa nama
mydata-no-address = tanpa alamat
mydata-more = dan { $count } laporan lagi
mydata-no-cases = Laporan: belum ada
mydata-correct = Untuk membetulkan, tulis "tambah" dengan nomornya.
mydata-erase-ask = Nama, cerita, berkas, dan percakapan dihapus untuk selamanya; nomor laporan tetap ada tanpa isi. Hapus?
mydata-erase-open =
    { $count ->
        [1] Ada 1 pengaduan yang belum dijawab; setelah dihapus tidak bisa dijawab lagi. Nama, cerita, dan berkas hilang untuk selamanya. Hapus?
       *[other] Ada { $count } pengaduan yang belum dijawab; setelah dihapus tidak bisa dijawab lagi. Nama, cerita, dan berkas hilang untuk selamanya. Hapus?
    }
mydata-erased = Sudah dihapus. Yang tersisa hanya nomor laporan tanpa isi, dan alamat obrolan ini supaya bisa dijawab.
mydata-kept = Baik, tidak ada yang dihapus.
mydata-missed = Pilih salah satu di bawah.
mydata-later = Selesaikan atau batalkan laporan ini dulu, lalu tulis "dataku".
