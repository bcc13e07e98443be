#!/usr/bin/env bash
# A mail's style sheet is written into its elements before it is sent. What becomes of its rules for dark mode and for narrow screens?
# Runs:    npm juice 11.1.1, inline-css 4.0.3, @css-inline/css-inline 0.21.2; PyPI premailer 3.10.0, css-inline 0.24.0, toronado 0.1.0;
#          each with its defaults.
# Guessed: a rule that cannot be written into an element stays in the head as it is, with the "!important" by which it wins over a
#          style of the element itself.
# Seen:    so in juice alone. premailer keeps the rules and takes every "!important" from them, so that the colours written into the
#          element win and the dark ones never come; the four others leave no rule at all.
# For us:  our mails carry no style sheet: every colour stands in its element, and a test holds it against what mail programs know.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm init -y >/dev/null && npm i --silent --no-audit --no-fund juice@11.1.1 inline-css@4.0.3 @css-inline/css-inline@0.21.2
python3 -m venv python
python/bin/pip -q --disable-pip-version-check install premailer==3.10.0 css-inline==0.24.0 toronado==0.1.0 2>/dev/null
cat >mail.html <<'HTML'
<!doctype html><html lang="en"><head><style>
.ask { color: #123456; background-color: #ffffff; }
@media (prefers-color-scheme: dark) { .ask { color: #eeeeee !important; background-color: #111111 !important; } }
@media (max-width: 400px) { .ask { padding: 4px !important; } }
</style></head><body><p class="ask">How is your back, 0 to 10?</p></body></html>
HTML
cat >inline.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { inline } from '@css-inline/css-inline';
import inlineCss from 'inline-css';
import juice from 'juice';

const mail = readFileSync('mail.html', 'utf8');
const told = (library, html) => {
  const [head] = html.split('<body');
  console.log(`${library}: ${head.match(/@media/g)?.length ?? 0} rules kept, "!important" ${head.match(/!important/g)?.length ?? 0} times`);
};
told('juice', juice(mail));
told('inline-css', await inlineCss(mail, { url: 'https://clinic.example/' }));
told('@css-inline/css-inline', inline(mail));
JS
cat >inline.py <<'PY'
import css_inline
import premailer
import toronado

mail = open('mail.html').read()
for library, html in (
    ('premailer', premailer.transform(mail)),
    ('css-inline', css_inline.inline(mail)),
    ('toronado', toronado.from_string(mail).decode()),
):
    head = html.split('<body')[0]
    print(f'{library}: {head.count("@media")} rules kept, "!important" {head.count("!important")} times')
PY
{ node inline.mjs; python/bin/python inline.py 2>/dev/null; } >seen
cat >expected <<'SEEN'
juice: 2 rules kept, "!important" 3 times
inline-css: 0 rules kept, "!important" 0 times
@css-inline/css-inline: 0 rules kept, "!important" 0 times
premailer: 2 rules kept, "!important" 0 times
css-inline: 0 rules kept, "!important" 0 times
toronado: 0 rules kept, "!important" 0 times
SEEN
cat seen
diff -u expected seen || { echo 'The behaviour has changed.' >&2; exit 1; }
