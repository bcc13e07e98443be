#!/usr/bin/env bash
# Numbers that a health service prints, or must never take for somebody's own: is it an emergency number, can it be texted, what does a call cost?
# Runs:    PyPI phonenumbers 9.0.43 and npm google-libphonenumber 3.2.47, both with libphonenumber's data for short numbers.
# Guessed: all are valid; what is free to call is free; 114, France's emergency number by text for who cannot hear or speak, is an emergency
#          number, and 988 perhaps.
# Seen:    114 is known to take texts, and is no emergency number. 3919, France's free line against violence at home, is at premium rate, by a
#          pattern that covers its neighbours, while 3114 is free. What Britain's free 111 costs is unknown, and 988 takes no texts, in
#          the United States, where it is answered by text.
# For us:  a country's lines are content that people write and check; no library of numbers says which of them help.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm init -y >/dev/null && npm i --silent --no-audit --no-fund google-libphonenumber@3.2.47
python3 -m venv python && python/bin/pip -q --disable-pip-version-check install phonenumbers==9.0.43
cat >lines.json <<'JSON'
[["FR", "112"], ["FR", "114"], ["FR", "3114"], ["FR", "3919"], ["GB", "999"], ["GB", "111"], ["US", "911"], ["US", "988"]]
JSON
cat >lines.py <<'PY'
import json

import phonenumbers
from phonenumbers import shortnumberinfo as short

costs = {value: name for name, value in vars(short.ShortNumberCost).items() if isinstance(value, int)}
for country, digits in json.load(open('lines.json')):
    number = phonenumbers.parse(digits, country)
    valid = 'valid' if short.is_valid_short_number_for_region(number, country) else 'not valid'
    emergency = 'emergency' if short.is_emergency_number(digits, country) else 'no emergency'
    texts = 'texts' if short.is_sms_service_for_region(number, country) else 'no texts'
    print(f'{country} {digits}: {valid}, {emergency}, {texts}, {costs[short.expected_cost_for_region(number, country)]}')
PY
cat >lines.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { PhoneNumberUtil, ShortNumberInfo } = createRequire(import.meta.url)('google-libphonenumber');
const short = ShortNumberInfo.getInstance();
const costs = Object.fromEntries(Object.entries(ShortNumberInfo.ShortNumberCost).map(([name, value]) => [value, name]));
for (const [country, digits] of JSON.parse(readFileSync('lines.json', 'utf8'))) {
  const number = PhoneNumberUtil.getInstance().parse(digits, country);
  const valid = short.isValidShortNumberForRegion(number, country) ? 'valid' : 'not valid';
  const emergency = short.isEmergencyNumber(digits, country) ? 'emergency' : 'no emergency';
  const texts = short.isSmsServiceForRegion(number, country) ? 'texts' : 'no texts';
  console.log(`${country} ${digits}: ${valid}, ${emergency}, ${texts}, ${costs[short.getExpectedCostForRegion(number, country)]}`);
}
JS
{ echo 'phonenumbers'; python/bin/python lines.py; echo 'google-libphonenumber'; node lines.mjs; } >seen
cat >expected <<'SEEN'
phonenumbers
FR 112: valid, emergency, no texts, TOLL_FREE
FR 114: valid, no emergency, texts, TOLL_FREE
FR 3114: valid, no emergency, no texts, TOLL_FREE
FR 3919: valid, no emergency, no texts, PREMIUM_RATE
GB 999: valid, emergency, no texts, TOLL_FREE
GB 111: valid, no emergency, no texts, UNKNOWN_COST
US 911: valid, emergency, no texts, TOLL_FREE
US 988: valid, no emergency, no texts, TOLL_FREE
google-libphonenumber
FR 112: valid, emergency, no texts, TOLL_FREE
FR 114: valid, no emergency, texts, TOLL_FREE
FR 3114: valid, no emergency, no texts, TOLL_FREE
FR 3919: valid, no emergency, no texts, PREMIUM_RATE
GB 999: valid, emergency, no texts, TOLL_FREE
GB 111: valid, no emergency, no texts, UNKNOWN_COST
US 911: valid, emergency, no texts, TOLL_FREE
US 988: valid, no emergency, no texts, TOLL_FREE
SEEN
cat seen
diff -u expected seen || { echo 'The behaviour has changed.' >&2; exit 1; }
