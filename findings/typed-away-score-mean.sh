#!/usr/bin/env bash
# A diary form of three days, 0 to 10 each, with their mean: 6, 8 and 7 are typed, then the 8 is typed away. What is the mean of 6 and 7?
# Runs:    npm survey-core 3.1.1 (SurveyJS), number fields and expressions avg, sum and min, set as its page's input sets them.
# Guessed: 6.5, the mean of the two that are left; at worst 4.3, the empty day counted as nothing.
# Seen:    22.3 on a scale that ends at 10: the empty answer is text, a sum with text in it joins ("67"), and 67 is divided by three.
#          It is 29 with the first day typed away, 4.7 with the last, and 6.5 where the program clears the field instead of a hand.
# For us:  a diary's figures are counted from the days that have a score, on the server, never from a form's fields.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm init -y >/dev/null && npm i --silent --no-audit --no-fund survey-core@3.1.1
cat >diary.mjs <<'JS'
import { Model } from 'survey-core';

const days = ['mon', 'tue', 'wed'];
const filled = () => {
  const form = new Model({
    elements: [
      ...days.map((name) => ({ type: 'text', inputType: 'number', name, min: 0, max: 10 })),
      ...['avg', 'sum', 'min'].map((name) => ({ type: 'expression', name, expression: `${name}({mon},{tue},{wed})` })),
    ],
  });
  [6, 8, 7].forEach((score, at) => {
    form.getQuestionByName(days[at]).inputValue = String(score);
  });
  return form;
};
const told = (what, { data }) => console.log(`${what}: mean ${data.avg}, sum ${JSON.stringify(data.sum)}, least ${data.min}`);

told('all three', filled());
for (const day of days) {
  const form = filled();
  form.getQuestionByName(day).inputValue = '';
  told(`${day} typed away`, form);
}
const cleared = filled();
cleared.getQuestionByName('tue').clearValue();
told('tue cleared by the program', cleared);
JS
node diary.mjs >seen
cat >expected <<'SEEN'
all three: mean 7, sum 21, least 6
mon typed away: mean 29, sum "087", least undefined
tue typed away: mean 22.333333333333332, sum "67", least undefined
wed typed away: mean 4.666666666666667, sum "14", least undefined
tue cleared by the program: mean 6.5, sum 13, least 6
SEEN
cat seen
diff -u expected seen || { echo 'The behaviour has changed.' >&2; exit 1; }
