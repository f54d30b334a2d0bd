# Naha hiji léngkah ditolak (rules/lifecycle.py, docs/life-of-a-case.md). Nu maosna utamina patugas.

life-not-allowed = Léngkah éta teu tiasa dilakukeun dina kaayaan laporan ayeuna.
life-needs-taking = Candak heula laporanana: serat "ambil" sareng nomerna.
life-needs-study = Eusian heula talaahna: inti masalah, katangtuan, laporan nu sami, sareng rencana.
life-needs-route = Pilih heula jalurna: internal, dinas sanés, atanapi APIP.

life-not-expired = Waktos ngantosan kanggo laporan nu teu acan réngsé diserat ieu teu acan béak.
life-no-substance = Teu acan aya eusi nu tiasa dicatet salaku saran.
life-has-substance = Laporan ieu parantos aya eusina, janten teu dipiceun kitu waé.
life-needs-nudge = Nu ngalapor kedah diémutan sakali sateuacan laporanana dicatet salaku saran.
life-needs-warning = Nu ngalapor kedah diwartosan heula naon nu bakal ical.

life-not-free = Laporan ieu parantos aya nu nyepeng.
life-conflict = Nu disebatkeun atanapi digambarkeun dina laporan teu ngurus éta laporan; pasrahkeun ka nu sanés.
life-needs-hand-over = Laporan ieu dipasrahkeun ku nu nyepengna atanapi atasan, bari nyebatkeun jenengan nu nampina.
life-needs-question = Serat heula naon nu kedah diwaler ku dinas sanés.
life-needs-earlier-date = Wates waleran dinas sanés kedah sateuacan wates waleran kami ka nu ngalapor.
life-needs-reason = Serat ogé alesanana.
life-own-request = Pamundut ieu ti salira nyalira. Kapala nu sanés nu mutuskeun, atanapi sebatkeun aturan nu ngawajibkeunana.
life-needs-approval = Kedah disatujuan ku kapala, atanapi sebatkeun aturan nu ngawajibkeunana.
life-needs-record = Catet heula waleran nu sumping, atanapi kumaha sareng iraha nu ngalapor diwartosan.

life-needs-reply = Serat heula waleran kanggo nu ngalapor.
life-not-delivered = Teu acan aya bukti yén pesenna parantos dugi ka nu ngalapor.
life-not-failed = Waleran éta teu acan dinyatakeun gagal dikintun.
life-came-from-elsewhere = Waleran éta diserat dina jalur sanés, janten laporan wangsul ka jalur éta.
life-needs-superior-report = Laporan hasilna teu acan dugi ka atasan langsung.
life-still-waiting = Nu ngalapor masih kénging ngawaler: 10 dinten damel saatos waleran dugi teu acan kalangkung.
life-needs-not-solved = Laporan dibuka deui upami nu ngalapor nyebatkeun masalahna teu acan réngsé.
life-needs-where = Serat heula kantor mana nu wenang, sareng cara ngahubunginana.
life-needs-other-case = Serat ogé nomer laporan nu hiji deui.

life-needs-identity = Jenengan sareng alamat nu ngalapor teu acan aya, janten teu acan tiasa janten pangaduan.
life-needs-object = Teu acan patali sareng layanan kantor ieu, janten teu acan tiasa janten pangaduan.
life-late = Laporan ieu kalangkung ti wates waktos; patugas tiasa ngajantenkeun pangaduan upami aya alesanana.

nik-invalid = NIK éta kirang pas: eusina 16 angka, sapertos dina KTP. Kénging ogé dikosongkeun.
