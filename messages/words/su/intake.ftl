# Laporan, ti kecap kahiji dugi ka pamariksaan. Hiji pesen hiji patarosan; baris nu aya labélna sanés kalimah.

component-persyaratan = sarat
component-prosedur = prosedur
component-jangka-waktu = lamina waktos
component-biaya = biaya
component-produk = hasil layanan
component-pengaduan = cara ngurus pangaduan
component-dasar-hukum = dasar hukum
component-sarana = sarana sareng fasilitas
component-kompetensi = sikep atanapi kamampuh patugas
    .sms = sikep patugas
component-pengawasan = pangawasan
component-jumlah-pelaksana = jumlah patugas
component-jaminan-pelayanan = jaminan layanan
component-keamanan = kaamanan
component-evaluasi = évaluasi sareng survéy
component-lainnya = hal sanés

intake-story-ask = Mangga caritakeun kajadianana, tiasa diserat atanapi direkam.
intake-story-ask-voice = Serat ogé hiji kalimah ngeunaan nu kajantenan, atanapi kintun hiji pesen sora deui.
intake-story-ask-file =
    { $count ->
        [1] Berkas katampi. Naon nu kajantenan?
       *[other] { $count } berkas katampi. Naon nu kajantenan?
    }
intake-story-missed = Mangga carioskeun nganggo basa sapopoé naon nu kajantenan di kantor kami.
intake-story-rewrite = Mangga serat deui cariosna; nu lami bakal digentos.
intake-own-ask = Naha ieu pangalaman nyalira?
intake-kind-ask = Naon masalah utamina?
intake-kind-missed = Mangga pilih salah sahiji, atanapi serat nganggo basa sapopoé.
intake-service-ask = Waktos éta nuju ngurus layanan naon?
intake-service-confirm = Maksadna { $service }?
intake-service-which = { $service } nu mana?
intake-service-which-of = Layanan nu mana?
intake-service-not-that = Mangga, sanés éta.
intake-service-missed = Sebatkeun nami layananana, contona "izin reklame" atanapi "PBG".
intake-added-to-story = Parantos ditambihkeun kana carios.
intake-edited = Robihanana parantos dicatet.
intake-other-later = Nu hiji deui ku kami disimpen; réngsékeun nu ieu heula.
intake-other-kept = Tadi aya hiji hal deui nu disebatkeun.
intake-when-complete-ask = Iraha berkasna dinyatakeun lengkep, kénging kira-kira sapertos "15 Oktober"?
intake-when-received-ask = Iraha hasil layananana ditampi, contona "18 Nopémber"?
intake-when-happened-ask = Iraha kajadianana, contona "rebo kamari"?
intake-when-noted = Ku kami dicatet { $day }.
intake-when-about = Ku kami dicatet kira-kira { $month }.
intake-when-left-open = Kapingna dikosongkeun heula, engké ditaroskeun ku patugas upami peryogi.
intake-when-future = "{ $said }" teu acan kajantenan. Cobi serat kaping nu parantos kalangkung, contona "18 Nopémber".
intake-when-impossible = "{ $said }" teu aya dina kalénder. Cobi serat sapertos "18 Nopémber".
intake-when-vague = Kapingna kedah langkung pas margi wates ngalapor 30 dinten. Contona "18 Nopémber".
intake-when-missed = Serat kapingna, contona "18 Nopémber" atanapi "rebo kamari".
intake-name-ask = Supados laporan wajib diwaler dina { $days } dinten damel, saha jenengan nu ngalapor (jenengan sareng alamat mung kanggo laporan ieu)?
    .sms = Jenengan mung kanggo laporan ieu, supados wajib diwaler dina { $days } dinten damel; saha jenengan nu ngalapor?
intake-name-ask-notice = Jenengan sareng alamat mung dianggo ngurus laporan ieu; saha jenengan nu ngalapor?
intake-name-ask-short = Saha jenengan nu ngalapor?
intake-name-ask-secret = Jenengan dirusiahkeun: mung patugas nu ngurus laporan ieu nu ningalina. Saha jenengan nu ngalapor?
intake-name-explain = Tiasa tanpa jenengan: janten saran nu aya nomerna sareng diaos, tanpa wates waktos waleran. Ku jenengan rusiah, laporan wajib diwaler dina { $days } dinten damel. Badé milih nu mana?
intake-name-missed = Serat jenenganana waé, atanapi pilih tanpa identitas.
intake-place-ask = Alamat nu ngalapor di désa atanapi kalurahan mana?
intake-place-ask-organisation = Alamat nu ngalapor atanapi perusahaanana di désa mana?
intake-place-ask-secret = Alamatna di désa mana? Ieu ogé dirusiahkeun.
intake-place-missed = Cekap nami désa, kalurahan, atanapi kacamatanana.
intake-anonymous-noted = Tanpa identitas, laporan dicatet salaku saran: tetep aya nomerna sareng tetep diaos.
intake-secret-noted = Jenengan dirusiahkeun: mung patugas nu ngurus laporan ieu nu ningalina.

breach-time = Standar: { $promised } dinten damel saprak berkas lengkep (dugi ka { $until }); numutkeun kaping tadi parantos { $counted } dinten damel.
    .sms = Standar { $promised } dinten damel; numutkeun kaping tadi parantos { $counted }.
breach-time-kept = Standar: { $promised } dinten damel saprak berkas lengkep (dugi ka { $until }); numutkeun kaping tadi nembé { $counted } dinten damel.
    .sms = Standar { $promised } dinten damel; numutkeun kaping tadi nembé { $counted }.
breach-time-calendar = Standar: { $promised } dinten saprak berkas lengkep (dugi ka { $until }); numutkeun kaping tadi parantos { $counted } dinten.
    .sms = Standar { $promised } dinten; numutkeun kaping tadi parantos { $counted }.
breach-time-kept-calendar = Standar: { $promised } dinten saprak berkas lengkep (dugi ka { $until }); numutkeun kaping tadi nembé { $counted } dinten.
    .sms = Standar { $promised } dinten; numutkeun kaping tadi nembé { $counted }.
breach-fee-free = Biaya numutkeun standar: gratis; nu disebatkeun { $paid }.
    .sms = Standar: gratis; disebat { $paid }.
breach-fee = Biaya numutkeun standar: { $promised }; nu disebatkeun { $paid }.
    .sms = Standar: { $promised }; disebat { $paid }.

review-lead = Mangga dipariksa heula.
    .sms = Pariksa heula.
review-story = A Carios: "{ $story }"
review-story-files =
    { $count ->
        [1] A Carios: "{ $story }", 1 berkas
       *[other] A Carios: "{ $story }", { $count } berkas
    }
review-story-long = A Carios: "{ $story }" (lengkepna kasimpen)
    .sms = A Carios: "{ $story }"
review-story-long-files =
    { $count ->
        [1] A Carios: "{ $story }" (lengkepna kasimpen), 1 berkas
       *[other] A Carios: "{ $story }" (lengkepna kasimpen), { $count } berkas
    }
    .sms = A Carios: "{ $story }", { $count } berkas
review-story-voice = A Carios: direkam, { $count } berkas
review-service = B Layanan: { $service }
review-service-free = B Layanan: { $service } (biaya numutkeun standar: gratis)
    .sms = B Layanan: { $service } (gratis)
review-service-none = B Layanan: teu disebatkeun
review-kind = C Masalah: { $kind }
review-kind-two = C Masalah: { $kind }; ogé { $second }
    .sms = C Masalah: { $kind }
review-when-received = D Ditampi: { $day }
review-when-happened = D Kajadian: { $day }
review-when-event-pending = D Kajadian: { $day }; hasilna teu acan kaluar
    .sms = D Kajadian: { $day }; teu acan kaluar
review-when-pending = D Status: teu acan kaluar
review-when-complete = D Status: teu acan kaluar; berkas lengkep { $day }
    .sms = D Berkas lengkep { $day }
review-when-complete-about = D Status: teu acan kaluar; berkas lengkep kira-kira { $month }
    .sms = D Berkas lengkep kira-kira { $month }
review-when-counted = D Status: teu acan kaluar; berkas lengkep { $day } ({ $counted } dinten damel, standar { $promised })
    .sms = D Lengkep { $day }: { $counted } dinten damel, standar { $promised }
review-when-counted-calendar = D Status: teu acan kaluar; berkas lengkep { $day } ({ $counted } dinten, standar { $promised })
    .sms = D Lengkep { $day }: { $counted } dinten, standar { $promised }
review-when-about = D Kaping: kira-kira { $month }
review-when-unknown = D Kaping: teu acan kauninga
review-name = E Jenengan: { $name }
review-name-secret = E Jenengan: { $name } (rusiah)
review-name-behalf = { $name }, ngawakilan { $behalf }
review-name-none = E Jenengan: teu disebatkeun
review-address = F Alamat: { $address }
review-address-secret = F Alamat: { $address } (rusiah)
review-address-none = F Alamat: teu disebatkeun
review-late = Margi langkung ti { $days } dinten kalénder (dugi ka { $until }), dicatet salaku pamundut koréksi nu diaos ku patugas.
    .sms = Langkung wates { $until }: janten pamundut koreksi.
review-anything-wrong = Upami aya nu lepat, waler ku hurupna.
    .sms = Upami lepat, waler hurupna.
review-which-letter = Hurup mana nu badé dirobih: { $letters }?
review-reason-ask = Naon alesanana nembé ngalapor ayeuna? Serat atanapi bukti kénging dipoto.
review-reason-noted = Hatur nuhun, alesanana disertakeun sareng patugas tiasa ngajantenkeun ieu pangaduan.
review-missed = Waler "kintun" upami parantos leres, atanapi hurup nu badé dirobih.

cancel-ask = Carios nu parantos diserat bakal ical.
cancel-ask-files =
    { $count ->
        [1] Carios sareng 1 berkas bakal ical.
       *[other] Carios sareng { $count } berkas bakal ical.
    }
cancel-erased = Parantos dihapus. Upami robih pikiran, mangga serat deui waé.
cancel-missed = Mangga pilih salah sahiji: hapus, catet salaku saran, atanapi teraskeun.

nudge = Punten, laporan ieu teu acan réngsé. Upami teu aya waleran dugi ka tabuh { $hour }, dicatet salaku saran sareng dipasihan nomer.
expired-files =
    { $count ->
        [1] Berkas tadi parantos dihapus, margi teu acan aya cariosna. Upami badé lapor, serat deui waé.
       *[other] { $count } berkas tadi parantos dihapus, margi teu acan aya cariosna. Upami badé lapor, serat deui waé.
    }
