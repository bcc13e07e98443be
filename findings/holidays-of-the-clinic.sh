#!/usr/bin/env bash
# The days of 2026 on which nobody at the clinic reads: public holidays by three kept libraries, for places where our people live.
# Runs:    PyPI holidays 0.109, workalendar 17.0.0; npm date-holidays 3.37.0 (days of type "public"), each asked for the place by its code.
# Guessed: for the present year the three agree, but for a substitute day here and there.
# Seen:    all three agree in 2 of 9 places (France, Luxembourg). One has no Juneteenth for the United States and no Saint Brigid's day
#          for Ireland; one makes Easter Monday a public holiday of Ontario, another its August Monday; of Québec's Good Friday and Easter
#          Monday two have the one and one the other; Easter Sunday is Belgium's, Geneva's or England's, each time to other libraries.
# For us:  contact hours are hours of the week that a clinic writes down; a day without readers is theirs to name, not a library's.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm init -y >/dev/null && npm i --silent --no-audit --no-fund date-holidays@3.37.0
python3 -m venv python && python/bin/pip -q --disable-pip-version-check install holidays==0.109 workalendar==17.0.0 2>/dev/null
cat >days.py <<'PY'
import json
import holidays
from workalendar.registry import registry

places = {'FR': ('FR', None), 'CA-QC': ('CA', 'QC'), 'CA-ON': ('CA', 'ON'), 'BE': ('BE', None), 'CH-GE': ('CH', 'GE'),
          'LU': ('LU', None), 'GB-ENG': ('GB', 'ENG'), 'US': ('US', None), 'IE': ('IE', None)}
days = {}
for place, (country, part) in places.items():
    by_one = sorted(day.isoformat() for day in holidays.country_holidays(country, subdiv=part, years=2026))
    calendar = registry.get({'GB-ENG': 'GB'}.get(place, place))()
    by_other = sorted({day.isoformat() for day, _ in calendar.holidays(2026)})
    days[place] = {'holidays': by_one, 'workalendar': by_other}
json.dump(days, open('days.json', 'w'))
PY
python/bin/python days.py
cat >days.mjs <<'JS'
import { readFileSync } from 'node:fs';
import Holidays from 'date-holidays';

for (const [place, by] of Object.entries(JSON.parse(readFileSync('days.json', 'utf8')))) {
  const [country, part] = place.split('-');
  const calendar = part === undefined ? new Holidays(country) : new Holidays(country, part);
  const third = calendar.getHolidays(2026).filter(({ type }) => type === 'public').map(({ date }) => date.slice(0, 10));
  const all = { holidays: by.holidays, workalendar: by.workalendar, 'date-holidays': [...new Set(third)] };
  const days = [...new Set(Object.values(all).flat())].sort();
  const contested = days
    .map((day) => [day, Object.keys(all).filter((name) => all[name].includes(day))])
    .filter(([, names]) => names.length < 3);
  console.log(`${place}: ${contested.length === 0 ? 'agreed' : contested.map(([day, names]) => `${day.slice(5)} ${names.join('+')}`).join(', ')}`);
}
JS
node days.mjs >seen
cat >expected <<'SEEN'
FR: agreed
CA-QC: 04-03 holidays+date-holidays, 04-06 workalendar
CA-ON: 04-06 date-holidays, 08-03 workalendar, 12-28 holidays+workalendar
BE: 04-05 holidays, 05-24 holidays
CH-GE: 04-05 workalendar+date-holidays, 05-24 workalendar+date-holidays
LU: agreed
GB-ENG: 04-05 workalendar
US: 06-19 holidays+date-holidays
IE: 02-02 holidays+date-holidays, 12-28 workalendar
SEEN
cat seen
diff -u expected seen || { echo 'The behaviour has changed.' >&2; exit 1; }
