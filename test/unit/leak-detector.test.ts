import { expect, it } from 'vitest';
import { createLeakDetector } from '../e2e/support/leak-detector.ts';

const ida = '+12125559417';
const juneMail = 'june.osprey@medlar.example';
const link = 'q2w4e6r8t0y2u4i6o8p0a2s4d6f8g0h2';

const leaksIn = createLeakDetector({
  'Ida’s number': ida,
  'Ida’s mailbox': 'ida.kestrel@quince.example',
  'June’s mailbox': juneMail,
  'a note': 'wheelbarrow',
  'a diary link': link,
});

it('the leak detector finds a number, a mailbox, a word and a token, however they are written', () => {
  expect(leaksIn(`{"to":"${ida}"}`)).toEqual(['Ida’s number']);
  expect(leaksIn('?To=%2B12125559417&Body=x')).toEqual(['Ida’s number']);
  for (const written of ['1 (212) 555-9417', '(212) 555-9417', '212-555-9417', '212.555.9417', '2125559417'])
    expect(leaksIn(`sent to ${written}`), written).toEqual(['Ida’s number']);
  expect(leaksIn('?to=%28212%29+555%2D9417')).toEqual(['Ida’s number']);
  expect(leaksIn(`SMS:${ida.slice(1)}`)).toEqual(['Ida’s number']);
  expect(leaksIn('IDA.Kestrel@Quince.example')).toEqual(['Ida’s mailbox']);
  expect(leaksIn('to=june.osprey%40medlar.example')).toEqual(['June’s mailbox']);
  expect(leaksIn(Buffer.from(juneMail).toString('base64'))).toEqual(['June’s mailbox']);
  for (const said of [`{"to":"${ida}"}`, `{"from":"${ida}"}`, `to (212) 555-9417`, `?>${ida}`])
    for (const alphabet of ['base64', 'base64url'] as const) {
      const coded = Buffer.from(said).toString(alphabet);
      for (const written of [coded, `jobs/${coded}`, `"token":"${coded}"`, encodeURIComponent(coded)])
        expect(leaksIn(written), `${said} as ${written}`).toEqual(['Ida’s number']);
    }
  const mail = Buffer.from(`${'x'.repeat(50)}${juneMail} wrote`).toString('base64');
  expect(leaksIn(mail.replace(/.{76}/g, '$&\r\n'))).toEqual(['June’s mailbox']);
  expect(leaksIn('the Wheelbarrow')).toEqual(['a note']);
  expect(leaksIn(`GET /diary/${link}/export.csv`)).toEqual(['a diary link']);
  expect(leaksIn('{"id":"abc","count":12125550000}')).toEqual([]);
});
