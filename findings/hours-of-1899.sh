#!/usr/bin/env bash
# A clinic's list has a column of hours, 8:30, as a spreadsheet stores them: a part of a day. What hour do two readers say, by the zone of the machine?
# Runs:    npm exceljs 4.4.0 (writes the workbook too), xlsx 0.18.5 with cellDates.
# Assumed: one of them says 8:30 on the machine's clock and the other in UTC; whoever takes the wrong clock is off by whole or half hours.
# Seen:    an hour without a day is of 30 December 1899, and so are its zones. exceljs says 8:30 in UTC; read on the machine's clock,
#          as dates are, it is 8:39:21 in Paris, 13:51:10 in Kolkata and 4:15:36 in Halifax. SheetJS says 8:30 on the machine's clock; written
#          into JSON, which is UTC, and read there it is 8:20:39 in Paris and 3:08:50 in Kolkata. In New York the guess holds.
# For us:  the hours of a list are read as text ("8:30"), or as parts of a day, never as dates.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm install --loglevel=error --no-update-notifier --no-audit --no-fund exceljs@4.4.0 xlsx@0.18.5 >/dev/null 2>&1
cat >hours.cjs <<'JS'
const ExcelJS = require('exceljs');
const XLSX = require('xlsx');

const clock = (date) => [date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => String(part).padStart(2, '0')).join(':');
const run = async () => {
  const written = new ExcelJS.Workbook();
  const cell = written.addWorksheet('list').getCell('A1');
  cell.value = 8.5 / 24;
  cell.numFmt = 'h:mm';
  const file = await written.xlsx.writeBuffer();
  const read = new ExcelJS.Workbook();
  await read.xlsx.load(file);
  const one = read.getWorksheet('list').getCell('A1').value;
  const other = XLSX.read(file, { cellDates: true }).Sheets.list.A1.v;
  const utc = (date) => date.toISOString().slice(11, 19);
  console.log(`${process.env.TZ}: exceljs ${clock(one)}, in UTC ${utc(one)}; xlsx ${clock(other)}, in UTC ${utc(other)}`);
};
run();
JS
for zone in UTC America/New_York America/Halifax Europe/Paris Asia/Kolkata; do TZ=$zone node hours.cjs; done >seen
cat >expected <<'EOF'
UTC: exceljs 08:30:00, in UTC 08:30:00; xlsx 08:30:00, in UTC 08:30:00
America/New_York: exceljs 03:30:00, in UTC 08:30:00; xlsx 08:30:00, in UTC 13:30:00
America/Halifax: exceljs 04:15:36, in UTC 08:30:00; xlsx 08:30:00, in UTC 12:44:24
Europe/Paris: exceljs 08:39:21, in UTC 08:30:00; xlsx 08:30:00, in UTC 08:20:39
Asia/Kolkata: exceljs 13:51:10, in UTC 08:30:00; xlsx 08:30:00, in UTC 03:08:50
EOF
cat seen
diff -u expected seen || { echo 'The behaviour has changed.' >&2; exit 1; }
