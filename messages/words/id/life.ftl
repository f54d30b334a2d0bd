# Why a step in the life of a case is refused (rules/lifecycle.py, docs/life-of-a-case.md). Officers read these most.

life-not-allowed = Langkah itu tidak bisa dilakukan pada keadaan laporan sekarang.
life-needs-taking = Ambil dulu laporannya: tulis "ambil" dengan nomornya.
life-needs-study = Isi dulu telaahnya: inti masalah, ketentuan, laporan serupa, dan rencana.
life-needs-route = Pilih dulu jalur penyelesaiannya: internal, dinas lain, atau APIP.

life-not-expired = Waktu tunggu untuk laporan yang belum selesai ditulis ini belum habis.
life-no-substance = Belum ada isi yang bisa dicatat sebagai saran.
life-has-substance = Laporan ini sudah ada isinya, jadi tidak dibuang begitu saja.
life-needs-nudge = Pelapor perlu diingatkan sekali sebelum laporannya dicatat sebagai saran.
life-needs-warning = Pelapor perlu diberi tahu dulu apa yang akan hilang.

life-not-free = Laporan ini sudah ada pemegangnya.
life-conflict = Yang disebut atau digambarkan dalam laporan tidak menanganinya; serahkan kepada orang lain.
life-needs-hand-over = Laporan ini diserahkan oleh pemegangnya atau atasan, dengan menyebut nama penerimanya.
life-needs-question = Tulis dulu apa yang perlu dijawab dinas lain.
life-needs-earlier-date = Batas jawab dinas lain harus sebelum batas jawaban kami kepada pelapor.
life-needs-reason = Tulis juga alasannya.
life-own-request = Permintaan ini dari Anda sendiri. Kepala yang lain memutuskan, atau sebut peraturan yang mewajibkannya.
life-needs-approval = Perlu persetujuan kepala, atau sebut peraturan yang mewajibkannya.
life-needs-record = Catat dulu jawaban yang masuk, atau bagaimana dan kapan pelapor diberi tahu.

life-needs-reply = Tulis dulu jawaban untuk pelapor.
life-not-delivered = Belum ada bukti bahwa pesannya sampai kepada pelapor.
life-not-failed = Jawaban itu belum dinyatakan gagal terkirim.
life-came-from-elsewhere = Jawaban itu ditulis di jalur lain, jadi laporan kembali ke jalur itu.
life-needs-superior-report = Laporan hasilnya belum sampai kepada atasan langsung.
life-still-waiting = Pelapor masih boleh menanggapi: 10 hari kerja sejak jawaban sampai belum lewat.
life-needs-not-solved = Laporan dibuka lagi bila pelapor mengatakan masalahnya belum selesai.
life-needs-where = Tulis dulu kantor mana yang berwenang, dan cara menghubunginya.
life-needs-other-case = Sebut juga nomor laporan yang satu lagi.

life-needs-identity = Nama dan alamat pelapor belum ada, jadi belum bisa menjadi pengaduan.
life-needs-object = Belum menyangkut layanan kantor ini, jadi belum bisa menjadi pengaduan.
life-late = Laporan ini lewat dari batas waktu; petugas dapat menjadikannya pengaduan dengan alasan.

nik-invalid = NIK itu kurang pas: isinya 16 angka, seperti di KTP. Boleh juga dikosongkan.
