import { describe, expect, it } from 'vitest';
import { readMailBody } from '../../../functions/email-inbound/mail-body.ts';
import { readMailHead } from '../../../functions/email-inbound/mail-head.ts';
import { loadPrintedText } from '../../../shared/content/load-printed-text.ts';
import { loadLexicon } from '../../../shared/content/safety.ts';
import { checkCutText } from '../../../shared/domain/reading/own-text/cut-text-check.ts';
import { parseReply } from '../../../shared/domain/reading/parse-reply.ts';
import { noDanger, staying } from '../../../shared/domain/reading/parsed-reply.ts';
import { htmlLayouts } from '../../corpus/mail/html-layouts.ts';
import { tipMail, wholeMail } from '../../corpus/mail/layout.ts';
import { plainLayouts } from '../../corpus/mail/plain-layouts.ts';

const layouts = [...plainLayouts, ...htmlLayouts];

const lexicon = loadLexicon();
const parse = (text: string) => parseReply(text, lexicon);

const said: Readonly<Record<'en' | 'fr', readonly string[]>> = {
  en: [
    'PAIN 6',
    'On reflection, STOP',
    'On top of that I have been numb between my legs since this morning',
    'PAIN 6\nOn the left side mostly',
    'From: the left hip\nTo: the knee\nPAIN 6',
    'Please stop sending me mail from reply@backbeat.example',
    'On Tuesday it was a 4.\nOn Friday my doctor wrote: rest',
    'DIARY',
    'Not bad today.\n\nWalked to the shop,\nand back.',
  ],
  fr: [
    'DOULEUR 6',
    'Le dos : 6',
    'Le mieux : STOP',
    'Le matin je ne sens plus mes jambes',
    'De : la hanche gauche\nÀ : le genou\nDOULEUR 6',
    'Merci de ne plus m’envoyer de mails depuis reply@backbeat.example',
    'JOURNAL',
    'Ça va.\n\nLe 3, c’était pire.\nLe kiné a écrit : du repos',
  ],
};

const read = async (raw: string) => {
  const bytes = Buffer.from(raw);
  return readMailBody(bytes, await readMailHead(bytes));
};

describe('whole mails', () => {
  for (const [at, layout] of layouts.entries()) {
    it.each(said[layout.language])(`from ${layout.name} (${layout.language}, ${layout.type}) say %j`, async (own) => {
      const mail = await read(wholeMail(layout, own, await tipMail(layout.language, at)));
      expect(mail.text).toBe(own);
    });

    it(`from ${layout.name} (${layout.language}, ${layout.type}) say nothing where nothing was written, and ask for nothing`, async () => {
      const mail = await read(wholeMail(layout, '', await tipMail(layout.language, at)));
      expect(mail.text).toBe('');
      expect(await checkCutText(mail, parse, loadPrintedText)).toEqual({
        leaving: staying,
        danger: noDanger,
      });
    });
  }
});
