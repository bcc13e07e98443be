#!/usr/bin/env bash
# A browser of Québec asks for French before English ("Accept-Language: fr-CA,en;q=0.5"); a service has en and fr. Which page comes?
# Runs:    npm negotiator 1.1.0 (Express, Fastify and Koa answer by it), accept-language-parser 1.5.0, @hapi/accept 6.0.3,
#          accept-language 3.0.20, bcp-47-match 2.0.3, hono 4.13.19; PyPI Werkzeug 3.1.9 (Flask), WebOb 1.8.11.
# Guessed: French: "fr" serves who asks for "fr-CA" (RFC 4647, section 3.4, lookup), and every library for this header does so.
# Seen:    English from three, Werkzeug, accept-language-parser and @hapi/accept, though the person put French first; French from five.
#          With "fr-CA" alone the same two npm libraries find nothing, so a fallback to English follows, and Werkzeug does find French.
# For us:  the sign-up asks in the language of the header, by hono's lookup; test/property/page-language.test.ts holds it to what
#          is wanted most.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm init -y >/dev/null
npm i --silent --no-audit --no-fund negotiator@1.1.0 accept-language-parser@1.5.0 @hapi/accept@6.0.3 accept-language@3.0.20 bcp-47-match@2.0.3 hono@4.13.19
python3 -m venv python && python/bin/pip -q --disable-pip-version-check install Werkzeug==3.1.9 WebOb==1.8.11
cat >ask.mjs <<'JS'
import hapi from '@hapi/accept';
import acceptLanguage from 'accept-language';
import parser from 'accept-language-parser';
import { lookup } from 'bcp-47-match';
import { Hono } from 'hono';
import { detectFromHeader } from 'hono/language';
import Negotiator from 'negotiator';

const ours = ['en', 'fr'];
acceptLanguage.languages(ours);
const byHono = async (header) => {
  const app = new Hono();
  const options = { lookupFromHeaderKey: 'accept-language', supportedLanguages: ours, ignoreCase: true };
  app.get('/', (context) => context.text(detectFromHeader(context, options) ?? 'none'));
  return (await app.request('/', { headers: { 'accept-language': header } })).text();
};
for (const header of ['fr-CA,en;q=0.5', 'fr-CA']) {
  const ranges = header.split(',').map((range) => range.split(';')[0]);
  const answers = {
    negotiator: new Negotiator({ headers: { 'accept-language': header } }).language(ours),
    'accept-language-parser': parser.pick(ours, header),
    '@hapi/accept': hapi.language(header, ours),
    'accept-language': acceptLanguage.get(header),
    'bcp-47-match': lookup(ours, ranges),
    hono: await byHono(header),
  };
  for (const [library, answer] of Object.entries(answers)) console.log(`${header}: ${library} ${answer || 'none'}`);
}
JS
cat >ask.py <<'PY'
from webob.acceptparse import create_accept_language_header
from werkzeug.datastructures import LanguageAccept
from werkzeug.http import parse_accept_header

for header in ('fr-CA,en;q=0.5', 'fr-CA'):
    print(f'{header}: Werkzeug {parse_accept_header(header, LanguageAccept).best_match(["en", "fr"])}')
    print(f'{header}: WebOb {create_accept_language_header(header).lookup(["en", "fr"], default="none")}')
PY
{ node ask.mjs; python/bin/python ask.py; } | sort >seen
cat >expected <<'SEEN'
fr-CA,en;q=0.5: @hapi/accept en
fr-CA,en;q=0.5: WebOb fr
fr-CA,en;q=0.5: Werkzeug en
fr-CA,en;q=0.5: accept-language fr
fr-CA,en;q=0.5: accept-language-parser en
fr-CA,en;q=0.5: bcp-47-match fr
fr-CA,en;q=0.5: hono fr
fr-CA,en;q=0.5: negotiator fr
fr-CA: @hapi/accept none
fr-CA: WebOb fr
fr-CA: Werkzeug fr
fr-CA: accept-language fr
fr-CA: accept-language-parser none
fr-CA: bcp-47-match fr
fr-CA: hono fr
fr-CA: negotiator fr
SEEN
cat seen
diff -u expected seen || { echo 'The behaviour has changed.' >&2; exit 1; }
