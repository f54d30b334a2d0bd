# A report, from the first word to the review. One question a message; label rows are no sentences.

component-persyaratan = requirements
component-prosedur = procedure
component-jangka-waktu = time taken
component-biaya = fees
component-produk = the result itself
component-pengaduan = handling of complaints
component-dasar-hukum = legal basis
component-sarana = facilities
component-kompetensi = staff attitude or skill
    .sms = staff attitude
component-pengawasan = internal control
component-jumlah-pelaksana = number of staff
component-jaminan-pelayanan = service guarantee
component-keamanan = safety
component-evaluasi = reviews and surveys
component-lainnya = something else

intake-story-ask = Tell us what happened, in writing or as a recording.
intake-story-ask-voice = Please also write one sentence about what happened, or send one more voice message.
intake-story-ask-file =
    { $count ->
        [one] File received. What happened?
       *[other] { $count } files received. What happened?
    }
intake-story-missed = Tell us in your own words what happened at our office.
intake-story-rewrite = Write the story again; it replaces the old one.
intake-own-ask = Did this happen to you yourself?
intake-kind-ask = What is the main problem?
intake-kind-missed = Choose one, or write it in your own words.
intake-service-ask = Which service did you come for?
intake-service-confirm = Do you mean { $service }?
intake-service-which = Which kind of { $service }?
intake-service-which-of = Which service?
intake-service-not-that = All right, not that one.
intake-service-missed = Name the service, for example "izin reklame" or "PBG".
intake-added-to-story = Added to the story.
intake-edited = Your change is noted.
intake-other-later = We keep the other matter; let us finish this one first.
intake-other-kept = You mentioned one more matter earlier.
intake-when-complete-ask = When was your file declared complete, roughly, for example "15 October"?
intake-when-received-ask = When did you receive the result, for example "18 November"?
intake-when-happened-ask = When did it happen, for example "last Wednesday"?
intake-when-noted = We note { $day }.
intake-when-about = We note around { $month }.
intake-when-left-open = We leave the date open; an officer will ask if it is needed.
intake-when-future = "{ $said }" has not come yet. Please write a date in the past, for example "18 November".
intake-when-impossible = "{ $said }" is not in the calendar. Please write it like "18 November".
intake-when-vague = We need a more exact date, because the time limit for complaints is 30 days. For example "18 November".
intake-when-missed = Write the date, for example "18 November" or "last Wednesday".
intake-name-ask = So that we must answer within { $days } working days, what is your name (name and address serve this report only)?
    .sms = Your name serves this report only, and obliges us to answer within { $days } working days; your name?
intake-name-ask-notice = Your name and address serve this report only; what is your name?
intake-name-ask-short = What is your name?
intake-name-ask-secret = Your name is kept secret: only the officers on this report see it. What is your name?
intake-name-explain = You can leave it out: then it is a suggestion, numbered and read, with no answer date. With a secret name, we must answer within { $days } working days. Which do you choose?
intake-name-missed = Write just the name, or choose to stay anonymous.
intake-place-ask = In which village or urban ward (kelurahan) do you live?
intake-place-ask-organisation = In which village are you or your company?
intake-place-ask-secret = In which village do you live? This is kept secret too.
intake-place-missed = The name of the village, ward or district is enough.
intake-anonymous-noted = Without a name, it is noted as a suggestion: still numbered and still read.
intake-secret-noted = Your name is kept secret: only the officers on this report see it.

breach-time = Standard: { $promised } working days once complete (until { $until }); by your date it is now { $counted } working days.
    .sms = Standard { $promised } working days; by your date it is now { $counted }.
breach-time-kept = Standard: { $promised } working days once complete (until { $until }); by your date only { $counted } so far.
    .sms = Standard { $promised } working days; by your date only { $counted } so far.
breach-time-calendar = Standard: { $promised } days once complete (until { $until }); by your date it is now { $counted } days.
    .sms = Standard { $promised } days; by your date it is now { $counted }.
breach-time-kept-calendar = Standard: { $promised } days once complete (until { $until }); by your date only { $counted } so far.
    .sms = Standard { $promised } days; by your date only { $counted } so far.
breach-fee-free = Fee in the standard: none; you mentioned { $paid }.
    .sms = Standard: free; you said { $paid }.
breach-fee = Fee in the standard: { $promised }; you mentioned { $paid }.
    .sms = Standard: { $promised }; you said { $paid }.

review-lead = Please check this first.
    .sms = Please check.
review-story = A Story: "{ $story }"
review-story-files =
    { $count ->
        [one] A Story: "{ $story }", 1 file
       *[other] A Story: "{ $story }", { $count } files
    }
review-story-long = A Story: "{ $story }" (stored in full)
    .sms = A Story: "{ $story }"
review-story-long-files =
    { $count ->
        [one] A Story: "{ $story }" (stored in full), 1 file
       *[other] A Story: "{ $story }" (stored in full), { $count } files
    }
    .sms =
        { $count ->
            [one] A Story: "{ $story }", 1 file
           *[other] A Story: "{ $story }", { $count } files
        }
review-story-voice =
    { $count ->
        [one] A Story: recorded, 1 file
       *[other] A Story: recorded, { $count } files
    }
review-service = B Service: { $service }
review-service-free = B Service: { $service } (fee in the standard: none)
    .sms = B Service: { $service } (free)
review-service-none = B Service: not mentioned
review-kind = C Problem: { $kind }
review-kind-two = C Problem: { $kind }; also { $second }
    .sms = C Problem: { $kind }
review-when-received = D Received: { $day }
review-when-happened = D Happened: { $day }
review-when-event-pending = D Happened: { $day }; not issued yet
    .sms = D Happened: { $day }; not issued yet
review-when-pending = D Status: not issued yet
review-when-complete = D Status: not issued yet; file complete { $day }
    .sms = D File complete { $day }
review-when-complete-about = D Status: not issued yet; file complete around { $month }
    .sms = D File complete around { $month }
review-when-counted = D Status: not issued yet; file complete { $day } ({ $counted } working days, standard { $promised })
    .sms = D Complete { $day }: { $counted } working days, standard { $promised }
review-when-counted-calendar = D Status: not issued yet; file complete { $day } ({ $counted } days, standard { $promised })
    .sms = D Complete { $day }: { $counted } days, standard { $promised }
review-when-about = D Date: around { $month }
review-when-unknown = D Date: not known yet
review-name = E Name: { $name }
review-name-secret = E Name: { $name } (secret)
review-name-behalf = { $name }, for { $behalf }
review-name-none = E Name: not given
review-address = F Address: { $address }
review-address-secret = F Address: { $address } (secret)
review-address-none = F Address: not given
review-late = As { $days } calendar days have passed (until { $until }), this is noted as a correction request for officers.
    .sms = Past the limit of { $until }: a correction request.
review-anything-wrong = If anything is wrong, reply with its letter.
    .sms = If wrong, reply its letter.
review-which-letter = Which letter should change: { $letters }?
review-reason-ask = Why are you reporting only now? You can photograph a letter or other evidence.
review-reason-noted = Thank you, your reason goes with it, and an officer can make this a complaint.
review-missed = Reply "send" if it is right, or the letter of what should change.

cancel-ask = The story you wrote will be lost.
cancel-ask-files =
    { $count ->
        [one] The story and 1 file will be lost.
       *[other] The story and { $count } files will be lost.
    }
cancel-erased = Deleted. If you change your mind, just write again.
cancel-missed = Choose one: delete, note as a suggestion, or continue.

nudge = This report is not finished. If there is no answer by { $hour }, we note it as a suggestion and give it a number.
expired-files =
    { $count ->
        [1] The file was deleted, as no story came with it. To report, just write again.
       *[other] The { $count } files were deleted, as no story came with them. To report, just write again.
    }
