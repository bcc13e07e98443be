import { answerContentIn } from '../content/answer-content.ts';
import { loadReplyReading } from '../content/reply-reading.ts';
import { readersInWords } from '../domain/desk/readers-in-words.ts';
import { createPageLinks } from '../domain/people/links.ts';
import type { TokenKeys } from '../domain/people/token.ts';
import type { Runtime } from '../platform/runtime.ts';
import type { ChannelSettings, Settings } from '../platform/settings.ts';
import type { WorklistStore } from '../store/worklist-store.ts';
import { type ActOnPage, type ActOnPageDeps, createActOnPage } from './act-on-page.ts';
import type { ReplyStores } from './reply-stores.ts';
import { createReportRedFlag } from './report-red-flag.ts';

/**
 * Connects acts on pages to the content and the reading of replies. It is a module of its own, loaded by the first
 * posted form: somebody who only looks at a page does not wait for it.
 */
export const connectActOnPage = (
  settings: Pick<Settings, 'publicBaseUrl' | 'contact' | 'redFlagReaders'> &
    ChannelSettings<'smsNumber', never> & {
      readonly tokenKeys: TokenKeys;
    },
  stores: ReplyStores,
  worklist: Pick<WorklistStore, 'put'>,
  runtime: Runtime,
  told: Pick<ActOnPageDeps, 'log' | 'count'>,
): ActOnPage => {
  const links = createPageLinks(settings);
  const { parse, safetyAnswer } = loadReplyReading();
  return createActOnPage({
    stores,
    runtime,
    ...told,
    contextIn: async (language) => ({
      language,
      ...(await answerContentIn(language, settings.onlyChannel)),
      contact: settings.contact,
      smsNumber: settings.smsNumber,
      onlyChannel: settings.onlyChannel,
      publicBaseUrl: settings.publicBaseUrl,
      ...readersInWords(settings.redFlagReaders, language),
      safetyAnswer: (flag, country) => safetyAnswer(flag, country, language),
      link: (page, id, name, now) => links[page](id, name, now),
    }),
    parse,
    reportRedFlag: createReportRedFlag(worklist, settings.redFlagReaders),
  });
};
