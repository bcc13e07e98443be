#!/usr/bin/env bash
# A date reader on French and English sentences about pain in which no date is named.
# Runs:    npm chrono-node 2.10.3, casual English and French, a fixed instant, UTC.
# Guessed: nothing is found in "it hurts when I sat down"; the strict reader holds back where the casual one is rash.
# Assumed: neither "entre 5 et 6" nor "mal de mer" holds a date.
# Seen:    the French "et" (and) is read as the zone ET, five o'clock in New York; the "a" of "de 7 a 4" as the "a" of a.m.;
#          "mer" in "mal de mer" (seasickness) is Wednesday; in English "sat" (from "to sit") is Saturday, "march" a month;
#          "went from 6 to 4" is a span of hours, even for the strict reader.
# For us:  a snooze parser put before the diary would swallow scores and move someone's tips.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm install --loglevel=error --no-update-notifier --no-audit --no-fund chrono-node@2.10.3 >/dev/null
cat >read.mjs <<'JS'
import * as chrono from 'chrono-node';
const now = { instant: new Date('2026-11-25T15:00:00Z'), timezone: 'UTC' };
const show = (reader, name, text) =>
  console.log(`${name} ${text}:`, reader.parse(text, now).map((found) => `${found.text} = ${found.start.date().toISOString().slice(0, 16)}`).join('; ') || 'none');
for (const text of ['entre 5 et 6', 'passe de 7 a 4', 'mal de mer', '6 ce matin', '6 sur 10', 'un peu mal']) show(chrono.fr, 'fr', text);
for (const text of ['it hurts when I sat down', 'I will march on', 'between 5 and 6', 'went from 6 to 4', 'pain 6']) show(chrono, 'en', text);
show(chrono.strict, 'strict', 'went from 6 to 4');
JS
TZ=UTC node read.mjs >seen
cat >expected <<'EOF'
fr entre 5 et 6: 5 et = 2026-11-25T10:00
fr passe de 7 a 4: 7 a = 2026-11-25T07:00
fr mal de mer: mer = 2026-11-25T12:00
fr 6 ce matin: 6 ce matin = 2026-11-25T06:00
fr 6 sur 10: none
fr un peu mal: none
en it hurts when I sat down: sat = 2026-11-28T12:00
en I will march on: march = 2027-03-01T12:00
en between 5 and 6: none
en went from 6 to 4: from 6 to 4 = 2026-11-25T06:00
en pain 6: none
strict went from 6 to 4: from 6 to 4 = 2026-11-25T06:00
EOF
cat seen
diff -u expected seen || { echo 'The behaviour has changed.' >&2; exit 1; }
