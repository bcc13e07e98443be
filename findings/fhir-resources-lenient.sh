#!/usr/bin/env bash
# What the Python FHIR models accept in a pain score that the specification's required bindings forbid.
# Runs:    PyPI fhir.resources 8.3.0, the R4B Observation, model_validate and model_dump_json.
# Assumed: a status outside the required value set and a code that is no UCUM expression are refused, as `id` is when it breaks its pattern;
#          a decimal and a time come out as they went in.
# Seen:    status "finished" passes (the allowed values are a note in the model, not a check); so does the UCUM code "6 bananas";
#          a decimal 6.50 loses its precision, and a time of ".000Z" its fraction, both of which FHIR bids systems keep;
#          and a form feed goes out as \f, which HL7's own Java validator (not run here) refuses though JSON allows it.
# For us:  "validated with fhir.resources" says nothing of codes; only the HL7 validator does.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
pip install --quiet --disable-pip-version-check --root-user-action=ignore --target lib fhir.resources==8.3.0
cat >validate.py <<'PY'
import json

from fhir.resources.R4B.observation import Observation

cases = {
    'status outside the value set': '"status": "finished"',
    'code that is no unit': '"status": "final", "valueQuantity": {"value": 6, "system": "http://unitsofmeasure.org", "code": "6 bananas"}',
    'id outside its pattern': '"status": "final", "id": "pain_6"',
    'decimal with two places': '"status": "final", "valueQuantity": {"value": 6.50}',
    'time with milliseconds': '"status": "final", "effectiveDateTime": "2026-11-01T08:00:00.000Z"',
    'form feed in a note': '"status": "final", "note": [{"text": "worse\\fat night"}]',
}
for name, fields in cases.items():
    try:
        written = Observation.model_validate_json('{"resourceType": "Observation", "code": {"text": "pain"}, ' + fields + '}').model_dump_json()
        print(f'{name}: accepted,', written.split('"code":{"text":"pain"}')[-1].strip(',}') or json.loads(written)['status'])
    except ValueError as refusal:
        print(f'{name}: refused,', type(refusal).__name__)
PY
PYTHONPATH=lib python3 validate.py >seen
cat >expected <<'EOF'
status outside the value set: accepted, finished
code that is no unit: accepted, "valueQuantity":{"value":6,"system":"http://unitsofmeasure.org","code":"6 bananas"
id outside its pattern: refused, ValidationError
decimal with two places: accepted, "valueQuantity":{"value":6.5
time with milliseconds: accepted, "effectiveDateTime":"2026-11-01T08:00:00Z"
form feed in a note: accepted, "note":[{"text":"worse\fat night"}]
EOF
cat seen
diff -u expected seen || { echo 'The behaviour has changed.' >&2; exit 1; }
