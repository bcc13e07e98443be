#!/usr/bin/env bash
# One mail, read by a JavaScript and by a Python MIME parser.
# Runs:    npm postal-mime 4.0.0 and Python's own email package (policy.default, get_body), no product.
# Guessed: soft line breaks of format=flowed are left as sent by both.
# Assumed: an attached mail (message/rfc822) is an attachment to both; both keep both of two From addresses.
# Seen:    postal-mime writes the forwarded mail's text into the sender's own `text` under a ruled heading and lists no attachment, where
#          Python leaves it out; it keeps the first of two From addresses; it joins format=flowed lines (and honours delsp), which Python does not;
#          and it appends a list's footer part to the text.
# For us:  somebody who forwards a spouse's "PAIN 9" would have it entered as their own.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm install --loglevel=error --no-update-notifier --no-audit --no-fund postal-mime@4.0.0 >/dev/null
cat >make.py <<'PY'
import json

head = 'From: Jeanne <jeanne@example.org>\r\nMIME-Version: 1.0\r\n'
mixed = head + 'Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n'
json.dump({
    'forwarded': mixed + 'See below\r\n--b\r\nContent-Type: message/rfc822\r\n\r\nFrom: Paul <paul@example.org>\r\nSubject: pain\r\n\r\nPAIN 9\r\n--b--\r\n',
    'two parts': mixed + 'PAIN 6\r\n--b\r\nContent-Type: text/plain\r\n\r\nThe list has 10 members\r\n--b--\r\n',
    'two senders': 'From: jeanne@example.org, paul@example.org\r\nSender: paul@example.org\r\n\r\nPAIN 6\r\n',
    'flowed': head + 'Content-Type: text/plain; format=flowed\r\n\r\nPAIN \r\n6\r\n',
    'flowed, delsp': head + 'Content-Type: text/plain; format=flowed; delsp=yes\r\n\r\nPAI \r\nN 6\r\n',
}, open('mails.json', 'w'))
PY
cat >read.py <<'PY'
import email
import json
from email import policy

for name, mail in json.load(open('mails.json')).items():
    message = email.message_from_bytes(mail.encode(), policy=policy.default)
    text = message.get_body(('plain',)).get_content().replace('\r\n', '\n').strip()
    print(f'{name}, Python:', json.dumps(text), *(a.addr_spec for a in message['from'].addresses))
PY
cat >read.mjs <<'JS'
import { readFileSync } from 'node:fs';
import PostalMime from 'postal-mime';
for (const [name, mail] of Object.entries(JSON.parse(readFileSync('mails.json', 'utf8')))) {
  const { text, from, attachments } = await PostalMime.parse(mail);
  console.log(`${name}, postal-mime:`, JSON.stringify(text.trim()), from.address, `${attachments.length} attachments`);
}
JS
python3 make.py
{ python3 read.py; node read.mjs; } | sort >seen
cat >expected <<'EOF'
flowed, Python: "PAIN \n6" jeanne@example.org
flowed, delsp, Python: "PAI \nN 6" jeanne@example.org
flowed, delsp, postal-mime: "PAIN 6" jeanne@example.org 0 attachments
flowed, postal-mime: "PAIN 6" jeanne@example.org 0 attachments
forwarded, Python: "See below" jeanne@example.org
forwarded, postal-mime: "See below\n\n\n--------------------------------\nFrom:    Paul <paul@example.org>\nSubject: pain\n--------------------------------\n\nPAIN 9" jeanne@example.org 0 attachments
two parts, Python: "PAIN 6" jeanne@example.org
two parts, postal-mime: "PAIN 6\n\nThe list has 10 members" jeanne@example.org 0 attachments
two senders, Python: "PAIN 6" jeanne@example.org paul@example.org
two senders, postal-mime: "PAIN 6" jeanne@example.org 0 attachments
EOF
cat seen
diff -u expected seen || { echo 'The behaviour has changed.' >&2; exit 1; }
