# A report, from the first word to the review. One question a message; label rows are no sentences.

component-persyaratan = persyaratan
component-prosedur = prosedur
component-jangka-waktu = jangka waktu
component-biaya = biaya
component-produk = hasil layanan
component-pengaduan = penanganan pengaduan
component-dasar-hukum = dasar hukum
component-sarana = sarana dan fasilitas
component-kompetensi = sikap atau kemampuan petugas
    .sms = sikap petugas
component-pengawasan = pengawasan
component-jumlah-pelaksana = jumlah petugas
component-jaminan-pelayanan = jaminan pelayanan
component-keamanan = keamanan
component-evaluasi = evaluasi dan survei
component-lainnya = hal lain

intake-story-ask = Ceritakan yang terjadi, boleh ditulis atau direkam.
intake-story-ask-voice = Tulis juga satu kalimat tentang yang terjadi, atau kirim satu pesan suara lagi.
intake-story-ask-file =
    { $count ->
        [1] Berkas diterima. Apa yang terjadi?
       *[other] { $count } berkas diterima. Apa yang terjadi?
    }
intake-story-missed = Ceritakan dengan kata sendiri apa yang terjadi di kantor kami.
intake-story-rewrite = Tulis ulang ceritanya; yang lama diganti.
intake-own-ask = Apakah ini pengalaman sendiri?
intake-kind-ask = Masalah utamanya apa?
intake-kind-missed = Pilih salah satu, atau tulis dengan kata sendiri.
intake-service-ask = Waktu itu sedang mengurus layanan apa?
intake-service-confirm = Maksudnya { $service }?
intake-service-which = { $service } yang mana?
intake-service-which-of = Layanan yang mana?
intake-service-not-that = Baik, bukan itu.
intake-service-missed = Sebut nama layanannya, misalnya "izin reklame" atau "PBG".
intake-added-to-story = Ditambahkan ke cerita.
intake-edited = Perubahannya dicatat.
intake-other-later = Yang satu lagi kami simpan; selesaikan yang ini dulu.
intake-other-kept = Tadi ada satu hal lagi yang disebut.
intake-when-complete-ask = Kapan berkasnya dinyatakan lengkap, boleh perkiraan seperti "15 Oktober"?
intake-when-received-ask = Kapan hasil layanannya diterima, misalnya "18 November"?
intake-when-happened-ask = Kapan kejadiannya, misalnya "rabu kemarin"?
intake-when-noted = Kami catat { $day }.
intake-when-about = Kami catat sekitar { $month }.
intake-when-left-open = Tanggalnya kami kosongkan dulu, petugas menanyakannya bila perlu.
intake-when-future = "{ $said }" belum terjadi. Coba tulis tanggal yang sudah lewat, misalnya "18 November".
intake-when-impossible = "{ $said }" tidak ada di kalender. Coba tulis seperti "18 November".
intake-when-vague = Tanggalnya perlu lebih tepat karena batas melapor 30 hari. Misalnya "18 November".
intake-when-missed = Tulis tanggalnya, misalnya "18 November" atau "rabu kemarin".
intake-name-ask = Supaya laporan wajib dijawab dalam { $days } hari kerja, siapa nama pelapor (nama dan alamat hanya untuk laporan ini)?
    .sms = Nama hanya untuk laporan ini, supaya wajib dijawab dalam { $days } hari kerja; siapa nama pelapor?
intake-name-ask-notice = Nama dan alamat hanya dipakai untuk menangani laporan ini; siapa nama pelapor?
intake-name-ask-short = Siapa nama pelapor?
intake-name-ask-secret = Nama dirahasiakan: hanya petugas yang menangani laporan ini yang melihatnya. Siapa nama pelapor?
intake-name-explain = Bisa tanpa nama: menjadi saran yang bernomor dan dibaca, tanpa batas waktu jawaban. Dengan nama rahasia, laporan wajib dijawab dalam { $days } hari kerja. Mana yang dipilih?
intake-name-missed = Tulis namanya saja, atau pilih tanpa identitas.
intake-place-ask = Alamat pelapor di desa atau kelurahan mana?
intake-place-ask-organisation = Alamat pelapor atau perusahaannya di desa mana?
intake-place-ask-secret = Alamatnya di desa mana? Ini juga dirahasiakan.
intake-place-missed = Cukup nama desa, kelurahan, atau kecamatannya.
intake-anonymous-noted = Tanpa identitas, laporan dicatat sebagai saran: tetap bernomor dan tetap dibaca.
intake-secret-noted = Nama dirahasiakan: hanya petugas yang menangani laporan ini yang melihatnya.

breach-time = Standar: { $promised } hari kerja sejak berkas lengkap (sampai { $until }); menurut tanggal tadi sudah { $counted } hari kerja.
    .sms = Standar { $promised } hari kerja; menurut tanggal tadi sudah { $counted }.
breach-time-kept = Standar: { $promised } hari kerja sejak berkas lengkap (sampai { $until }); menurut tanggal tadi baru { $counted } hari kerja.
    .sms = Standar { $promised } hari kerja; menurut tanggal tadi baru { $counted }.
breach-time-calendar = Standar: { $promised } hari sejak berkas lengkap (sampai { $until }); menurut tanggal tadi sudah { $counted } hari.
    .sms = Standar { $promised } hari; menurut tanggal tadi sudah { $counted }.
breach-time-kept-calendar = Standar: { $promised } hari sejak berkas lengkap (sampai { $until }); menurut tanggal tadi baru { $counted } hari.
    .sms = Standar { $promised } hari; menurut tanggal tadi baru { $counted }.
breach-fee-free = Biaya menurut standar: gratis; yang disebut { $paid }.
    .sms = Standar: gratis; disebut { $paid }.
breach-fee = Biaya menurut standar: { $promised }; yang disebut { $paid }.
    .sms = Standar: { $promised }; disebut { $paid }.

review-lead = Mohon diperiksa dulu.
    .sms = Periksa dulu.
review-story = A Cerita: "{ $story }"
review-story-files =
    { $count ->
        [1] A Cerita: "{ $story }", 1 berkas
       *[other] A Cerita: "{ $story }", { $count } berkas
    }
review-story-long = A Cerita: "{ $story }" (lengkap tersimpan)
    .sms = A Cerita: "{ $story }"
review-story-long-files =
    { $count ->
        [1] A Cerita: "{ $story }" (lengkap tersimpan), 1 berkas
       *[other] A Cerita: "{ $story }" (lengkap tersimpan), { $count } berkas
    }
    .sms = A Cerita: "{ $story }", { $count } berkas
review-story-voice = A Cerita: direkam, { $count } berkas
review-service = B Layanan: { $service }
review-service-free = B Layanan: { $service } (biaya menurut standar: gratis)
    .sms = B Layanan: { $service } (gratis)
review-service-none = B Layanan: tidak disebut
review-kind = C Masalah: { $kind }
review-kind-two = C Masalah: { $kind }; juga { $second }
    .sms = C Masalah: { $kind }
review-when-received = D Diterima: { $day }
review-when-happened = D Kejadian: { $day }
review-when-event-pending = D Kejadian: { $day }; hasilnya belum keluar
    .sms = D Kejadian: { $day }; belum keluar
review-when-pending = D Status: belum keluar
review-when-complete = D Status: belum keluar; berkas lengkap { $day }
    .sms = D Berkas lengkap { $day }
review-when-complete-about = D Status: belum keluar; berkas lengkap sekitar { $month }
    .sms = D Berkas lengkap sekitar { $month }
review-when-counted = D Status: belum keluar; berkas lengkap { $day } ({ $counted } hari kerja, standar { $promised })
    .sms = D Lengkap { $day }: { $counted } hari kerja, standar { $promised }
review-when-counted-calendar = D Status: belum keluar; berkas lengkap { $day } ({ $counted } hari, standar { $promised })
    .sms = D Lengkap { $day }: { $counted } hari, standar { $promised }
review-when-about = D Tanggal: sekitar { $month }
review-when-unknown = D Tanggal: belum diketahui
review-name = E Nama: { $name }
review-name-secret = E Nama: { $name } (rahasia)
review-name-behalf = { $name }, mewakili { $behalf }
review-name-none = E Nama: tidak disebut
review-address = F Alamat: { $address }
review-address-secret = F Alamat: { $address } (rahasia)
review-address-none = F Alamat: tidak disebut
review-late = Karena lewat { $days } hari kalender (sampai { $until }), ini dicatat sebagai permintaan koreksi yang tetap dibaca petugas.
    .sms = Lewat batas { $until }: menjadi permintaan koreksi.
review-anything-wrong = Bila ada yang salah, balas hurufnya.
    .sms = Bila salah, balas hurufnya.
review-which-letter = Huruf mana yang diubah: { $letters }?
review-reason-ask = Apa alasannya baru melapor sekarang? Surat atau bukti boleh difoto.
review-reason-noted = Terima kasih, alasannya kami sertakan dan petugas dapat menjadikannya pengaduan.
review-missed = Balas "kirim" bila sudah benar, atau huruf yang mau diubah.

cancel-ask = Cerita yang sudah ditulis akan hilang.
cancel-ask-files =
    { $count ->
        [1] Cerita dan 1 berkas akan hilang.
       *[other] Cerita dan { $count } berkas akan hilang.
    }
cancel-erased = Sudah dihapus. Bila berubah pikiran, tulis saja lagi.
cancel-missed = Pilih salah satu: hapus, catat sebagai saran, atau lanjut.

nudge = Laporan ini belum selesai. Bila tidak ada jawaban sampai pukul { $hour }, kami catat sebagai saran dan beri nomor.
expired-files =
    { $count ->
        [1] Berkas tadi sudah dihapus, karena belum ada ceritanya. Bila ingin melapor, tulis saja lagi.
       *[other] { $count } berkas tadi sudah dihapus, karena belum ada ceritanya. Bila ingin melapor, tulis saja lagi.
    }
