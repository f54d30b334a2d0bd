# The office's group on Telegram, with a topic for each case.

group-how = Grup "{ $title }" tiasa janten méja patugas. Hurungkeun Topik dina setélan grup, teras jantenkeun abdi admin kalayan idin Kelola Topik sareng Hapus Pesen. Upami parantos, abdi naros deui di dieu.
group-offer = Angge grup "{ $title }" janten méja patugas, hiji topik kanggo unggal kasus?
group-offer-what = Sadaya anggota grup maos caritana, nanging teu kantos nami, alamat, sareng telepon nu ngalapor. Mugi anggotana ngan ukur jalmi kantor.
group-do-use = Angge grup ieu
group-do-not = Henteu
group-connected = { $count ->
    [0] Grup dianggo. Unggal kasus énggal kénging topik di ditu.
   *[other] Grup dianggo. { $count } kasus nu masih lumangsung kénging topikna dina sababaraha menit, teras unggal kasus énggal.
  }
group-hello = Grup ieu ayeuna méja patugas: unggal kasus kénging hiji topik.
group-is = Grup méja patugas parantos nyambung: unggal kasus kénging hiji topik di ditu.
group-none = Teu acan aya grup. Damel grup Telegram kanggo kantor, tambihkeun abdi janten anggota, teras abdi ngintun léngkahna di dieu.
group-do-let-go = Leupaskeun grup
group-let-go = Grup dileupaskeun. Topik nu aya tetep di ditu, nanging teu diropéa sareng teu diaos deui.
group-lost = Abdi dikaluarkeun tina grup méja patugas. Sadaya kasus tetep aya dina obrolan pribadi; serat antrean.
group-right-lost = Dina grup méja patugas abdi teu tiasa deui ngadamel topik. Hurungkeun Topik, sareng jantenkeun abdi admin kalayan idin Kelola Topik sareng Hapus Pesen.

topic-title = { $number } { $about }
topic-how = Nu dugi ka nu ngalapor ngan nu diserat nganggo /balas atanapi /tanya, saparantos ditembongkeun heula. Sadaya seratan sanésna dina topik ieu janten catetan internal. Paréntah sanés, sapertos /ambil atanapi /telaah, diwaler dina obrolan pribadi.
topic-secret = Idéntitas nu ngalapor dirusiahkeun: eusi laporan sareng walerana ngan aya dina obrolan pribadi patugasna.
topic-do-look = Buka dina chat
topic-entry-to = KA NU NGALAPOR · { $what }, { $by }
topic-entry-to-text = KA NU NGALAPOR · { $what }, { $by }: "{ $text }"
topic-entry-of = TI NU NGALAPOR · { $what }
topic-entry-of-text = TI NU NGALAPOR · { $what }: "{ $text }"
topic-entry-inside = Internal · { $what }, { $by }
topic-entry-inside-text = Internal · { $what }, { $by }: "{ $text }"
topic-not-staff = Seratan ti nu teu acan kadaptar janten patugas, atanapi nu nyerat tanpa nami salaku admin, teu dicatet. Suhunkeun ondangan ka atasan.
topic-others-text = Téks ieu disiapkeun ku patugas sanés; ngan nu nyeratna nu tiasa ngintun.
topic-in-own-chat = { $number } diwaler ku obrolan pribadi: idéntitas nu ngalapor teu kénging katingal dina grup.
topic-edited-command = Nu dirobih teu dikintun deui. Serat pesen énggal nganggo /balas atanapi /tanya.

menu-grup = Grup méja patugas
menu-group-balas = Waler nu ngalapor (ditembongkeun heula)
menu-group-tanya = Taros nu ngalapor (ditembongkeun heula)
