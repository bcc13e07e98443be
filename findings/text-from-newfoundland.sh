#!/usr/bin/env bash
# "PAIN 6" as a modem hands it over, stamped 9:00 on 1 December 2026 by a centre in Paris, New York, St John's, Kathmandu and at UTC.
# Runs:    npm node-pdu 2.1.1, in two zones of the machine; beside it PyPI python-gsmmodem-new 0.13.0; the stamps by GSM 03.40, in quarters of an hour.
# Guessed: the same instant from both, whatever the offset; if one fails, at the bit that says "behind UTC".
# Seen:    both read the instants right, but node-pdu writes St John's as "2026-12-01T09:00:00-3.5:00" and Kathmandu "+5.75:00", which
#          Date makes no date of. A stamp at UTC is written in the machine's own zone: where that is St John's too, it is "-3.5:00" again.
# For us:  an instant goes from its seconds to a Date, never through a library's text; half hours belong to every test of zones.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm init -y >/dev/null && npm i --silent --no-audit --no-fund node-pdu@2.1.1
python3 -m venv python && python/bin/pip -q --disable-pip-version-check install python-gsmmodem-new==0.13.0
cat >texts.json <<'JSON'
{ "UTC": "00", "Paris": "40", "New York": "0A", "St John's": "49", "Kathmandu": "32" }
JSON
cat >text.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { parse } from 'node-pdu';

const told = Object.entries(JSON.parse(readFileSync('texts.json', 'utf8'))).map(([place, offset]) => {
  const { serviceCenterTimeStamp: stamp } = parse(`00040B915121551512F10008622110900000${offset}0C005000410049004E00200036`);
  const text = stamp.getIsoString();
  const read = new Date(text);
  return `  ${place}: ${text}, instant ${new Date(stamp.time * 1000).toISOString()}, read by Date ${Number.isNaN(read.getTime()) ? 'no date' : read.toISOString()}`;
});
console.log([`node-pdu in ${process.env.TZ}`, ...told].join('\n'));
JS
cat >text.py <<'PY'
import datetime
import json

from gsmmodem.pdu import decodeSmsPdu

print('gsmmodem')
for place, offset in json.load(open('texts.json')).items():
    stamp = decodeSmsPdu(f'00040B915121551512F10008622110900000{offset}0C005000410049004E00200036')['time']
    print(f'  {place}: {stamp.isoformat()}, instant {stamp.astimezone(datetime.timezone.utc).isoformat()}')
PY
{ TZ=UTC node text.mjs; TZ=America/St_Johns node text.mjs; python/bin/python text.py; } >seen
cat >expected <<'SEEN'
node-pdu in UTC
  UTC: 2026-12-01T09:00:00-00:00, instant 2026-12-01T09:00:00.000Z, read by Date 2026-12-01T09:00:00.000Z
  Paris: 2026-12-01T09:00:00+01:00, instant 2026-12-01T08:00:00.000Z, read by Date 2026-12-01T08:00:00.000Z
  New York: 2026-12-01T09:00:00-05:00, instant 2026-12-01T14:00:00.000Z, read by Date 2026-12-01T14:00:00.000Z
  St John's: 2026-12-01T09:00:00-3.5:00, instant 2026-12-01T12:30:00.000Z, read by Date no date
  Kathmandu: 2026-12-01T09:00:00+5.75:00, instant 2026-12-01T03:15:00.000Z, read by Date no date
node-pdu in America/St_Johns
  UTC: 2026-12-01T05:30:00-3.5:00, instant 2026-12-01T09:00:00.000Z, read by Date no date
  Paris: 2026-12-01T09:00:00+01:00, instant 2026-12-01T08:00:00.000Z, read by Date 2026-12-01T08:00:00.000Z
  New York: 2026-12-01T09:00:00-05:00, instant 2026-12-01T14:00:00.000Z, read by Date 2026-12-01T14:00:00.000Z
  St John's: 2026-12-01T09:00:00-3.5:00, instant 2026-12-01T12:30:00.000Z, read by Date no date
  Kathmandu: 2026-12-01T09:00:00+5.75:00, instant 2026-12-01T03:15:00.000Z, read by Date no date
gsmmodem
  UTC: 2026-12-01T09:00:00+00:00, instant 2026-12-01T09:00:00+00:00
  Paris: 2026-12-01T09:00:00+01:00, instant 2026-12-01T08:00:00+00:00
  New York: 2026-12-01T09:00:00-05:00, instant 2026-12-01T14:00:00+00:00
  St John's: 2026-12-01T09:00:00-03:30, instant 2026-12-01T12:30:00+00:00
  Kathmandu: 2026-12-01T09:00:00+05:45, instant 2026-12-01T03:15:00+00:00
SEEN
cat seen
diff -u expected seen || { echo 'The behaviour has changed.' >&2; exit 1; }
