import qrcode from 'qrcode-generator';
import { documentOf, Layout, LegalLinks } from './layout.tsx';
import { fill, type PageTexts } from './page-texts.ts';
import { joinLink, joinQrText, readableNumber } from './text-link.ts';

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

/** Shown to whoever wrote a phone number: we never text a number that has not texted us (facts C6). */
export const textUsPage = ({ texts, smsNumber }: { readonly texts: PageTexts; readonly smsNumber: string }): string => {
  const number = readableNumber(smsNumber);
  return documentOf(
    <Layout texts={texts} title={texts.textUs.title} narrow>
      <h1>{texts.textUs.title}</h1>
      <p class="lead">{texts.textUs.lead}</p>
      <p>
        <a class="button" href={joinLink(smsNumber)}>
          {fill(texts.textUs.button, { number })}
        </a>
      </p>
      <p class="small soft">
        {texts.textUs.terms} <LegalLinks texts={texts} />
      </p>
      <section class="section">
        <h2>{texts.textUs.qrTitle}</h2>
        <p>{texts.textUs.qrText}</p>
        <QrCode text={joinQrText(smsNumber)} label={fill(texts.textUs.qrLabel, { number })} />
      </section>
    </Layout>,
  );
};
