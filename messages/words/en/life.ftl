# Why a step in the life of a case is refused (rules/lifecycle.py, docs/life-of-a-case.md). Officers read these most.

life-not-allowed = That step is not possible from where the report stands now.
life-needs-taking = Take the report first: write "take" with its number.
life-needs-study = Fill in the study first: core of the problem, rule, earlier reports, and plan.
life-needs-route = Choose its route first: internal, another agency, or APIP.

life-not-expired = The waiting time for this unfinished report is not over yet.
life-no-substance = There is nothing in it yet that could be noted as a suggestion.
life-has-substance = Something was already told in this report, so it is not thrown away.
life-needs-nudge = The complainant must be reminded once before this is noted as a suggestion.
life-needs-warning = The complainant must first be told what will be lost.

life-not-free = Somebody already has this report.
life-conflict = Whoever is named or described in a report does not handle it; give it to somebody else.
life-needs-hand-over = This report is handed over by its holder or a supervisor, naming who gets it.
life-needs-question = Write first what the other agency should answer.
life-needs-earlier-date = The other agency's date must be before our own date to the complainant.
life-needs-reason = Write the reason as well.
life-own-request = This is your own request. Another head decides, or you cite the regulation that requires it.
life-needs-approval = A head must approve this, or you cite the regulation that requires it.
life-needs-record = Record first the answer that came, or how and when the complainant was told.

life-needs-reply = Write the reply to the complainant first.
life-not-delivered = There is no evidence yet that the message reached the complainant.
life-not-failed = That reply has not been reported as undelivered.
life-came-from-elsewhere = That reply was written on another route, so the report returns there.
life-needs-superior-report = The report on the result has not reached the direct superior yet.
life-still-waiting = The complainant may still respond: 10 working days since the answer have not passed.
life-needs-not-solved = A report is reopened when the complainant says the problem is not solved.
life-needs-where = Write first which office handles this, and how to reach it.
life-needs-other-case = Please name the number of the other report too.

life-needs-identity = The complainant's name and address are missing, so it cannot be a complaint yet.
life-needs-object = It is not about a service of this office, so it cannot be a complaint yet.
life-late = This report came after the time limit; an officer can make it a complaint with a reason.

nik-invalid = That NIK is not quite right: it has 16 digits, as on the KTP. You may leave it out.
