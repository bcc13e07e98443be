#!/usr/bin/env bash
# An answer by mail that is HTML only, made into text by nine libraries: what becomes of the number in it?
# Runs:    npm html-to-text 10.0.1, mailparser 3.14.2, turndown 7.2.5, node-html-markdown 2.0.0, html2plaintext 2.1.4;
#          PyPI html2text 2025.4.15, inscriptis 2.7.6, markdownify 1.2.3, html-text 0.7.1.
# Guessed: a list that starts at 6 keeps its 6 in the good libraries, and is a 1 or a star in inscriptis.
# Assumed: a list item's own number counts as the list's start does; cells of a table and letters of one word are told apart by all.
# Seen:    mail programs make "6. better today" a list that starts at 6: three say 1, html-text drops the number. An item numbered by
#          its own `value` is the reverse: only inscriptis keeps it. A row "Mon, 6, 5" is "Mon65" in three, mailparser among them; a
#          10 whose digits are two spans is "1 0" in inscriptis and html-text; a crossed-out 6 before a 4 stays plain in six.
# For us:  "PAIN 4" beside a struck 6, or a list's 6 read as 1, is a wrong score in a diary: numbers are read from the HTML's own tree.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm install --loglevel=error --no-update-notifier --no-audit --no-fund html-to-text@10.0.1 mailparser@3.14.2 turndown@7.2.5 node-html-markdown@2.0.0 html2plaintext@2.1.4 >/dev/null
python3 -m venv python && python/bin/pip -q --disable-pip-version-check install html2text==2025.4.15 inscriptis==2.7.6 markdownify==1.2.3 html-text==0.7.1
cat >answers.json <<'JSON'
{"list from 6": "<ol start=\"6\"><li>better today</li></ol>", "item 6": "<ol><li value=\"6\">better today</li></ol>",
 "row": "<table><tr><td>Mon</td><td>6</td><td>5</td></tr></table>", "two spans": "<p>PAIN <span>1</span><span>0</span></p>",
 "struck": "<p>PAIN <s>6</s> 4</p>"}
JSON
cat >texts.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { convert } from 'html-to-text';
import html2plaintext from 'html2plaintext';
import { simpleParser } from 'mailparser';
import { NodeHtmlMarkdown } from 'node-html-markdown';
import Turndown from 'turndown';
const mail = (html) => `From: jeanne@example.org\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}\r\n`;
for (const [name, html] of Object.entries(JSON.parse(readFileSync('answers.json', 'utf8')))) {
  const texts = {
    'html-to-text': convert(html),
    mailparser: (await simpleParser(mail(html))).text,
    turndown: new Turndown().turndown(html),
    'node-html-markdown': NodeHtmlMarkdown.translate(html),
    html2plaintext: html2plaintext(html),
  };
  for (const [library, text] of Object.entries(texts)) console.log(`${name}, ${library}: ${text.trim().replaceAll(/\s+/g, ' ')}`);
}
JS
cat >texts.py <<'PY'
import json

import html2text
import html_text
import inscriptis
import markdownify

for name, html in json.load(open('answers.json')).items():
    texts = {'html2text': html2text.html2text(html), 'inscriptis': inscriptis.get_text(html), 'markdownify': markdownify.markdownify(html), 'html-text': html_text.extract_text(html)}
    for library, text in texts.items():
        print(f'{name}, {library}:', ' '.join(text.split()))
PY
{ node texts.mjs; python/bin/python texts.py; } | LC_ALL=C sort >seen
cat >expected <<'EOF'
item 6, html-text: better today
item 6, html-to-text: 1. better today
item 6, html2plaintext: 1. better today
item 6, html2text: 1. better today
item 6, inscriptis: 6. better today
item 6, mailparser: 1. better today
item 6, markdownify: 1. better today
item 6, node-html-markdown: 1. better today
item 6, turndown: 1. better today
list from 6, html-text: better today
list from 6, html-to-text: 6. better today
list from 6, html2plaintext: 1. better today
list from 6, html2text: 6. better today
list from 6, inscriptis: 1. better today
list from 6, mailparser: 6. better today
list from 6, markdownify: 6. better today
list from 6, node-html-markdown: 1. better today
list from 6, turndown: 6. better today
row, html-text: Mon 6 5
row, html-to-text: Mon65
row, html2plaintext: Mon65
row, html2text: Mon| 6| 5 ---|---|---
row, inscriptis: Mon 6 5
row, mailparser: Mon65
row, markdownify: | | | | | --- | --- | --- | | Mon | 6 | 5 |
row, node-html-markdown: | Mon | 6 | 5 | | --- | - | - |
row, turndown: Mon 6 5
struck, html-text: PAIN 6 4
struck, html-to-text: PAIN 6 4
struck, html2plaintext: PAIN 6 4
struck, html2text: PAIN ~~6~~ 4
struck, inscriptis: PAIN 6 4
struck, mailparser: PAIN 6 4
struck, markdownify: PAIN ~~6~~ 4
struck, node-html-markdown: PAIN ~~6~~ 4
struck, turndown: PAIN 6 4
two spans, html-text: PAIN 1 0
two spans, html-to-text: PAIN 10
two spans, html2plaintext: PAIN 10
two spans, html2text: PAIN 10
two spans, inscriptis: PAIN 1 0
two spans, mailparser: PAIN 10
two spans, markdownify: PAIN 10
two spans, node-html-markdown: PAIN 10
two spans, turndown: PAIN 10
EOF
cat seen
diff -u expected seen || { echo 'The behaviour has changed.' >&2; exit 1; }
