#!/usr/bin/env bash
# "When does the sun set today?", asked by three libraries for the world's towns, at their own evening and just after their midnight.
# Runs:    npm sunrise-sunset-js 3.3.1, suncalc 2.0.2, suncalc3 2.0.5; towns of city-timezones 1.3.4 between 60° north and south.
# Guessed: an instant in a town's 11 March yields the sunrise of its 11 March; the date line may cost a town or two.
# Seen:    at eight in the evening suncalc is right everywhere, suncalc3 names another day's sunrise in 1,677 of 6,933 towns, and
#          sunrise-sunset-js, called as its README begins, in 3,022 (none with its option timezoneId). These two change with the
#          TZ of the machine that asks. A minute past midnight suncalc, too, names the day before in 5,484 towns: its day is the
#          sun's, and the sun's midnight comes after the clock's where a zone runs late or saves daylight.
# For us:  a tip of a walk by daylight asks with the zone's name, or at the zone's noon, never with "now".
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm install --loglevel=error --no-update-notifier --no-audit --no-fund sunrise-sunset-js@3.3.1 suncalc@2.0.2 suncalc3@2.0.5 city-timezones@1.3.4 >/dev/null
cat >sunrises.mjs <<'JS'
import cityTimezones from 'city-timezones';
import { getTimes } from 'suncalc';
import suncalc3 from 'suncalc3';
import { getSunrise, getSunTimes } from 'sunrise-sunset-js';

const towns = cityTimezones.cityMapping.filter(({ timezone, lat }) => timezone && Math.abs(lat) < 60);
const clocks = new Map();
const clock = (timeZone) => {
  if (!clocks.has(timeZone)) clocks.set(timeZone, new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }));
  return clocks.get(timeZone);
};
const wall = (instant, timeZone) => clock(timeZone).format(instant);
const instantOf = (local, timeZone) => {
  const wanted = Date.parse(`${local}Z`);
  let instant = wanted;
  for (let round = 0; round < 3; round++) instant += wanted - Date.parse(`${wall(instant, timeZone).replace(' ', 'T')}Z`);
  return new Date(instant);
};
for (const time of ['20:00:00', '00:01:00']) {
  const elsewhere = { 'suncalc': 0, 'suncalc3': 0, 'sunrise-sunset-js': 0, 'sunrise-sunset-js with timezoneId': 0 };
  for (const { lat, lng, timezone } of towns) {
    const now = instantOf(`2026-03-11T${time}`, timezone);
    const sunrises = {
      'suncalc': getTimes(now, lat, lng).sunrise,
      'suncalc3': suncalc3.getSunTimes(now, lat, lng).sunriseStart.value,
      'sunrise-sunset-js': getSunrise(lat, lng, now),
      'sunrise-sunset-js with timezoneId': getSunTimes(lat, lng, now, { timezoneId: timezone }).sunrise,
    };
    for (const [name, sunrise] of Object.entries(sunrises)) if (!wall(sunrise, timezone).startsWith('2026-03-11')) elsewhere[name] += 1;
  }
  console.log(`TZ=${process.env.TZ}, ${time} in ${towns.length} towns, sunrise on another day: ${JSON.stringify(elsewhere)}`);
}
JS
{ TZ=UTC node sunrises.mjs; TZ=America/Los_Angeles node sunrises.mjs; } >seen
cat >expected <<'EOF'
TZ=UTC, 20:00:00 in 6933 towns, sunrise on another day: {"suncalc":0,"suncalc3":1677,"sunrise-sunset-js":3022,"sunrise-sunset-js with timezoneId":0}
TZ=UTC, 00:01:00 in 6933 towns, sunrise on another day: {"suncalc":5484,"suncalc3":4214,"sunrise-sunset-js":2871,"sunrise-sunset-js with timezoneId":0}
TZ=America/Los_Angeles, 20:00:00 in 6933 towns, sunrise on another day: {"suncalc":0,"suncalc3":1671,"sunrise-sunset-js":4486,"sunrise-sunset-js with timezoneId":0}
TZ=America/Los_Angeles, 00:01:00 in 6933 towns, sunrise on another day: {"suncalc":5484,"suncalc3":5045,"sunrise-sunset-js":2234,"sunrise-sunset-js with timezoneId":0}
EOF
cat seen
diff -u expected seen || { echo 'The behaviour has changed.' >&2; exit 1; }
