# Méja patugas: kecap-kecap basajan kanggo patugas. Baris nu ngaranna desk-row-… sareng baris kahiji mah labél, sanés kalimah.

# -- the headline: days left first
desk-left =
    { $count ->
       *[other] sésa { $count } dinten
    }
desk-left-today = dinten ieu
desk-left-late =
    { $count ->
       *[other] TELAT { $count } dinten
    }
desk-left-suggestion = SARAN
desk-left-answered = DIWALER
desk-left-closed = RÉNGSÉ
desk-left-referred = DITERASKEUN
desk-left-until = { $left } ({ $due })
desk-head = { $left } · { $number } · { $about }
desk-head-secret = { $left } · { $number } · { $about } · RUSIAH
desk-head-with = { $left } · { $number } · { $said }
desk-about = { $component }
desk-about-service = { $component }, { $service }
desk-service-unknown = layanan teu acan kauninga

# -- where it lies
desk-where-nobody = teu acan dicandak
desk-where-taken = { $name }: talaah
desk-where-studied = { $name }: milih jalur
desk-where-internal = { $name }: waleran teu acan diserat
desk-where-agency = { $name }, ngantosan { $unit } dugi ka { $due }
desk-where-apip-requested = { $name }, ngantosan kaputusan kapala
desk-where-apip = { $name }, ngantosan { $unit }
desk-where-replying = { $name }: waleran nuju dikintun
desk-where-held = { $name }: waleran ditahan, ngantosan nu ngalapor nyerat
desk-where-ended = { $name }: parantos diwaler
desk-you = dicepeng ku salira

# -- the case on one screen
desk-row-where = Ayana: { $where }
desk-row-story = Carios: "{ $story }"
desk-row-matter = Layanan: { $service } · Masalah: { $component } ({ $by })
desk-by-citizen = dipilih ku nu ngalapor
desk-by-staff = ditetepkeun ku { $name }
desk-by-reader = perkiraan mesin
desk-by-reader-words = perkiraan mesin, tina kecap: { $words }
desk-row-promise = Standar: { $promised } dinten damel; numutkeun nu ngalapor parantos { $counted }
desk-row-promise-kept = Standar: { $promised } dinten damel; numutkeun nu ngalapor nembé { $counted }
desk-row-promise-calendar = Standar: { $promised } dinten; numutkeun nu ngalapor parantos { $counted }
desk-row-promise-kept-calendar = Standar: { $promised } dinten; numutkeun nu ngalapor nembé { $counted }
desk-row-fee = Biaya numutkeun standar: { $promised }; numutkeun nu ngalapor { $paid }
desk-row-person = Nu ngalapor: { $name }, { $address } ({ $channel })
desk-row-person-kept-secret = Nu ngalapor (RUSIAH, mung salira nu ningali): { $name }, { $address } ({ $channel })
desk-row-person-phone = Nu ngalapor: { $name }, { $address } ({ $channel }, telepon { $phone })
desk-row-person-phone-kept-secret = Nu ngalapor (RUSIAH, mung salira nu ningali): { $name }, { $address } ({ $channel }, telepon { $phone })
desk-row-person-none = Nu ngalapor: teu nyebatkeun jenengan
desk-row-person-hidden = Nu ngalapor: katingali ku nu nyepeng laporan
desk-row-person-secret = Nu ngalapor: RUSIAH, mung nu nyepeng laporan nu ningalina
desk-row-study = Talaah: { $core }
desk-row-study-none = Talaah: teu acan aya
desk-row-last = Panganyarna: { $what }, { $day } ({ $count } catetan, serat "riwayat")
desk-row-last-none = Panganyarna: lebet { $day }
desk-row-papers = Berkas: { $count } (serat "lampiran")
desk-row-papers-similar = Berkas: { $count } (serat "lampiran") · Nu sami: { $numbers }
desk-row-entry = { $day }: { $what }, { $by }
desk-row-entry-text = { $day }: { $what }, { $by }: "{ $text }"
desk-history-none = Teu acan aya catetan nu sanés.
desk-files =
    { $count ->
       *[other] { $number }: { $count } berkas ti nu ngalapor.
    }
desk-files-none = Teu aya berkas ti nu ngalapor.
desk-files-secret = Berkas { $number } mung tiasa dibuka ku nu nyepengna, margi nu ngalaporna dirusiahkeun.
desk-files-for-which = Berkas ieu kanggo laporan nu mana? Kintun deui nganggo katerangan "catatan" sareng nomerna.
desk-sheet = Lambar kasus dilampirkeun.

# -- the queue
desk-queue =
    { $count ->
       *[other] { $count } laporan, kaca { $page } tina { $pages }, nu paling mepet waktosna di luhur:
    }
desk-queue-all =
    { $count ->
       *[other] { $count } laporan, nu paling mepet waktosna di luhur:
    }
desk-queue-empty = Teu aya laporan di dieu.
desk-queue-suggestions =
    { $count ->
       *[other] Saran nu teu acan diaos: { $count }
    }
desk-row-queue = { $left } · { $number } · { $about } · { $owner }
desk-row-queue-secret = { $left } · { $number } · { $about } · RUSIAH · { $owner }
desk-nothing-free = Teu aya laporan nu teu acan dicandak di { $office }.
desk-search =
    { $count ->
       *[other] { $count } kapendak:
    }
desk-search-none = Teu aya nu cocog.
desk-search-open = Kanggo mukana, serat "kasus" sareng nomerna.
desk-search-what = Serat naon nu dipilari, contona "cari reklame Plered".
desk-no-case = { $number } teu aya dina méja salira.
desk-which-case = Laporan nu mana? Serat "{ $word }" sareng nomerna, contona "{ $word } 412".

# -- taking and handing over
desk-yours = ayeuna dicepeng ku salira
desk-row-before = Kantos aya: { $number }, { $state }
desk-taken-already = { $number } parantos dicepeng ku salira.
desk-taken-by = { $number } nembé waé dicandak ku { $name }.
desk-held-by = { $number } dicepeng ku { $name }. Mangga suhunkeun ka { $name } atanapi atasan supados dipasrahkeun.
desk-nobody-holds = { $number } teu acan aya nu nyepeng. Serat heula "ambil" sareng nomerna.
desk-given = dipasrahkeun ka { $name }
desk-given-to-you = dipasrahkeun ka salira ku { $name }
desk-taken-from-you = ayeuna dicepeng ku { $name }
desk-nobody-called = Teu aya patugas nu jenenganana "{ $name }".
desk-nobody-else = Teu acan aya patugas sanés nu tiasa nampina.
desk-to-whom = { $number } badé dipasrahkeun ka saha?
desk-is-away = { $name } nuju cuti dugi ka { $until }. Nu ngagentosanana: { $other }.

# -- class and service
desk-classify-ask = Naon masalah utama { $number }?
desk-classify-missed = Éta teu acan kabaca. Naon masalah utama { $number }?
desk-classified = { $number } dicatet salaku masalah { $component }. Mesin diajar tina koréksi ieu.
desk-classified-already = { $number } ti payun ogé parantos dicatet salaku masalah { $component }.
desk-service-ask = { $number } patalina sareng layanan naon? Serat "layanan", nomerna, teras nami layananana.
desk-service-missed = Layanan éta teu acan kabaca. Serat nami lengkepna atanapi kode KBLI-na.
desk-service-which = Nu mana?
desk-service-set = Layanan: { $service }

# -- words that go out
desk-ask-question = Naon patarosan kanggo nu ngalapor { $number }?
desk-ask-reply = Naon waleran kanggo nu ngalapor { $number }?
desk-ask-acknowledgement = Naon wartos kanggo nu ngintun saran { $number }?
desk-ask-note = Naon catetan kanggo { $number }? Catetan moal katingali ku nu ngalapor.
desk-ask-answer = Naon waleran salira kanggo { $number }?
desk-ask-answer-on-paper = Naon waleran nu sumping kanggo { $number }, sareng iraha?
desk-ask-not-ours = Ku naon { $number } sanés urusan salira, sareng saha nu ngurusna?
desk-ask-told-how = Kumaha cara ngawartosan nu ngalapor { $number }? Contona "dibacakeun dina telepon tabuh 10, ditampi ku anjeunna nyalira".
desk-ask-where = Kantor mana nu ngurus { $number }, sareng kumaha ngahubunginana?
desk-ask-restore = Naon alesanana { $number } janten pangaduan?
desk-ask-suggest = Naon alesanana { $number } janten saran? Alesan ieu diaos ku nu ngalapor.
desk-send-question = Patarosan ieu dikintun ka nu ngalapor ngalangkungan { $channels }, saayana ({ $count } hurup). Kintun ayeuna?
desk-send-reply = Badé dikintun ka nu ngalapor ngalangkungan { $channels }, saayana ({ $count } hurup). Kintun ayeuna?
desk-send-by-hand = Nu ngalapor teu tiasa dihubungi ku obrolan. Seratan ieu disimpen, teras didugikeun ku telepon, surat, atanapi di loket. Simpen ayeuna?
desk-send-secret = Nu ngalapor dirusiahkeun: dina teleponna mung aya nomer laporan, eusina kabuka saatos dibuka ku anjeunna.
desk-send-window = Nu ngalapor tos lami teu nyerat dina WhatsApp: bewara dikintun heula, eusina nuturkeun saatos anjeunna ngawaler.
desk-send-referral = Badé dikintun ka nu ngalapor, teras laporanana ditutup salaku diteraskeun:
desk-send-rewrite = Mangga serat seratan nu énggal.
desk-send-or-change = Waler "kintun" atanapi "robih".
desk-not-sent = Mangga, teu janten dikintun.
desk-left-unsent = Seratan nu tadi teu acan dikintun.
desk-question-sent = Patarosan kanggo { $number } parantos dikintun. Waleranana lebet kana laporan sareng diwartoskeun di dieu.
desk-reply-sent = Waleran parantos dikintun; upami tos dugi, diwartoskeun di dieu.
desk-reply-on-its-way = Waleran kanggo { $number } nuju di jalan. Antos wartosna, atanapi catet ku "selesai" upami didugikeun langsung.
desk-acknowledgement-sent = Wartos kanggo saran { $number } parantos dikintun; saatos dugi, saranna ditutup.
desk-suggestion-closed = Saran { $number } parantos ditutup.
desk-referral-sent = Wartos kanggo { $number } parantos dikintun; saatos dugi, laporan kacatet diteraskeun.
desk-referred = { $number } diteraskeun, nu ngalapor parantos diwartosan kedah ka mana.
desk-noted = Dicatet dina { $number }. Moal katingali ku nu ngalapor.
desk-note-from = catetan ti { $name }:
desk-unknown = Éta sanés paréntah méja patugas. Serat "bantuan" kanggo daptarna, atanapi "lapor" kanggo ngalapor salaku warga.

# -- what became of it
desk-arrived = DUGI { $day } tabuh { $hour }
desk-arrived-on-day = DUGI { $day } tabuh { $hour } (dinten damel ka-{ $nth } tina { $days })
desk-arrived-same-day = DUGI { $day } tabuh { $hour } (dinten éta kénéh, tina { $days } dinten damel)
desk-arrived-late = TELAT DUGINA { $day } tabuh { $hour } (dinten damel ka-{ $nth }, watesna { $days })
desk-arrived-row = { $said } · { $number }
desk-reported = Hasilna dilaporkeun ka atasan langsung.
desk-reported-nobody = Teu acan aya atasan nu kadaptar, janten laporan hasilna ngantosan. Suhunkeun ka admin supados ngondang atasan.
desk-held = DITAHAN
desk-held-secret = ngantosan dibuka ku nu ngalapor (rusiah)
desk-held-until = Bewara parantos dikintun; waleran nembé diétang dugi saatos dibuka ku nu ngalapor.
desk-question-held = patarosan ditahan ku WhatsApp dugi ka nu ngalapor nyerat
desk-failed = TEU ACAN DUGI: { $reason }
desk-came-by = Asup ti { $way }; waleranana ku jalan nu sami.
desk-doubtful = TEU ACAN TANGTU DUGI: dikintun langkung ti sadinten kapengker
desk-by-hand = Mangga dugikeun ku surat atanapi di loket.
desk-by-hand-phone = Mangga dugikeun ku telepon { $phone }, ku surat, atanapi di loket.
desk-by-hand-record = Saatos éta serat "selesai { $number }" sareng kumaha carana.
desk-told-recorded = { $number }: cara ngadugikeunana parantos dicatet.
desk-waits-for-complainant = Waleran parantos dugi. Nu nutup laporan téh nu ngalapor; upami teu aya wartos, ditutup otomatis { $day }.
desk-solved = RÉNGSÉ numutkeun nu ngalapor
desk-closed-silent = ditutup, 10 dinten damel teu aya wartos ti nu ngalapor
desk-reopened = DIBUKA DEUI
desk-more-said = katerangan énggal ti nu ngalapor
desk-more-files =
    { $count ->
       *[other] { $count } berkas énggal.
    }
desk-question-answered = patarosan parantos diwaler ku nu ngalapor
desk-new = Pangaduan énggal, teu acan dicandak.
desk-new-suggestion = Saran énggal, teu acan diaos.
desk-now-complaint = saran janten pangaduan
desk-restored = janten pangaduan, alesanana kacatet nganggo jenengan salira
desk-suggested = janten saran, alesanana kacatet nganggo jenengan salira
desk-is-complaint = { $number } parantos janten pangaduan.
desk-is-suggestion = { $number } parantos janten saran.

# -- reports to the one above
desk-report-by = Inti, katangtuan, léngkah, sareng waleran dilampirkeun, ti { $name }.
desk-report-failed = laporan ka atasan teu acan dugi: { $reason }
desk-result = { $about } · { $said }
desk-result-late = { $about } · laporan hasil nu tadina ngantosan atasan
step-internal = jalur internal dimimitian
step-escalated = ditaékkeun satingkat: { $why }

# -- routes
desk-route-which = Jalur nu mana?
desk-route-internal = jalur internal. Laporan tinulis tahap ieu dikintun ka atasan langsung.
desk-route-internal-alone = jalur internal. Teu acan aya atasan nu kadaptar kanggo nampi laporanana.
desk-escalated = ditaékkeun ka { $name }, sareng lambar kasus
desk-escalate-top = Di luhureun ieu teu aya tingkat deui. Jalan salajengna: dinas sanés atanapi APIP.
desk-agency-which = Dinas atanapi tim téknis nu mana?
desk-agency-question = Naon nu kedah diwaler ku { $unit }?
desk-agency-question-missed = Serat patarosanana dina hiji kalimah.
desk-agency-due = Wates waleran nu diusulkeun: { $due }; kaping sanés tiasa diserat saatos ieu.
desk-row-agency-to = Ka: { $unit }; waler panglambatna { $due }
desk-row-agency-with =
    { $count ->
        [0] Nu dikintun: inti masalah sareng patarosan, tanpa berkas
       *[other] Nu dikintun: inti masalah, patarosan, sareng { $count } berkas
    }
desk-row-agency-without = Nu teu dikintun: jenengan sareng alamat nu ngalapor
desk-agency-send = Kintun ayeuna, atanapi serat kaping sanés?
desk-row-agency-to-letter = Ka: { $unit } (teu acan gaduh patugas di dieu: kintun surat, teras catet waleranana); waler panglambatna { $due }
desk-agency-send-or-date = Waler "kintun", "robih", atanapi kaping sanés sapertos "1 Desember".
desk-agency-sent = ditaroskeun ka { $unit }, watesna { $due }
desk-agency-asked = Patarosan { $office } ngeunaan { $number }:
desk-agency-answer-by = Waler panglambatna: { $due }
desk-agency-answered = waleran { $unit } parantos sumping:
desk-agency-declined = { $unit } ngawaler yén ieu sanés urusanana:
desk-answer-goes = Ieu dikintun ka patugas { $office }, sanés ka nu ngalapor. Kintun?
desk-answer-goes-copy = Ieu dikintun ka patugas { $office } sareng tembusanana ka atasan salira, sanés ka nu ngalapor. Kintun?
desk-answer-copy = Tembusan: waleran { $name } kanggo { $number }.
desk-answer-sent = Waleran kanggo { $number } parantos dikintun ka patugas.
desk-nothing-asked = Teu aya patarosan kanggo salira nu teu acan diwaler dina { $number }.

# -- APIP
desk-apip-why = Ngalibetkeun APIP peryogi panyatujuan Kapala Dinas. Ku naon { $number } teu tiasa réngsé di lebet kantor atanapi sareng dinas sanés?
desk-apip-requested = pamundut APIP dikintun ka Kapala Dinas, waktosna tetep diétang
desk-apip-no-head = pamundut APIP kacatet, nanging teu acan aya kapala nu tiasa mutuskeun
desk-apip-requested-already = Pamundut APIP kanggo { $number } nuju ngantosan kaputusan kapala.
desk-apip-asked = pamundut APIP ti { $name }
desk-row-reason = Alesan: "{ $reason }"
desk-apip-approved = { $number }: APIP disatujuan sareng kacatet. APIP nampi perkawisna, tanpa jenengan nu ngalapor upami dirusiahkeun.
desk-apip-by-regulation = { $number }: APIP dilibetkeun numutkeun "{ $regulation }", kacatet nganggo jenengan salira.
desk-apip-which-regulation = Aturan mana nu ngawajibkeun APIP kanggo { $number }? Sebatkeun nomer sareng pasalna.
desk-apip-head-decides = Nu mutuskeun APIP kanggo { $number } nyaéta Kapala Dinas.
desk-apip-nothing-asked = Teu aya pamundut APIP nu ngantosan dina { $number }.
desk-apip-own = Pamundut ieu ti salira nyalira, janten nu sanés nu mutuskeun: { $name }.
desk-apip-own-nobody = Pamundut ieu ti salira nyalira, janten teu tiasa disatujuan ku nyalira.
desk-apip-no-other-head = Teu acan aya kapala dinas sanés nu kadaptar. Sebatkeun aturan nu ngawajibkeunana.
desk-apip-sent-to = Pamundut dikintun ka { $name }.
desk-apip-refuse-why = Naon alesanana? Alesan ieu diaos ku { $name } sareng kacatet dina laporan.
desk-apip-refused = APIP teu acan disatujuan, wangsul kana jalur internal:
desk-apip-refused-told = Panolakan kacatet, { $name } parantos diwartosan.
desk-apip-let-in = { $office } ngalibetkeun APIP dina { $number }.
desk-apip-yours = APIP disatujuan. Waleran ka nu ngalapor tetep pancén salira.
desk-apip-yours-by-letter = APIP disatujuan, nanging teu acan kadaptar di dieu; mangga kintun suratna. Waleran ka nu ngalapor tetep pancén salira.

# -- conflict of interest
desk-conflict-asked = Laporan ieu sigana nyebatkeun { $name }; samentawis disumputkeun ti anjeunna. Leres anjeunna?
desk-conflict-confirmed = { $number }: { $name } moal ningali atanapi ngurus laporan ieu.
desk-conflict-dismissed = { $number }: sanés { $name }, janten laporan ieu kabuka deui kanggo anjeunna.
desk-conflict-not-yours = Éta diputuskeun ku atasan nu sanés.

# -- people
role-officer = patugas pangaduan
role-supervisor = atasan langsung
role-head = kapala
role-agency = patugas dinas
role-apip = APIP
role-admin = admin
desk-welcome = Wilujeng sumping, { $name }. Salira kadaptar salaku { $role }.
desk-welcome-unit = Wilujeng sumping, { $name }. Salira kadaptar salaku { $role }, { $unit }.
desk-joined = { $name } parantos lebet nganggo undangan salira.
desk-guide-see = Ningali: antrean, kasus N, riwayat N, lampiran N, lembar N, cari, catatan N
desk-guide-work = Damel: ambil N, telaah N, jalur N, tanya N TEKS, balas N TEKS, selesai N, serahkan N NAMA
desk-guide-work-more = Ogé: catat, klasifikasi N, layanan N, eskalasi N, rujuk N, gabung N M, akses N, pulihkan N, jadikan saran N, templat
desk-guide-answer = Ngawaler: antrean, kasus N, catatan N, balas N, tolak N (sanés urusan kami)
desk-guide-assign = Ngabagi: serahkan N NAMA, terlambat, beban, ringkasan, ekspor
desk-guide-decide = Mutuskeun: setujui N, tolak N ALASAN
desk-guide-team = Jalmi: tim, undang, atasan NAMA: NAMA, keluarkan, grup
desk-guide-days = Dinten kantor tutup: libur 31 desember NAMA, batal libur 31 desember
desk-guide-start = Mangga kawitan ku "antrean". N téh nomer laporan; "412" waé tos cekap.
desk-guide-citizen = Cuti: "cuti 1 des - 5 des pengganti NAMA". Kanggo ngalapor salaku warga: "lapor".
desk-invite-how = Serat "undang petugas NAMA", atanapi atasan, kepala, apip, admin.
desk-invite-how-agency = Kanggo dinas sanés: "undang opd dinkes NAMA".
desk-invite-name = Serat ogé jenenganana.
desk-invite-unit = Serat ogé dinasna, contona "undang opd dinkes NAMA".
desk-invite-tier = Tingkat éta teu aya. Nu aya: { $tiers }.
desk-invite-not-yours = Pancén éta diatur ku kapala atanapi admin.
desk-invited = Undangan kanggo { $name } salaku { $role }.
desk-invite-code = Kode: { $code }
desk-invite-link = Tautan: { $link }
desk-invite-until = Kode dikintun ka bot ieu ku nu diondang, sakali waé, dina 72 jam.
desk-invite-unknown = Kode undangan éta teu kapendak. Pariksa hurupna, atanapi suhunkeun kode énggal.
desk-invite-used = Kode undangan éta parantos dianggo. Suhunkeun kode énggal ka nu ngondangna.
desk-invite-expired = Kode undangan éta parantos langkung ti 72 jam. Suhunkeun kode énggal ka nu ngondangna.
desk-invite-wait = Seueur teuing kode nu lepat. Mangga cobi deui sajam deui.
desk-invite-channel = Patugas damel ngalangkungan Telegram, WhatsApp, atanapi web. Kintun kode ieu ti dinya.
desk-team =
    { $count ->
       *[other] { $count } jalmi:
    }
desk-row-member =
    { $count ->
       *[other] { $name } · { $role } · nyepeng { $count }
    }
desk-row-member-away = { $name } · { $role } · cuti dugi ka { $until }, digentosan ku { $other }
desk-team-more =
    { $count ->
       *[other] Sareng { $count } jalmi deui.
    }
desk-invitations-open =
    { $count ->
       *[other] Undangan nu teu acan dianggo: { $count }
    }
desk-leave-how = Serat kapingna, contona "cuti 1 des - 5 des pengganti Lilis".
desk-leave-kept = Cuti { $first } dugi ka { $last }, digentosan ku { $name }.
desk-leave-superior = Cuti { $first } dugi ka { $last }, teu aya nu ngagentosan. Nu kedah diputuskeun ku salira dikintun ka { $name }.
desk-leave-nobody = Cuti { $first } dugi ka { $last }, teu aya nu ngagentosan.
desk-leave-told = { $name } cuti { $first } dugi ka { $last }; salira nu ngagentosanana.
desk-back = Wilujeng damel deui, { $name }.
desk-remove-sure = { $name } parantos teu damel di dieu? Laporan nu dicepengna janten teu acan dicandak.
desk-removed =
    { $count ->
       *[other] { $name } parantos teu kadaptar; { $count } laporan ngantosan dicandak.
    }

# -- buttons
desk-do-take = Candak
desk-do-next-page = Salajengna
desk-do-suggestions = Saran
desk-do-case = Buka
desk-do-history = Riwayat
desk-do-files = Lampiran
desk-do-sheet = Lambar kasus
desk-do-study = Talaah
desk-do-study-look = Tingali talaah
desk-do-ask = Taros nu ngalapor
desk-do-hand-over = Pasrahkeun
desk-do-classify = Klasifikasi
desk-do-reply = Waler
desk-do-write-reply = Serat waleran
desk-do-send-again = Kintun deui
desk-do-note = Tambih catetan
desk-do-escalate = Taékkeun
desk-do-told = Catet parantos dugi
desk-do-acknowledge = Waler saran
desk-do-restore = Janten pangaduan
desk-do-route-internal = Internal
desk-do-route-agency = Dinas sanés
desk-do-route-apip = APIP
desk-do-answer = Waler
desk-do-not-ours = Sanés urusan kami
desk-do-ask-again = Taros deui
desk-do-approve = Satujuan
desk-do-refuse = Tolak
desk-do-cite = Sebatkeun aturan
desk-do-other-head = Ka kapala sanés
desk-do-conflict = Muhun, sumputkeun
desk-do-no-conflict = Sanés anjeunna
desk-do-remove = Muhun, kaluarkeun

# -- the study
study-core-ask = Talaah 1/4 (6a): naon inti masalahna, dina hiji kalimah?
study-core-proposed = Usulan: "{ $core }"
study-core-late = { $service } teu acan réngsé, padahal standarna { $promised } dinten damel saprak berkas lengkep.
study-core-told = { $service }, masalah { $component }: { $told }
study-core-missed = Serat intina dina hiji kalimah.
choice-use-proposed = Anggo usulan
study-rule-ask = Talaah 2/4 (6b): katangtuan mana nu patali?
study-rule-ask-free = Talaah 2/4 (6b): standar layanan ieu teu acan dimuat, katangtuan mana nu patali?
study-rule-write = Serat katangtuanana, contona nomer aturan atanapi nami SOP.
study-rule = Standar No. { $number }, { $component }: { $text }
choice-other-rule = Katangtuan sanés
study-before-ask = Talaah 3/4 (6c): naon nu parantos aya ngeunaan hal nu sami?
study-before-none = Talaah 3/4 (6c): laporan nu sami teu kapendak, serat nomerna upami aya.
desk-row-found = Kapendak: { $number }, { $state }
desk-row-found-same-person = Kapendak, ti nu ngalapor nu sami: { $number }, { $state }
choice-tie = Patalikeun
choice-not-related = Teu patali
choice-nothing-before = Teu aya
study-plan-ask = Talaah 4/4 (6d): naon rencanana? Kénging ditambihan ku pihakna, contona "2 ka bagian penerbitan".
study-plan-missed = Pilih salah sahiji tina opat rencana éta.
study-parties-ask = Sareng pihak mana, di lebet atanapi di luar kantor (6e)?
choice-nobody = Teu aya
study-parties-none = teu aya pihak sanés
plan-clarify = Klarifikasi
plan-confirm = Konfirmasi
plan-examine = Panalungtikan atanapi pamariksaan
plan-investigate = Investigasi
desk-row-study-a = A Inti: { $text }
desk-row-study-b = B Katangtuan: { $text }
desk-row-study-c = C Laporan nu sami: { $text }
desk-row-study-c-none = C Laporan nu sami: teu aya
desk-row-study-d = D Rencana: { $plan }
desk-row-study-e = E Pihak: { $text }
study-change-which = Kanggo ngarobih, waler ku hurupna.
choice-study-done = Parantos leres
study-kept = Talaah { $number } parantos kasimpen. Jalur nu mana?
study-kept-edited = Talaah { $number } parantos kasimpen.

# -- why something did not arrive
trouble-blocked = nu nampi ngablokir atanapi eureun tina bot
trouble-no-such = alamat atanapi nomerna parantos teu aya
trouble-off = teleponna pareum atanapi di luar jangkauan
trouble-nobody = teu aya obrolan nu tiasa dikintunan
trouble-other = panyadia nolak (kode { $code })

# -- catat: what came by another way
record-way-ask = Ti mana laporan ieu asupna?
record-way-missed = Pilih salah sahiji, atanapi serat jalurna.
record-arrived-ask = Iraha laporan ieu katampi ku kantor?
record-arrived-missed = Serat kaping katampina, contona "18 November".
record-story-ask = Salin naon nu didugikeun ku nu ngalapor, ku kecapna nyalira. Poto suratna tiasa dikintun ogé.
record-file-kept = Berkasna kasimpen; serat ogé intina.
record-phone-ask = Nomer telepon nu ngalapor?
record-phone-missed = Nomer éta teu acan kabaca, contona 081234567890.
record-row-complaint = Jinis: pangaduan
record-row-suggestion = Jinis: saran (tanpi identitas, tanpi objék, atanapi kaliwat waktos)
record-row-way = Ti: { $way }, katampi { $day }
record-row-matter = Layanan: { $service } · Masalah: { $component }
record-row-person = Nu ngalapor: { $name }, { $address }
record-row-person-secret = Nu ngalapor (RUSIAH): { $name }, { $address }
record-right = Tos leres? Serat "rusiah" upami jenenganana dirusiahkeun.
record-again = Urang ulang ti kaping katampina.
choice-record = Catet
menu-catat = Catet laporan tina surat, telepon, loket

# -- gabung, akses, libur
merge-with-which = Dihijikeun sareng nomer sabaraha?
merge-same = Éta nomer nu sami: { $number }.
merge-not-now = { $number } teu tiasa dihijikeun dina kaayaanana ayeuna.
merge-sure = { $goes } dihijikeun kana { $stays }: jalmi, berkas, sareng cariosna ngalih, sadayana diwartosan. Ieu teu tiasa dibatalkeun. Hijikeun?
merge-done = { $goes } dihijikeun ka dieu
choice-merge = Hijikeun
access-how = Kumaha identitas nu ngalapor { $number } dipariksa? Contona "KTP asli cocog sareng jenengan sareng alamat".
access-code = Kode rusiah énggal: { $code }
access-next = Pundut nu ngalapor nyerat "status { $number }" teras kode éta tina obrolan énggalna, dina 72 jam.
access-taken = nu ngalapor muka deui tina obrolan énggal
closed-how = Serat "libur" sareng kaping sareng namina, contona "libur 31 desember Tutup akhir tahun".
closed-name-missing = Serat ogé nami dintenna, contona "libur 31 desember Tutup akhir tahun".
closed-already = { $day } memang sanés dinten damel.
closed-sure =
    { $count ->
        [0] { $day } ({ $name }) teu diétang dinten damel; teu aya wates waleran nu robih. Catet?
       *[other] { $day } ({ $name }) teu diétang dinten damel; { $count } pangaduan mundur, nu ngalaporna diwartosan. Catet?
    }
choice-close-day = Muhun, catet
closed-kept = { $day } kacatet. Wates waleran diétang deui ayeuna kénéh.
closed-withdrawn = { $day } diétang deui dinten damel; wates waleran diétang deui.
closed-not-entered = Dinten éta teu aya dina daptar libur kantor.
desk-row-closed = { $day }: { $name }
desk-left-merged = DIHIJIKEUN

# -- asked back, taken back
desk-number-which = Aya wartos sanés saparantosna; kanggo nu ieu:
desk-not-done = Mangga, teu janten.
desk-words-missed = Serat ku kecap, atanapi "henteu" upami teu janten.
desk-left-unfinished = Nu tadi kanggo { $number } teu acan réngsé.
desk-holds-already = { $name } memang nuju nyepeng.
desk-nobody-called-who = Teu aya patugas namina "{ $name }". Ka saha?
desk-released = dileupas, ngantosan dicandak
desk-send-suggest = Pangaduan ieu janten saran tanpi wates waleran, alesanana dikintun ka nu ngalapor. Kintun ayeuna?
desk-do-take-this = Candak { $running }
desk-do-open-this = Buka { $running }
desk-do-queue = Antrian
desk-do-help = Bantosan
desk-agency-unknown = Dinas éta teu acan aya dina daptar. Pilih salah sahiji; dinas énggal ditambihkeun ku admin.
desk-agency-open = Ngantosan kénéh { $unit }. Kanggo narik deui: "jalur { $number } internal" sareng alesanana.
desk-row-to = Kanggo: { $name }, "{ $story }"
desk-queue-none-yours = Teu aya nu dicepeng ku salira atanapi nu teu acan dicandak. Nu patugas sanés: serat "antrean semua".
desk-where-suggestion = { $name }: saran teu acan diwaler
desk-back-told = { $name } parantos lebet deui; salira henteu ngagentosan deui.
desk-you-are-out = Salira teu kadaptar deui salaku patugas di { $office }. Obrolan ieu ayeuna obrolan warga.
step-study-changed = talaah dirobih
desk-own-complaint = { $number } laporan salira nyalira; patugas sanés nu ngurusna.
desk-report-first = Réngsékeun heula laporan salira, atanapi serat "batal".
desk-file-stays = Berkasna disimpen dina laporan; nu dikintun mung seratanana.
desk-ask-heard = Naon saur nu ngalapor { $number }: "selesai", atanapi "belum selesai" sareng alesanana?
desk-superior-how = Serat "atasan NAMA: NAMA ATASANNYA", contona "atasan Rina: Agus".
desk-superior-set = Atasan langsung { $name }: { $superior }.
desk-remind-before = { $number }: waleran { $unit } diantos panglambatna { $due }.
desk-remind-today = { $number }: waleran { $unit } diantos dinten ieu.
desk-remind-late = { $number }: { $unit } teu acan ngawaler; watesna { $due }.
desk-nothing-waits = Teu aya wartos nu teu acan dibuka.

# -- the menu of commands on Telegram
menu-antrean = Laporan nu ngantosan
menu-kasus = Buka hiji laporan
menu-ambil = Candak laporan
menu-telaah = Talaah laporan
menu-jalur = Pilih jalur
menu-tanya = Taros nu ngalapor
menu-balas = Waler
menu-catatan = Catetan internal
menu-serahkan = Serahkeun ka patugas sanés
menu-cari = Milari laporan
menu-selesai = Catet parantos didugikeun, tutup saran
menu-setujui = Satujui pamundut APIP
menu-tolak = Tolak kalayan alesan
menu-tim = Saha nu damel di dieu
menu-undang = Ondang jalmi
menu-cuti = Catet cuti sareng gaganti

# Replies that officers begin with.
canned-list = Awal waleran, dianggo ku "balas N #nami":
canned-none = Teu acan aya awal waleran.
canned-row = #{ $name }: { $text }
canned-how = Atasan ngarobihna ku "templat NAMI: TEKS" atanapi "templat hapus NAMI". Nu kaeusi nyalira: { $known }.
canned-kept = #{ $name } disimpen:
canned-removed = #{ $name } teu dianggo deui.
canned-unknown = Teu aya awal waleran { $name }. Nu aya: { $names }.
canned-not-yours = Awal waleran dirobih ku atasan.
canned-placeholder = { $said } teu dikenal. Nu kaeusi nyalira: { $known }.
menu-templat = Awal waleran

# Reminders of open deadlines.
remind-own = { $count } laporan kedah dipigawé, watesna caket atanapi kaliwat:
remind-below = { $count } laporan patugas Anjeun caket wates atanapi kaliwat:
remind-more = sareng { $count } deui dina antrian

# What superiors ask for: what is late, who holds how much.
late-none = Teu aya nu telat.
late-title = Telat { $count }, nu panglamina di luhur:
late-more = sareng { $count } deui dina "antrean terlambat"
late-today = Jatuh témpo dinten ieu: { $count }
late-do-load = Beban
load-title = Kabuka { $count } pangaduan:
load-row = { $name }: { $count }
load-row-late = { $name }: { $count }, telat { $late }
load-row-away = { $name } (cuti): { $count }
load-row-late-away = { $name } (cuti): { $count }, telat { $late }
load-free = Teu acan dicandak: { $count }
load-do-late = Telat
load-do-free = Teu acan dicandak
menu-terlambat = Laporan nu telat
menu-beban = Saha nyepeng sabaraha
menu-ringkasan = Angka poéan, minggon, sasihan
menu-ekspor = Register salaku buku gawé

# What is done about what is late.
desk-do-remind = Émutan
desk-do-delay = Béjaan pelapor
delay-reminded = { $number }: { $name } parantos diémutan.
delay-reminded-by = diémutan ku { $name }
delay-reminded-today = { $name } parantos diémutan dinten ieu.
delay-yours = { $number } dicepeng ku anjeun. Serat "kasus" kanggo léngkah salajengna.
delay-not-late = { $number } teu acan kaliwat.
delay-proposed = Waleran kanggo { $number } kaliwat; watesna { $due }. Abdi sadaya ngabéjaan deui pang lambatna { $soon }.
delay-proposed-agency = Waleran kanggo { $number } kaliwat; watesna { $due }. Abdi sadaya ngantosan waleran { $unit } sareng ngabéjaan deui pang lambatna { $soon }.
delay-send = Dikintun ka pelapor ngalangkungan { $channels }, { $count } aksara. Kintun?
delay-told = Béwara kaliwat { $number } dikintun ka pelapor.
delay-no-chat = Pelapor { $number } teu gaduh obrolan di dieu. Béjaan ku telepon atanapi serat, teras catet.
late-agency-reminded = { $unit } diémutan { $count } kali, teu acan ngawaler.
late-not-told = Pelapor teu acan dibéjaan perkawis kaliwatna.
late-told = Pelapor dibéjaan perkawis kaliwatna { $day }.
desk-chat-joined = Obrolan ieu ayeuna ogé kagungan { $name }. Ringkesan sareng paréntah tiasa ti dieu.
delay-told-today = Pelapor { $number } parantos dibéjaan dinten ieu.
delay-for = Béja kanggo { $number }:
delay-nobody-reached = Teu aya nu tiasa diémutan ku chat kanggo { $number }. Mangga kontak langsung.
late-told-waits = Béja kaliwat { $day } teu acan dibuka ku pelapor.
load-others = { $people } patugas sanés: { $count }
