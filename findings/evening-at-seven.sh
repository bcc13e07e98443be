#!/usr/bin/env bash
# "7 in the evening", "half past seven", "19h", "8h et quart": the hour that somebody asks for, read by seven libraries.
# Runs:    npm chrono-node 2.10.3, sherlockjs 1.4.2, compromise 14.17.0 with compromise-dates 3.9.0; PyPI dateparser 1.5.0,
#          parsedatetime 2.6, timefhuman 0.1.5, ctparse 0.3.6; each told that it is 10:00 on 2026-11-30, in UTC.
# Guessed: "7 in the evening" is 19:00 in all or not understood; a French "19h" is 19:00.
# Seen:    "7 in the evening" is 19:00 in three, 18:00 in two (the evening's hour, without the seven), 20:00 in chrono, and one gives no
#          hour. dateparser takes the French "19h" and "7h" for so many hours ago: 15:00 the day before, and 3:00, yet "19h30" and
#          "à 7h" for the hour; chrono makes "7h du soir" 7:00, "7 heures du matin" 8:00, and "8h et quart" 13:00.
# For us:  TIME is read by a grammar of our own, and what it does not know is asked about; an hour is always said back.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
export TZ=UTC
npm init -y >/dev/null
npm i --silent --no-audit --no-fund chrono-node@2.10.3 sherlockjs@1.4.2 compromise@14.17.0 compromise-dates@3.9.0
python3 -m venv python
python/bin/pip -q --disable-pip-version-check install dateparser==1.5.0 parsedatetime==2.6 timefhuman==0.1.5 ctparse==0.3.6 2>/dev/null
cat >hours.mjs <<'JS'
import * as chrono from 'chrono-node';
import nlp from 'compromise';
import dates from 'compromise-dates';
import Sherlock from 'sherlockjs';

nlp.plugin(dates);
const now = new Date('2026-11-30T10:00:00Z');
const hour = (date) => date?.toISOString().slice(11, 16) ?? 'none';
for (const text of ['7 in the evening', 'half past seven']) {
  const [found] = nlp(text).dates({ today: '2026-11-30', timezone: 'UTC' }).get();
  console.log(`${text}: chrono ${hour(chrono.parseDate(text, now))}`);
  console.log(`${text}: sherlockjs ${hour(Sherlock.parse(text).startDate)}`);
  console.log(`${text}: compromise ${hour(found === undefined ? undefined : new Date(found.start))}`);
}
for (const text of ['19h', '7h', '19h30', 'à 7h', '7h du soir', '7 heures du matin', '8h et quart'])
  console.log(`${text}: chrono ${hour(chrono.fr.parseDate(text, now))}`);
JS
cat >hours.py <<'PY'
import datetime
import warnings

warnings.filterwarnings('ignore')
import ctparse
import dateparser
import parsedatetime
import timefhuman

now = datetime.datetime(2026, 11, 30, 10, 0)


def hour(moment):
    return moment.strftime('%H:%M') if moment else 'none'


for text in ('7 in the evening', 'half past seven'):
    print(f'{text}: dateparser {hour(dateparser.parse(text, languages=["en"], settings={"RELATIVE_BASE": now}))}')
    moment, known = parsedatetime.Calendar().parseDT(text, now)
    print(f'{text}: parsedatetime {hour(moment if known else None)}')
    found = timefhuman.timefhuman(text)
    print(f'{text}: timefhuman {hour(found[0] if found else None)}')
    resolved = ctparse.ctparse(text, ts=now).resolution
    print(f'{text}: ctparse {"none" if resolved.hour is None else f"{resolved.hour:02}:{resolved.minute or 0:02}"}')
for text in ('19h', '7h', '19h30', 'à 7h', '7h du soir', '7 heures du matin', '8h et quart'):
    moment = dateparser.parse(text, languages=['fr'], settings={'RELATIVE_BASE': now})
    print(f'{text}: dateparser {hour(moment)}{" the day before" if moment and moment.date() < now.date() else ""}')
PY
{ node hours.mjs; python/bin/python hours.py 2>/dev/null; } | LC_ALL=C sort >seen
cat >expected <<'SEEN'
19h30: chrono 19:30
19h30: dateparser 19:30
19h: chrono 19:00
19h: dateparser 15:00 the day before
7 heures du matin: chrono 08:00
7 heures du matin: dateparser none
7 in the evening: chrono 20:00
7 in the evening: compromise 19:00
7 in the evening: ctparse none
7 in the evening: dateparser 19:00
7 in the evening: parsedatetime 18:00
7 in the evening: sherlockjs 19:00
7 in the evening: timefhuman 18:00
7h du soir: chrono 07:00
7h du soir: dateparser none
7h: chrono 07:00
7h: dateparser 03:00
8h et quart: chrono 13:00
8h et quart: dateparser none
half past seven: chrono none
half past seven: compromise 07:30
half past seven: ctparse 07:30
half past seven: dateparser none
half past seven: parsedatetime none
half past seven: sherlockjs none
half past seven: timefhuman none
à 7h: chrono 07:00
à 7h: dateparser 07:00
SEEN
cat seen
diff -u expected seen || { echo 'The behaviour has changed.' >&2; exit 1; }
