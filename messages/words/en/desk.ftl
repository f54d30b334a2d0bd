# The officers' desk: plain words for staff. Rows named desk-row-… and the headline are labels, not sentences.

# -- the headline: days left first
desk-left =
    { $count ->
        [one] { $count } day left
       *[other] { $count } days left
    }
desk-left-today = due today
desk-left-late =
    { $count ->
        [one] OVERDUE { $count } day
       *[other] OVERDUE { $count } days
    }
desk-left-suggestion = SUGGESTION
desk-left-answered = ANSWERED
desk-left-closed = CLOSED
desk-left-referred = REFERRED
desk-left-until = { $left } ({ $due })
desk-head = { $left } · { $number } · { $about }
desk-head-secret = { $left } · { $number } · { $about } · SECRET
desk-head-with = { $left } · { $number } · { $said }
desk-about = { $component }
desk-about-service = { $component }, { $service }
desk-service-unknown = service not known yet

# -- where it lies
desk-where-nobody = not taken yet
desk-where-taken = { $name }: study
desk-where-studied = { $name }: choose a route
desk-where-internal = { $name }: reply not written yet
desk-where-agency = { $name }, waiting for { $unit } until { $due }
desk-where-apip-requested = { $name }, waiting for a head's decision
desk-where-apip = { $name }, waiting for { $unit }
desk-where-replying = { $name }: the reply is being sent
desk-where-held = { $name }: reply held until the complainant writes
desk-where-ended = { $name }: answered
desk-you = yours

# -- the case on one screen
desk-row-where = Where: { $where }
desk-row-story = Story: "{ $story }"
desk-row-matter = Service: { $service } · Problem: { $component } ({ $by })
desk-by-citizen = chosen by the complainant
desk-by-staff = set by { $name }
desk-by-reader = machine's guess
desk-by-reader-words = machine's guess, from: { $words }
desk-row-promise = Standard: { $promised } working days; by the complainant's account already { $counted }
desk-row-promise-kept = Standard: { $promised } working days; by the complainant's account only { $counted } so far
desk-row-promise-calendar = Standard: { $promised } days; by the complainant's account already { $counted }
desk-row-promise-kept-calendar = Standard: { $promised } days; by the complainant's account only { $counted } so far
desk-row-fee = Fee in the standard: { $promised }; by the complainant's account { $paid }
desk-row-person = Complainant: { $name }, { $address } ({ $channel })
desk-row-person-kept-secret = Complainant (SECRET, only you see this): { $name }, { $address } ({ $channel })
desk-row-person-phone = Complainant: { $name }, { $address } ({ $channel }, phone { $phone })
desk-row-person-phone-kept-secret = Complainant (SECRET, only you see this): { $name }, { $address } ({ $channel }, phone { $phone })
desk-row-person-none = Complainant: gave no name
desk-row-person-hidden = Complainant: shown to whoever holds the report
desk-row-person-secret = Complainant: SECRET, only whoever holds the report sees the name
desk-row-study = Study: { $core }
desk-row-study-none = Study: none yet
desk-row-last = Latest: { $what }, { $day } (entries: { $count }, write "riwayat")
desk-row-last-none = Latest: came in on { $day }
desk-row-papers = Files: { $count } (write "lampiran")
desk-row-papers-similar = Files: { $count } (write "lampiran") · Similar: { $numbers }
desk-row-entry = { $day }: { $what }, { $by }
desk-row-entry-text = { $day }: { $what }, { $by }: "{ $text }"
desk-history-none = There are no other entries yet.
desk-files =
    { $count ->
        [one] { $number }: { $count } file from the complainant.
       *[other] { $number }: { $count } files from the complainant.
    }
desk-files-none = There are no files from the complainant.
desk-files-secret = Only the holder opens the files of { $number }, because the complainant is secret.
desk-files-for-which = Which report are these files for? Send them again with "catatan" and the number as caption.
desk-sheet = The case sheet is attached.

# -- the queue
desk-queue =
    { $count ->
        [one] { $count } report, page { $page } of { $pages }, the most urgent first:
       *[other] { $count } reports, page { $page } of { $pages }, the most urgent first:
    }
desk-queue-all =
    { $count ->
        [one] { $count } report, the most urgent first:
       *[other] { $count } reports, the most urgent first:
    }
desk-queue-empty = There are no reports here.
desk-queue-suggestions =
    { $count ->
        [one] Unread suggestion: { $count }
       *[other] Unread suggestions: { $count }
    }
desk-row-queue = { $left } · { $number } · { $about } · { $owner }
desk-row-queue-secret = { $left } · { $number } · { $about } · SECRET · { $owner }
desk-nothing-free = There is no report at { $office } that nobody has taken.
desk-search =
    { $count ->
        [one] { $count } found:
       *[other] { $count } found:
    }
desk-search-none = Nothing matches.
desk-search-open = To open one, write "kasus" and its number.
desk-search-what = Write what to look for, for example "cari reklame Plered".
desk-no-case = { $number } is not on your desk.
desk-which-case = Which report? Write "{ $word }" and its number, for example "{ $word } 412".

# -- taking and handing over
desk-yours = now yours
desk-row-before = Came before: { $number }, { $state }
desk-taken-already = You have { $number } already.
desk-taken-by = { $name } has just taken { $number }.
desk-held-by = { $name } has { $number }. Ask { $name } or a superior to hand it over.
desk-nobody-holds = Nobody has { $number } yet. First write "ambil" and its number.
desk-given = handed over to { $name }
desk-given-to-you = handed over to you by { $name }
desk-taken-from-you = { $name } has it now
desk-nobody-called = There is no officer called "{ $name }".
desk-nobody-else = There is no other officer yet who could take it.
desk-to-whom = To whom should { $number } go?
desk-is-away = { $name } is on leave until { $until }. Standing in: { $other }.

# -- class and service
desk-classify-ask = What is the main problem in { $number }?
desk-classify-missed = We could not read that. What is the main problem in { $number }?
desk-classified = { $number } is now filed under { $component }. The machine learns from this correction.
desk-classified-already = { $number } was already filed under { $component }.
desk-service-ask = Which service is { $number } about? Write "layanan", the number, then the name of the service.
desk-service-missed = We could not read that service. Write its full name or its KBLI code.
desk-service-which = Which one?
desk-service-set = Service: { $service }

# -- words that go out
desk-ask-question = What do you want to ask the complainant of { $number }?
desk-ask-reply = What is the reply to the complainant of { $number }?
desk-ask-acknowledgement = What should the sender of suggestion { $number } hear?
desk-ask-note = What is the note on { $number }? The complainant never sees notes.
desk-ask-answer = What is your answer on { $number }?
desk-ask-answer-on-paper = Which answer came in for { $number }, and when?
desk-ask-not-ours = Why is { $number } not for you, and who handles it?
desk-ask-told-how = How was the complainant of { $number } told? For example "read out by phone at 10, the complainant answered".
desk-ask-where = Which office handles { $number }, and how can people reach it?
desk-ask-restore = Why should { $number } become a complaint?
desk-ask-suggest = Why should { $number } become a suggestion? The complainant reads this reason.
desk-send-question = This question goes to the complainant through { $channels }, exactly as written ({ $count } characters). Send it now?
desk-send-reply = This goes to the complainant through { $channels }, exactly as written ({ $count } characters). Send it now?
desk-send-by-hand = The complainant has no chat. This text is kept; then tell them by phone, by letter or at the counter. Keep it now?
desk-send-secret = The complainant is secret: the phone shows only the report number, and the text once they open it.
desk-send-window = The complainant has not written on WhatsApp lately: a notice goes first, the text follows once they reply.
desk-send-referral = This goes to the complainant, then the report is closed as referred:
desk-send-rewrite = Write the new text.
desk-send-or-change = Reply "send" or "change".
desk-not-sent = All right, it is not sent.
desk-left-unsent = Your last text has not been sent.
desk-question-sent = The question on { $number } is sent. The answer goes on file, and we tell you here.
desk-reply-sent = The reply is sent; we tell you here once it is delivered.
desk-reply-on-its-way = The reply on { $number } is on its way. Wait for news, or record with "selesai" that you told them directly.
desk-acknowledgement-sent = The message on suggestion { $number } is sent; once delivered, the suggestion is closed.
desk-suggestion-closed = Suggestion { $number } is closed.
desk-referral-sent = The message on { $number } is sent; once delivered, the report counts as referred.
desk-referred = { $number } is referred, and the complainant knows where to go.
desk-noted = Noted on { $number }. The complainant does not see it.
desk-note-from = note from { $name }:
desk-unknown = That is no command of the officers' desk. Write "bantuan" for the list, or "lapor" to report as a citizen.

# -- what became of it
desk-arrived = DELIVERED { $day } at { $hour }
desk-arrived-on-day = DELIVERED { $day } at { $hour } (working day { $nth } of { $days })
desk-arrived-same-day = DELIVERED { $day } at { $hour } (on the first day, of { $days } working days)
desk-arrived-late = DELIVERED LATE { $day } at { $hour } (working day { $nth }, the limit was { $days })
desk-arrived-row = { $said } · { $number }
desk-reported = The result is reported to the direct superior.
desk-reported-nobody = No superior is registered yet, so the report on the result waits. Ask an admin to invite one.
desk-held = HELD
desk-held-secret = waiting for the complainant to open it (secret)
desk-held-until = A notice was sent; the reply counts as delivered only once the complainant opens it.
desk-question-held = WhatsApp holds the question until the complainant writes
desk-failed = NOT DELIVERED: { $reason }
desk-came-by = It came by { $way }; the reply goes the same way.
desk-doubtful = DELIVERY UNCONFIRMED: sent over a day ago
desk-by-hand = Tell the complainant by letter or at the counter.
desk-by-hand-phone = Tell the complainant by phone { $phone }, by letter or at the counter.
desk-by-hand-record = Then write "selesai { $number }" and how you told them.
desk-told-recorded = { $number }: how the complainant was told is on record.
desk-waits-for-complainant = The reply is delivered. The complainant closes it; without a response it closes by itself on { $day }.
desk-solved = SOLVED, says the complainant
desk-closed-silent = closed, 10 working days without a response
desk-reopened = REOPENED
desk-more-said = more information from the complainant
desk-more-files =
    { $count ->
        [one] { $count } new file.
       *[other] { $count } new files.
    }
desk-question-answered = the complainant has answered the question
desk-new = New complaint, not taken yet.
desk-new-suggestion = New suggestion, not read yet.
desk-now-complaint = the suggestion is now a complaint
desk-restored = now a complaint, the reason is on record under your name
desk-suggested = now a suggestion, the reason is on record under your name
desk-is-complaint = { $number } is a complaint already.
desk-is-suggestion = { $number } is a suggestion already.

# -- reports to the one above
desk-report-by = Core, rule, steps and reply are attached, from { $name }.
desk-report-failed = the report to the superior was not delivered: { $reason }
desk-result = { $about } · { $said }
desk-result-late = { $about } · report on the result, which waited for a superior
step-internal = internal route begun
step-escalated = moved up one step: { $why }

# -- routes
desk-route-which = Which route?
desk-route-internal = internal route. The written report on this step goes to the direct superior.
desk-route-internal-alone = internal route. No superior is registered yet who could get the report on it.
desk-escalated = moved up to { $name }, with the case sheet
desk-escalate-top = There is no step above this one. What is left: another agency, or APIP.
desk-agency-which = Which agency or technical team?
desk-agency-question = What should { $unit } answer?
desk-agency-question-missed = Write the question in one sentence.
desk-agency-due = Proposed date for their answer: { $due }; you can choose another one afterwards.
desk-row-agency-to = To: { $unit }; to answer by { $due }
desk-row-agency-with =
    { $count ->
        [0] Goes along: core of the problem and question, no files
        [one] Goes along: core of the problem, question and { $count } file
       *[other] Goes along: core of the problem, question and { $count } files
    }
desk-row-agency-without = Stays here: the complainant's name and address
desk-agency-send = Send it now, or write another date?
desk-row-agency-to-letter = To: { $unit } (nobody of theirs is registered here: send a letter, then record the answer); to answer by { $due }
desk-agency-send-or-date = Reply "send", "change", or another date such as "1 December".
desk-agency-sent = { $unit } is asked, answer by { $due }
desk-agency-asked = { $office } asks about { $number }:
desk-agency-answer-by = Answer by: { $due }
desk-agency-answered = { $unit } has answered:
desk-agency-declined = { $unit } answers that it is not theirs:
desk-answer-goes = This goes to the officers of { $office }, not to the complainant. Send it?
desk-answer-goes-copy = This goes to the officers of { $office }, not to the complainant, with a copy to your superior. Send it?
desk-answer-copy = Copy: the answer of { $name } on { $number }.
desk-answer-sent = The answer on { $number } is sent to the officer.
desk-nothing-asked = There is no open question for you on { $number }.

# -- APIP
desk-apip-why = Involving APIP needs the approval of the head. Why can { $number } not be solved internally or with another agency?
desk-apip-requested = the request for APIP went to the head, the clock runs on
desk-apip-no-head = the request for APIP is on record, but no head can decide on it yet
desk-apip-requested-already = The request for APIP on { $number } is already waiting for a head's decision.
desk-apip-asked = { $name } asks for APIP
desk-row-reason = Reason: "{ $reason }"
desk-apip-approved = { $number }: APIP is approved and on record. APIP gets the matter, without the name where it is secret.
desk-apip-by-regulation = { $number }: APIP is involved under "{ $regulation }", on record under your name.
desk-apip-which-regulation = Which regulation requires APIP for { $number }? Give its number and article.
desk-apip-head-decides = The head decides about APIP for { $number }.
desk-apip-nothing-asked = No request for APIP is waiting on { $number }.
desk-apip-own = This is your own request, so somebody else decides: { $name }.
desk-apip-own-nobody = This is your own request, so you cannot approve it yourself.
desk-apip-no-other-head = No head of another agency is registered yet. Cite the regulation that requires APIP.
desk-apip-sent-to = The request went to { $name }.
desk-apip-refuse-why = What is the reason? { $name } reads it, and it goes on file.
desk-apip-refused = APIP not approved, back to the internal route:
desk-apip-refused-told = The refusal is on record, and { $name } has been told.
desk-apip-let-in = { $office } asks APIP to look into { $number }.
desk-apip-yours = APIP is approved. The reply to the complainant is still yours to write.
desk-apip-yours-by-letter = APIP is approved, but not registered here; please send the letter yourself. You still write the reply to the complainant.

# -- conflict of interest
desk-conflict-asked = This report seems to name { $name }; it is hidden from them for now. Is it this person?
desk-conflict-confirmed = { $number }: { $name } will not see or handle this report.
desk-conflict-dismissed = { $number }: it is not { $name }, who can see this report again.
desk-conflict-not-yours = Another superior decides that.

# -- people
role-officer = complaint officer
role-supervisor = direct superior
role-head = head
role-agency = agency officer
role-apip = APIP
role-admin = admin
desk-welcome = Welcome, { $name }. Your role here: { $role }.
desk-welcome-unit = Welcome, { $name }. Your role here: { $role }, { $unit }.
desk-joined = { $name } has joined with your invitation.
desk-guide-see = To look: antrean, kasus N, riwayat N, lampiran N, lembar N, cari, catatan N
desk-guide-work = To work: ambil N, telaah N, jalur N, tanya N TEKS, balas N TEKS, selesai N, serahkan N NAMA
desk-guide-work-more = Also: catat, klasifikasi N, layanan N, eskalasi N, rujuk N, gabung N M, akses N, pulihkan N, jadikan saran N, templat
desk-guide-answer = To answer: antrean, kasus N, catatan N, balas N, tolak N (not ours)
desk-guide-assign = To assign: serahkan N NAMA, terlambat, beban, ringkasan, ekspor
desk-guide-decide = To decide: setujui N, tolak N ALASAN
desk-guide-team = People: tim, undang, atasan NAMA: NAMA, keluarkan, grup
desk-guide-days = Days the office is closed: libur 31 desember NAMA, batal libur 31 desember
desk-guide-start = Begin with "antrean". N is the number of a report; "412" alone is enough.
desk-guide-citizen = Leave: "cuti 1 des - 5 des pengganti NAMA". To report as a citizen: "lapor".
desk-invite-how = Write "undang petugas NAMA"; for petugas you can also put atasan, kepala, apip or admin.
desk-invite-how-agency = For another agency: "undang opd dinkes NAMA".
desk-invite-name = Please write the name too.
desk-invite-unit = Please write the agency too, for example "undang opd dinkes NAMA".
desk-invite-tier = There is no such level. The levels are: { $tiers }.
desk-invite-not-yours = A head or an admin decides about that role.
desk-invited = Invitation for { $name } as { $role }.
desk-invite-code = Code: { $code }
desk-invite-link = Link: { $link }
desk-invite-until = The person you invite sends the code to this bot, once, within 72 hours.
desk-invite-unknown = We do not know that invitation code. Check the letters, or ask for a new code.
desk-invite-used = That invitation code has been used already. Ask whoever invited you for a new one.
desk-invite-expired = That invitation code is more than 72 hours old. Ask whoever invited you for a new one.
desk-invite-wait = Too many wrong codes. Please try again in an hour.
desk-invite-channel = Officers work on Telegram, on WhatsApp or on the web. Please send this code from there.
desk-team =
    { $count ->
        [one] { $count } person:
       *[other] { $count } people:
    }
desk-row-member =
    { $count ->
        [one] { $name } · { $role } · holds { $count } report
       *[other] { $name } · { $role } · holds { $count } reports
    }
desk-row-member-away = { $name } · { $role } · on leave until { $until }, { $other } stands in
desk-team-more =
    { $count ->
        [one] And { $count } more person.
       *[other] And { $count } more people.
    }
desk-invitations-open =
    { $count ->
        [one] Unused invitation: { $count }
       *[other] Unused invitations: { $count }
    }
desk-leave-how = Write the dates, for example "cuti 1 des - 5 des pengganti Lilis".
desk-leave-kept = Leave from { $first } to { $last }, { $name } stands in.
desk-leave-superior = Leave from { $first } to { $last }, with no stand-in. Meanwhile your decisions go to { $name }.
desk-leave-nobody = Leave from { $first } to { $last }, with no stand-in.
desk-leave-told = { $name } is on leave from { $first } to { $last }; you stand in.
desk-back = Welcome back, { $name }.
desk-remove-sure = Does { $name } no longer work here? Their reports will wait for somebody else to take them.
desk-removed =
    { $count ->
        [one] { $name } is off the list; { $count } report is waiting to be taken.
       *[other] { $name } is off the list; { $count } reports are waiting to be taken.
    }

# -- buttons
desk-do-take = Take
desk-do-next-page = Next
desk-do-suggestions = Suggestions
desk-do-case = Open
desk-do-history = History
desk-do-files = Files
desk-do-sheet = Case sheet
desk-do-study = Study
desk-do-study-look = See the study
desk-do-ask = Ask complainant
desk-do-hand-over = Hand over
desk-do-classify = Classify
desk-do-reply = Reply
desk-do-write-reply = Write a reply
desk-do-send-again = Send again
desk-do-note = Add a note
desk-do-escalate = Move up
desk-do-told = Record delivery
desk-do-acknowledge = Answer suggestion
desk-do-restore = Make it a complaint
desk-do-route-internal = Internal
desk-do-route-agency = Another agency
desk-do-route-apip = APIP
desk-do-answer = Answer
desk-do-not-ours = Not ours
desk-do-ask-again = Ask again
desk-do-approve = Approve
desk-do-refuse = Refuse
desk-do-cite = Cite a regulation
desk-do-other-head = Ask another head
desk-do-conflict = Yes, hide it
desk-do-no-conflict = Somebody else
desk-do-remove = Yes, remove

# -- the study
study-core-ask = Study 1/4 (6a): what is the core of the problem, in one sentence?
study-core-proposed = Proposal: "{ $core }"
study-core-late = { $service } is still not finished, though the standard gives { $promised } working days from the complete file.
study-core-told = { $service }, problem with { $component }: { $told }
study-core-missed = Write the core in one sentence.
choice-use-proposed = Use the proposal
study-rule-ask = Study 2/4 (6b): which rule applies?
study-rule-ask-free = Study 2/4 (6b): this service's standard is not loaded yet, so which rule applies?
study-rule-write = Write the rule, for example the number of a regulation or the name of an SOP.
study-rule = Standard No. { $number }, { $component }: { $text }
choice-other-rule = Another rule
study-before-ask = Study 3/4 (6c): what is already on file about the same matter?
study-before-none = Study 3/4 (6c): we found no similar report; write its number if there is one.
desk-row-found = Found: { $number }, { $state }
desk-row-found-same-person = Found, from the same complainant: { $number }, { $state }
choice-tie = Related
choice-not-related = Not related
choice-nothing-before = Nothing
study-plan-ask = Study 4/4 (6d): what is the plan? You can add with whom, for example "2 with the permit section".
study-plan-missed = Choose one of the four plans.
study-parties-ask = With whom, inside or outside the office (6e)?
choice-nobody = Nobody
study-parties-none = nobody else
plan-clarify = Clarification
plan-confirm = Confirmation
plan-examine = Research or inspection
plan-investigate = Investigation
desk-row-study-a = A Core: { $text }
desk-row-study-b = B Rule: { $text }
desk-row-study-c = C Similar reports: { $text }
desk-row-study-c-none = C Similar reports: none
desk-row-study-d = D Plan: { $plan }
desk-row-study-e = E With whom: { $text }
study-change-which = To change something, reply with its letter.
choice-study-done = All correct
study-kept = The study of { $number } is saved. Which route?
study-kept-edited = The study of { $number } is saved.

# -- why something did not arrive
trouble-blocked = the person has blocked or left the bot
trouble-no-such = the address or number no longer exists
trouble-off = the phone is off or out of reach
trouble-nobody = there is no chat to send it to
trouble-other = the provider refused it (code { $code })

# -- catat: what came by another way
record-way-ask = By which way did this report come in?
record-way-missed = Choose one, or write the way.
record-arrived-ask = When did the office receive this report?
record-arrived-missed = Write the day it was received, for example "18 November".
record-story-ask = Copy what the complainant says, in their own words. A photo of the letter may be sent too.
record-file-kept = The file is kept; please write what it is about.
record-phone-ask = The complainant's phone number?
record-phone-missed = That number cannot be read yet, for example 081234567890.
record-row-complaint = Kind: complaint
record-row-suggestion = Kind: suggestion (no identity, no object, or too late)
record-row-way = By: { $way }, received { $day }
record-row-matter = Service: { $service } · Problem: { $component }
record-row-person = Complainant: { $name }, { $address }
record-row-person-secret = Complainant (SECRET): { $name }, { $address }
record-right = Is this right? Write "secret" if the name is to be kept secret.
record-again = Let us begin again with the day it was received.
choice-record = Record
menu-catat = Record a report from a letter, a call, the counter

# -- gabung, akses, libur
merge-with-which = Merge it with which number?
merge-same = That is the same number: { $number }.
merge-not-now = { $number } cannot be merged as it stands now.
merge-sure = { $goes } is merged into { $stays }: its people, files and story move, and all are told. This cannot be undone. Merge?
merge-done = { $goes } merged into this one
choice-merge = Merge
access-how = How was the complainant of { $number } identified? For example "original ID card, same name and address".
access-code = New secret code: { $code }
access-next = Ask the complainant to write "status { $number }" and then that code from their new chat, within 72 hours.
access-taken = the complainant opened it again from a new chat
closed-how = Write "libur" with the day and its name, for example "libur 31 desember Tutup akhir tahun".
closed-name-missing = Please write the name of the day too, for example "libur 31 desember Tutup akhir tahun".
closed-already = { $day } is no working day anyway.
closed-sure =
    { $count ->
        [0] { $day } ({ $name }) will not count as a working day; no date moves. Record it?
        [one] { $day } ({ $name }) will not count as a working day; { $count } complaint moves and its complainant is told. Record it?
       *[other] { $day } ({ $name }) will not count as a working day; { $count } complaints move, their complainants are told. Record it?
    }
choice-close-day = Yes, record it
closed-kept = { $day } is recorded. The dates are counted again right now.
closed-withdrawn = { $day } counts as a working day again; the dates are counted again.
closed-not-entered = That day is not in the list of the office's closures.
desk-row-closed = { $day }: { $name }
desk-left-merged = MERGED

# -- asked back, taken back
desk-number-which = Other news came after this; for this one:
desk-not-done = All right, nothing was done.
desk-words-missed = Please write it in words, or "no" to leave it.
desk-left-unfinished = What was begun for { $number } is not finished.
desk-holds-already = { $name } holds it already.
desk-nobody-called-who = There is no officer called "{ $name }". To whom?
desk-released = released, waiting to be taken
desk-send-suggest = This complaint becomes a suggestion without a date, and the reason goes to the complainant. Send it now?
desk-do-take-this = Take { $running }
desk-do-open-this = Open { $running }
desk-do-queue = Queue
desk-do-help = Help
desk-agency-unknown = That agency is not on the list. Choose one; a new agency is added by the admin.
desk-agency-open = Still waiting for { $unit }. To take it back: "jalur { $number } internal" with the reason.
desk-row-to = To: { $name }, "{ $story }"
desk-queue-none-yours = You hold none and none is free. For those of your colleagues: write "antrean semua".
desk-where-suggestion = { $name }: suggestion not answered yet
desk-back-told = { $name } is back; you no longer stand in.
desk-you-are-out = You are no longer registered as staff of { $office }. This chat is now a citizen's chat.
step-study-changed = study changed
desk-own-complaint = { $number } is your own report; a colleague handles it.
desk-report-first = Finish your own report first, or write "batal".
desk-file-stays = The file stays with the case; only the text goes out.
desk-ask-heard = What does the complainant of { $number } say: "selesai", or "belum selesai" with the reason?
desk-superior-how = Write "atasan NAMA: NAMA ATASANNYA", for example "atasan Rina: Agus".
desk-superior-set = The direct superior of { $name } is { $superior }.
desk-remind-before = { $number }: the answer of { $unit } is due by { $due }.
desk-remind-today = { $number }: the answer of { $unit } is due today.
desk-remind-late = { $number }: { $unit } has not answered; it was due { $due }.
desk-nothing-waits = There is no news left to open.

# -- the menu of commands on Telegram
menu-antrean = Reports that wait
menu-kasus = Open one report
menu-ambil = Take a report
menu-telaah = Study a report
menu-jalur = Choose the route
menu-tanya = Ask the complainant
menu-balas = Reply
menu-catatan = Internal note
menu-serahkan = Hand over to a colleague
menu-cari = Search reports
menu-selesai = Record how they were told, close a suggestion
menu-setujui = Approve a request for APIP
menu-tolak = Refuse with a reason
menu-tim = Who works here
menu-undang = Invite somebody
menu-cuti = Record leave and a substitute

# Replies that officers begin with.
canned-list = Replies to begin with, used as "balas N #name":
canned-none = There are no replies to begin with yet.
canned-row = #{ $name }: { $text }
canned-how = A superior changes them with "templat NAME: TEXT" or "templat hapus NAME". Filled in: { $known }.
canned-kept = #{ $name } was kept:
canned-removed = #{ $name } is not used any more.
canned-unknown = There is no reply { $name } to begin with. There are: { $names }.
canned-not-yours = Replies to begin with are changed by a superior.
canned-placeholder = { $said } is not known. Filled in: { $known }.
menu-templat = Replies to begin with

# Reminders of open deadlines.
remind-own = { $count ->
    [one] One report is to be worked on; its date is near or past:
   *[other] { $count } reports are to be worked on; their dates are near or past:
  }
remind-below = { $count ->
    [one] One report of your officers is near its date or past it:
   *[other] { $count } reports of your officers are near their date or past it:
  }
remind-more = and { $count } more in the queue

# What superiors ask for: what is late, who holds how much.
late-none = Nothing is late.
late-title = Late { $count }, the longest first:
late-more = and { $count } more in "antrean terlambat"
late-today = Due today: { $count }
late-do-load = Load
load-title = Open complaints { $count }:
load-row = { $name }: { $count }
load-row-late = { $name }: { $count }, late { $late }
load-row-away = { $name } (on leave): { $count }
load-row-late-away = { $name } (on leave): { $count }, late { $late }
load-free = Not taken: { $count }
load-do-late = Late
load-do-free = Not taken
menu-terlambat = What is late
menu-beban = Who holds how much
menu-ringkasan = Figures of the day, the week, the month
menu-ekspor = The register as a workbook

# What is done about what is late.
desk-do-remind = Remind
desk-do-delay = Tell complainant
delay-reminded = { $number }: { $name } was reminded.
delay-reminded-by = reminder from { $name }
delay-reminded-today = { $name } was reminded today already.
delay-yours = You hold { $number } yourself. Write "kasus" for the next step.
delay-not-late = { $number } is not overdue.
delay-proposed = The answer to { $number } is late; it was due { $due }. You will hear from us again by { $soon }.
delay-proposed-agency = The answer to { $number } is late; it was due { $due }. We wait for the answer of { $unit } and you will hear from us again by { $soon }.
delay-send = Goes to the complainant by { $channels }, { $count } characters. Send?
delay-told = The news of the delay of { $number } was sent to the complainant.
delay-no-chat = The complainant of { $number } has no chat here. Tell them by phone or letter, then note it.
late-agency-reminded = { $unit } was reminded { $count } times and has not answered.
late-not-told = The complainant has not been told of the delay.
late-told = The complainant was told of the delay on { $day }.
desk-chat-joined = This chat is now { $name }'s, too. Digests and commands work from here.
delay-told-today = The complainant of { $number } was told today already.
delay-for = News of { $number }:
delay-nobody-reached = Nobody can be reminded by chat of { $number }. Please contact them directly.
late-told-waits = The news of the delay of { $day } were not opened by the complainant yet.
load-others = { $people } other officers: { $count }
