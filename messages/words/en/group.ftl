# The office's group on Telegram, with a topic for each case.

group-how = The group "{ $title }" can become the officers' desk. Turn on Topics in its settings, then make me an administrator with the rights Manage Topics and Delete Messages. As soon as that is done I ask again here.
group-offer = Use the group "{ $title }" as the officers' desk, with one topic for each case?
group-offer-what = All members of the group read its story, but never the complainant's name, address and telephone. Make sure that only people of the office are members.
group-do-use = Use this group
group-do-not = No
group-connected = { $count ->
    [0] The group is in use. Each new case gets a topic there.
   *[other] The group is in use. { $count } open cases get their topic within some minutes, then each new one.
  }
group-hello = This group is the officers' desk now: each case gets a topic.
group-is = The desk's group is connected: each case gets a topic there.
group-none = There is no group yet. Make a Telegram group for the office, add me as a member, and I send the steps here.
group-do-let-go = Let the group go
group-let-go = The group was let go. Its topics stay, but are not kept up and not read any more.
group-lost = I was removed from the desk's group. All cases are still in your own chat; write queue.
group-right-lost = In the desk's group I cannot make topics any more. Turn on Topics, and make me an administrator with the rights Manage Topics and Delete Messages.

topic-title = { $number } { $about }
topic-how = Only what is written with /balas (reply) or /tanya (ask) reaches the complainant, and it is shown first. All else in this topic becomes an internal note. Other commands, such as /ambil or /telaah, are answered in your own chat.
topic-secret = The complainant's identity is secret: the report and the replies are in their officer's own chat alone.
topic-do-look = Open in chat
topic-entry-to = TO THE COMPLAINANT · { $what }, { $by }
topic-entry-to-text = TO THE COMPLAINANT · { $what }, { $by }: "{ $text }"
topic-entry-of = FROM THE COMPLAINANT · { $what }
topic-entry-of-text = FROM THE COMPLAINANT · { $what }: "{ $text }"
topic-entry-inside = Internal · { $what }, { $by }
topic-entry-inside-text = Internal · { $what }, { $by }: "{ $text }"
topic-not-staff = Nothing is recorded of people who are not registered as staff, or who write as an anonymous administrator. Ask your superior for an invitation.
topic-others-text = Another officer prepared this text; only whoever wrote it can send it.
topic-in-own-chat = { $number } is answered in your own chat: who complains must not be seen in the group.
topic-edited-command = What was changed is not sent again. Write a new message with /balas or /tanya.

menu-grup = The desk's group
menu-group-balas = Reply to the complainant (shown first)
menu-group-tanya = Ask the complainant (shown first)
