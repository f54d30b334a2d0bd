# Saha nu ngawaler, sareng nu aya di gigireun masalahna. Kalimah panglobana dua puluh kecap; "kami", sanés "abdi"; tanpa tanda seru.

intro = Ieu mesin waleran pangaduan { $office }, laporanana diaos ku patugas.
    .sms = Mesin pangaduan { $office }, diaos patugas.
intro-salam = Waalaikumsalam, ieu mesin waleran pangaduan { $office }, laporanana diaos ku patugas.
intro-sampurasun = Rampés, ieu mesin waleran pangaduan { $office }, laporanana diaos ku patugas.
intro-morning = Wilujeng énjing, ieu mesin waleran pangaduan { $office }, laporanana diaos ku patugas.
intro-noon = Wilujeng siang, ieu mesin waleran pangaduan { $office }, laporanana diaos ku patugas.
intro-afternoon = Wilujeng sonten, ieu mesin waleran pangaduan { $office }, laporanana diaos ku patugas.
intro-evening = Wilujeng wengi, ieu mesin waleran pangaduan { $office }, laporanana diaos ku patugas.
feeling-waited = Ngantosan sakitu lamina, wajar upami bendu; ieu mesin waleran pangaduan { $office }, laporanana diaos ku patugas.
feeling-angry = Kahartos upami ieu matak bendu; ieu mesin waleran pangaduan { $office }, laporanana diaos ku patugas.
notice = Jenengan sareng alamat mung dianggo kanggo ngurus laporan ieu.
    .sms = Jenengan mung kanggo laporan ieu.

start = Ieu mesin waleran pangaduan { $office }, laporanana diaos ku patugas. Mangga serat naon nu kajantenan, atanapi pilih di handap.
help-how = Serat naon nu kajantenan nganggo basa sapopoé; nu kirang ku kami ditaroskeun, teras laporan dipasihan nomer.
help-words = Kecap nu salawasna tiasa dianggo: lapor, status, tambih, wangsul, batal, basa, standar, data abdi.
people = Patugas: telepon { $phone }, atanapi { $desk }.
people-hours = Dinten damel tabuh { $opens } dugi ka { $closes }.
thanks = Sami-sami.
praise = Hatur nuhun, kami bingah ngupingna. Kénging dicatet salaku masukan?
danger = Upami ayeuna aya nu nuju bahaya, mangga hubungi { $numbers } heula. Laporanana tetep ku kami dicatet.
sorry = Pesenna parantos kasimpen, nanging mesin ieu nuju aya gangguan. Engké diaos ku patugas; upami teu tiasa ngantosan, telepon { $phone } atanapi { $desk }.
group = Supados jenengan tetep aman, mangga serat langsung ka kami dina obrolan pribadi. Di grup teu aya nu ku kami diaos atanapi disimpen.
group-link = Supados jenengan tetep aman, serat langsung ka kami: { $link }. Di grup teu aya nu ku kami diaos atanapi disimpen.
button-old = Patarosan éta parantos diwaler.
nothing-open = Teu aya laporan nu nuju diserat. Upami badé ngalapor, mangga serat naon nu kajantenan.
cancelled = Mangga, teu janten.
question-not-held = Katerangan éta teu acan aya di dieu; mangga taroskeun ka patugas dina telepon { $phone }.
not-ours = Sigana ieu sanés urusan kantor perijinan. Mangga dugikeun ngalangkungan lapor.go.id; tiasa ogé ku kami dicatet salaku masukan.
not-ours-but = Sigana ieu diurus ku { $name }: { $contact }. Tiasa ogé ku kami dicatet salaku masukan.

form-nothing-before = Teu acan aya waleran sateuacanna.
form-back = Mangga, wangsul salengkah.
form-people = Hapunten, kami teu acan ngartos. Patugas tiasa ngabantos: telepon { $phone }, atanapi { $desk }.
form-stuck = Laporan kénging dikintun sakumaha ayana, engké dilengkepan ku patugas.
form-still-open = Aya kénéh laporan nu nuju diserat.

language-ask = Badé nganggo basa naon?
language-name-id = Bahasa Indonesia
language-name-su = Basa Sunda
language-name-en = English
language-set = Mangga, kami nganggo basa Sunda.

files-added =
    { $count ->
        [1] 1 berkas katampi.
       *[other] { $count } berkas katampi.
    }
files-voice = Pesen sora { $length } katampi, engké diregepkeun ku patugas.
files-recording = Rékaman katampi, bakal didangukeun ku patugas.
files-ktp = Poto KTP teu diperyogikeun; serat "hapus poto" upami hoyong dihapus.
photo-dropped = Poto panungtung parantos dihapus.
photo-none = Teu aya poto nu tiasa dihapus.
files-too-large = Berkas langkung ti 20 MB teu kasimpen; kintun nu langkung alit, atanapi candak ka { $desk }.
    .sms = Berkas langkung ti 20 MB teu kasimpen; candak ka { $desk }.
files-unavailable = Berkasna teu dugi ka kami. Mangga cobi kintun sakali deui.
files-quota = Dinten ieu berkasna tos seueur teuing, janten nu ieu teu kasimpen. Mangga kintun énjing, atanapi bantun ka { $desk }.
files-wrong-kind = Berkas éta teu kasimpen; kintun poto, PDF, sora, vidéo, atanapi candak ka { $desk }.
    .sms = Berkas eta teu kasimpen; candak ka { $desk }.
location-noted = Lokasi dicatet salaku tempat kajadian.
card-own = Nomer telepon kacatet.
card-other = Nomer jalmi sanés teu ku kami disimpen.
card-not-needed = Nomer éta teu ku kami disimpen, margi teu aya laporan nu nuju diserat.
secrets-warning = Punten ulah ngintun kode OTP atanapi kecap sandi ka saha waé, kalebet ka kami.

channel-telegram = Telegram
channel-whatsapp = WhatsApp
channel-sms = SMS
channel-web = kaca web
channel-terminal = terminal

choice-yes = Muhun
choice-no = Sanés
choice-unknown = Teu terang
choice-other = Nu sanés
choice-no-permit = Sanés ijin
choice-today = Dinten ieu
choice-yesterday = Kamari
choice-not-out = Teu acan kaluar
choice-not-declared = Teu acan dinyatakeun
choice-anonymous = Tanpa identitas
choice-secret = Rusiahkeun jenengan
    .sms = Rusiahkeun
choice-secret-name = Jenengan rusiah
choice-send = Kintun
choice-change = Robih
choice-reason = Aya alesanana
choice-erase = Hapus
choice-note-suggestion = Catet saran
choice-go-on = Teraskeun
choice-as-is = Kintun saayana
choice-behalf = Ngawakilan nu sanés
choice-complete = Tambih identitas
choice-finish = Lengkepan
choice-add = Tambih katerangan
choice-follow = Wartosan ka dieu ogé
choice-new-code = Gentos kode
choice-it-was-me = Éta abdi
choice-report = Serat laporan
choice-make-report = Janten laporan
choice-report-other = Laporkeun ogé
choice-status = Tingali status
choice-help = Bantosan
choice-note = Catet masukan
choice-still-yours = Tetep ka dieu
choice-new-report = Laporan énggal
choice-for-case = { $number }
choice-make-complaint = Muhun, pangaduan
choice-stay-suggestion = Tetep saran
choice-continue = Teraskeun
choice-note-now = Catet ayeuna
choice-cancel = Batal
choice-erase-data = Hapus data abdi
choice-erase-all = Muhun, hapus sadaya
choice-keep = Ulah dihapus

# Telegram's command menu: what stands beside each word.
menu-lapor = Serat laporan
menu-status = Tingali laporan
menu-tambah = Tambih katerangan atanapi berkas
menu-standar = Sarat, waktos, sareng biaya layanan
menu-bahasa = Gentos basa
menu-dataku = Tingali atanapi hapus data abdi
menu-bantuan = Bantosan sareng nomer patugas
menu-batal = Batalkeun laporan nu nuju diserat
