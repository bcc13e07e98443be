import { pseudonymOf } from '../../shared/domain/people/pseudonym.ts';
import type { Table } from '../../shared/store/dynamodb-table.ts';
import { drLee as leeAtDesk, sam as samAtDesk } from './desk.ts';
import { deskSiteOver } from './desk-site.ts';
import { readingClinic } from './reading-clinic.ts';
import { ana, contentsOf, createService } from './replies.ts';
import { pepper } from './subscribers.ts';

export const sam = { ...samAtDesk, name: '5a3e0c1e-0001-4000-8000-00000000005a' };
export const lee = { ...leeAtDesk, name: '1ee00000-0002-4000-8000-0000000001ee' };
export const idOfAna = pseudonymOf(pepper, 'sms', ana);
export const person = `/desk/people/${idOfAna}`;
export const word = 'wheelbarrow';
export const knee = {
  code: 'knee 7',
  clinic: 'Elm <Street> Physio',
  contact: '+1 212 555 0199',
  language: 'fr',
  time: '18:30',
};

/** The number of whoever looks at a tip. */
export const own = '+12125550177';
export const listed = 'lena.kestrel@example.org';
export const agreed = '2029-12-01,paper form,I agree to get one tip a day';
export const list = `address,language,zone,consent_when,consent_how,consent_wording\n${listed},fr,Paris,${agreed}\n`;
export const inForm = (text: string): string => Buffer.from(text).toString('base64url');
/** What the queue of texts has given up. */
export const failed = {
  sms: [JSON.stringify({ kind: 'tips', dueAt: 0, members: [{ id: idOfAna, date: '2030-01-07' }] })],
};

export const withAna = async (table: Table) => {
  const service = createService(table, { readers: readingClinic });
  await service.text('JOIN');
  await service.text(`PAIN 7 with the ${word}`);
  const desk = deskSiteOver(table, service, { readers: readingClinic, failed });
  const allow = () => service.changes.change(idOfAna, (subscriber) => ({ ...subscriber, clinic: 'yes' }));
  const trail = async () => (await contentsOf(table)).filter(({ PK }) => String(PK).startsWith('AUDIT#'));
  return { service, desk, allow, trail };
};

/** Five people make a report, and an export for research, of which Ana is one. */
export const withFour = async ({ text }: Awaited<ReturnType<typeof withAna>>['service']): Promise<void> => {
  const others = ['+12125550201', '+12125550202', '+12125550203', '+12125550204'];
  for (const from of others) await text('JOIN', { from });
  for (const from of [ana, ...others]) await text('RESEARCH YES', { from });
};

/** Of a red flag: of each that is tried, its text is told once. */
export const eventOf = async (table: Table): Promise<string> =>
  String((await contentsOf(table)).find(({ PK }) => PK === 'WORKLIST')?.['SK']);
