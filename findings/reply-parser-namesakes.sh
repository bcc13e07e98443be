#!/usr/bin/env bash
# Two libraries of one name, descended from one original, on the same mails answered by hand.
# Runs:    npm email-reply-parser 2.3.9 and PyPI email_reply_parser 0.5.12.
# Guessed: both hide the French "a écrit :" line with what it quotes.
# Assumed: both return the same visible text; a sentence that begins with "On Monday", "Sent from" or "From:" is text.
# Seen:    the Python one drops a whole answer that says "On Monday I wrote:", drops all from a line "From: my bed" or "To: sleep better",
#          and leaves the French "a écrit :" line in; the npm one keeps those but hides "Sent from my bed, could not get up" and all that
#          follows as a signature, and cuts at a "--" typed as a dash, where Python goes on; both lose an answer that begins with ">".
# For us:  what they hide may be the red flag; the hidden part must be read too.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
pip install --quiet --disable-pip-version-check --root-user-action=ignore --target lib email_reply_parser==0.5.12
npm install --loglevel=error --no-update-notifier --no-audit --no-fund email-reply-parser@2.3.9 >/dev/null
cat >mails.json <<'JSON'
["On Monday I wrote:\n6, and today 4\n",
 "6\nFrom: my bed\nworse\n",
 "6\nTo: sleep better\n",
 "6\nSent from my bed, could not get up\nleg numb\n",
 "6 ce matin.\n\nLe lun. 3 nov. 2026 à 08:00, Backbeat <tip@example.org> a écrit :\n> Votre dos ?\n",
 "6\n--\nworse at night\n",
 "> 6\n",
 "6\n\n> How bad is it?\n"]
JSON
cat >read.py <<'PY'
import json

from email_reply_parser import EmailReplyParser

for mail in json.load(open('mails.json')):
    print(json.dumps(EmailReplyParser.parse_reply(mail).strip(), ensure_ascii=False))
PY
cat >read.cjs <<'JS'
const Parser = require('email-reply-parser').default;
for (const mail of require('./mails.json')) console.log(JSON.stringify(new Parser().read(mail).getVisibleText().trim()));
JS
PYTHONPATH=lib python3 read.py >python.out
node read.cjs >npm.out
paste -d'\n' <(sed 's/^/PyPI: /' python.out) <(sed 's/^/npm:  /' npm.out) >seen
cat >expected <<'EOF'
PyPI: ""
npm:  "On Monday I wrote:\n6, and today 4"
PyPI: "6"
npm:  "6\nFrom: my bed\nworse"
PyPI: "6"
npm:  "6\nTo: sleep better"
PyPI: "6\nSent from my bed, could not get up\nleg numb"
npm:  "6"
PyPI: "6 ce matin.\n\nLe lun. 3 nov. 2026 à 08:00, Backbeat <tip@example.org> a écrit :"
npm:  "6 ce matin."
PyPI: "6\n--\nworse at night"
npm:  "6"
PyPI: ""
npm:  ""
PyPI: "6"
npm:  "6"
EOF
cat seen
diff -u expected seen || { echo 'The behaviour has changed.' >&2; exit 1; }
