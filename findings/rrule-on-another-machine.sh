#!/usr/bin/env bash
# A calendar's rule with its zone, "every day at 9 in Paris", from three libraries, in a process in UTC and in one in New York.
# Runs:    npm rrule 2.8.1, rrule-temporal 2.2.8; PyPI python-dateutil 4.0.0.
# Guessed: the zone stands in the rule, so all give the same instants, wherever they run: 8:00 UTC, then 7:00 in summer time.
# Seen:    rrule, the most used, gives them in UTC only: in New York its nine o'clock is 4:00 UTC, and each date is one that says UTC.
#          On the night whose 2:30 the clocks leave out rrule says 1:30, dateutil 3:30, and rrule-temporal drops the day and adds one
#          at the end, so that the last of four is a day later. On the night with two 2:30s rrule begins an hourly rule an hour late.
# For us:  a local time becomes an instant by our own tables of zones, in every process the same, and 2:30 is the first instant after it.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm init -y >/dev/null && npm i --silent --no-audit --no-fund rrule@2.8.1 rrule-temporal@2.2.8
python3 -m venv python && python/bin/pip -q --disable-pip-version-check install python-dateutil==4.0.0
cat >rules.json <<'JSON'
{
  "nine": "DTSTART;TZID=Europe/Paris:20260328T090000\nRRULE:FREQ=DAILY;COUNT=2",
  "gap": "DTSTART;TZID=Europe/Paris:20260327T023000\nRRULE:FREQ=DAILY;COUNT=4",
  "twice": "DTSTART;TZID=Europe/Paris:20261025T013000\nRRULE:FREQ=HOURLY;COUNT=3"
}
JSON
cat >rules.mjs <<'JS'
import { readFileSync } from 'node:fs';
import rrule from 'rrule';
import { RRuleTemporal } from 'rrule-temporal';

const short = (iso) => iso.slice(5, 16);
for (const [name, rule] of Object.entries(JSON.parse(readFileSync('rules.json', 'utf8')))) {
  console.log(`${name}, rrule: ${rrule.rrulestr(rule).all().map((date) => short(date.toISOString())).join(' ')}`);
  const dates = new RRuleTemporal({ rruleString: rule }).all();
  console.log(`${name}, rrule-temporal: ${dates.map((date) => short(new Date(date.epochMilliseconds).toISOString())).join(' ')}`);
}
JS
cat >rules.py <<'PY'
import json
from dateutil import tz
from dateutil.rrule import rrulestr

for name, rule in json.load(open('rules.json')).items():
    print(f'{name}, dateutil:', ' '.join(date.astimezone(tz.UTC).strftime('%m-%dT%H:%M') for date in rrulestr(rule)))
PY
for zone in UTC America/New_York; do echo "in $zone"; TZ=$zone node rules.mjs; TZ=$zone python/bin/python rules.py; done >seen
cat >expected <<'SEEN'
in UTC
nine, rrule: 03-28T08:00 03-29T07:00
nine, rrule-temporal: 03-28T08:00 03-29T07:00
gap, rrule: 03-27T01:30 03-28T01:30 03-29T00:30 03-30T00:30
gap, rrule-temporal: 03-27T01:30 03-28T01:30 03-30T00:30 03-31T00:30
twice, rrule: 10-25T00:30 10-25T01:30 10-25T02:30
twice, rrule-temporal: 10-24T23:30 10-25T00:30 10-25T02:30
nine, dateutil: 03-28T08:00 03-29T07:00
gap, dateutil: 03-27T01:30 03-28T01:30 03-29T01:30 03-30T00:30
twice, dateutil: 10-24T23:30 10-25T00:30 10-25T02:30
in America/New_York
nine, rrule: 03-28T04:00 03-29T03:00
nine, rrule-temporal: 03-28T08:00 03-29T07:00
gap, rrule: 03-26T21:30 03-27T21:30 03-28T20:30 03-29T20:30
gap, rrule-temporal: 03-27T01:30 03-28T01:30 03-30T00:30 03-31T00:30
twice, rrule: 10-24T20:30 10-24T21:30 10-24T22:30
twice, rrule-temporal: 10-24T23:30 10-25T00:30 10-25T02:30
nine, dateutil: 03-28T08:00 03-29T07:00
gap, dateutil: 03-27T01:30 03-28T01:30 03-29T01:30 03-30T00:30
twice, dateutil: 10-24T23:30 10-25T00:30 10-25T02:30
SEEN
cat seen
diff -u expected seen || { echo 'The behaviour has changed.' >&2; exit 1; }
