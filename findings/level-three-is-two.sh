#!/usr/bin/env bash
# A PDF questionnaire of five circles, "1" (no problem) to "5" (unable), made and answered "3" with pdf-lib. What did the person answer?
# Runs:    npm pdf-lib 1.17.1, pdfjs-dist 5.6.205; PyPI pypdf 6.21.4, pikepdf 10.18.0, PyMuPDF 2.0.0, PyPDFForm 6.0.1.
# Guessed: 3 by every reader; a slash before it at worst.
# Seen:    pdf-lib reads its 3, the five others 2: in the file the circles are numbered from nought, and what they stand for is in the
#          field's /Opt, as PDF allows, which the five leave unread. A scale from 0 to 10 comes out right in all, so that no trial of
#          such a scale would show it. PyPDFForm says in its schema that it counts from 0.
# For us:  whoever takes PDF forms in reads /Opt, and tries a scale that starts at 1.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm init -y >/dev/null && npm i --silent --no-audit --no-fund pdf-lib@1.17.1 pdfjs-dist@5.6.205
python3 -m venv python && python/bin/pip -q --disable-pip-version-check install pypdf==6.21.4 pikepdf==10.18.0 PyMuPDF==2.0.0 PyPDFForm==6.0.1
cat >form.mjs <<'JS'
import { readFileSync, writeFileSync } from 'node:fs';
import { PDFDocument } from 'pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const scales = { level: ['1', '2', '3', '4', '5'], pain: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10'] };
const made = await PDFDocument.create();
const page = made.addPage([500, 200]);
Object.entries(scales).forEach(([name, choices], row) => {
  const field = made.getForm().createRadioGroup(name);
  choices.forEach((choice, at) => field.addOptionToPage(choice, page, { x: 20 + 40 * at, y: 50 + 60 * row, width: 20, height: 20 }));
  field.select('3');
});
writeFileSync('answered.pdf', await made.save());
const form = (await PDFDocument.load(readFileSync('answered.pdf'))).getForm();
console.log('pdf-lib:', ...Object.keys(scales).map((name) => `${name} ${form.getRadioGroup(name).getSelected()}`));
const fields = await (await getDocument({ data: new Uint8Array(readFileSync('answered.pdf')), verbosity: 0 }).promise).getFieldObjects();
console.log('pdf.js:', ...Object.keys(scales).map((name) => `${name} ${fields[name].find(({ type }) => type === 'radiobutton').value}`));
JS
cat >read.py <<'PY'
import pikepdf
import pikepdf.form
import pymupdf
import pypdf
from PyPDFForm import PdfWrapper

names = ('level', 'pain')
fields = pypdf.PdfReader('answered.pdf').get_fields()
print('pypdf:', *(f'{name} {fields[name].value}' for name in names))
form = pikepdf.form.Form(pikepdf.open('answered.pdf'))
print('pikepdf:', *(f'{name} {form[name].value}' for name in names))
widgets = [(w.field_name, w.field_value) for w in pymupdf.open('answered.pdf')[0].widgets()]
print('PyMuPDF:', *(f'{name} {value}' for name, value in widgets if value != 'Off'))
wrapper = PdfWrapper('answered.pdf')
print('PyPDFForm:', *(f'{name} {wrapper.data[name]}' for name in names))
PY
{ node form.mjs; python/bin/python read.py; } >seen
cat >expected <<'SEEN'
pdf-lib: level 3 pain 3
pdf.js: level 2 pain 3
pypdf: level /2 pain /3
pikepdf: level /2 pain /3
PyMuPDF: level 2 pain 3
PyPDFForm: level 2 pain 3
SEEN
cat seen
diff -u expected seen || { echo 'The behaviour has changed.' >&2; exit 1; }
