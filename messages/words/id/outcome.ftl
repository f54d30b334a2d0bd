# What a complainant hears after the receipt: a question of the officer, the answer, and what becomes of it.

quoted = "{ $text }"
question-from-officer = Pertanyaan petugas tentang laporan { $number }:
question-how = Balas di sini; jawabannya langsung masuk ke laporan itu.
answer-for = Jawaban untuk { $number }:
answer-solved-ask = Apakah masalahnya selesai? Bila belum, laporan dibuka lagi dengan nomor yang sama.
    .sms = Selesai? Balas SELESAI atau BELUM SELESAI.
suggestion-read = Saran { $number } sudah dibaca, dan petugas menjawab:
referred-to = Laporan { $number } ditangani kantor lain. Silakan hubungi { $where }

news-waits = Ada kabar untuk laporan { $number }. Buka bila sedang sendiri.
    .sms = Ada kabar untuk laporan { $number }. Balas BACA untuk membukanya.
news-asked-agency = Laporan { $number } sedang ditanyakan ke { $unit }, tanpa nama pelapor.
news-our-date = Jawaban dari kami tetap paling lambat { $due }.
news-restored = { $number } sekarang dicatat sebagai pengaduan.
news-suggestion = { $number } dicatat sebagai saran. Alasan petugas: "{ $reason }"
news-suggestion-how = Bila tidak setuju, tambahkan penjelasan dengan kata "tambah".
news-closed-silent = { $number } kami tutup karena tidak ada kabar lagi dari Bapak/Ibu. Bila masalahnya belum selesai, tulis "belum selesai".

outcome-solved = Terima kasih, { $number } dicatat selesai. Bila masalahnya muncul lagi, tulis "belum selesai".
outcome-closed-already = { $number } sudah ditutup. Bila masalahnya muncul lagi, tulis "belum selesai".
outcome-reopened = Kami buka lagi dengan nomor yang sama: { $number }.
outcome-reopened-noted = Dicatat: "{ $text }"
outcome-what-is-not = Apa yang belum selesai? Tulis di sini, foto juga boleh.
outcome-answer-noted = Terima kasih, jawabannya masuk ke { $number } dan dibaca petugas.
nothing-waits = Tidak ada kabar yang belum dibuka untuk { $number }.

news-merged = Laporan { $goes } sama dengan { $stays }, jadi digabung. Kabar dan jawabannya lewat { $stays }.
news-merged-too = Hal yang sama disampaikan sekali lagi dan digabung ke { $stays }.
outcome-only-owner = Hanya pelapor { $number } yang bisa mengatakan selesai atau belum.
outcome-access = { $number } sekarang terhubung ke chat ini; kabar dan jawabannya dikirim ke sini.

choice-read = Baca
choice-solved = Selesai
choice-unsolved = Belum selesai
