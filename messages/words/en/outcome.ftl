# What a complainant hears after the receipt: a question of the officer, the answer, and what becomes of it.

quoted = "{ $text }"
question-from-officer = An officer has a question about { $number }:
question-how = Reply here; your answer goes straight into that report.
answer-for = Our answer to report { $number }:
answer-solved-ask = Is the problem solved? If not, we open the report again under the same number.
    .sms = Solved? Reply SOLVED or NOT SOLVED.
suggestion-read = An officer has read suggestion { $number } and writes:
referred-to = Report { $number } is handled by another office. Please contact { $where }

news-waits = There is news about report { $number }. Open it when you are alone.
    .sms = There is news about report { $number }. Reply READ to open it.
news-asked-agency = We are asking { $unit } about report { $number }, without your name.
news-our-date = Our own answer still comes by { $due }.
news-restored = { $number } is now on record as a complaint.
news-suggestion = { $number } is now noted as a suggestion. The officer's reason: "{ $reason }"
news-suggestion-how = If you do not agree, explain why with the word "add".
news-closed-silent = We closed { $number } because we did not hear back from you. If the problem is not solved, write "not solved".

outcome-solved = Thank you, { $number } is noted as solved. If the problem comes back, write "not solved".
outcome-closed-already = { $number } is closed already. If the problem comes back, write "not solved".
outcome-reopened = We have opened it again under the same number: { $number }.
outcome-reopened-noted = Noted: "{ $text }"
outcome-what-is-not = What is not solved yet? Write it here, or send a photo.
outcome-answer-noted = Thank you, your answer is added to { $number } and an officer will read it.
nothing-waits = Nothing new is waiting for you about { $number }.

news-merged = Report { $goes } is the same as { $stays }, so they are merged. News and the answer come through { $stays }.
news-merged-too = The same matter was reported once more and is merged into { $stays }.
outcome-only-owner = Only the complainant of { $number } can say whether it is solved.
outcome-access = { $number } is now connected to this chat; news and the answer come here.

choice-read = Read
choice-solved = Solved
choice-unsolved = Not solved
