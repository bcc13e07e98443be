#!/usr/bin/env bash
# A pain score's unit, `{score}`, in the reference JavaScript validator of UCUM.
# Runs:    npm @lhncbc/ucum-lhc 7.1.10, validateUnitString and convertUnitTo.
# Assumed: an annotation is a unit of its own, so a score can't be converted; any text may stand in braces; "{VAS}mm" is as good as "mm{VAS}".
# Seen:    braces are a remark to the number 1: a score of 6 converts to 600 %, and to any other annotation; an annotation may hold no
#          space and no accent (a French "{échelle}" is an error, "{0 - 10}" too), and none may stand before its unit.
# For us:  the unit does not carry the scale: the code (LOINC) must, in every export, in both languages.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm install --loglevel=error --no-update-notifier --no-audit --no-fund @lhncbc/ucum-lhc@7.1.10 >/dev/null
cat >units.cjs <<'JS'
const ucum = require('@lhncbc/ucum-lhc').UcumLhcUtils.getInstance();
for (const unit of ['{score}', '{score}/{10}', '{0-10}', '{0 - 10}', '{échelle}', 'mm{VAS}', '{VAS}mm']) console.log(`${unit}: ${ucum.validateUnitString(unit).status}`);
for (const to of ['%', '{steps}', '10*', 'mm']) {
  const { status, toVal } = ucum.convertUnitTo('{score}', 6, to);
  console.log(`6 {score} to ${to}: ${status} ${toVal ?? ''}`.trim());
}
JS
node units.cjs >seen
cat >expected <<'EOF'
{score}: valid
{score}/{10}: valid
{0-10}: valid
{0 - 10}: error
{échelle}: error
mm{VAS}: valid
{VAS}mm: invalid
6 {score} to %: succeeded 600
6 {score} to {steps}: succeeded 6
6 {score} to 10*: succeeded 0.6
6 {score} to mm: failed
EOF
cat seen
diff -u expected seen || { echo 'The behaviour has changed.' >&2; exit 1; }
