#!/usr/bin/env bash
# Texts of more than one SMS, cut into parts by four libraries: where a character takes two places and falls on the border.
# Runs:    npm sms-segments-calculator 1.3.0 (Twilio's), split-sms 0.1.7; PyPI smsutil 1.1.3, smpplib 2.2.4.
# Guessed: none cuts a character in two, and all count the same parts for GSM 7 and for UCS-2.
# Seen:    smpplib cuts at 153 septets and at 67 units whatever stands there: the escape of "€" ends one part and an "e" begins the next,
#          and an emoji becomes two halves; so it counts two parts where the other three count three. It takes a grave accent "`",
#          which GSM 7 has not, for one of its own, and a form feed, which it has, for none.
# For us:  the price of a text is counted by the library of whoever sends it, and a border is a case of its own in our tests.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm install --loglevel=error --no-update-notifier --no-audit --no-fund sms-segments-calculator@1.3.0 split-sms@0.1.7 >/dev/null
python3 -m venv python && python/bin/pip -q --disable-pip-version-check install smsutil==1.1.3 smpplib==2.2.4
cat >texts.py <<'PY'
import json

json.dump({
    '€ on the border': 'a' * 152 + '€' + 'a' * 152,
    '81 €': '€' * 81,
    '153 €': '€' * 153,
    'emoji on the border': 'ê' + 'a' * 65 + '\U0001F642' + 'a' * 66,
    'grave accent': '`',
    'form feed': 'a\fb',
}, open('texts.json', 'w'))
PY
python/bin/python texts.py
cat >parts.mjs <<'JS'
import { readFileSync } from 'node:fs';
import calculator from 'sms-segments-calculator';
import { split } from 'split-sms';
for (const [name, text] of Object.entries(JSON.parse(readFileSync('texts.json', 'utf8')))) {
  const counted = new calculator.SegmentedMessage(text);
  const cut = split(text);
  console.log(`${name}, sms-segments-calculator: ${counted.encodingName}, ${counted.segmentsCount}`);
  console.log(`${name}, split-sms: ${cut.characterSet}, ${cut.parts.length}`);
}
JS
cat >parts.py <<'PY'
import json

import smpplib.gsm
import smsutil

for name, text in json.load(open('texts.json')).items():
    parts, coding, _ = smpplib.gsm.make_parts(text)
    header = 6 if len(parts) > 1 else 0
    edges = f', first part ends {parts[0][-2:].hex()}, second begins {parts[1][6:8].hex()}' if len(parts) > 1 else ''
    print(f'{name}, smpplib: {"UCS-2" if coding else "GSM-7"}, {len(parts)}{edges}')
    cut = smsutil.split(text)
    print(f'{name}, smsutil: {cut.encoding}, {len(cut.parts)}')
PY
{ node parts.mjs; python/bin/python parts.py; } | LC_ALL=C sort >seen
cat >expected <<'EOF'
153 €, smpplib: GSM-7, 2, first part ends 651b, second begins 651b
153 €, sms-segments-calculator: GSM-7, 3
153 €, smsutil: gsm0338, 3
153 €, split-sms: GSM, 3
81 €, smpplib: GSM-7, 2, first part ends 651b, second begins 651b
81 €, sms-segments-calculator: GSM-7, 2
81 €, smsutil: gsm0338, 2
81 €, split-sms: GSM, 2
emoji on the border, smpplib: UCS-2, 2, first part ends d83d, second begins de42
emoji on the border, sms-segments-calculator: UCS-2, 3
emoji on the border, smsutil: utf_16_be, 3
emoji on the border, split-sms: Unicode, 3
form feed, smpplib: UCS-2, 1
form feed, sms-segments-calculator: GSM-7, 1
form feed, smsutil: gsm0338, 1
form feed, split-sms: GSM, 1
grave accent, smpplib: GSM-7, 1
grave accent, sms-segments-calculator: UCS-2, 1
grave accent, smsutil: utf_16_be, 1
grave accent, split-sms: Unicode, 1
€ on the border, smpplib: GSM-7, 2, first part ends 611b, second begins 6561
€ on the border, sms-segments-calculator: GSM-7, 3
€ on the border, smsutil: gsm0338, 3
€ on the border, split-sms: GSM, 3
EOF
cat seen
diff -u expected seen || { echo 'The behaviour has changed.' >&2; exit 1; }
