import { html, raw } from 'hono/html';
import { firstProgramme } from '../../../shared/content/programmes.ts';
import type { Cohort } from '../../../shared/domain/people/cohort.ts';
import type { Language } from '../../../shared/domain/people/subscriber.ts';
import { begunBy } from '../../../shared/domain/tips/tip-programme.ts';
import { qrPath } from '../../web/pages/qr-path.ts';
import { timeNames } from '../../web/pages/spoken.ts';
import { cardText, joinLink, joinQrText, readableNumber } from '../../web/pages/text-link.ts';
import { fill } from '../../web/pages/texts/page-texts.ts';
import { textsIn } from '../../web/pages/texts/texts-in.ts';
import { type CardKind, cardStyles } from './card-style.ts';
import { cardTexts } from './card-texts.ts';

/** Where a card leads to. */
export interface CardPlace {
  readonly smsNumber: string;
  readonly publicBaseUrl: string;
}

/**
 * An address as it is printed: without `https://`, which browsers add by themselves and which is one more thing to
 * mistype.
 */
const onPaper = (url: string): string => url.replace(/^https:\/\//, '');

/**
 * The hour that a code was made for, as its language writes it; empty for a code without an hour, which people choose
 * later.
 */
const hourOf = ({ time }: Cohort, language: Language): string => {
  if (time === undefined) return '';
  const said = timeNames(language, language === 'fr' ? 'FR' : 'US')(time);
  return language === 'fr' ? `, à ${said}` : ` at ${said}`;
};

/** The programme that the code has people begin with, where it is not the one that everybody begins with. */
const begunInWords = (cohort: Cohort, language: Language): string | undefined =>
  begunBy(cohort, firstProgramme())?.choice?.[language].name;

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What whoever joins by the code gets, and when. */
const whatComes = (cohort: Cohort, language: Language): string => {
  const { usual, begins } = cardTexts[language].whatComes;
  const hour = hourOf(cohort, language);
  const name = begunInWords(cohort, language);
  return name === undefined ? fill(usual, { hour }) : fill(begins, { name, hour });
};

/**
 * A card or a poster in one language, as a page of HTML made for print: what to text, a QR code of it, and what people agree
 * to by it, in the words of the sign-up page. It loads nothing, so that it can be mailed to whoever prints it.
 */
export const cardPage = async (
  kind: CardKind,
  language: Language,
  cohort: Cohort,
  { smsNumber, publicBaseUrl }: CardPlace,
): Promise<string> => {
  const page = await textsIn(language);
  const card = cardTexts[language];
  const begun = begunInWords(cohort, language);
  const words = cardText(language, cohort.code, cohort.language);
  const number = readableNumber(smsNumber);
  const { path, side } = qrPath(joinQrText(smsNumber, words));
  const link = onPaper(`${publicBaseUrl}/signup?code=${cohort.code}`);
  const address = (of: string): string => onPaper(`${publicBaseUrl}/${of}`);
  const document = await html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${page.brand}: ${words}</title>
<style>${raw(cardStyles[kind])}</style>
</head>
<body>
<header>
<h1>${begun === undefined ? page.landing.title : capitalised(begun)}</h1>
<p class="from">${page.brand}, ${fill(card.from, { clinic: cohort.clinic })}</p>
</header>
<div class="act">
<p class="send">${card.text} <a class="words" href="${joinLink(smsNumber, words)}">${words}</a> ${card.to} <span class="number">${number}</span></p>
<svg class="qr" viewBox="0 0 ${side} ${side}" role="img" aria-label="${fill(card.qrLabel, { number, words })}" shape-rendering="crispEdges"><path d="${path}" fill="#000"/></svg>
</div>
<p>${card.scan}</p>
<p>${whatComes(cohort, language)}</p>
<p>${card.whatComes.stop}</p>
<p class="small">${fill(card.noPhone, { link: '' })}<a class="link" href="${publicBaseUrl}/signup?code=${cohort.code}&amp;lang=${language}">${link}</a></p>
<p><strong>${fill(card.ask, { clinic: cohort.clinic, contact: cohort.contact })}</strong></p>
<footer class="agree">
<h2>${card.agree}</h2>
<p>${page.form.consent} ${page.form.terms}</p>
<p>${page.footer.note}</p>
<p>${fill(card.legal, { privacy: address('privacy'), terms: address('terms') })}</p>
</footer>
</body>
</html>
`;
  return String(document);
};
