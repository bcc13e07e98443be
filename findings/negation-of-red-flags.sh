#!/usr/bin/env bash
# The NegEx negation finder, made for physicians' notes, on red flags as patients write them.
# Runs:    PyPI negspacy 1.1.0 with spaCy 3.8.18, a blank English pipeline, the findings marked by an entity ruler, default settings.
# Guessed: a comma or "but" ends what a "no" denies; "can't sleep" and "no better" deny sleep and betterment, not the symptom after them;
#          "no change" and "not only" are on its list of false negations.
# Seen:    the last two hold, and "but" ends a denial; commas and colons do not: "No, my groin is numb", "can't sleep, leg numb",
#          "No better: numb legs", "no pain today, numb leg" and "I have no idea why my groin is numb" all deny the numbness;
#          and a denial after the symptom ("numb? no") is not one.
# For us:  a red flag must win over a denial found so; in patients' words a "no" often answers a question than denies what follows.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check negspacy==1.1.0 spacy==3.8.18
cat >deny.py <<'PY'
import spacy
from negspacy.negation import Negex  # noqa: F401 (registers the pipe)

reader = spacy.blank('en')
reader.add_pipe('sentencizer')
reader.add_pipe('entity_ruler').add_patterns([{'label': 'FINDING', 'pattern': [{'LOWER': {'IN': ['numb', 'numbness', 'pain', 'fever']}}]}])
reader.add_pipe('negex', config={'ent_types': ['FINDING']})
for text in [
    'No numbness.', 'No, my groin is numb.', "I can't sleep, leg numb.", 'No better: numb legs.', 'No pain today, numb leg.',
    'I have no idea why my groin is numb.', 'No pain but numb.', 'No change, still numb.', 'Not only pain.', 'Numb? No.',
]:
    print(f'{text}', ', '.join(f"{found.text} {'denied' if found._.negex else 'stated'}" for found in reader(text).ents))
PY
venv/bin/python deny.py >seen 2>log || { cat log >&2; exit 1; }
cat >expected <<'EOF'
No numbness. numbness denied
No, my groin is numb. numb denied
I can't sleep, leg numb. numb denied
No better: numb legs. numb denied
No pain today, numb leg. pain denied, numb denied
I have no idea why my groin is numb. numb denied
No pain but numb. pain denied, numb stated
No change, still numb. numb stated
Not only pain. pain stated
Numb? No. Numb stated
EOF
cat seen
diff -u expected seen || { echo 'The behaviour has changed.' >&2; exit 1; }
