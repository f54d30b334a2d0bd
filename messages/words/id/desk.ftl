# The officers' desk: plain words for staff. Rows named desk-row-… and the headline are labels, not sentences.

# -- the headline: days left first
desk-left =
    { $count ->
       *[other] sisa { $count } hari
    }
desk-left-today = hari ini
desk-left-late =
    { $count ->
       *[other] TERLAMBAT { $count } hari
    }
desk-left-suggestion = SARAN
desk-left-answered = DIJAWAB
desk-left-closed = SELESAI
desk-left-referred = DIALIHKAN
desk-left-until = { $left } ({ $due })
desk-head = { $left } · { $number } · { $about }
desk-head-secret = { $left } · { $number } · { $about } · RAHASIA
desk-head-with = { $left } · { $number } · { $said }
desk-about = { $component }
desk-about-service = { $component }, { $service }
desk-service-unknown = layanan belum diketahui

# -- where it lies
desk-where-nobody = belum diambil
desk-where-taken = { $name }: telaah
desk-where-studied = { $name }: pilih jalur
desk-where-internal = { $name }: jawaban belum ditulis
desk-where-agency = { $name }, menunggu { $unit } sampai { $due }
desk-where-apip-requested = { $name }, menunggu keputusan kepala
desk-where-apip = { $name }, menunggu { $unit }
desk-where-replying = { $name }: jawaban sedang dikirim
desk-where-held = { $name }: jawaban ditahan, menunggu pelapor menulis
desk-where-ended = { $name }: sudah dijawab
desk-you = milik Anda

# -- the case on one screen
desk-row-where = Letak: { $where }
desk-row-story = Cerita: "{ $story }"
desk-row-matter = Layanan: { $service } · Masalah: { $component } ({ $by })
desk-by-citizen = dipilih pelapor
desk-by-staff = ditetapkan { $name }
desk-by-reader = tebakan mesin
desk-by-reader-words = tebakan mesin, kata: { $words }
desk-row-promise = Standar: { $promised } hari kerja; menurut pelapor sudah { $counted }
desk-row-promise-kept = Standar: { $promised } hari kerja; menurut pelapor baru { $counted }
desk-row-promise-calendar = Standar: { $promised } hari; menurut pelapor sudah { $counted }
desk-row-promise-kept-calendar = Standar: { $promised } hari; menurut pelapor baru { $counted }
desk-row-fee = Biaya menurut standar: { $promised }; menurut pelapor { $paid }
desk-row-person = Pelapor: { $name }, { $address } ({ $channel })
desk-row-person-kept-secret = Pelapor (RAHASIA, hanya Anda yang melihat): { $name }, { $address } ({ $channel })
desk-row-person-phone = Pelapor: { $name }, { $address } ({ $channel }, telepon { $phone })
desk-row-person-phone-kept-secret = Pelapor (RAHASIA, hanya Anda yang melihat): { $name }, { $address } ({ $channel }, telepon { $phone })
desk-row-person-none = Pelapor: tidak menyebut nama
desk-row-person-hidden = Pelapor: terlihat oleh pemegang berkas
desk-row-person-secret = Pelapor: RAHASIA, hanya pemegang berkas yang melihatnya
desk-row-study = Telaah: { $core }
desk-row-study-none = Telaah: belum ada
desk-row-last = Terakhir: { $what }, { $day } ({ $count } catatan, tulis "riwayat")
desk-row-last-none = Terakhir: masuk { $day }
desk-row-papers = Berkas: { $count } (tulis "lampiran")
desk-row-papers-similar = Berkas: { $count } (tulis "lampiran") · Serupa: { $numbers }
desk-row-entry = { $day }: { $what }, { $by }
desk-row-entry-text = { $day }: { $what }, { $by }: "{ $text }"
desk-history-none = Belum ada catatan lain.
desk-files =
    { $count ->
       *[other] { $number }: { $count } berkas dari pelapor.
    }
desk-files-none = Tidak ada berkas dari pelapor.
desk-files-secret = Berkas { $number } hanya dibuka pemegangnya, karena pelapornya rahasia.
desk-files-for-which = Berkas ini untuk laporan yang mana? Kirim lagi dengan keterangan "catatan" dan nomornya.
desk-sheet = Lembar kasus terlampir.

# -- the queue
desk-queue =
    { $count ->
       *[other] { $count } laporan, halaman { $page } dari { $pages }, yang paling mendesak di atas:
    }
desk-queue-all =
    { $count ->
       *[other] { $count } laporan, yang paling mendesak di atas:
    }
desk-queue-empty = Tidak ada laporan di sini.
desk-queue-suggestions =
    { $count ->
       *[other] Saran belum dibaca: { $count }
    }
desk-row-queue = { $left } · { $number } · { $about } · { $owner }
desk-row-queue-secret = { $left } · { $number } · { $about } · RAHASIA · { $owner }
desk-nothing-free = Tidak ada laporan yang belum diambil di { $office }.
desk-search =
    { $count ->
       *[other] { $count } ditemukan:
    }
desk-search-none = Tidak ada yang cocok.
desk-search-open = Untuk membuka, tulis "kasus" dengan nomornya.
desk-search-what = Tulis apa yang dicari, misalnya "cari reklame Plered".
desk-no-case = { $number } tidak ada di meja Anda.
desk-which-case = Laporan yang mana? Tulis "{ $word }" dengan nomornya, misalnya "{ $word } 412".

# -- taking and handing over
desk-yours = sekarang milik Anda
desk-row-before = Pernah ada: { $number }, { $state }
desk-taken-already = { $number } sudah Anda pegang.
desk-taken-by = { $number } baru saja diambil { $name }.
desk-held-by = { $number } dipegang { $name }. Minta { $name } atau atasan menyerahkannya.
desk-nobody-holds = { $number } belum ada pemegangnya. Tulis "ambil" dengan nomornya dulu.
desk-given = diserahkan kepada { $name }
desk-given-to-you = diserahkan kepada Anda oleh { $name }
desk-taken-from-you = sekarang dipegang { $name }
desk-nobody-called = Tidak ada petugas bernama "{ $name }".
desk-nobody-else = Belum ada petugas lain yang bisa menerimanya.
desk-to-whom = { $number } diserahkan kepada siapa?
desk-is-away = { $name } sedang cuti sampai { $until }. Penggantinya: { $other }.

# -- class and service
desk-classify-ask = Masalah utama { $number } apa?
desk-classify-missed = Itu belum terbaca. Masalah utama { $number } apa?
desk-classified = { $number } dicatat sebagai masalah { $component }. Mesin belajar dari perbaikan ini.
desk-classified-already = { $number } memang sudah dicatat sebagai masalah { $component }.
desk-service-ask = { $number } menyangkut layanan apa? Tulis "layanan", nomornya, lalu nama layanannya.
desk-service-missed = Layanan itu belum terbaca. Tulis nama lengkapnya atau kode KBLI-nya.
desk-service-which = Yang mana?
desk-service-set = Layanan: { $service }

# -- words that go out
desk-ask-question = Apa pertanyaan untuk pelapor { $number }?
desk-ask-reply = Apa jawaban untuk pelapor { $number }?
desk-ask-acknowledgement = Apa kabar untuk pengirim saran { $number }?
desk-ask-note = Apa catatan untuk { $number }? Catatan tidak pernah terlihat oleh pelapor.
desk-ask-answer = Apa jawaban Anda untuk { $number }?
desk-ask-answer-on-paper = Apa jawaban yang masuk untuk { $number }, dan kapan?
desk-ask-not-ours = Mengapa { $number } bukan urusan Anda, dan siapa yang menanganinya?
desk-ask-told-how = Bagaimana pelapor { $number } diberi tahu? Misalnya "dibacakan lewat telepon pukul 10, diterima pelapor sendiri".
desk-ask-where = Kantor mana yang menangani { $number }, dan bagaimana menghubunginya?
desk-ask-restore = Apa alasan { $number } menjadi pengaduan?
desk-ask-suggest = Apa alasan { $number } menjadi saran? Alasan ini dibaca pelapor.
desk-send-question = Pertanyaan ini dikirim ke pelapor lewat { $channels }, apa adanya ({ $count } huruf). Kirim sekarang?
desk-send-reply = Akan dikirim ke pelapor lewat { $channels }, apa adanya ({ $count } huruf). Kirim sekarang?
desk-send-by-hand = Pelapor tidak punya chat. Teks ini disimpan, lalu disampaikan lewat telepon, surat, atau loket. Simpan sekarang?
desk-send-secret = Pelapor rahasia: ponselnya hanya menerima nomor laporan, isinya terbuka sesudah ia membukanya.
desk-send-window = Pelapor lama tidak menulis di WhatsApp: pemberitahuan dikirim dulu, isinya menyusul sesudah ia membalas.
desk-send-referral = Akan dikirim ke pelapor, lalu laporannya ditutup sebagai dialihkan:
desk-send-rewrite = Tulis teks yang baru.
desk-send-or-change = Balas "kirim" atau "ubah".
desk-not-sent = Baik, tidak dikirim.
desk-left-unsent = Teks yang tadi belum dikirim.
desk-question-sent = Pertanyaan untuk { $number } dikirim. Jawabannya masuk ke berkas dan dikabarkan di sini.
desk-reply-sent = Jawaban dikirim; begitu sampai, dikabarkan di sini.
desk-reply-on-its-way = Jawaban untuk { $number } sedang dalam perjalanan. Tunggu kabarnya, atau catat dengan "selesai" bila disampaikan langsung.
desk-acknowledgement-sent = Kabar untuk saran { $number } dikirim; sesudah sampai, saran ditutup.
desk-suggestion-closed = Saran { $number } ditutup.
desk-referral-sent = Kabar untuk { $number } dikirim; sesudah sampai, laporan dialihkan.
desk-referred = { $number } dialihkan, pelapor sudah diberi tahu ke mana.
desk-noted = Dicatat pada { $number }. Pelapor tidak melihatnya.
desk-note-from = catatan dari { $name }:
desk-unknown = Itu bukan perintah meja petugas. Tulis "bantuan" untuk daftarnya, atau "lapor" untuk melapor sebagai warga.

# -- what became of it
desk-arrived = SAMPAI { $day } pukul { $hour }
desk-arrived-on-day = SAMPAI { $day } pukul { $hour } (hari kerja ke-{ $nth } dari { $days })
desk-arrived-same-day = SAMPAI { $day } pukul { $hour } (hari itu juga dari { $days } hari kerja)
desk-arrived-late = SAMPAI TERLAMBAT { $day } pukul { $hour } (hari kerja ke-{ $nth }, batasnya { $days })
desk-arrived-row = { $said } · { $number }
desk-reported = Hasilnya dilaporkan ke atasan langsung.
desk-reported-nobody = Belum ada atasan yang terdaftar, jadi laporannya menunggu. Minta admin mengundang atasan.
desk-held = DITAHAN
desk-held-secret = menunggu dibuka pelapor (rahasia)
desk-held-until = Pemberitahuan sudah dikirim; jawaban baru dihitung sampai sesudah pelapor membukanya.
desk-question-held = pertanyaan ditahan WhatsApp sampai pelapor menulis
desk-failed = BELUM SAMPAI: { $reason }
desk-came-by = Masuk lewat { $way }; balasannya lewat jalan yang sama.
desk-doubtful = BELUM PASTI SAMPAI: dikirim lebih dari sehari yang lalu
desk-by-hand = Sampaikan lewat surat atau loket.
desk-by-hand-phone = Sampaikan lewat telepon { $phone }, surat, atau loket.
desk-by-hand-record = Sesudah itu tulis "selesai { $number }" dengan caranya.
desk-told-recorded = { $number }: cara penyampaian dicatat.
desk-waits-for-complainant = Jawaban sudah sampai. Pelapor yang menutup; tanpa tanggapan ditutup sendiri { $day }.
desk-solved = menurut pelapor masalahnya selesai
desk-closed-silent = ditutup, 10 hari kerja tanpa tanggapan
desk-reopened = DIBUKA LAGI
desk-more-said = keterangan baru dari pelapor
desk-more-files =
    { $count ->
       *[other] { $count } berkas baru.
    }
desk-question-answered = pelapor menjawab pertanyaan
desk-new = Pengaduan baru, belum diambil.
desk-new-suggestion = Saran baru, belum dibaca.
desk-now-complaint = saran menjadi pengaduan
desk-restored = menjadi pengaduan, alasan tercatat atas nama Anda
desk-suggested = menjadi saran, alasan tercatat atas nama Anda
desk-is-complaint = { $number } sudah pengaduan.
desk-is-suggestion = { $number } sudah saran.

# -- reports to the one above
desk-report-by = Lembar kasusnya terlampir, dari { $name }.
desk-report-failed = laporan ke atasan belum sampai: { $reason }
desk-result = { $about } · { $said }
desk-result-late = { $about } · laporan hasil yang menunggu atasan
step-internal = jalur internal dimulai
step-escalated = dinaikkan satu tingkat: { $why }

# -- routes
desk-route-which = Jalur mana?
desk-route-internal = jalur internal. Laporan tertulis tahap ini dikirim ke atasan langsung.
desk-route-internal-alone = jalur internal. Belum ada atasan yang terdaftar untuk menerima laporannya.
desk-escalated = dinaikkan ke { $name }, dengan lembar kasus
desk-escalate-top = Di atas ini tidak ada tingkat lagi. Jalan berikutnya: dinas lain atau APIP.
desk-agency-which = Dinas atau tim teknis yang mana?
desk-agency-question = Apa yang perlu dijawab { $unit }?
desk-agency-question-missed = Tulis pertanyaannya dalam satu kalimat.
desk-agency-due = Usulan batas jawab: { $due }; tanggal lain bisa ditulis sesudah ini.
desk-row-agency-to = Ke: { $unit }; jawab paling lambat { $due }
desk-row-agency-with =
    { $count ->
        [0] Ikut: inti masalah dan pertanyaan, tanpa berkas
       *[other] Ikut: inti masalah, pertanyaan, dan { $count } berkas
    }
desk-row-agency-without = Tidak ikut: nama dan alamat pelapor
desk-agency-send = Kirim sekarang, atau tulis tanggal lain?
desk-row-agency-to-letter = Ke: { $unit } (belum punya petugas di sini: kirim surat, lalu catat jawabannya); jawab paling lambat { $due }
desk-agency-send-or-date = Balas "kirim", "ubah", atau tanggal lain seperti "1 Desember".
desk-agency-sent = ditanyakan ke { $unit }, batas { $due }
desk-agency-asked = Pertanyaan { $office } tentang { $number }:
desk-agency-answer-by = Jawab paling lambat: { $due }
desk-agency-answered = jawaban { $unit } masuk:
desk-agency-declined = { $unit } menjawab bukan urusannya:
desk-answer-goes = Ini dikirim ke petugas { $office }, bukan ke pelapor. Kirim?
desk-answer-goes-copy = Ini dikirim ke petugas { $office } dengan tembusan ke atasan Anda, bukan ke pelapor. Kirim?
desk-answer-copy = Tembusan: jawaban { $name } untuk { $number }.
desk-answer-sent = Jawaban untuk { $number } dikirim ke petugas.
desk-nothing-asked = Tidak ada pertanyaan terbuka untuk Anda pada { $number }.

# -- APIP
desk-apip-why = Melibatkan APIP perlu persetujuan Kepala Dinas. Mengapa { $number } tidak bisa selesai di dalam atau bersama dinas lain?
desk-apip-requested = permintaan APIP dikirim ke Kepala Dinas, hitungan tetap berjalan
desk-apip-no-head = permintaan APIP tercatat, tetapi belum ada kepala yang bisa memutuskan
desk-apip-requested-already = Permintaan APIP untuk { $number } sudah menunggu keputusan kepala.
desk-apip-asked = permintaan APIP dari { $name }
desk-row-reason = Alasan: "{ $reason }"
desk-apip-approved = { $number }: APIP disetujui dan tercatat. APIP menerima perkaranya, tanpa nama pelapor bila dirahasiakan.
desk-apip-by-regulation = { $number }: APIP dilibatkan menurut "{ $regulation }", tercatat atas nama Anda.
desk-apip-which-regulation = Peraturan mana yang mewajibkan APIP untuk { $number }? Sebut nomor dan pasalnya.
desk-apip-head-decides = Yang memutuskan APIP untuk { $number } adalah Kepala Dinas.
desk-apip-nothing-asked = Tidak ada permintaan APIP yang menunggu pada { $number }.
desk-apip-own = Permintaan ini dari Anda sendiri, jadi orang lain yang memutuskan: { $name }.
desk-apip-own-nobody = Permintaan ini dari Anda sendiri, jadi tidak dapat disetujui sendiri.
desk-apip-no-other-head = Belum ada kepala perangkat daerah lain yang terdaftar. Sebut peraturan yang mewajibkannya.
desk-apip-sent-to = Permintaan dikirim ke { $name }.
desk-apip-refuse-why = Apa alasannya? Alasan ini dibaca { $name } dan tercatat di berkas.
desk-apip-refused = APIP belum disetujui, kembali ke jalur internal:
desk-apip-refused-told = Penolakan tercatat, { $name } sudah diberi tahu.
desk-apip-let-in = { $office } melibatkan APIP pada { $number }.
desk-apip-yours = APIP disetujui. Jawaban ke pelapor tetap tugas Anda.
desk-apip-yours-by-letter = APIP disetujui, tetapi belum terdaftar di sini; mohon kirim suratnya. Jawaban ke pelapor tetap tugas Anda.

# -- conflict of interest
desk-conflict-asked = Laporan ini sepertinya menyebut { $name }; sementara disembunyikan darinya. Benar orangnya?
desk-conflict-confirmed = { $number }: { $name } tidak melihat dan tidak menangani laporan ini.
desk-conflict-dismissed = { $number }: bukan { $name }, jadi laporan ini terbuka lagi untuknya.
desk-conflict-not-yours = Itu diputuskan atasan yang lain.

# -- people
role-officer = petugas pengaduan
role-supervisor = atasan langsung
role-head = kepala
role-agency = petugas dinas
role-apip = APIP
role-admin = admin
desk-welcome = Selamat datang, { $name }. Anda terdaftar sebagai { $role }.
desk-welcome-unit = Selamat datang, { $name }. Anda terdaftar sebagai { $role }, { $unit }.
desk-joined = { $name } sudah masuk dengan undangan Anda.
desk-guide-see = Melihat: antrean, kasus N, riwayat N, lampiran N, lembar N, cari, catatan N
desk-guide-work = Bekerja: ambil N, telaah N, jalur N, tanya N TEKS, balas N TEKS, selesai N, serahkan N NAMA
desk-guide-work-more = Juga: catat, klasifikasi N, layanan N, eskalasi N, rujuk N, gabung N M, akses N, pulihkan N, jadikan saran N, templat
desk-guide-answer = Menjawab: antrean, kasus N, catatan N, balas N, tolak N (bukan urusan kami)
desk-guide-assign = Membagi: serahkan N NAMA, terlambat, beban, ringkasan, ekspor
desk-guide-decide = Memutuskan: setujui N, tolak N ALASAN
desk-guide-team = Orang: tim, undang, atasan NAMA: NAMA, keluarkan, grup
desk-guide-days = Hari tutup kantor: libur 31 desember NAMA, batal libur 31 desember
desk-guide-start = Mulailah dengan "antrean". N adalah nomor laporan; "412" saja cukup.
desk-guide-citizen = Cuti: "cuti 1 des - 5 des pengganti NAMA". Untuk melapor sebagai warga: "lapor".
desk-invite-how = Tulis "undang petugas NAMA"; petugas boleh diganti atasan, kepala, apip, atau admin.
desk-invite-how-agency = Untuk dinas lain: "undang opd dinkes NAMA".
desk-invite-name = Tulis juga namanya.
desk-invite-unit = Tulis juga dinasnya, misalnya "undang opd dinkes NAMA".
desk-invite-tier = Tingkat itu tidak ada. Yang ada: { $tiers }.
desk-invite-not-yours = Peran itu diatur kepala atau admin.
desk-invited = Undangan untuk { $name } sebagai { $role }.
desk-invite-code = Kode: { $code }
desk-invite-link = Tautan: { $link }
desk-invite-until = Yang diundang mengirim kode ini ke bot, satu kali, dalam 72 jam.
desk-invite-unknown = Kode undangan itu tidak dikenal. Periksa hurufnya, atau minta kode baru.
desk-invite-used = Kode undangan itu sudah dipakai. Minta kode baru kepada yang mengundang.
desk-invite-expired = Kode undangan itu sudah lewat 72 jam. Minta kode baru kepada yang mengundang.
desk-invite-wait = Terlalu banyak kode yang salah. Coba lagi satu jam lagi.
desk-invite-channel = Petugas bekerja lewat Telegram, WhatsApp, atau web. Kirim kode ini dari sana.
desk-team =
    { $count ->
       *[other] { $count } orang:
    }
desk-row-member =
    { $count ->
       *[other] { $name } · { $role } · memegang { $count }
    }
desk-row-member-away = { $name } · { $role } · cuti sampai { $until }, diganti { $other }
desk-team-more =
    { $count ->
       *[other] Dan { $count } orang lagi.
    }
desk-invitations-open =
    { $count ->
       *[other] Undangan yang belum dipakai: { $count }
    }
desk-leave-how = Tulis tanggalnya, misalnya "cuti 1 des - 5 des pengganti Lilis".
desk-leave-kept = Cuti { $first } sampai { $last }, diganti { $name }.
desk-leave-superior = Cuti { $first } sampai { $last }, tanpa pengganti. Selama itu, yang mendesak dikabarkan ke { $name }.
desk-leave-nobody = Cuti { $first } sampai { $last }, tanpa pengganti.
desk-leave-told = { $name } cuti { $first } sampai { $last }; Anda penggantinya.
desk-back = Selamat bekerja lagi, { $name }.
desk-remove-sure = { $name } tidak bekerja di sini lagi? Laporan yang dipegangnya menjadi belum diambil.
desk-removed =
    { $count ->
       *[other] { $name } tidak terdaftar lagi; { $count } laporan menunggu diambil.
    }

# -- buttons
desk-do-take = Ambil
desk-do-next-page = Berikutnya
desk-do-suggestions = Saran
desk-do-case = Buka
desk-do-history = Riwayat
desk-do-files = Lampiran
desk-do-sheet = Lembar kasus
desk-do-study = Telaah
desk-do-study-look = Lihat telaah
desk-do-ask = Tanya pelapor
desk-do-hand-over = Serahkan
desk-do-classify = Klasifikasi
desk-do-reply = Balas
desk-do-write-reply = Susun balasan
desk-do-send-again = Kirim lagi
desk-do-note = Beri catatan
desk-do-escalate = Naikkan
desk-do-told = Catat penyampaian
desk-do-acknowledge = Jawab saran
desk-do-restore = Jadikan pengaduan
desk-do-route-internal = Internal
desk-do-route-agency = Dinas lain
desk-do-route-apip = APIP
desk-do-answer = Jawab
desk-do-not-ours = Bukan urusan kami
desk-do-ask-again = Tanya lagi
desk-do-approve = Setujui
desk-do-refuse = Tolak
desk-do-cite = Sebut peraturan
desk-do-other-head = Minta kepala lain
desk-do-conflict = Ya, sembunyikan
desk-do-no-conflict = Bukan dia
desk-do-remove = Ya, hapus

# -- the study
study-core-ask = Telaah 1/4 (6a): apa inti masalahnya, dalam satu kalimat?
study-core-proposed = Usulan: "{ $core }"
study-core-late = { $service } belum selesai, padahal standarnya { $promised } hari kerja sejak berkas lengkap.
study-core-told = { $service }, masalah { $component }: { $told }
study-core-missed = Tulis intinya dalam satu kalimat.
choice-use-proposed = Pakai usulan
study-rule-ask = Telaah 2/4 (6b): ketentuan mana yang terkait?
study-rule-ask-free = Telaah 2/4 (6b): standar layanan ini belum dimuat, ketentuan mana yang terkait?
study-rule-write = Tulis ketentuannya, misalnya nomor peraturan atau nama SOP.
study-rule = Standar No. { $number }, { $component }: { $text }
choice-other-rule = Ketentuan lain
study-before-ask = Telaah 3/4 (6c): apa yang sudah ada tentang hal yang sama?
study-before-none = Telaah 3/4 (6c): tidak ditemukan laporan serupa, tulis nomornya bila ada.
desk-row-found = Ditemukan: { $number }, { $state }
desk-row-found-same-person = Ditemukan, dari pelapor yang sama: { $number }, { $state }
choice-tie = Kaitkan
choice-not-related = Tidak terkait
choice-nothing-before = Tidak ada
study-plan-ask = Telaah 4/4 (6d): apa rencananya? Boleh ditambah dengan siapa, misalnya "2 bersama bagian penerbitan".
study-plan-missed = Pilih salah satu dari empat rencana itu.
study-parties-ask = Dengan pihak siapa, di dalam atau di luar kantor (6e)?
choice-nobody = Tidak ada
study-parties-none = tidak ada pihak lain
plan-clarify = Klarifikasi
plan-confirm = Konfirmasi
plan-examine = Penelitian atau pemeriksaan
plan-investigate = Investigasi
desk-row-study-a = A Inti: { $text }
desk-row-study-b = B Ketentuan: { $text }
desk-row-study-c = C Berkas serupa: { $text }
desk-row-study-c-none = C Berkas serupa: tidak ada
desk-row-study-d = D Rencana: { $plan }
desk-row-study-e = E Pihak: { $text }
study-change-which = Untuk mengubah, balas hurufnya.
choice-study-done = Sudah benar
study-kept = Telaah { $number } tersimpan. Jalur mana?
study-kept-edited = Telaah { $number } tersimpan.

# -- why something did not arrive
trouble-blocked = penerima memblokir atau berhenti dari bot
trouble-no-such = alamat atau nomornya tidak ada lagi
trouble-off = ponselnya mati atau di luar jangkauan
trouble-nobody = tidak ada chat yang bisa dikirimi
trouble-other = penyedia menolak (kode { $code })

# -- catat: what came by another way
record-way-ask = Lewat mana laporan ini masuk?
record-way-missed = Pilih salah satu, atau tulis jalurnya.
record-arrived-ask = Kapan laporan ini diterima kantor?
record-arrived-missed = Tulis tanggal diterimanya, misalnya "18 November".
record-story-ask = Salin apa yang disampaikan pelapor, dengan kata-katanya sendiri. Foto suratnya boleh dikirim juga.
record-file-kept = Berkasnya tersimpan; tulis juga intinya.
record-phone-ask = Nomor telepon pelapor?
record-phone-missed = Nomor itu belum terbaca, misalnya 081234567890.
record-row-complaint = Jenis: pengaduan
record-row-suggestion = Jenis: saran (tanpa identitas, tanpa objek, atau lewat waktu)
record-row-way = Lewat: { $way }, diterima { $day }
record-row-matter = Layanan: { $service } · Masalah: { $component }
record-row-person = Pelapor: { $name }, { $address }
record-row-person-secret = Pelapor (RAHASIA): { $name }, { $address }
record-right = Sudah benar? Tulis "rahasia" bila namanya dirahasiakan.
record-again = Kita ulangi dari tanggal diterimanya.
choice-record = Catat
menu-catat = Catat laporan dari surat, telepon, loket

# -- gabung, akses, libur
merge-with-which = Digabung dengan nomor berapa?
merge-same = Itu nomor yang sama: { $number }.
merge-not-now = { $number } tidak bisa digabung pada keadaannya sekarang.
merge-sure = { $goes } digabung ke { $stays }: orang, berkas, dan ceritanya pindah, semua dikabari. Ini tidak bisa dibatalkan. Gabung?
merge-done = { $goes } digabung ke sini
choice-merge = Gabung
access-how = Bagaimana identitas pelapor { $number } diperiksa? Misalnya "KTP asli cocok dengan nama dan alamat".
access-code = Kode rahasia baru: { $code }
access-next = Minta pelapor menulis "status { $number }" lalu kode itu dari chat barunya, dalam 72 jam.
access-taken = pelapor membuka kembali dari chat baru
closed-how = Tulis "libur" dengan tanggal dan namanya, misalnya "libur 31 desember Tutup akhir tahun".
closed-name-missing = Tulis juga nama harinya, misalnya "libur 31 desember Tutup akhir tahun".
closed-already = { $day } memang bukan hari kerja.
closed-sure =
    { $count ->
        [0] { $day } ({ $name }) tidak dihitung sebagai hari kerja; tidak ada batas jawaban yang berubah. Catat?
       *[other] { $day } ({ $name }) tidak dihitung sebagai hari kerja; { $count } pengaduan mundur, pelapornya dikabari. Catat?
    }
choice-close-day = Ya, catat
closed-kept = { $day } dicatat. Batas jawaban dihitung ulang sekarang juga.
closed-withdrawn = { $day } dihitung lagi sebagai hari kerja; batas jawaban dihitung ulang.
closed-not-entered = Hari itu tidak ada dalam daftar libur kantor.
desk-row-closed = { $day }: { $name }
desk-left-merged = DIGABUNG

# -- asked back, taken back
desk-number-which = Ada kabar lain sesudah ini; untuk yang ini:
desk-not-done = Baik, tidak jadi.
desk-words-missed = Tulis dengan kata-kata, atau "tidak" bila tidak jadi.
desk-left-unfinished = Yang tadi untuk { $number } belum selesai.
desk-holds-already = { $name } memang sudah memegangnya.
desk-nobody-called-who = Tidak ada petugas bernama "{ $name }". Kepada siapa?
desk-released = dilepas, menunggu diambil
desk-send-suggest = Pengaduan ini menjadi saran tanpa batas jawaban, dan alasannya dikirim ke pelapor. Kirim sekarang?
desk-do-take-this = Ambil { $running }
desk-do-open-this = Buka { $running }
desk-do-queue = Antrean
desk-do-help = Bantuan
desk-agency-unknown = Dinas itu belum ada dalam daftar. Pilih salah satu; dinas baru ditambahkan oleh admin.
desk-agency-open = Masih menunggu { $unit }. Untuk menariknya: "jalur { $number } internal" dengan alasannya.
desk-row-to = Untuk: { $name }, "{ $story }"
desk-queue-none-yours = Tidak ada yang Anda pegang atau yang belum diambil. Milik petugas lain: tulis "antrean semua".
desk-where-suggestion = { $name }: saran belum dijawab
desk-back-told = { $name } sudah masuk lagi; Anda tidak menggantikannya lagi.
desk-you-are-out = Anda tidak terdaftar lagi sebagai petugas di { $office }. Chat ini sekarang chat warga.
step-study-changed = telaah diubah
desk-own-complaint = { $number } adalah laporan Anda sendiri; petugas lain yang menanganinya.
desk-report-first = Selesaikan dulu laporan Anda sendiri, atau tulis "batal".
desk-file-stays = Berkasnya disimpan pada laporan; yang dikirim hanya teksnya.
desk-ask-heard = Apa kata pelapor { $number }: "selesai", atau "belum selesai" dengan alasannya?
desk-superior-how = Tulis "atasan NAMA: NAMA ATASANNYA", misalnya "atasan Rina: Agus".
desk-superior-set = Atasan langsung { $name }: { $superior }.
desk-remind-before = { $number }: jawaban { $unit } ditunggu paling lambat { $due }.
desk-remind-today = { $number }: jawaban { $unit } ditunggu hari ini.
desk-remind-late = { $number }: { $unit } belum menjawab; batasnya { $due }.
desk-nothing-waits = Tidak ada kabar yang belum dibuka.

# -- the menu of commands on Telegram
menu-antrean = Laporan yang menunggu
menu-kasus = Buka satu laporan
menu-ambil = Ambil laporan
menu-telaah = Telaah laporan
menu-jalur = Pilih jalur penyelesaian
menu-tanya = Tanya pelapor
menu-balas = Jawab
menu-catatan = Catatan internal
menu-serahkan = Serahkan ke petugas lain
menu-cari = Cari laporan
menu-selesai = Catat penyampaian, tutup saran
menu-setujui = Setujui permintaan APIP
menu-tolak = Tolak dengan alasan
menu-tim = Siapa bekerja di sini
menu-undang = Undang orang
menu-cuti = Catat cuti dan pengganti

# Replies that officers begin with.
canned-list = Awal jawaban, dipakai dengan "balas N #nama":
canned-none = Belum ada awal jawaban.
canned-row = #{ $name }: { $text }
canned-how = Atasan mengubahnya dengan "templat NAMA: TEKS" atau "templat hapus NAMA". Yang terisi sendiri: { $known }.
canned-kept = #{ $name } disimpan:
canned-removed = #{ $name } tidak dipakai lagi.
canned-unknown = Tidak ada awal jawaban { $name }. Yang ada: { $names }.
canned-not-yours = Awal jawaban diubah oleh atasan.
canned-placeholder = { $said } tidak dikenal. Yang terisi sendiri: { $known }.
menu-templat = Awal jawaban

# Reminders of open deadlines.
remind-own = { $count } laporan perlu dikerjakan, batasnya dekat atau lewat:
remind-below = { $count } laporan petugas Anda dekat batas atau lewat:
remind-more = dan { $count } lagi di antrean

# What superiors ask for: what is late, who holds how much.
late-none = Tidak ada yang terlambat.
late-title = Terlambat { $count }, yang paling lama di atas:
late-more = dan { $count } lagi di "antrean terlambat"
late-today = Jatuh tempo hari ini: { $count }
late-do-load = Beban
load-title = Terbuka { $count } pengaduan:
load-row = { $name }: { $count }
load-row-late = { $name }: { $count }, terlambat { $late }
load-row-away = { $name } (cuti): { $count }
load-row-late-away = { $name } (cuti): { $count }, terlambat { $late }
load-free = Belum diambil: { $count }
load-do-late = Terlambat
load-do-free = Belum diambil
menu-terlambat = Laporan yang terlambat
menu-beban = Siapa memegang berapa
menu-ringkasan = Angka harian, mingguan, bulanan
menu-ekspor = Register sebagai buku kerja

# What is done about what is late.
desk-do-remind = Ingatkan
desk-do-delay = Kabari pelapor
delay-reminded = { $number }: { $name } sudah diingatkan.
delay-reminded-by = diingatkan oleh { $name }
delay-reminded-today = { $name } sudah diingatkan hari ini.
delay-yours = { $number } Anda pegang sendiri. Tulis "kasus" untuk langkah berikutnya.
delay-not-late = { $number } belum terlambat.
delay-proposed = Jawaban untuk { $number } terlambat; batasnya { $due }. Kami mengabari lagi paling lambat { $soon }.
delay-proposed-agency = Jawaban untuk { $number } terlambat; batasnya { $due }. Kami menunggu jawaban { $unit } dan mengabari lagi paling lambat { $soon }.
delay-send = Dikirim ke pelapor lewat { $channels }, { $count } huruf. Kirim?
delay-told = Kabar keterlambatan { $number } dikirim ke pelapor.
delay-no-chat = Pelapor { $number } tidak punya obrolan di sini. Sampaikan lewat telepon atau surat, lalu catat.
late-agency-reminded = { $unit } diingatkan { $count } kali, belum menjawab.
late-not-told = Pelapor belum diberi tahu soal keterlambatan.
late-told = Pelapor diberi tahu soal keterlambatan { $day }.
desk-chat-joined = Obrolan ini sekarang juga milik { $name }. Ringkasan dan perintah bisa dari sini.
delay-told-today = Pelapor { $number } sudah dikabari hari ini.
delay-for = Kabar untuk { $number }:
delay-nobody-reached = Tidak ada yang dapat diingatkan lewat chat untuk { $number }. Hubungi langsung.
late-told-waits = Kabar keterlambatan { $day } belum dibuka pelapor.
load-others = { $people } petugas lain: { $count }
