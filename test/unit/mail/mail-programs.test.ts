import { caniemail } from 'caniemail';
import { describe, expect, it } from 'vitest';
import { compileMailTemplates } from '../../../content/build/compile-mail-templates.ts';
import type { MailTemplates } from '../../../shared/content/mail-templates.ts';
import { mailsFor, type TipMail } from '../../../shared/content/mails.ts';
import { languages } from '../../../shared/domain/people/subscriber.ts';
import { mailWords } from '../../../shared/mails/mail-words.ts';
import { renderAnswerMail } from '../../../shared/mails/render-answer-mail.ts';
import { renderConfirmationMail } from '../../../shared/mails/render-confirmation-mail.ts';
import { renderPromptMail } from '../../../shared/mails/render-prompt-mail.ts';
import { renderTipMail } from '../../../shared/mails/render-tip-mail.ts';

/** The programs of most people in the countries we write to, of those that keep least of a mail (caniemail.com, May 2026). La Poste's apps are not in its data. */
const programs = [
  'outlook.windows',
  'orange.desktop-webmail',
  'orange.ios',
  'orange.android',
  'laposte.desktop-webmail',
  'sfr.desktop-webmail',
  'sfr.ios',
  'sfr.android',
  'gmail.desktop-webmail',
  'gmail.ios',
  'gmail.android',
  'gmail.mobile-webmail',
] as const;

const noStyle =
  'the style sheet holds the dark scheme and distances alone: without it a mail is as in light, and whole';
const shape = 'shape of a button or a bar: its words, its border and where it leads stay';
const width = 'a mail is then as wide as its window, or as its table, which has its width as an attribute too';
const distance = 'distance between lines or words: MJML sets it on cells, where every program keeps it';
const hearers = 'for those who hear the mail: what is read out is the text, in its order, either way';
const ofLinks = 'every program of the list opens links in its own way; ours need nothing of it';
const ofMjml = 'written by MJML for other programs, which need it';

/** What some program leaves out or takes otherwise, and why a mail says the same without it. */
const harmless: Readonly<Record<string, string>> = {
  '<style> element': noStyle,
  '@media': noStyle,
  'color-scheme meta tag': noStyle,
  '!important keyword': `${noStyle}; it always has a blank before it, without which Orange drops the line`,
  'Class selector': noStyle,
  'ID selector': noStyle,
  'Type selector': noStyle,
  'Chaining selectors': noStyle,
  'Descendant combinator': noStyle,
  '<body> element': 'it becomes a <div>, and the ground around the card that program’s own',
  'aria-hidden attribute': 'a bar holds one blank, and no word to be read out',
  'aria-label attribute': hearers,
  'role attribute': `${hearers}; without it a table of MJML is named as a table before its one cell`,
  'lang attribute': `${hearers}; with the voice of the language that the program is set to`,
  'dir attribute': 'both our languages go from left to right, as mail does of itself',
  direction: 'both our languages go from left to right, as mail does of itself',
  background:
    'only colours are set, and `bgcolor` and `background-color` say them again; no words are white but on the button of the confirmation, whose cell has its `bgcolor`',
  'background-color': 'only colours in hex are set; dark words stay readable on a program’s own white',
  border: 'thinner than 8 px everywhere; without it a button is an underlined link',
  'border-collapse': 'no table of ours has lines',
  'border-radius': shape,
  'cellpadding attribute': 'always 0, and `padding` says it again',
  'cellspacing attribute': 'always 0',
  cursor: 'the hand over a button; links have it of themselves',
  display:
    'blocks beside each other that stand below each other: eleven numbers are eleven links in a line or in a column',
  'display:none':
    'the preview’s words, which are hidden by `font-size`, `opacity` and `max-height` too, and which the mail begins with anyway',
  'font-size': 'in px, which all keep',
  'font-weight': 'bold where it matters is <strong>',
  'height attribute': 'a bar as thin or as thick as its line; the number beside it says the same',
  'height property': 'of rules and hidden words alone',
  'line-height': distance,
  'mailto: links': 'without cc or bcc; a card with the address opens where no mail does',
  margin: distance,
  'max-height property': 'hides the preview’s words, as two others do',
  'max-width': width,
  'min-width property': 'a number of one digit is a narrower link than one of two',
  opacity: 'hides the preview’s words, as two others do',
  outline: ofMjml,
  overflow: 'hides the preview’s words, as two others do',
  padding: `${distance}; a button is a link without room around its words`,
  'system-ui, ui-serif, ui-sans-serif, ui-rounded, ui-monospace': 'Segoe UI, Helvetica and Arial are named behind it',
  'target attribute': ofLinks,
  'text-align': 'left and centre alone',
  'text-decoration': 'a button is underlined, as a link is',
  'text-transform': 'none is asked for: MJML says so of its buttons',
  'width attribute': width,
  'width property': width,
  'white-space': 'keeps a day’s name and number on one line: two lines say the same',
  'word-break': 'long addresses are written out in the text part alone',
  'word-spacing': 'normal, which is what they have of themselves',
  '<ul>, <ol> and <dl>': 'no list of ours is reversed, or numbers its items itself',
  'HTML comments': 'hold tables for Outlook for Windows alone, which keeps them',
};

const links = {
  diaryUrl: 'https://backbeat.example/diary/d',
  unsubscribeUrl: 'https://backbeat.example/unsubscribe/u',
  painUrl: 'https://backbeat.example/pain/p',
};
const days = Array.from({ length: 7 }, (_, index) => ({
  date: `2030-01-0${index + 1}`,
  score: index === 2 ? null : index,
}));

/** Of tips that are made of the same elements one stands for all: their words are nothing that a program leaves out. */
const onePerMarkup = (tips: readonly TipMail[]): readonly TipMail[] => [
  ...new Map(tips.map((tip) => [[...new Set(tip.html.match(/<\w+/g))].sort().join(), tip])).values(),
];

/** Every mail that goes out, by what it is. */
const allMails = async (templates: MailTemplates) => {
  const mails: (readonly [name: string, html: string])[] = [];
  for (const language of languages) {
    const setting = { templates, language, contact: 'Elm Street Physio, help@clinic.example, https://clinic.example' };
    for (const tip of onePerMarkup(await mailsFor(language)))
      mails.push([tip.id, renderTipMail(setting, tip, links).html]);
    const week = { prompt: 'weekly', words: 'Backbeat: your week.', date: '2030-01-08', goal: 'walk', days } as const;
    const answers = [`Your diary:\nMon 5\n\n${links.diaryUrl}`];
    const from = { kind: 'phone', ending: '01' } as const;
    mails.push(
      ['weekly', renderPromptMail(setting, week, links).html],
      ['walking', renderPromptMail(setting, { ...week, asks: 'minutes', best: ['Walking'] }, links).html],
      ['answer', renderAnswerMail(setting, { answers, publicBaseUrl: 'https://backbeat.example' }).html],
      ['confirmation', renderConfirmationMail(setting, { confirmUrl: `${links.diaryUrl}/c`, asker: from }).html],
    );
  }
  return mails;
};

const compiled = async (): Promise<MailTemplates> => {
  const { tip, answer, confirmation } = await compileMailTemplates();
  if (!tip || !answer || !confirmation) throw new Error('a template is missing');
  return { tip, answer, confirmation };
};

/** What a program does not take in full in some HTML, by what caniemail calls it. */
const leftOut = (html: string): readonly string[] =>
  programs.flatMap((program) => {
    const { issues } = caniemail({ clients: [program], html });
    return [...issues.errors.values(), ...issues.warnings.values()].flat().map(({ title }) => title);
  });

describe('every mail in the programs that keep least of one', () => {
  it('says the same without what one of them leaves out: each such feature has its reason', async () => {
    const found = new Set<string>();
    for (const [name, html] of await allMails(await compiled()))
      for (const title of leftOut(html)) {
        expect(Object.keys(harmless), `${name}: ${title}`).toContain(title);
        found.add(title);
      }
    // A reason for what no mail has any more is taken off the list.
    expect(Object.keys(harmless).filter((title) => !found.has(title))).toEqual([]);
  });

  it('is seen to find what carries meaning and is left out', () => {
    expect(leftOut('<form action="https://backbeat.example"><input type="text" name="score"></form>')).toContain(
      '<form> element',
    );
  });

  it('holds what the reasons say: words are dark but in the confirmation, links need no picture, lines keep their blank', async () => {
    for (const [name, html] of await allMails(await compiled())) {
      const isConfirmation = name === 'confirmation';
      const shown = html.replaceAll(/<div style="display:none;[^"]*">/g, '');
      expect(/(?<!-)color:\s*#f{3,6}\b(?!\s*!important)/i.test(shown), name).toBe(isConfirmation);
      if (isConfirmation) expect(html).toMatch(/<td[^>]*bgcolor="#1c6350"/);
      expect(html, name).not.toMatch(/<img|\S!important|url\(/);
      expect(Buffer.byteLength(html), name).toBeLessThan(60_000);
    }
  });
});

it('in French no sign stands alone on a line: what is before it or behind « is tied to it', () => {
  for (const [name, words] of Object.entries(mailWords.fr)) expect(words, name).not.toMatch(/ [?!;:»]|« /);
});
