#!/usr/bin/env bash
# A diary's entries of some days, asked for in FHIRPath, by HL7's own JavaScript engine and by Medplum's.
# Runs:    npm fhirpath 5.2.2 (with its R4 model), @medplum/core 5.2.13; five Observations as a diary exports them: a date, a month,
#          times with offsets of +01:00, +13:00 and -05:00.
# Assumed: `effective >= @2026-11-02` begins with 2 November and `<= @2026-11-30` ends with the 30th; `< @2026-12-01` is the same;
#          `@2026-11-29 + 1 month` is 2026-12-29 in both.
# Seen:    a date beside a time that the date's day could hold is neither before, after nor equal, and `where` leaves out what is neither:
#          HL7's engine loses 2 November from `>=` and the 30th from `<=`, without a word. Whose day that is depends on the machine: by
#          TZ, the entry of half past midnight on the 3rd (+13:00) is lost with the 2nd in UTC and New York and kept in Auckland, and
#          the one of the evening of the 30th (-05:00) is `< @2026-12-01` in New York alone. Medplum compares texts: it keeps them all,
#          even the entry of the month "2026-11" in `<= @2026-11-30`, and adds a month by appending the digit, "2026-11-291". Only
#          instants (`@2026-11-02T00:00:00Z`) mean the same to both, everywhere.
# For us:  each Observation carries seconds and zone, and docs that show a query name instants, never dates.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm install --loglevel=error --no-update-notifier --no-audit --no-fund fhirpath@5.2.2 @medplum/core@5.2.13 >/dev/null
cat >days.cjs <<'JS'
const fhirpath = require('fhirpath');
const r4 = require('fhirpath/fhir-context/r4');
globalThis.WebSocket ??= class {}; // Medplum's client wants one when it is loaded; Node.js 20 has none.
const { evalFhirPath } = require('@medplum/core');
const score = (effectiveDateTime, value) => ({
  resource: {
    resourceType: 'Observation', id: effectiveDateTime, status: 'final', effectiveDateTime,
    code: { coding: [{ system: 'http://loinc.org', code: '72514-3' }] },
    valueQuantity: { value, unit: 'score', system: 'http://unitsofmeasure.org', code: '{score}' },
  },
});
const bundle = {
  resourceType: 'Bundle', type: 'collection',
  entry: [
    score('2026-11-01', 3), score('2026-11-02T09:00:00+01:00', 6), score('2026-11-03T00:30:00+13:00', 6.5),
    score('2026-11-30T23:30:00-05:00', 8), score('2026-11', 7),
  ],
};
const words = (values) => values.map(String).join(' ') || 'nothing';
const ask = (expression) => {
  console.log(expression);
  console.log(`  fhirpath: ${words(fhirpath.evaluate(bundle, expression, undefined, r4, { async: false }))}`);
  console.log(`  medplum:  ${words(evalFhirPath(expression, bundle))}`);
};
for (const range of process.argv.slice(2)) ask(range.startsWith('@') ? range : `Bundle.entry.resource.where(effective ${range}).id`);
JS
for zone in UTC America/New_York Pacific/Auckland; do
  echo "# $zone"
  TZ=$zone node days.cjs '>= @2026-11-02' '< @2026-12-01'
done >seen
TZ=UTC node days.cjs '<= @2026-11-30' '>= @2026-11-02T00:00:00Z' '@2026-11-29 + 1 month' '@2026-11 = @2026-11-01' >>seen
cat >expected <<'EOF'
# UTC
Bundle.entry.resource.where(effective >= @2026-11-02).id
  fhirpath: 2026-11-30T23:30:00-05:00
  medplum:  2026-11-02T09:00:00+01:00 2026-11-03T00:30:00+13:00 2026-11-30T23:30:00-05:00
Bundle.entry.resource.where(effective < @2026-12-01).id
  fhirpath: 2026-11-01 2026-11-02T09:00:00+01:00 2026-11-03T00:30:00+13:00 2026-11
  medplum:  2026-11-01 2026-11-02T09:00:00+01:00 2026-11-03T00:30:00+13:00 2026-11-30T23:30:00-05:00 2026-11
# America/New_York
Bundle.entry.resource.where(effective >= @2026-11-02).id
  fhirpath: 2026-11-30T23:30:00-05:00
  medplum:  2026-11-02T09:00:00+01:00 2026-11-03T00:30:00+13:00 2026-11-30T23:30:00-05:00
Bundle.entry.resource.where(effective < @2026-12-01).id
  fhirpath: 2026-11-01 2026-11-02T09:00:00+01:00 2026-11-03T00:30:00+13:00 2026-11-30T23:30:00-05:00 2026-11
  medplum:  2026-11-01 2026-11-02T09:00:00+01:00 2026-11-03T00:30:00+13:00 2026-11-30T23:30:00-05:00 2026-11
# Pacific/Auckland
Bundle.entry.resource.where(effective >= @2026-11-02).id
  fhirpath: 2026-11-03T00:30:00+13:00 2026-11-30T23:30:00-05:00
  medplum:  2026-11-02T09:00:00+01:00 2026-11-03T00:30:00+13:00 2026-11-30T23:30:00-05:00
Bundle.entry.resource.where(effective < @2026-12-01).id
  fhirpath: 2026-11-01 2026-11-02T09:00:00+01:00 2026-11-03T00:30:00+13:00 2026-11
  medplum:  2026-11-01 2026-11-02T09:00:00+01:00 2026-11-03T00:30:00+13:00 2026-11-30T23:30:00-05:00 2026-11
Bundle.entry.resource.where(effective <= @2026-11-30).id
  fhirpath: 2026-11-01 2026-11-02T09:00:00+01:00 2026-11-03T00:30:00+13:00
  medplum:  2026-11-01 2026-11-02T09:00:00+01:00 2026-11-03T00:30:00+13:00 2026-11
Bundle.entry.resource.where(effective >= @2026-11-02T00:00:00Z).id
  fhirpath: 2026-11-02T09:00:00+01:00 2026-11-03T00:30:00+13:00 2026-11-30T23:30:00-05:00
  medplum:  2026-11-02T09:00:00+01:00 2026-11-03T00:30:00+13:00 2026-11-30T23:30:00-05:00
@2026-11-29 + 1 month
  fhirpath: 2026-12-29
  medplum:  2026-11-291
@2026-11 = @2026-11-01
  fhirpath: nothing
  medplum:  false
EOF
cat seen
diff -u expected seen || { echo 'The behaviour has changed.' >&2; exit 1; }
