#!/usr/bin/env bash
# One daily cron line over the days on which clocks change, in four schedulers.
# Runs:    npm croner 11.0.1 and cron-parser 5.10.6, PyPI APScheduler 3.11.3 (tzdata 2026.6), Go robfig/cron 3.0.1.
# Guessed: in the gap croner and APScheduler run at 03:30, cron-parser at 03:00, robfig skips the day; the doubled hour runs a fixed
#          time once everywhere; Havana's missing midnight is treated as Toronto's missing 02:30 is.
# Seen:    in the gap croner runs at 03:00, cron-parser and APScheduler at 03:30, robfig not at all; in the doubled hour APScheduler and
#          robfig run a once-a-day line twice; for "*/30 1" croner too runs four times where cron-parser runs twice; APScheduler moves
#          Toronto's 02:30 but drops Havana's midnight. And "* * 1" is Tuesday to APScheduler.
# For us:  "one tip a day" is not kept by a cron line: the day itself must be claimed.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm install --loglevel=error --no-update-notifier --no-audit --no-fund croner@11.0.1 cron-parser@5.10.6 >/dev/null
pip install --quiet --disable-pip-version-check --root-user-action=ignore --target lib APScheduler==3.11.3 tzdata==2026.6
cat >cases.json <<'JSON'
[{"name": "gap", "line": "30 2 * * *", "zone": "America/Toronto", "from": "2026-03-07T12:00:00Z", "to": "2026-03-09T06:00:00Z"},
 {"name": "missing midnight", "line": "0 0 * * *", "zone": "America/Havana", "from": "2026-03-07T12:00:00Z", "to": "2026-03-09T03:00:00Z"},
 {"name": "doubled hour", "line": "30 1 * * *", "zone": "America/Toronto", "from": "2026-10-31T12:00:00Z", "to": "2026-11-02T06:00:00Z"},
 {"name": "doubled hour, half-hourly", "line": "*/30 1 * * *", "zone": "America/Toronto", "from": "2026-10-31T12:00:00Z", "to": "2026-11-02T05:00:00Z"},
 {"name": "day 1 of the week", "line": "0 8 * * 1", "zone": "America/Toronto", "from": "2026-02-08T00:00:00Z", "to": "2026-02-14T00:00:00Z"}]
JSON
cat >run.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { CronExpressionParser } from 'cron-parser';
import { Cron } from 'croner';
const until = (end, first, next) => {
  const runs = [];
  for (let run = first; run.getTime() <= Date.parse(end); run = next(run)) runs.push(`${run.toISOString().slice(5, 16)}Z`);
  return runs.join(' ') || 'never';
};
for (const { name, line, zone, from, to } of JSON.parse(readFileSync('cases.json', 'utf8'))) {
  const croner = new Cron(line, { timezone: zone, paused: true });
  const parsed = CronExpressionParser.parse(line, { tz: zone, currentDate: new Date(from) });
  console.log(`${name}, croner:`, until(to, croner.nextRun(new Date(from)), (run) => croner.nextRun(run)));
  console.log(`${name}, cron-parser:`, until(to, parsed.next().toDate(), () => parsed.next().toDate()));
}
JS
cat >run.py <<'PY'
import datetime as dt
import json
import zoneinfo

from apscheduler.triggers.cron import CronTrigger

zoneinfo.reset_tzpath(())
for case in json.load(open('cases.json')):
    trigger = CronTrigger.from_crontab(case['line'], zoneinfo.ZoneInfo(case['zone']))
    now, end = dt.datetime.fromisoformat(case['from']), dt.datetime.fromisoformat(case['to'])
    previous, runs = None, []
    while (previous := trigger.get_next_fire_time(previous, now)) and previous.astimezone(dt.timezone.utc) <= end:
        now = previous.astimezone(dt.timezone.utc) + dt.timedelta(seconds=1)
        runs.append(previous.astimezone(dt.timezone.utc).strftime('%m-%dT%H:%MZ'))
    print(f"{case['name']}, APScheduler:", ' '.join(runs) or 'never')
PY
cat >go.mod <<'EOF'
module lab

go 1.21

require github.com/robfig/cron/v3 v3.0.1
EOF
cat >main.go <<'GO'
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"time"
	_ "time/tzdata"

	"github.com/robfig/cron/v3"
)

func main() {
	var cases []struct {
		Name, Line, Zone string
		From, To         time.Time
	}
	text, _ := os.ReadFile("cases.json")
	if err := json.Unmarshal(text, &cases); err != nil {
		panic(err)
	}
	for _, c := range cases {
		zone, _ := time.LoadLocation(c.Zone)
		schedule, _ := cron.ParseStandard(c.Line)
		runs := ""
		for run := schedule.Next(c.From.In(zone)); !run.After(c.To); run = schedule.Next(run) {
			runs += " " + run.UTC().Format("01-02T15:04Z")
		}
		if runs == "" {
			runs = " never"
		}
		fmt.Printf("%s, robfig:%s\n", c.Name, runs)
	}
}
GO
{ node run.mjs; PYTHONPATH=lib python3 run.py; GOFLAGS=-mod=mod go run . 2>log || cat log; } | LC_ALL=C sort >seen
cat >expected <<'EOF'
day 1 of the week, APScheduler: 02-10T13:00Z
day 1 of the week, cron-parser: 02-09T13:00Z
day 1 of the week, croner: 02-09T13:00Z
day 1 of the week, robfig: 02-09T13:00Z
doubled hour, APScheduler: 11-01T05:30Z 11-01T06:30Z
doubled hour, cron-parser: 11-01T05:30Z
doubled hour, croner: 11-01T05:30Z
doubled hour, half-hourly, APScheduler: 11-01T05:00Z 11-01T05:30Z 11-01T06:00Z 11-01T06:30Z
doubled hour, half-hourly, cron-parser: 11-01T05:00Z 11-01T05:30Z
doubled hour, half-hourly, croner: 11-01T05:00Z 11-01T05:30Z 11-01T06:00Z 11-01T06:30Z
doubled hour, half-hourly, robfig: 11-01T05:00Z 11-01T05:30Z 11-01T06:00Z 11-01T06:30Z
doubled hour, robfig: 11-01T05:30Z 11-01T06:30Z
gap, APScheduler: 03-08T07:30Z
gap, cron-parser: 03-08T07:30Z
gap, croner: 03-08T07:00Z
gap, robfig: never
missing midnight, APScheduler: never
missing midnight, cron-parser: 03-08T05:00Z
missing midnight, croner: 03-08T05:00Z
missing midnight, robfig: never
EOF
cat seen
diff -u expected seen || { echo 'The behaviour has changed.' >&2; exit 1; }
