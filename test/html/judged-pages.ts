import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeTipBook } from '../../content/build/tip-book.ts';
import { createWeb } from '../../functions/web/web.ts';
import { type Language, languages } from '../../shared/domain/people/subscriber.ts';
import type { Table } from '../../shared/store/dynamodb-table.ts';
import { asked, pages, worldIn } from '../e2e/support/person-pages.ts';
import { knee, lee, person, sam, withAna, withFour } from '../support/ana-at-desk.ts';
import { fakeWorld } from '../unit/web-fakes.ts';
import { ana, diaryToken } from '../unit/web-people.ts';

/** A page by what it is, and its HTML. */
export type JudgedPages = Readonly<Record<string, string>>;

const acceptIn = (language: Language) => ({ 'accept-language': language === 'fr' ? 'fr-CH' : 'en-US' });
const wrongSignUp = { address: 'nobody', time: '25:00', zone: 'Portland', language: 'en' };

/** Forms that people's pages answer, by what is said to them. */
const forms: Readonly<Record<string, readonly [path: string, fields: Readonly<Record<string, string>>]>> = {
  'a sign-up that is not understood': ['/signup', wrongSignUp],
  'a phone that signs up': [
    '/signup',
    { ...wrongSignUp, address: '+12125550102', time: '19:30', zone: 'Chicago', consent: 'on' },
  ],
  'a mailbox that signs up': [
    '/signup',
    { ...wrongSignUp, address: 'jo@example.org', time: '09:00', zone: 'Chicago', consent: 'on' },
  ],
  'a score without a number': [`/pain/${diaryToken({ purpose: 'pain' })}`, {}],
  'a score that is saved': [`/pain/${diaryToken({ purpose: 'pain' })}`, { score: '6' }],
  'a week that is saved': [`/pain/${diaryToken({ purpose: 'pain' })}/week?of=${asked}`, { reach: 'some' }],
  'a confirmation': [`/confirm/${diaryToken({ purpose: 'confirm' })}`, {}],
  'an unsubscription': ['/unsubscribe/good', {}],
  'an hour that is refused': [`/diary/${diaryToken()}/settings`, { time: '23:00' }],
  'an hour that is changed': [`/diary/${diaryToken()}/settings`, { time: '19:30' }],
  'a place that may be several': [`/diary/${diaryToken()}/settings`, { place: 'Portland' }],
};

const pagesOfPeople = async (language: Language): Promise<JudgedPages> => {
  const found: Record<string, string> = {};
  const web = createWeb(worldIn(language).deps);
  const headers = acceptIn(language);
  for (const [name, path] of Object.entries(pages)) found[name] = await (await web.request(path, { headers })).text();
  for (const [name, [path, fields]] of Object.entries(forms)) {
    const body = new URLSearchParams(fields);
    found[name] = await (await web.request(path, { method: 'POST', body, headers })).text();
  }
  found['terms'] = await (await web.request('/terms', { headers })).text();
  const empty = createWeb(fakeWorld({ ...ana, language }, []).deps);
  found['an empty diary'] = await (await empty.request(pages.diary, { headers })).text();
  return found;
};

const pagesOfTheDesk = async (language: Language, table: Table): Promise<JudgedPages> => {
  const { service, desk, allow } = await withAna(table);
  await service.text('chest pain');
  await allow();
  const found: Record<string, string> = {};
  const headers = acceptIn(language);
  found['signed out'] = await (await desk.site.request('/desk', { headers })).text();
  const staff = desk.browserOf(sam);
  await staff.post('/desk/codes', knee);
  const paths = ['', '/today', '/today/missed', '/audit', '/codes', '/codes/KNEE7/card/en', '/list', '/failed', '/tip'];
  for (const path of paths) found[path || 'worklist'] = await (await staff.ask(`/desk${path}`, { headers })).text();
  await withFour(service);
  for (const path of ['/results', '/results/report?month=2030-01'])
    found[path] = await (await desk.browserOf(lee).ask(`/desk${path}`, { headers })).text();
  found['a person'] = await (await staff.ask(`${person}?date=2030-01-08`, { headers })).text();
  found['before an erasure'] = await (await desk.browserOf(lee).ask(`${person}/erase`, { headers })).text();
  found['what somebody wrote'] = await (await desk.browserOf(lee).ask(`${person}/diary`, { headers })).text();
  return found;
};

const content = join(import.meta.dirname, '../../content');
const simulator = new URL('../../local/simulator/simulator.html', import.meta.url);

const named = (pages: JudgedPages, where: string): JudgedPages =>
  Object.fromEntries(Object.entries(pages).map(([name, html]) => [`${where}: ${name}`, html]));

/** Every page that there is, in both languages. */
export const judgedPages = async (freshTable: () => Promise<Table>): Promise<JudgedPages> => {
  const all: Record<string, string> = {
    'the simulator': await readFile(simulator, 'utf8'),
    'the book of tips': await writeTipBook(content, '2026-11-30'),
  };
  for (const language of languages) {
    Object.assign(all, named(await pagesOfPeople(language), language));
    Object.assign(all, named(await pagesOfTheDesk(language, await freshTable()), `desk, ${language}`));
  }
  return all;
};
