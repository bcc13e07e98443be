import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { pageStyle } from './page-style.ts';
import type { PageTexts } from './page-texts.ts';

/** Five vertebrae along the curve of a back; read sideways, the bars of a beat. */
const bars = [
  [9, 0, 18],
  [6, 8, 20],
  [4, 16, 22],
  [7, 24, 22],
  [12, 32, 20],
] as const;

const Logo = () => (
  <svg viewBox="0 0 36 38" aria-hidden="true" focusable="false">
    {bars.map(([x, y, width], index) => (
      <rect x={x} y={y} width={width} height="5.4" rx="2.7" class={index === 2 ? 'beat' : undefined} />
    ))}
  </svg>
);

const icon = `data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 0 38 38">${bars
    .map(
      ([x, y, width], index) =>
        `<rect x="${x}" y="${y}" width="${width}" height="5.4" rx="2.7" fill="${index === 2 ? '#a4481f' : '#1c6350'}"/>`,
    )
    .join('')}</svg>`,
)}`;

export interface LayoutProps {
  readonly texts: PageTexts;
  readonly title: string;
  /** A page of text reads better on short lines. */
  readonly narrow?: boolean;
  readonly children: Child;
}

/** The frame of every page. */
export const Layout = ({ texts, title, narrow, children }: LayoutProps) => (
  <html lang={texts.lang}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      {/* iOS would underline every score and date that looks like a phone number. */}
      <meta name="format-detection" content="telephone=no" />
      <title>{`${title} · ${texts.brand}`}</title>
      <link rel="icon" href={icon} />
      <style>{raw(pageStyle)}</style>
    </head>
    <body>
      <a class="skip" href="#content">
        {texts.skip}
      </a>
      <header>
        <a class="brand" href="/">
          <Logo />
          {texts.brand}
        </a>
      </header>
      <main id="content" class={narrow ? 'narrow' : undefined}>
        {children}
      </main>
      <footer>
        <p>{texts.footer.note}</p>
        <nav aria-label={texts.brand}>
          <a href="/">{texts.footer.home}</a>
          <a href="/privacy">{texts.footer.privacy}</a>
          <a href="/terms">{texts.footer.terms}</a>
        </nav>
      </footer>
    </body>
  </html>
);

/** What a call to action must have beside it (facts C2). */
export const LegalLinks = ({ texts }: { readonly texts: PageTexts }) => (
  <>
    <a href="/terms">{texts.footer.terms}</a>, <a href="/privacy">{texts.footer.privacy}</a>.
  </>
);

/** A page as it is sent. */
export const documentOf = (page: { toString(): string }): string => `<!doctype html>${page.toString()}`;
