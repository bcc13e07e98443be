#!/usr/bin/env bash
# A note beside a score in HL7 v2, "stiff & sore, 6^5 \ left", a new line, "worse at night", with the escapes that the standard asks for.
# Runs:    PyPI hl7 0.4.5, hl7apy 1.3.5; npm node-hl7-client 3.2.0, simple-hl7 3.3.0, hl7-standard 1.0.4; the field NTE-3 as each reads it.
# Guessed: whoever parses a message gives back what was written before it was escaped; a line break is a line break.
# Seen:    four of five give the escapes to the reader, "stiff \T\ sore"; hl7apy escapes the line break once more, so that a message which
#          is read and written grows "\E\.br\E\". The one that unescapes leaves "\.br\" as it stands, and python-hl7's unescape(), asked
#          for, makes of it the sign that ends a segment.
# For us:  a note is unescaped by whoever reads the field, once, with the line break by hand; never by reading and writing messages.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm init -y >/dev/null && npm i --silent --no-audit --no-fund node-hl7-client@3.2.0 simple-hl7@3.3.0 hl7-standard@1.0.4
python3 -m venv python && python/bin/pip -q --disable-pip-version-check install hl7==0.4.5 hl7apy==1.3.5
cat >message.json <<'JSON'
"MSH|^~\\&|A|B|C|D|20261130090000||ORU^R01|1|P|2.5\rPID|1||77\rOBR|1|||PAIN\rOBX|1|NM|72514-3^Pain^LN||6\rNTE|1||stiff \\T\\ sore, 6\\S\\5 \\E\\ left\\.br\\worse at night\r"
JSON
cat >read.py <<'PY'
import json
import hl7
from hl7apy.parser import parse_message

message = json.load(open('message.json'))
read = hl7.parse(message)
note = str(read.segment('NTE')[3])
print('hl7:', json.dumps(note))
print('hl7, unescape():', json.dumps(read.unescape(note)))


def notes_in(element):
    for child in element.children:
        if child.name == 'NTE':
            yield child
        elif hasattr(child, 'children'):
            yield from notes_in(child)


print('hl7apy, written again:', json.dumps(next(notes_in(parse_message(message))).nte_3.to_er7()))
PY
cat >read.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Message } from 'node-hl7-client';

const require = createRequire(import.meta.url);
const message = JSON.parse(readFileSync('message.json', 'utf8'));
console.log('node-hl7-client:', JSON.stringify(new Message({ text: message }).get('NTE.3').toString()));
const { Parser } = require('simple-hl7');
console.log('simple-hl7:', JSON.stringify(new Parser().parse(message).getSegment('NTE').getField(3)));
const Standard = require('hl7-standard');
const standard = new Standard(message);
standard.transform();
console.log('hl7-standard:', JSON.stringify(standard.get('NTE.3')));
JS
{ python/bin/python read.py; node read.mjs; } >seen
cat >expected <<'SEEN'
hl7: "stiff \\T\\ sore, 6\\S\\5 \\E\\ left\\.br\\worse at night"
hl7, unescape(): "stiff & sore, 6^5 \\ left\rworse at night"
hl7apy, written again: "stiff \\T\\ sore, 6\\S\\5 \\E\\ left\\E\\.br\\E\\worse at night"
node-hl7-client: "stiff & sore, 6^5 \\ left\\.br\\worse at night"
simple-hl7: "stiff \\T\\ sore, 6\\S\\5 \\E\\ left\\.br\\worse at night"
hl7-standard: "stiff \\T\\ sore, 6\\S\\5 \\E\\ left\\.br\\worse at night"
SEEN
cat seen
diff -u expected seen || { echo 'The behaviour has changed.' >&2; exit 1; }
