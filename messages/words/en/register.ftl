# The register as a file: titles of columns and their values, in Indonesian, as it is a paper of the office.

register-title = Register { $office }
register-number = Nomor
register-registered = Tercatat
register-kind = Jenis
register-state = Keadaan
register-component = Masalah
register-service = Layanan
register-channel = Cara masuk
register-start = Dihitung mulai
register-due = Batas jawaban
register-answered = Jawaban sampai
register-in-time = Tepat waktu
register-rounds = Putaran
register-route = Jalur
register-holder = Pemegang
register-name = Nama pelapor
register-address = Alamat
register-story = Uraian
register-secret = dirahasiakan
register-erased = sudah dihapus atas permintaan pelapor
register-yes = ya
register-no = tidak
register-kind-complaint = pengaduan
register-kind-suggestion = saran
register-state-new = baru
register-state-taken = diambil
register-state-studied = ditelaah
register-state-internal = jalur internal
register-state-agency = di dinas lain
register-state-apip-requested = menunggu persetujuan APIP
register-state-apip = di APIP
register-state-replying = jawaban dikirim
register-state-answered = dijawab
register-state-closed = selesai
register-state-referred = dialihkan
register-state-merged = digabung

# What is said to whoever asks for it in the chat.
export-none = No case was registered in { $year }.
export-too-many = There are { $count } cases, too many to be sent here. Ask the operator to run "aduan export register".
export-done = Register of { $year }: { $count } cases. Secret ones hold no name and no story. This request is on record.
bundle-made = Everything of { $number }: case sheet, files, audit entries and their proof. For the Ombudsman or APIP; that it was made is on record.

# In the archive: it leaves the office, so it is in Indonesian.
bundle-readme-what = Arsip { $number }: lembar-kasus.pdf untuk dibaca, kasus.json dan lampiran sebagai bahan, audit.json berisi semua catatan audit.
bundle-readme-open = Nama dan alamat pelapor ikut, karena tidak dirahasiakan.
bundle-readme-secret = Nama, alamat, dan lampiran pelapor tidak ikut, karena pelapor meminta dirahasiakan.
bundle-readme-check = Periksa dengan: python3 periksa.py . Hasilnya COCOK bila semua berkas dan catatan sesuai dengan daftar dan rantainya.
bundle-readme-compare = Lalu cocokkan dengan kantor: ujung rantai ada di buku kerja tiap ringkasan, sidik arsip ada di catatan audit pembuatannya.
export-evaluation = Evaluation of the service standards, quarter { $quarter } of { $year }. Without names; this request is on record.

# The report for the evaluation of the standards: a paper of the office, in Indonesian.
evaluation-title = Evaluasi standar pelayanan, triwulan { $quarter }
evaluation-sheet-standards = Standar pelayanan
evaluation-sheet-components = Masalah per standar
evaluation-sheet-broken = Janji yang dilanggar
evaluation-sheet-proposals = Usulan dari saran
evaluation-how-standards = Laporan yang masuk, jawaban yang wajib diberikan, dan janji standar yang dilanggar menurut pelapor.
evaluation-how-components = Pengaduan dan saran menurut layanan dan masalah.
evaluation-how-broken = Menurut keterangan pelapor; petugas mencocokkannya.
evaluation-how-proposals = Saran apa adanya, tanpa nama; yang dirahasiakan tidak memuat cerita.
evaluation-service = Layanan
evaluation-standard = Nomor standar
evaluation-complaints = Pengaduan
evaluation-suggestions = Saran
evaluation-most = Paling banyak diadukan
evaluation-judged = Wajib terjawab
evaluation-in-time = Tepat waktu
evaluation-percent = Persen tepat waktu
evaluation-breaches = Janji dilanggar
evaluation-component = Masalah
evaluation-unit = Satuan
evaluation-promised = Dijanjikan
evaluation-cases = Laporan
evaluation-worst = Terburuk
evaluation-number = Nomor
evaluation-came-on = Masuk
evaluation-proposal = Usulan
evaluation-state = Keadaan
evaluation-unit-working = hari kerja
evaluation-unit-calendar = hari
evaluation-unit-rupiah = rupiah
bundle-too-long = The archive of { $number } is too long to be sent here. Ask the operator to run "aduan bundle".
export-how = Write "ekspor", "ekspor csv", "ekspor 2025" or "ekspor evaluasi triwulan 4 2026".
bundle-seal = Seal of the archive: { $seal }
