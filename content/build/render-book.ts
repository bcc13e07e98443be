import { html, raw } from 'hono/html';
import type { ContentPreview, TipInLanguage, TipPreview } from './preview-tips.ts';

type Piece = ReturnType<typeof html>;

const verdicts: Readonly<Record<TipInLanguage['front']['verdict'], string>> = {
  recommended: 'recommended',
  'may-help': 'may help some',
  weak: 'weak evidence',
  'not-recommended': 'advised against',
  conflicting: 'guidelines disagree',
};

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 80rem; padding: 1rem; }
article { border-top: 2px solid; padding: 1rem 0; break-inside: avoid-page; }
.side { display: grid; gap: 1rem 2rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); }
.side > * { min-width: 0; overflow-wrap: anywhere; }
.text { border: 1px solid; border-radius: .8rem; padding: .6rem .8rem; margin: .2rem 0; }
.size, .meta { font-size: .85rem; opacity: .8; margin: 0 0 .8rem; }
.wrong { border-left: 4px solid #c0392b; padding-left: .6rem; }
h3, h4 { margin: .8rem 0 0; }
iframe { width: 100%; height: 34rem; border: 1px solid; background: #fff; color-scheme: light; }
.sign { border: 1px solid; padding: 1rem; margin: 1rem 0; }
nav { columns: 16rem; font-size: .9rem; }
@media print { nav, details { display: none; } }
`;

const problemList = (problems: readonly string[]): Piece =>
  problems.length === 0
    ? html``
    : html`<ul class="wrong" role="list">
        ${problems.map((problem) => html`<li>${problem}</li>`)}
      </ul>`;

const size = ({ segments, septets }: TipInLanguage['smsSize']): string =>
  `${segments} ${segments === 1 ? 'segment' : 'segments'}, ${septets} septets`;

const tipIn = (id: string, tip: TipInLanguage, mailPath?: string): Piece => {
  const { front, language } = tip;
  const grade = tip.grades ? `, grade ${tip.grades.mail} (text ${tip.grades.text})` : '';
  const place = mailPath && `${mailPath}${language}/${id}`;
  return html`<section lang="${language}">
    <h3>${front.title}</h3>
    <p class="meta">${verdicts[front.verdict]} · reviewed ${front.reviewed} · ${tip.path}</p>
    ${problemList(tip.problems)}
    <h4>Text</h4>
    <p class="text">${tip.sms}</p>
    <p class="size">${size(tip.smsSize)}</p>
    <h4>MORE</h4>
    <p class="text">${front.more}</p>
    <p class="size">${size(tip.moreSize)}</p>
    <h4>Mail: ${front.subject}</h4>
    ${raw(tip.html)}
    <p><strong>Caution:</strong> ${front.caution}</p>
    <p><strong>Evidence:</strong> ${front.evidence}</p>
    <p class="size">${tip.words} words${grade}</p>
    ${place === undefined ? '' : html`<details><summary>The whole mail</summary><iframe loading="lazy" src="${place}" title="${front.subject}"></iframe></details>`}
    <h4>Sources</h4>
    <ul>
      ${front.sources.map(({ name, url }) => html`<li><a href="${url}">${name}</a></li>`)}
    </ul>
  </section>`;
};

const article = ({ id, topic, languages }: TipPreview, mailPath?: string): Piece =>
  html`<article id="${id}">
    <h2>${id}${topic === undefined ? ' (in no programme)' : html` <small>${topic}</small>`}</h2>
    <div class="side">${languages.map((tip) => tipIn(id, tip, mailPath))}</div>
  </article>`;

const wrongIn = ({ languages }: TipPreview): number =>
  languages.reduce((sum, { problems }) => sum + problems.length, 0);

interface BookOptions {
  /** The hash of the files as they were read, which a reader signs. */
  readonly hash: string;
  readonly today: string;
  /** Only for a page that is served: where each whole mail is, and the script that reloads it when a file is saved. */
  readonly live?: { readonly mailPath: string; readonly script: string };
}

/** Renders every tip in every language on one page, to be read, printed and signed. */
export const renderBook = async (
  { tips, problems }: ContentPreview,
  { hash, today, live }: BookOptions,
): Promise<string> => {
  const wrong = problems.length + tips.reduce((sum, tip) => sum + wrongIn(tip), 0);
  const page = html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Backbeat: every tip</title>
    <style>${raw(style)}</style>
    ${live ? html`<link rel="icon" href="data:," /><script type="module" src="${live.script}"></script>` : ''}
  </head>
  <body>
    <h1>Backbeat: every tip</h1>
    <p>${tips.length} tips as of ${today}. ${wrong === 0 ? 'No problems.' : `${wrong} problems.`}</p>
    ${problemList(problems)}
    <nav aria-label="Tips">
      ${tips.map((tip) => html`<a href="#${tip.id}">${tip.id}</a>${wrongIn(tip) > 0 ? ' (!)' : ''}<br />`)}
    </nav>
    <main>${tips.map((tip) => article(tip, live?.mailPath))}</main>
    ${
      live
        ? ''
        : html`<div class="sign">
            <p>I have read these tips, in the languages that I speak, and they may be sent.</p>
            <p>Name: ______________________ Date: ____________ Signature: ______________________</p>
            <p class="size">SHA-256 of the tips as they stand here: ${hash}</p>
          </div>`
    }
  </body>
</html>`;
  return `${await page}`;
};
