#!/usr/bin/env bash
# When the next message is due, in a decision table: hours and days in FEEL, with the zone that DMN writes behind an "@".
# Runs:    npm feelin 8.2.0, the FEEL of bpmn.io and Camunda's editors; beside it Node's own instants.
# Guessed: a day later is nine o'clock again, 24 hours later ten, as Paris loses an hour that night.
# Seen:    24 hours later is nine o'clock as well, for they are a day by then, and 23 hours 59 minutes are 9:59: less time leads further.
#          The difference of those 23 hours is "P1D" and counts as 24 hours; 02:30 of that night is taken as it stands; "6" < 7 is true.
# For us:  "not before 24 hours after the last" in a rule that a clinician can read is an hour short once a year.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm init -y >/dev/null && npm i --silent --no-audit --no-fund feelin@8.2.0
cat >feel.mjs <<'JS'
import { evaluate } from 'feelin';

const said = (expression) => JSON.stringify(evaluate(expression, {}).value);
const nine = 'date and time("2026-03-28T09:00:00@Europe/Paris")';
const nextNine = 'date and time("2026-03-29T09:00:00@Europe/Paris")';
console.log('hours between them by Node:', (new Date('2026-03-29T09:00:00+02:00') - new Date('2026-03-28T09:00:00+01:00')) / 3_600_000);
for (const expression of [
  `string(${nine} + duration("P1D"))`,
  `string(${nine} + duration("PT24H"))`,
  `string(${nine} + duration("PT23H59M"))`,
  `string(${nine} + duration("PT25H"))`,
  `string(${nextNine} - ${nine})`,
  `${nextNine} - ${nine} >= duration("PT24H")`,
  'string(date and time("2026-03-29T02:30:00@Europe/Paris"))',
  '"6" < 7',
])
  console.log(`${expression}: ${said(expression)}`);
JS
node feel.mjs >seen
cat >expected <<'SEEN'
hours between them by Node: 23
string(date and time("2026-03-28T09:00:00@Europe/Paris") + duration("P1D")): "2026-03-29T09:00:00@Europe/Paris"
string(date and time("2026-03-28T09:00:00@Europe/Paris") + duration("PT24H")): "2026-03-29T09:00:00@Europe/Paris"
string(date and time("2026-03-28T09:00:00@Europe/Paris") + duration("PT23H59M")): "2026-03-29T09:59:00@Europe/Paris"
string(date and time("2026-03-28T09:00:00@Europe/Paris") + duration("PT25H")): "2026-03-29T10:00:00@Europe/Paris"
string(date and time("2026-03-29T09:00:00@Europe/Paris") - date and time("2026-03-28T09:00:00@Europe/Paris")): "P1D"
date and time("2026-03-29T09:00:00@Europe/Paris") - date and time("2026-03-28T09:00:00@Europe/Paris") >= duration("PT24H"): true
string(date and time("2026-03-29T02:30:00@Europe/Paris")): "2026-03-29T02:30:00@Europe/Paris"
"6" < 7: true
SEEN
cat seen
diff -u expected seen || { echo 'The behaviour has changed.' >&2; exit 1; }
