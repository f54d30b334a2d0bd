# A case that has a number: the receipt, its state, adding to it, the data held about a person.

receipt-complaint = Your complaint is registered.
receipt-complaint-secret = Your complaint is registered, and the name is kept secret.
receipt-suggestion = Your suggestion is registered.
receipt-correction = Your request for a correction is registered.
receipt-number = Number: { $number }
receipt-code = Secret code: { $code } (opens this report from elsewhere)
    .sms = Secret code: { $code }
receipt-files = Files: { $count }
receipt-due = Answer by: { $due } ({ $days } working days)
receipt-skipped = Not counted: { $days }
receipt-skipped-day = { $day } ({ $name })
receipt-next = An officer will read this report; if anything is missing, we ask here.
    .sms = An officer will read this report.
receipt-next-opens = An officer will read this report from { $day }; if anything is missing, we ask here.
    .sms = An officer will read this report from { $day }.
receipt-more-welcome = Photos, files or a phone number may be sent at any time.
    .sms = Reply here to add something.
receipt-office-opens = Officers work again on { $day }.
receipt-suggestion-next = An officer will read it, then you hear from us here; a suggestion has no date for an answer.
receipt-suggestion-opens = An officer reads it from { $day }, then we tell you here; suggestions have no answer date.
    .sms = An officer reads it from { $day }; suggestions have no answer date.
receipt-suggestion-late = An officer will read it and you hear from us here; a correction request has no answer date.
receipt-suggestion-silent = This report is not complete, so it is noted as a suggestion that officers read, without an answer date.
receipt-suggestion-complete = With a name and an address, this number becomes a complaint.
receipt-suggestion-confirm = Reply "complete" to make this number a complaint.
receipt-suggestion-elsewhere = Kept as a suggestion, as it does not clearly concern this office; if it does, reply "complete".
    .sms = If it concerns this office, reply "complete".
receipt-again = That report is registered already.

complete-for = For { $number }:
complete-is-complaint = { $number } is a complaint already.
complete-late = { $number } came after the time limit. An officer can make it a complaint if the reason is good enough; give it with the word "add".
complete-first-channel = { $number } can only be completed where it was sent from.
complete-confirm = Make it a complaint?
complete-stays = All right, { $number } stays a suggestion. If you change your mind later, write "complete".
complete-still-suggestion = Thank you, your details are saved. { $number } is still a suggestion, because it does not concern a service of this office yet.
complete-done = { $number } is now a complaint; its number stays the same.
complete-counts-from = Counted from: { $day }

status-none = There is no report from here yet. To open a report made elsewhere, write "status" with its number.
status-several = Reports from here; write "status" with a number to see one.
status-row = { $number }: { $state }, answer by { $due }
    .sms = { $number }: { $state }
status-row-suggestion = { $number }: suggestion
status-state = { $number }: { $state }.
status-last = Last step: { $day }
status-due = Answer by: { $due } (working days left: { $left })
status-late = We are sorry, the answer was due on { $due }; working days late: { $left }. Officers can be asked on { $phone }.
status-no-date = A suggestion has no date for an answer.
status-later = That report can be opened with its secret code after this one is finished.
state-new = registered, waiting for an officer
state-new-suggestion = noted as a suggestion, being read by an officer
state-taken = being examined by an officer
state-studied = studied by an officer
state-internal = being solved in our office
state-agency = being asked at another agency
state-apip-requested = waiting for the head's decision
state-apip = being examined by the government's internal auditor
state-replying = the answer is being sent
state-answered = answered
state-closed = closed
state-referred = passed on to the office that handles it
state-merged = merged into another report

number-wrong-check = That number is not quite right, perhaps two digits are swapped. It looks like { $prefix }-2026-00017-4.
number-unreadable = We could not read that number. It looks like { $prefix }-2026-00017-4 and stands on the receipt.
code-ask = To open it from here, send the secret code of 6 letters and digits from the receipt.
code-form = The code has { $letters } letters and digits and stands on the receipt. If it is lost, write "don't know".
code-wrong = That number and code do not match; you can try { $left } more times. Codes have no letters O, I, L and no 0 or 1.
code-wait = The code did not match several times, so wait an hour before trying again.
code-lost = Without the code, a report opens where it was sent from, or with an officer. Phone { $phone }, or go to { $desk }.
code-opened = { $number } was just opened from { $channel } with the secret code. If that was not you, write "new code" now.
code-new = New code for { $number }; the old one no longer works.
code-only-first-channel = The code can only be changed where the report was sent from.
news-here-too = All right, news about { $number } comes here too. To end it, write "stop news".
news-stopped = All right, no more news is sent here. Your report goes on.
news-none = No news is being sent here.
case-not-yours = { $number } was not found here. To open it, write "status" with its number.
case-which = For which report? Please write its number too.
case-which-row = { $number }
case-which-row-story = { $number }: "{ $story }"
case-or-new = Does this belong to a report that you already made, or is it a new one?
case-or-new-one = Is this more for this report, or a new report?
case-same-or-new = This seems to be about the same matter as this report. Add it there, or make a new report?
phone-noted = Phone number noted for { $number }.
secret-from-now = From now on the name behind { $number } is secret: only the officer on this report sees it.
nothing-asked = We are not asking anything right now. To add something, write "add".
deadline-moved = The answer date of { $number } has changed because of { $name }: from { $before } to { $after }.

add-ask = What should be added to { $number }? Write it or send a photo.
add-missed = Write the information, or send a photo.
add-done = Added to { $number }.
add-done-files =
    { $count ->
        [one] Added to { $number }, with 1 file.
       *[other] Added to { $number }, with { $count } files.
    }

standard-title = { $service } (Standard No. { $number })
standard-time = Time: { $days } working days once the file is complete
standard-time-calendar = Time: { $days } days once the file is complete
standard-free = Fee: none
standard-fee = Fee: { $amount }
standard-requirements = Requirements, { $count } in all: { $first }
    .sms = Requirements: { $count }
standard-product = Result: { $product }
standard-reply = Complaints are answered within { $days } working days
standard-not-loaded = We do not have the standard for { $service } here; an officer can answer on { $phone }.
standard-which = The standard of which service? Write for example "standard NIB". Complete here:
standard-loaded = - { $service }

mydata-why = This is what we keep, only to handle reports and for as long as the archive schedule says.
mydata-chat = Conversation: through { $channel }, stored encrypted
mydata-case = { $number }: { $held }
mydata-phone = phone { $phone }
mydata-nik = NIK ending in { $ending }
mydata-story = story "{ $story }"
mydata-files = files: { $count }
mydata-no-name = no name
mydata-no-address = no address
mydata-more =
    { $count ->
        [one] and 1 more report
       *[other] and { $count } more reports
    }
mydata-no-cases = Reports: none yet
mydata-correct = To correct something, write "add" with the number.
mydata-erase-ask = Name, story, files and conversation are deleted for good; the report number stays, without content. Delete?
mydata-erase-open =
    { $count ->
        [one] 1 complaint is not answered yet; once deleted, it cannot be answered. Name, story and files are gone for good. Delete?
       *[other] { $count } complaints are not answered yet; once deleted, they cannot be answered. Name, story and files are gone for good. Delete?
    }
mydata-erased = It has been erased. What remains is the empty report number, and this chat's address to answer you.
mydata-kept = All right, nothing is deleted.
mydata-missed = Please choose one of the answers below.
mydata-later = Finish or cancel this report first, then write "my data".
