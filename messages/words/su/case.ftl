# Laporan nu tos aya nomerna: tanda tarima, kaayaanana, tambihanana, sareng data nu disimpen.

receipt-complaint = Pangaduan parantos kacatet.
receipt-complaint-secret = Pangaduan parantos kacatet, jenengan dirusiahkeun.
receipt-suggestion = Saran parantos kacatet.
receipt-correction = Pamundut koréksi parantos kacatet.
receipt-number = Nomer: { $number }
receipt-code = Kode rusiah: { $code } (kanggo muka laporan ti tempat sanés)
    .sms = Kode rusiah: { $code }
receipt-files = Berkas: { $count }
receipt-due = Waleran panglambatna: { $due } ({ $days } dinten damel)
receipt-skipped = Teu diétang: { $days }
receipt-skipped-day = { $day } ({ $name })
receipt-next = Laporan ieu diaos ku patugas; upami aya nu kirang, ku kami ditaroskeun di dieu.
    .sms = Laporan ieu diaos ku patugas.
receipt-next-opens = Laporan ieu diaos ku patugas ti { $day }; upami aya nu kirang, ku kami ditaroskeun di dieu.
    .sms = Laporan ieu diaos ku patugas ti { $day }.
receipt-more-welcome = Poto, berkas, atanapi nomer telepon kénging dikintun iraha waé.
    .sms = Waler di dieu kanggo nambihan.
receipt-office-opens = Patugas damel deui { $day }.
receipt-suggestion-next = Diaos heula ku patugas, teras diwartoskeun di dieu; saran teu aya wates waktos waleranana.
receipt-suggestion-opens = Diaos ku patugas ti { $day }, teras diwartoskeun di dieu; saran teu aya wates waktos waleranana.
    .sms = Diaos ku patugas ti { $day }; saran teu aya wates waktos waleranana.
receipt-suggestion-late = Diaos ku patugas, hasilna diwartoskeun di dieu; pamundut koréksi teu aya wates waktos waleranana.
receipt-suggestion-silent = Laporan ieu teu acan lengkep, janten dicatet salaku saran nu diaos ku patugas, tanpa wates waktos waleran.
receipt-suggestion-complete = Upami aya jenengan sareng alamat, nomer ieu janten pangaduan.
receipt-suggestion-confirm = Waler "lengkepan" supados nomer ieu janten pangaduan.
receipt-suggestion-elsewhere = Dicatet salaku saran margi teu acan écés patalina sareng layanan kantor ieu; upami patali, waler "lengkepan".
    .sms = Upami patali sareng layanan kantor ieu, waler "lengkepan".
receipt-again = Laporan éta parantos kacatet.

complete-for = Kanggo { $number }:
complete-is-complaint = { $number } parantos janten pangaduan.
complete-late = { $number } katampi saatos wates waktos. Patugas tiasa ngajantenkeun pangaduan upami alesanana cekap; mangga tambihan ku kecap "tambih".
complete-first-channel = { $number } mung tiasa dilengkepan di tempat laporanana dikintun.
complete-confirm = Badé dijantenkeun pangaduan?
complete-stays = Mangga, { $number } tetep saran. Upami engké robih pikiran, serat "lengkepan".
complete-still-suggestion = Hatur nuhun, datana parantos kasimpen. { $number } saran kénéh, margi teu acan patali sareng layanan kantor ieu.
complete-done = { $number } ayeuna janten pangaduan; nomerna tetep.
complete-counts-from = Diétang ti: { $day }

status-none = Teu acan aya laporan ti dieu. Kanggo muka laporan ti tempat sanés, serat "status" sareng nomerna.
status-several = Ieu laporan ti dieu; serat "status" sareng nomerna kanggo ningali salah sahiji.
status-row = { $number }: { $state }, waleran panglambatna { $due }
    .sms = { $number }: { $state }
status-row-suggestion = { $number }: saran
status-state = { $number }: { $state }.
status-last = Panganyarna: { $day }
status-due = Waleran panglambatna: { $due } (sésa { $left } dinten damel)
status-late = Hapunten, waleran telat { $left } dinten damel; watesna { $due }. Patugas tiasa ditaros dina telepon { $phone }.
status-no-date = Saran teu aya wates waktos waleranana.
status-later = Laporan éta tiasa dibuka ku kode rusiah saatos nu ieu réngsé.
state-new = parantos kacatet, ngantosan patugas
state-new-suggestion = kacatet salaku saran, diaos ku patugas
state-taken = nuju dipariksa ku patugas
state-studied = parantos ditalaah ku patugas
state-internal = nuju diréngsékeun di kantor kami
state-agency = nuju ditaroskeun ka dinas sanés
state-apip-requested = ngantosan kaputusan pimpinan
state-apip = nuju dipariksa ku pangawas internal pamaréntah
state-replying = waleran nuju dikintun
state-answered = parantos diwaler
state-closed = réngsé
state-referred = diteraskeun ka kantor nu wenang
state-merged = dihijikeun kana laporan sanés

number-wrong-check = Nomerna kirang pas, sigana aya angka nu patukeur. Wangunna { $prefix }-2026-00017-4.
number-unreadable = Nomerna teu acan kabaca. Wangunna { $prefix }-2026-00017-4, aya dina tanda tarima.
code-ask = Kanggo mukana ti dieu, mangga kintun kode rusiah 6 hurup sareng angka tina tanda tarima.
code-form = Kodena { $letters } hurup sareng angka, aya dina tanda tarima. Upami ical, serat "teu terang".
code-wrong = Nomer sareng kode éta teu acan cocog; tiasa dicobi { $left } kali deui. Kode teu nganggo hurup O, I, L atanapi angka 0 sareng 1.
code-wait = Kodena sababaraha kali teu acan cocog, janten antosan sajam sateuacan nyobi deui.
code-lost = Upami teu aya kodena, laporan dibuka di tempat ngintunna, atanapi ku patugas. Teleponna { $phone }; tiasa ogé ka { $desk }.
code-opened = { $number } nembé dibuka ti { $channel } nganggo kode rusiah. Upami sanés ku Bapa/Ibu, serat "gentos kode" ayeuna.
code-new = Kode énggal kanggo { $number }; nu lami tos teu tiasa dianggo.
code-only-first-channel = Kode mung tiasa digentos di tempat laporan éta dikintun.
news-here-too = Mangga, wartos { $number } dikintun ka dieu ogé. Kanggo ngeureunkeunana, serat "stop kabar".
news-stopped = Mangga, wartos moal dikintun deui ka dieu. Laporanana tetep diurus.
news-none = Teu aya wartos nu dikintun ka dieu.
case-not-yours = { $number } teu kapendak di dieu. Kanggo mukana, serat "status" sareng nomerna.
case-which = Kanggo laporan nu mana? Serat ogé nomerna.
case-which-row = { $number }
case-which-row-story = { $number }: "{ $story }"
case-or-new = Ieu tambihan kanggo laporan nu tos aya, atanapi laporan énggal?
case-or-new-one = Ieu tambihan kanggo laporan ieu, atanapi laporan énggal?
case-same-or-new = Sigana ieu perkawis nu sami sareng laporan ieu. Tambihkeun ka dinya, atanapi laporan énggal?
phone-noted = Nomer telepon dicatet kanggo { $number }.
secret-from-now = Jenengan nu ngalapor { $number } dirusiahkeun ti ayeuna: mung patugas nu ngurusna nu ningali.
nothing-asked = Ayeuna teu aya nu ditaroskeun. Kanggo nambihan katerangan, serat "tambih".
deadline-moved = Kaping waleran { $number } robih margi { $name }: ti { $before } janten { $after }.

add-ask = Naon nu badé ditambihkeun ka { $number }? Serat atanapi kintun potona.
add-missed = Serat kateranganana, atanapi kintun potona.
add-done = Parantos ditambihkeun ka { $number }.
add-done-files =
    { $count ->
        [1] Parantos ditambihkeun ka { $number }, sareng 1 berkas.
       *[other] Parantos ditambihkeun ka { $number }, sareng { $count } berkas.
    }

standard-title = { $service } (Standar No. { $number })
standard-time = Waktos: { $days } dinten damel saprak berkas lengkep
standard-time-calendar = Waktos: { $days } dinten saprak berkas lengkep
standard-free = Biaya: gratis
standard-fee = Biaya: { $amount }
standard-requirements = Sarat, { $count } butir: { $first }
    .sms = Sarat: { $count } butir
standard-product = Hasil: { $product }
standard-reply = Pangaduan diwaler dina { $days } dinten damel
standard-not-loaded = Standar { $service } teu acan aya di dieu; mangga taroskeun ka patugas dina telepon { $phone }.
standard-which = Standar layanan naon? Serat contona "standar NIB". Nu lengkep di dieu:
standard-loaded = - { $service }

mydata-why = Ieu nu ku kami disimpen, mung kanggo ngurus laporan sareng numutkeun jadwal arsip.
mydata-chat = Obrolan: ngalangkungan { $channel }, kasimpen dikonci
mydata-case = { $number }: { $held }
mydata-phone = telepon { $phone }
mydata-nik = NIK tungtungna { $ending }
mydata-story = carios "{ $story }"
mydata-files = berkas: { $count }
mydata-no-name = tanpa jenengan
mydata-no-address = tanpa alamat
mydata-more = sareng { $count } laporan deui
mydata-no-cases = Laporan: teu acan aya
mydata-correct = Kanggo ngaleresan, serat "tambih" sareng nomerna.
mydata-erase-ask = Jenengan, carios, berkas, sareng obrolan dihapus salamina; nomer laporan tetep aya tanpa eusi. Badé dihapus?
mydata-erase-open =
    { $count ->
        [1] Aya 1 pangaduan nu teu acan diwaler; saatos dihapus moal tiasa diwaler deui. Jenengan, carios, sareng berkas ical salamina. Badé dihapus?
       *[other] Aya { $count } pangaduan nu teu acan diwaler; saatos dihapus moal tiasa diwaler deui. Jenengan, carios, sareng berkas ical salamina. Badé dihapus?
    }
mydata-erased = Parantos dihapus. Nu sésa mung nomer laporan tanpa eusi, sareng alamat obrolan ieu supados tiasa diwaler.
mydata-kept = Mangga, teu aya nu dihapus.
mydata-missed = Mangga pilih salah sahiji di handap.
mydata-later = Réngsékeun atanapi batalkeun heula laporan ieu, teras serat "data abdi".
