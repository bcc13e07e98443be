import type { Role } from '../../../shared/domain/desk/authorise.ts';
import { clinic, type DeskDoor, type Told } from './desk-door.ts';

/** Whom the stand-in provider signs in for a role. */
const colleagues: Readonly<Record<Role, string>> = { staff: 'sam', clinician: 'lee' };

/** What a reader sees of a page. */
const wordsOf = (html: string): string =>
  html
    .replace(/<style>.*?<\/style>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replace(/\s+/g, ' ');

/** A browser without script: it keeps cookies, follows redirects, and fills in forms. */
const openBrowser = (url: string, colleague: string) => {
  const jar = new Map<string, string>();
  const ask = async (address: string, init: RequestInit = {}): Promise<Response> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(new URL(address, url), {
      ...init,
      redirect: 'manual',
      headers: { cookie, 'accept-language': 'en' },
    });
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      jar.set(name, value);
    }
    const next = response.headers.get('location');
    if (next === null || response.status < 300 || response.status > 399) return response;
    // Somebody has to say at the provider who they are.
    const chosen = new URL(next, new URL(address, url));
    if (chosen.pathname.endsWith('/authorize') && !chosen.searchParams.has('prompt'))
      chosen.searchParams.set('as', colleague);
    return ask(chosen.href);
  };
  const post = async (path: string, fields: Readonly<Record<string, string>> = {}): Promise<Response> => {
    const form = await (await ask('/desk')).text();
    const token = /name="token" value="([^"]+)"/.exec(form)?.[1] ?? '';
    return ask(path, { method: 'POST', body: new URLSearchParams({ token, ...fields }) });
  };
  return { ask, post };
};

const told = async (response: Response): Promise<Told> => {
  if (!response.ok && ![400, 403, 404].includes(response.status)) throw new Error(`a page answered ${response.status}`);
  const text = wordsOf(await response.text());
  if (response.ok) return { is: 'done', text };
  return { is: response.status === 403 ? 'refused' : 'cannot', text };
};

/** The page at `/desk` of a service, signed in at its stand-in provider; each role in a browser of its own. */
export const pageDoor = (url: string): DeskDoor => {
  const browsers = new Map<Role, Promise<ReturnType<typeof openBrowser>>>();
  const open = async (as: Role) => {
    const browser = openBrowser(url, colleagues[as]);
    await browser.ask('/desk/sign-in');
    return browser;
  };
  const browserOf = (as: Role) => {
    const opened = browsers.get(as) ?? open(as);
    browsers.set(as, opened);
    return opened;
  };
  const get = async (path: string, as: Role = 'staff'): Promise<Told> => told(await (await browserOf(as)).ask(path));
  const post = async (path: string, fields: Readonly<Record<string, string>> = {}, as: Role = 'staff') =>
    told(await (await browserOf(as)).post(path, fields));
  /** Does something about whoever a number finds. */
  const about = async (who: string, act: (path: string) => Promise<Told>): Promise<Told> => {
    const found = await (await browserOf('staff')).post('/desk/find', { who });
    const id = /\/desk\/people\/([a-z2-7]{26})\//.exec(await found.clone().text())?.[1];
    return found.ok && id !== undefined ? act(`/desk/people/${id}`) : told(found);
  };
  return {
    today: () => get('/desk/today'),
    wentWithout: () => get('/desk/today/missed'),
    show: (who) => about(who, (path) => get(path)),
    explain: (who, date) => about(who, (path) => get(`${path}?date=${date}`)),
    stop: (who) => about(who, (path) => post(`${path}/stop`)),
    pause: (who, days) => about(who, (path) => post(`${path}/pause`, { days })),
    resume: (who) => about(who, (path) => post(`${path}/resume`)),
    move: (who, to) => about(who, (path) => post(`${path}/move`, to)),
    erase: (who) => about(who, (path) => post(`${path}/erase`, { word: 'ERASE' })),
    readDiary: (who, as) => about(who, (path) => get(`${path}/diary`, as)),
    export: (who, as) => about(who, (path) => post(`${path}/export`, {}, as)),
    worklist: () => get('/desk'),
    acknowledge: async () => {
      const list = await (await (await browserOf('staff')).ask('/desk')).text();
      return post('/desk/acknowledge', { event: /name="event" value="([^"]+)"/.exec(list)?.[1] ?? '' });
    },
    codes: () => get('/desk/codes'),
    addCode: (code, programme) =>
      post('/desk/codes', { code, programme, clinic: clinic.name, contact: clinic.contact }),
    endCode: (code) => post(`/desk/codes/${code}/end`),
    report: (month) => get(`/desk/results/report?month=${month}`),
    research: (as) => post('/desk/results/research', {}, as),
    preview: (tip, to) => post('/desk/tip', { tip, to, language: 'en', own: 'yes' }),
    whatFailed: () => get('/desk/failed'),
    audit: (date, as) => get(`/desk/audit?date=${date}`, as),
  };
};
