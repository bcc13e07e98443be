#!/usr/bin/env bash
# A pain diary as CSV, opened with SheetJS in Winnipeg.
# Runs:    npm xlsx 0.18.5, read() of a string with default settings, TZ=America/Winnipeg and Asia/Tokyo, back to CSV.
# Guessed: "5/10" becomes a date as in Excel.
# Assumed: an ISO date stays that day; "6,5" is text.
# Seen:    an ISO date is taken as midnight UTC and shown in the machine's zone: the whole diary moves to the day before in Winnipeg,
#          and not in Tokyo, while a date as 11/01/2026 stays; "7-8" is 8 July 2001 and "5/10" 10 May 2001 (not this year, as Excel has it);
#          the text "6,5" still shows as "6,5" but its value is 65.
# For us:  an export meant for a spreadsheet needs a time or a word beside each date, and scores never bare with a slash or comma.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm install --loglevel=error --no-update-notifier --no-audit --no-fund xlsx@0.18.5 >/dev/null
cat >open.cjs <<'JS'
const { read, utils } = require('xlsx');
const { Sheets } = read('2026-11-01,7-8\n11/01/2026,5/10\n2026-01-15,"6,5"\n2026-07-15,6.5\n', { type: 'string' });
const sheet = Sheets.Sheet1;
console.log(process.env.TZ);
console.log(utils.sheet_to_csv(sheet).trim());
console.log('value of "6,5":', sheet.B3.v);
JS
{ TZ=America/Winnipeg node open.cjs; TZ=Asia/Tokyo node open.cjs; } >seen
cat >expected <<'EOF'
America/Winnipeg
10/31/26,7/8/01
11/1/26,5/10/01
1/14/26,"6,5"
7/14/26,6.5
value of "6,5": 65
Asia/Tokyo
11/1/26,7/8/01
11/1/26,5/10/01
1/15/26,"6,5"
7/15/26,6.5
value of "6,5": 65
EOF
cat seen
diff -u expected seen || { echo 'The behaviour has changed.' >&2; exit 1; }
