# Nu kadangu ku nu ngalapor saatos tanda tarima: patarosan patugas, waleran, sareng kumaha kaayaan laporan saterasna.

quoted = "{ $text }"
question-from-officer = Patarosan ti patugas ngeunaan { $number }:
question-how = Waler di dieu; waleranana langsung lebet kana laporan éta.
answer-for = Waleran kanggo { $number }:
answer-solved-ask = Naha masalahna parantos réngsé? Upami teu acan, laporan dibuka deui ku nomer nu sami.
    .sms = Tos rengse? Waler RENGSE atanapi TEU ACAN.
suggestion-read = Saran { $number } parantos diaos ku patugas, kieu waleranana:
referred-to = Laporan { $number } diurus ku kantor sanés. Mangga hubungi { $where }

news-waits = Aya wartos kanggo laporan { $number }. Buka upami nuju nyalira.
    .sms = Aya wartos kanggo laporan { $number }. Waler MACA kanggo mukana.
news-asked-agency = Laporan { $number } nuju ditaroskeun ka { $unit }, tanpa nyebatkeun jenengan nu ngalapor.
news-our-date = Waleran ti kami tetep panglambatna { $due }.
news-restored = { $number } ayeuna kacatet salaku pangaduan.
news-suggestion = { $number } dicatet salaku saran. Alesan patugas: "{ $reason }"
news-suggestion-how = Upami teu satuju, mangga tambihan kateranganana ku kecap "tambih".
news-closed-silent = { $number } ku kami ditutup margi teu aya wartos deui ti Bapa/Ibu. Upami masalahna teu acan réngsé, serat "teu acan réngsé".

outcome-solved = Hatur nuhun, { $number } kacatet parantos réngsé. Upami masalahna aya deui, serat "teu acan réngsé".
outcome-closed-already = { $number } parantos ditutup. Upami masalahna aya deui, serat "teu acan réngsé".
outcome-reopened = Ku kami dibuka deui ku nomer nu sami: { $number }.
outcome-reopened-noted = Dicatet: "{ $text }"
outcome-what-is-not = Naon nu teu acan réngsé? Serat di dieu, kénging ogé ku poto.
outcome-answer-noted = Hatur nuhun, waleranana parantos lebet ka { $number } sareng bakal diaos ku patugas.
nothing-waits = Teu aya wartos { $number } nu teu acan dibuka.

news-merged = Laporan { $goes } sami sareng { $stays }, janten dihijikeun. Wartos sareng waleranana ku { $stays }.
news-merged-too = Hal nu sami didugikeun sakali deui sareng dihijikeun kana { $stays }.
outcome-only-owner = Mung nu ngalapor { $number } nu tiasa nyebatkeun réngsé atanapi teu acan.
outcome-access = { $number } ayeuna nyambung ka obrolan ieu; wartos sareng waleranana dikintun ka dieu.

choice-read = Maca
choice-solved = Réngsé
choice-unsolved = Teu acan réngsé
