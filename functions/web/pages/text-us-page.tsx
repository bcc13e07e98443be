import qrcode from 'qrcode-generator';
import type { Language } from '../../../shared/domain/people/subscriber.ts';
import type { LocalTime } from '../../../shared/domain/time/local-time.ts';
import { documentOf, Layout, LegalLinks } from './layout.tsx';
import type { Reader } from './reader.ts';
import { timeNames } from './spoken.ts';
import { joinLink, joinQrText, joinText, readableNumber } from './text-link.ts';
import { fill } from './texts/page-texts.ts';

/** Light modules around the code: four, or scanners may not find it (ISO/IEC 18004). */
const quietZone = 4;

const QrCode = ({ text, label }: { readonly text: string; readonly label: string }) => {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  const count = code.getModuleCount();
  const cells = Array.from({ length: count * count }, (_, index) => ({
    x: index % count,
    y: Math.floor(index / count),
  }));
  const path = cells
    .filter(({ x, y }) => code.isDark(y, x))
    .map(({ x, y }) => `M${x + quietZone} ${y + quietZone}h1v1h-1z`)
    .join('');
  const side = count + 2 * quietZone;
  return (
    <svg class="qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <path d={path} fill="#000" />
    </svg>
  );
};

interface TextUsProps {
  readonly reader: Reader;
  /** What tips were asked for in, which may be another language than the page's. */
  readonly language: Language;
  /** The hour they chose, on the clock of wherever their number is from. */
  readonly time: LocalTime;
  /** Whose clock the hour is read on. */
  readonly country: string;
  readonly smsNumber: string;
}

/** Shown to whoever wrote a phone number: we never text a number that has not texted us (docs/facts.md#c6). */
export const textUsPage = ({ reader, language, time, country, smsNumber }: TextUsProps): string => {
  const { texts } = reader;
  const text = joinText(language, time);
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
