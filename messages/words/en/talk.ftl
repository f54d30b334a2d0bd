# Who answers, and what stands beside the matter. Sentences of at most twenty words; "we", never "I"; no exclamation marks.

intro = This is the automatic complaint assistant of { $office }; officers read every report.
    .sms = Complaint machine of { $office }; officers read it.
intro-salam = Waalaikumsalam, this is the automatic complaint assistant of { $office }; officers read every report.
intro-sampurasun = Rampes, this is the automatic complaint assistant of { $office }; officers read every report.
intro-morning = Good morning, this is the automatic complaint assistant of { $office }; officers read every report.
intro-noon = Good afternoon, this is the automatic complaint assistant of { $office }; officers read every report.
intro-afternoon = Good afternoon, this is the automatic complaint assistant of { $office }; officers read every report.
intro-evening = Good evening, this is the automatic complaint assistant of { $office }; officers read every report.
feeling-waited = After waiting that long, anyone would be annoyed; this is { $office }'s automatic assistant, officers read every report.
feeling-angry = We understand that this is upsetting; this is { $office }'s automatic assistant, officers read every report.
notice = Name and address are used only to handle this report.
    .sms = Your name is for this report only.

start = This is the automatic complaint assistant of { $office }; officers read every report. Just write what happened, or choose below.
help-how = Write what happened in your own words; we ask for what is missing, then the report gets a number.
help-words = Words that always work: report, status, add, back, cancel, language, standard, my data.
people = Officers: telephone { $phone }, or { $desk }.
people-hours = Working days from { $opens } to { $closes }.
thanks = You are welcome.
praise = Thank you, we are glad to hear that. May we note it as feedback?
danger = If anyone is in danger now, call { $numbers } first. We still keep your report.
sorry = Your message is saved, but this machine is having trouble. An officer will read it; if it is urgent, call { $phone } or visit { $desk }.
group = To keep your name safe, write to us directly in a private chat. We read and keep nothing in groups.
group-link = To keep your name safe, write to us directly: { $link }. In a group we read and keep nothing.
button-old = That question has been answered already.
nothing-open = No report is being written. Just write what happened if you want to report something.
cancelled = All right, never mind.
question-not-held = We do not have that information here; an officer can answer on { $phone }.
not-ours = This does not seem to be a matter for the licensing office. Try lapor.go.id; we can also note it as feedback.
not-ours-but = This seems to be handled by { $name }: { $contact }. We can also note it as feedback.

form-nothing-before = There is no earlier answer.
form-back = All right, one step back.
form-people = Sorry, we did not understand. Officers can help: telephone { $phone }, or { $desk }.
form-stuck = You can send the report as it is; an officer will complete it.
form-still-open = There is still a report being written.

language-ask = Which language would you like?
language-name-id = Bahasa Indonesia
language-name-su = Basa Sunda
language-name-en = English
language-set = All right, we will write in English.

files-added =
    { $count ->
        [one] 1 file received.
       *[other] { $count } files received.
    }
files-voice = Voice message of { $length } received; an officer will listen to it.
files-recording = Recording received, an officer will listen to it.
files-ktp = A photo of your ID card is not needed; write "delete photo" to have it deleted.
photo-dropped = The last photo has been deleted.
photo-none = There is no photo to delete.
files-too-large = Files over 20 MB are not kept; send a smaller one, or bring it to { $desk }.
    .sms = Files over 20 MB are not kept; bring it to { $desk }.
files-unavailable = The file did not reach us. Please send it once more.
files-quota = Too many files came today, so this one was not kept. Send it tomorrow, or bring it to { $desk }.
files-wrong-kind = That file was not kept; send photos, PDF, sound or video, or bring it to { $desk }.
    .sms = That file was not kept; bring it to { $desk }.
location-noted = The location is noted as the place where it happened.
card-own = Your phone number is noted.
card-other = We do not keep other people's numbers.
card-not-needed = We do not keep that number, as no report is being written.
secrets-warning = Never send an OTP code or a password to anyone, including us.

channel-telegram = Telegram
channel-whatsapp = WhatsApp
channel-sms = SMS
channel-web = the web page
channel-terminal = the terminal

choice-yes = Yes
choice-no = No
choice-unknown = Don't know
choice-other = Something else
choice-no-permit = Not a permit
choice-today = Today
choice-yesterday = Yesterday
choice-not-out = Not issued yet
choice-not-declared = Not declared yet
choice-anonymous = Anonymous
choice-secret = Keep name secret
    .sms = Keep secret
choice-secret-name = Secret name
choice-send = Send
choice-change = Change
choice-reason = I have a reason
choice-erase = Delete
choice-note-suggestion = Note as suggestion
choice-go-on = Continue
choice-as-is = Send as it is
choice-behalf = For someone else
choice-complete = Add my name
choice-finish = Complete it
choice-add = Add information
choice-follow = News here too
choice-new-code = New code
choice-it-was-me = It was me
choice-report = Write a report
choice-make-report = Make it a report
choice-report-other = Report this too
choice-status = See status
choice-help = Help
choice-note = Note as feedback
choice-still-yours = Still report here
choice-new-report = New report
choice-for-case = { $number }
choice-make-complaint = Yes, a complaint
choice-stay-suggestion = Keep as suggestion
choice-continue = Continue
choice-note-now = Note it now
choice-cancel = Cancel
choice-erase-data = Delete my data
choice-erase-all = Yes, delete all
choice-keep = Keep everything

# Telegram's command menu: what stands beside each word.
menu-lapor = Write a report
menu-status = See a report
menu-tambah = Add information or files
menu-standar = Requirements, time and fees of a service
menu-bahasa = Change the language
menu-dataku = See or delete my data
menu-bantuan = Help, and how to reach an officer
menu-batal = Cancel the report being written
