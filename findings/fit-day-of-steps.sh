#!/usr/bin/env bash
# A morning's steps in Garmin's FIT format, written by Garmin's own encoder and read by four libraries, two of them Garmin's.
# Runs:    npm @garmin/fitsdk 21.217.0, fit-file-parser 6.1.2; PyPI garmin-fit-sdk 21.218.0, fitparse 1.2.0, fitdecode 0.11.0.
# Guessed: the maker's kit gives every record its time and its steps; the others may lack one or the other.
# Seen:    after the first record of a day a watch writes only the low 16 bits of the time. Garmin's two kits, fitparse and fitdecode
#          hand these bits on and no time at all; only fit-file-parser works the time out, and it alone gives half the
#          steps (601 steps are 300.5 "cycles"). Garmin's encoder takes `steps` without a word and writes no field for it; and
#          Garmin's decoder leaves localTimestamp a bare number of seconds since 1989, which fit-file-parser makes an instant in UTC.
# For us:  steps of a watch beside a diary need both parts put together by us: low bits on the last whole time, cycles times two.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm install --loglevel=error --no-update-notifier --no-audit --no-fund @garmin/fitsdk@21.217.0 fit-file-parser@6.1.2 >/dev/null
python3 -m venv python && python/bin/pip -q --disable-pip-version-check install garmin-fit-sdk==21.218.0 fitparse==1.2.0 fitdecode==0.11.0
cat >write-and-read.mjs <<'JS'
import { readFileSync, writeFileSync } from 'node:fs';
import { Decoder, Encoder, Profile, Stream } from '@garmin/fitsdk';
import fitFileParser from 'fit-file-parser';

const start = new Date('2026-11-29T08:00:00Z');
const seconds = Math.round((start.getTime() - Date.UTC(1989, 11, 31)) / 1000);
const written = (message) => {
  const encoder = new Encoder();
  encoder.onMesg(Profile.MesgNum.FILE_ID, { type: 'monitoringB', manufacturer: 'development', product: 1, timeCreated: start, serialNumber: 1 });
  encoder.onMesg(Profile.MesgNum.MONITORING_INFO, { timestamp: start, localTimestamp: seconds - 6 * 3600, activityType: ['walking'] });
  encoder.onMesg(Profile.MesgNum.MONITORING, { timestamp: start, activityType: 'walking', cycles: 0 });
  encoder.onMesg(Profile.MesgNum.MONITORING, { timestamp16: (seconds + 15 * 60) & 0xffff, activityType: 'walking', ...message });
  return encoder.close();
};
const read = (bytes) => new Decoder(Stream.fromByteArray([...bytes])).read().messages;

writeFileSync('day.fit', written({ cycles: 300.5 }));
const day = read(readFileSync('day.fit'));
console.log('Garmin, JavaScript:', JSON.stringify(day.monitoringMesgs[1]), 'local', day.monitoringInfoMesgs[0].localTimestamp);
console.log('Garmin, JavaScript, written as steps: 601:', JSON.stringify(read(written({ steps: 601 })).monitoringMesgs[1]));
const Parser = fitFileParser.default ?? fitFileParser;
new Parser({ mode: 'list' }).parse(readFileSync('day.fit'), (error, { monitors, monitor_info: [info] }) => {
  if (error) throw error;
  console.log('fit-file-parser:', JSON.stringify(monitors[1]), 'local', JSON.stringify(info.local_timestamp));
});
JS
cat >read.py <<'PY'
import fitdecode, fitparse
from garmin_fit_sdk import Decoder, Stream
print('Garmin, Python:', Decoder(Stream.from_file('day.fit')).read()[0]['monitoring_mesgs'][1])
print('fitparse:', list(fitparse.FitFile('day.fit').get_messages('monitoring'))[1].get_values())
records = [f for f in fitdecode.FitReader('day.fit') if isinstance(f, fitdecode.FitDataMessage) and f.name == 'monitoring']
print('fitdecode:', {field.name: field.value for field in records[1].fields})
PY
{ node write-and-read.mjs; python/bin/python read.py; } >seen
cat >expected <<'EOF'
Garmin, JavaScript: {"timestamp16":37636,"activityType":"walking","cycles":300.5,"steps":601} local 1164852000
Garmin, JavaScript, written as steps: 601: {"timestamp16":37636,"activityType":"walking"}
fit-file-parser: {"timestamp16":37636,"activity_type":"walking","cycles":300.5,"timestamp":"2026-11-29T08:15:00.000Z"} local "2026-11-29T02:00:00.000Z"
Garmin, Python: {'timestamp_16': 37636, 'activity_type': 'walking', 'cycles': 300.5, 'steps': 601}
fitparse: {'timestamp_16': 37636, 'activity_type': 'walking', 'steps': 601}
fitdecode: {'timestamp_16': 37636, 'activity_type': 'walking', 'steps': 601}
EOF
cat seen
diff -u expected seen || { echo 'The behaviour has changed.' >&2; exit 1; }
