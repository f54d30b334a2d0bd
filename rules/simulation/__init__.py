"""How many replies would come in time: one quarter of the office's work, played through many times.

For a head of office who must argue for people. It is no forecast: it says what follows from the figures put in.

- Complaints come on every calendar day, as a Poisson process: `arrivals` is the mean of a working day, a day off brings
  `DAY_OFF_SHARE` of that. On a working day they come at any moment of the office hours; what comes on a day off lies
  there when the next working day begins. Each is due by `reply_due`, on the office's own calendar.
- Officers work on working days within office hours, less the share that is other work. Everyone has leave: single
  working days of each year, picked at random. What an officer has begun waits until the officer is back.
- Whoever is free takes, of all that can be worked on, what is due first (of the same day: what came first), and is not
  interrupted. After a wait a case goes on with whoever is free then.
- The hands-on hours of a case are lognormal: `hours` is their mean, their standard deviation `spread` times that. A
  share of the cases waits for an answer of the complainant, and a share, drawn apart, for a technical team or agency.
  Each wait cuts the work into one more piece of the same length. A wait is gamma distributed with shape 2 around its
  mean: 9% of them take more than twice the mean.
- A reply is in time when the last piece is done by the end of the due date.
- Before the quarter the same pace runs for three times the days of a reply, so that it does not begin with empty desks;
  complaints go on coming after it, and those of the quarter are followed for as long. What is not done then is late.
- A backlog is there on the quarter's first morning beside what the usual work left. It is older than that, so it is
  taken first; it was received before the quarter, so it is not counted in it.

Left out: suggestions, cases that are opened again, APIP, replies that do not arrive, and leave that all want at the
same time. Instants are in working days from the first day played: 3.25 is a quarter into the fourth.
"""
