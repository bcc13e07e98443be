import qrcode from 'qrcode-generator';
import type { Language } from '../../../shared/domain/people/subscriber.ts';
import { documentOf, Layout, LegalLinks } from './layout.tsx';
import type { Reader } from './reader.ts';
import { joinLink, joinQrText, joinWords, readableNumber } from './text-link.ts';
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
  readonly smsNumber: string;
}

/** Shown to whoever wrote a phone number: we never text a number that has not texted us (docs/facts.md#c6). */
export const textUsPage = ({ reader, language, smsNumber }: TextUsProps): string => {
  const { texts } = reader;
  const words = { number: readableNumber(smsNumber), word: joinWords[language] };
  return documentOf(
    <Layout reader={reader} title={texts.textUs.title} narrow>
      <h1>{texts.textUs.title}</h1>
      <p class="lead">{texts.textUs.lead}</p>
      <p>
        <a class="button" href={joinLink(smsNumber, language)}>
          {fill(texts.textUs.button, words)}
        </a>
      </p>
      <p class="small soft">
        {texts.textUs.terms} <LegalLinks reader={reader} />
      </p>
      <section class="section">
        <h2>{texts.textUs.qrTitle}</h2>
        <p>{fill(texts.textUs.qrText, words)}</p>
        <QrCode text={joinQrText(smsNumber, language)} label={fill(texts.textUs.qrLabel, words)} />
      </section>
    </Layout>,
  );
};
