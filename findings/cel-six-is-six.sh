#!/usr/bin/env bash
# A rule over a score in the Common Expression Language, in four implementations: is a whole 6 the 6.0 of another form?
# Runs:    npm @bufbuild/cel 0.6.1, @marcbachmann/cel-js 8.0.0, cel-js 0.8.2; PyPI cel-python 0.5.0; literals only, nothing is declared.
# Guessed: numbers compare across their types everywhere, as the language's definition has it: 6 == 6.0, 6 < 6.5.
# Seen:    6 == 6.0 is true in two and an error in the two others, of which one compares 6 < 6.5 all the same; a 6 in [6.0] likewise;
#          7 / 2 is 3.5 in one, which knows no has() of a map written out, nor does another.
# For us:  a rule that is written once and read by two programs can be true in one and an error in the other, for the commonest score.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm init -y >/dev/null && npm i --silent --no-audit --no-fund @bufbuild/cel@0.6.1 @marcbachmann/cel-js@8.0.0 cel-js@0.8.2
python3 -m venv python && python/bin/pip -q --disable-pip-version-check install cel-python==0.5.0
cat >expressions.json <<'JSON'
["6 == 6.0", "6 < 6.5", "6 in [6.0]", "7 / 2", "has({'note': 'stiff'}.score)"]
JSON
cat >cel.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { run } from '@bufbuild/cel';
import { evaluate as evaluateOne } from '@marcbachmann/cel-js';
import { evaluate as evaluateOther } from 'cel-js';

const said = (evaluate, expression) => {
  try {
    const value = evaluate(expression);
    return value instanceof Error ? 'error' : String(value);
  } catch {
    return 'error';
  }
};
for (const expression of JSON.parse(readFileSync('expressions.json', 'utf8')))
  console.log(`${expression}: @bufbuild/cel ${said(run, expression)}, @marcbachmann/cel-js ${said(evaluateOne, expression)}, cel-js ${said(evaluateOther, expression)}`);
JS
cat >cel.py <<'PY'
import json
import celpy

environment = celpy.Environment()


def said(expression):
    try:
        return str(environment.program(environment.compile(expression)).evaluate({}))
    except Exception:
        return 'error'


print('cel-python:', ', '.join(said(expression) for expression in json.load(open('expressions.json'))))
PY
{ node cel.mjs; python/bin/python cel.py 2>/dev/null; } >seen
cat >expected <<'SEEN'
6 == 6.0: @bufbuild/cel true, @marcbachmann/cel-js error, cel-js true
6 < 6.5: @bufbuild/cel true, @marcbachmann/cel-js true, cel-js true
6 in [6.0]: @bufbuild/cel true, @marcbachmann/cel-js error, cel-js true
7 / 2: @bufbuild/cel 3, @marcbachmann/cel-js 3, cel-js 3.5
has({'note': 'stiff'}.score): @bufbuild/cel false, @marcbachmann/cel-js error, cel-js error
cel-python: error, error, error, 3, False
SEEN
cat seen
diff -u expected seen || { echo 'The behaviour has changed.' >&2; exit 1; }
