import type { Operation } from '../../shared/domain/desk/authorise.ts';
import { inForm, knee, list, own, person } from './ana-at-desk.ts';
import type { DeskBrowser } from './desk-site.ts';
import { ana } from './replies.ts';

/** How a browser asks for each operation that the page has; the others are the command line's. What ends things comes last. */
export const requests: Readonly<
  Partial<Record<Operation, (browser: DeskBrowser, event: string) => Promise<Response>>>
> = {
  status: ({ get }) => get('/desk/today'),
  'who-is-due': ({ get }) => get('/desk/today/missed'),
  find: ({ post }) => post('/desk/find', { who: ana }),
  show: ({ get }) => get(person),
  explain: ({ get }) => get(`${person}?date=2030-01-08`),
  pause: ({ post }) => post(`${person}/pause`, { days: '7' }),
  resume: ({ post }) => post(`${person}/resume`),
  move: ({ post }) => post(`${person}/move`, { time: '18:30', zone: 'Denver', channel: '', language: 'fr' }),
  worklist: ({ get }) => get('/desk'),
  acknowledge: ({ post }, event) => post('/desk/acknowledge', { event }),
  'read-diary': ({ get }) => get(`${person}/diary`),
  export: ({ post }) => post(`${person}/export`),
  'read-audit': ({ get }) => get('/desk/audit'),
  'add-code': ({ post }) => post('/desk/codes', knee),
  'list-codes': ({ get }) => get('/desk/codes/KNEE7/card/en'),
  'end-code': ({ post }) => post('/desk/codes/KNEE7/end'),
  'try-import': ({ bring }) => bring(list),
  import: ({ post }) => post('/desk/list/invite', { list: inForm(list), code: '' }),
  'list-failed': ({ get }) => get('/desk/failed'),
  redrive: ({ post }) => post('/desk/failed/sms'),
  preview: ({ post }) => post('/desk/tip', { tip: '8', to: own, language: 'en', own: 'yes' }),
  report: ({ get }) => get('/desk/results/report?month=2030-01'),
  'research-export': ({ post }) => post('/desk/results/research'),
  stop: ({ post }) => post(`${person}/stop`),
  erase: ({ post }) => post(`${person}/erase`, { word: 'ERASE' }),
};
export const onCommandLineOnly = ['restore', 'replay-mail'];
export const showsWords = ['read-diary', 'export'];
