import type { Language } from '../../../shared/domain/people/subscriber.ts';
import type { LocalTime } from '../../../shared/domain/time/local-time.ts';
import { documentOf, Layout, LegalLinks } from './layout.tsx';
import { qrPath } from './qr-path.ts';
import type { Reader } from './reader.ts';
import { timeNames } from './spoken.ts';
import { joinLink, joinQrText, joinText, readableNumber } from './text-link.ts';
import { fill } from './texts/page-texts.ts';

const QrCode = ({ text, label }: { readonly text: string; readonly label: string }) => {
  const { path, side } = qrPath(text);
  return (
    <svg class="qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <path d={path} fill="#000" />
    </svg>
  );
};

interface TextUsProps {
  readonly reader: Reader;
  /** The language asked for, which may differ from the page's. */
  readonly language: Language;
  /** The hour they chose, by the clock of their number's place. */
  readonly time: LocalTime;
  /** The country whose way of writing times is used. */
  readonly country: string;
  readonly smsNumber: string;
  /** The code on their clinic's card. */
  readonly code?: string | undefined;
}

/**
 * The page for somebody who wrote a phone number: it shows how to text us, because we never text a number that has not
 * texted us (docs/facts.md#c6).
 */
export const textUsPage = ({ reader, language, time, country, smsNumber, code }: TextUsProps): string => {
  const { texts } = reader;
  const text = joinText(language, time, code);
  const words = {
    number: readableNumber(smsNumber),
    word: text.replaceAll(' ', '\u00A0'),
    time: timeNames(texts.lang, country)(time),
  };
  return documentOf(
    <Layout reader={reader} title={texts.textUs.title} narrow>
      <h1>{texts.textUs.title}</h1>
      <p class="lead">{texts.textUs.lead}</p>
      <p>
        <a class="button" href={joinLink(smsNumber, text)}>
          {fill(texts.textUs.button, words)}
        </a>
      </p>
      <p>{fill(texts.textUs.whichHour, words)}</p>
      <p class="small soft">
        {texts.textUs.terms} <LegalLinks reader={reader} />
      </p>
      <section class="section">
        <h2>{texts.textUs.qrTitle}</h2>
        <p>{fill(texts.textUs.qrText, words)}</p>
        <QrCode text={joinQrText(smsNumber, text)} label={fill(texts.textUs.qrLabel, words)} />
      </section>
    </Layout>,
  );
};
