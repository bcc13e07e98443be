#!/usr/bin/env bash
# The time zones that libphonenumber's data give for every area code of the North American plan, and two ports on the same number.
# Runs:    PyPI phonenumbers 9.0.43 on all 800 prefixes from 200 to 999 (subscriber 555-01xx); npm libphonenumber-geo-carrier 2.0.0
#          with libphonenumber-js 1.12.31 on a handful of them.
# Assumed: Newfoundland's second code 879 has Newfoundland's zone; 867, which spans three territories, has several; a Jamaican mobile
#          has Jamaica's; both ports answer alike, for Google's files feed both.
# Seen:    879 has Puerto Rico's clock beside Newfoundland's; 867 (Yukon, Northwest Territories, Nunavut) has one zone, America/Fort_Nelson
#          of British Columbia, two hours from Iqaluit; North Dakota's 701 lacks America/Chicago; Python's port gives a Jamaican mobile 42 zones from Adak to Guam,
#          the npm port one; Goose Bay has two zones in Python, one in npm.
# For us:  a zone guessed from the number is a suggestion to confirm, never a clock to send by.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
pip install --quiet --disable-pip-version-check --root-user-action=ignore --target lib phonenumbers==9.0.43
npm install --loglevel=error --no-update-notifier --no-audit --no-fund libphonenumber-geo-carrier@2.0.0 libphonenumber-js@1.12.31 >/dev/null
cat >sweep.py <<'PY'
from collections import Counter

import phonenumbers
from phonenumbers.timezone import time_zones_for_number

counts, odd = Counter(), {}
for code in range(200, 1000):
    number = phonenumbers.parse(f'+1{code}5550123')
    if not phonenumbers.is_valid_number(number):
        continue
    region = phonenumbers.region_code_for_number(number)
    zones = time_zones_for_number(number)
    counts[(region if region in ('CA', 'US') else 'islands', len(zones))] += 1
    if code in (701, 709, 867, 879, 907):
        odd[code] = zones
for (region, zones), codes in sorted(counts.items()):
    print(f'{region}: {codes} codes with {zones} zone(s)')
for code, zones in odd.items():
    print(code, *zones)
for name, digits in [('Jamaican mobile', '+18762100123'), ('Goose Bay', '+17098960123')]:
    zones = time_zones_for_number(phonenumbers.parse(digits))
    print(f'{name}, PyPI: {len(zones)} zone(s), first {zones[0]}, last {zones[-1]}')
PY
cat >peer.cjs <<'JS'
const { timezones } = require('libphonenumber-geo-carrier');
const { parsePhoneNumber } = require('libphonenumber-js');
(async () => {
  for (const [name, digits] of [['Jamaican mobile', '+18762100123'], ['Goose Bay', '+17098960123']])
    console.log(`${name}, npm:`, (await timezones(parsePhoneNumber(digits))).join(' '));
})();
JS
{ PYTHONPATH=lib python3 sweep.py; node peer.cjs; } >seen
cat >expected <<'EOF'
CA: 54 codes with 1 zone(s)
CA: 2 codes with 2 zone(s)
CA: 3 codes with 42 zone(s)
US: 353 codes with 1 zone(s)
US: 6 codes with 2 zone(s)
US: 22 codes with 42 zone(s)
islands: 10 codes with 1 zone(s)
islands: 1 codes with 42 zone(s)
701 America/Denver America/North_Dakota/Center
709 America/Halifax America/St_Johns
867 America/Fort_Nelson
879 America/Puerto_Rico America/St_Johns
907 America/Adak America/Anchorage
Jamaican mobile, PyPI: 42 zone(s), first America/Adak, last Pacific/Saipan
Goose Bay, PyPI: 2 zone(s), first America/Halifax, last America/St_Johns
Jamaican mobile, npm: America/Jamaica
Goose Bay, npm: America/Halifax
EOF
cat seen
diff -u expected seen || { echo 'The behaviour has changed.' >&2; exit 1; }
