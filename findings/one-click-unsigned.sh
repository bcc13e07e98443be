#!/usr/bin/env bash
# A mail with one-click unsubscription, signed with DKIM as four libraries do by themselves: do they sign both of its fields?
# Runs:    npm nodemailer 10.6.0 (writes the mail too), mailauth 7.1.0; PyPI dkimpy 1.1.8; Go github.com/emersion/go-msgauth 0.7.0; no list
#          of fields is given to any of them.
# Guessed: RFC 8058 bids a signature cover List-Unsubscribe and List-Unsubscribe-Post, and the large mail providers have asked for both for
#          years: all four sign both; if one does not, it is nodemailer.
# Seen:    three of four sign List-Unsubscribe and leave List-Unsubscribe-Post out, nodemailer, mailauth and dkimpy, without a word; only
#          go-msgauth, which signs every field there is, covers it. The signatures verify all the same.
# For us:  who sends our mail signs it; where we sign by ourselves, both fields are named, and a test reads the signature's list.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
npm init -y >/dev/null && npm i --silent --no-audit --no-fund nodemailer@10.6.0 mailauth@7.1.0
python3 -m venv python && python/bin/pip -q --disable-pip-version-check install dkimpy==1.1.8
openssl genpkey -quiet -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out key.pem 2>openssl.log || { cat openssl.log >&2; exit 1; }
cat >write.mjs <<'JS'
import { readFileSync, writeFileSync } from 'node:fs';
import { dkimSign } from 'mailauth/lib/dkim/sign.js';
import nodemailer from 'nodemailer';

const privateKey = readFileSync('key.pem', 'utf8');
const mail = {
  from: 'tips@clinic.example',
  to: 'somebody@home.example',
  subject: 'Your pain today',
  text: 'From 0 to 10?',
  list: { unsubscribe: 'https://clinic.example/stop/1' },
  headers: { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
};
const sent = (dkim) => nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows', dkim }).sendMail(mail);
const plain = (await sent()).message;
writeFileSync('plain.eml', plain);
writeFileSync('nodemailer.eml', (await sent({ domainName: 'clinic.example', keySelector: 's', privateKey })).message);
const { signatures } = await dkimSign(plain, { signatureData: [{ signingDomain: 'clinic.example', selector: 's', privateKey }] });
writeFileSync('mailauth.eml', Buffer.concat([Buffer.from(signatures), plain]));
JS
cat >write.py <<'PY'
import dkim

plain = open('plain.eml', 'rb').read()
open('dkimpy.eml', 'wb').write(dkim.sign(plain, b's', b'clinic.example', open('key.pem', 'rb').read()) + plain)
PY
mkdir sign && cat >sign/main.go <<'GO'
package main

import (
	"bytes"
	"crypto"
	"crypto/x509"
	"encoding/pem"
	"os"

	"github.com/emersion/go-msgauth/dkim"
)

func ended(err error) {
	if err != nil {
		panic(err)
	}
}

func main() {
	plain, err := os.ReadFile("../plain.eml")
	ended(err)
	text, err := os.ReadFile("../key.pem")
	ended(err)
	block, _ := pem.Decode(text)
	key, err := x509.ParsePKCS8PrivateKey(block.Bytes)
	ended(err)
	var signed bytes.Buffer
	ended(dkim.Sign(&signed, bytes.NewReader(plain), &dkim.SignOptions{Domain: "clinic.example", Selector: "s", Signer: key.(crypto.Signer)}))
	ended(os.WriteFile("../go-msgauth.eml", signed.Bytes(), 0o600))
}
GO
cat >read.mjs <<'JS'
import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';

const key = createPublicKey(readFileSync('key.pem')).export({ type: 'spki', format: 'der' }).toString('base64');
const resolver = async () => [[`v=DKIM1; k=rsa; p=${key}`]];
for (const signer of ['nodemailer', 'mailauth', 'dkimpy', 'go-msgauth']) {
  const [{ signingHeaders, status }] = (await dkimVerify(readFileSync(`${signer}.eml`), { resolver })).results;
  const covered = signingHeaders.keys.toLowerCase().split(/\s*:\s*/);
  const told = ['list-unsubscribe', 'list-unsubscribe-post'].map((field) => `${field} ${covered.includes(field) ? 'signed' : 'left out'}`);
  console.log(`${signer}: ${status.result}, ${told.join(', ')}`);
}
JS
node write.mjs
python/bin/python write.py
(cd sign && go mod init sign && go get github.com/emersion/go-msgauth/dkim@v0.7.0 && go run .) >go.log 2>&1 || { cat go.log >&2; exit 1; }
node read.mjs >seen
cat >expected <<'SEEN'
nodemailer: pass, list-unsubscribe signed, list-unsubscribe-post left out
mailauth: pass, list-unsubscribe signed, list-unsubscribe-post left out
dkimpy: pass, list-unsubscribe signed, list-unsubscribe-post left out
go-msgauth: pass, list-unsubscribe signed, list-unsubscribe-post signed
SEEN
cat seen
diff -u expected seen || { echo 'The behaviour has changed.' >&2; exit 1; }
