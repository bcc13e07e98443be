/** What `npm run operator -- help` says. */
export const usage = `npm run operator -- <command> [options]

  status                       today's picture: due, arrived, undelivered, in doubt
  who-is-due [--missed] [--yesterday]   everybody's tip of today; only those who went without, and why
  find <who>                   who that is, and that they are with us
  show <who>                   their settings, and the last ten days' tips with what came of them
  explain <who> [date]         why the tip of that day (2026-11-29) came, or did not
  stop <who>                   no more messages, on any channel
  pause <who> <days>           no tips for 1 to 90 days
  resume <who>                 tips again
  move <who> [--time 18:30] [--zone Paris] [--by sms|email] [--language en|fr]
  erase <who>                  deletes all that is held on them; asks first
  worklist [--all]             red flags that nobody has acknowledged; all of the last hundred days
  acknowledge <event|who>      that you have it, so that nobody else is told of it
  read-diary <who>             scores and notes: for a clinician, of somebody who said CLINIC YES
  export <who>                 all that is held on them, as JSON: likewise
  codes                        the codes of your cards, and how many joined by each
  codes add [CODE] --clinic "Elm Street Physio" --contact +12125550199 [--language en|fr] [--time 18:30] [--arm A]
            [--programme walking]   newcomers by it begin with that programme (a file of content/programmes)
  codes end <CODE>             nobody gets in by it any more
  cards <CODE> [--out folder]  a card (A5) and a poster (A4) to print, in both languages
  import <file> [--do] [--code CODE]   invites a list's mailboxes (CSV, or Amazon Pinpoint's export); without --do it only says what would happen
  registration [--out file]    what Twilio asks of a US number (10DLC or toll-free), made of your content and settings, and a picture of the live page
  report [2026-11] [--out file]   the month's report as a page to print; no count under five
  research-export [--out folder]   for a clinician: scores, answers and tips of who said RESEARCH YES, as CSV
  list-failed                  what was given up: jobs by queue and kind, ticks that could not be started, mails by name;
                               no address and no word
  redrive sms|email|erasure    has what that queue gave up worked on again, once its cause is mended
  redrive ticks                puts away the ticks that could not be started: the next makes up for them
  replay-mail <name>           hands a mail that was given up in again
  preview <tip> --to <own address> [--language en|fr]   sends you a tip as people get it; asks first
  audit [date]                 who did what at this desk on a day (UTC): for a clinician
  restore --from <table>       puts back what a table restored from a backup has and the service's has not, with every
                               STOP, START and ERASE since; --replace: settings and scores that are there, but wrong, too;
                               --as-of 2026-11-29T08:00Z: what it shows, where AWS does not say; asks first

<who> is a number (as at home, or with + and its country code), a mailbox or a pseudonym; - asks for it, so that it stands in no shell history.

  --stage prod                 the deployment in your AWS account; left out: npm start on this machine
  --region us-east-1           where that is, if your AWS profile does not say
  --at http://127.0.0.1:3000   where npm start runs, if not there
  --role staff|clinician       whom you act as (staff); it stands in the audit trail
  --as NAME                    your name in the audit trail, on this machine; in an account AWS says who you are
  --json                       for programs (with npm run -s)
  --yes                        do not ask
`;
