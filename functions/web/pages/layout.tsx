import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { icon, Logo } from './brand.tsx';
import { pageStyle } from './page-style.ts';
import { linkTo, type Reader } from './reader.ts';
import type { PageTexts } from './texts/page-texts.ts';

/** What a page puts into the common frame. */
export interface LayoutProps {
  readonly reader: Reader;
  readonly title: string;
  /** Whether lines are short, because the page is mostly text. */
  readonly narrow?: boolean;
  /** Whether the page is one sheet of paper: what surrounds it on a screen is not printed. */
  readonly sheet?: boolean;
  readonly children: Child;
}

/** The links to the languages, each by its own name; the page's own language is no link. */
const LanguageSwitch = ({ texts, at }: { readonly texts: PageTexts; readonly at: string }) => (
  <nav class="languages" aria-label={texts.languages.title}>
    {Object.entries(texts.languages.names).map(([language, name]) =>
      language === texts.lang ? (
        <span aria-current="true">{name}</span>
      ) : (
        <a href={`${at}?lang=${language}`} lang={language} hreflang={language}>
          {name}
        </a>
      ),
    )}
  </nav>
);

/** The frame of every page. */
export const Layout = ({ reader, title, narrow, sheet, children }: LayoutProps) => {
  const { texts, switchAt } = reader;
  const wide = sheet ? 'sheet' : undefined;
  return (
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
          <a class="brand" href={linkTo(reader, '/')}>
            <Logo />
            {texts.brand}
          </a>
          {switchAt === undefined ? null : <LanguageSwitch texts={texts} at={switchAt} />}
        </header>
        <main id="content" class={narrow ? 'narrow' : wide}>
          {children}
        </main>
        <footer>
          <p>{texts.footer.note}</p>
          <nav aria-label={texts.brand}>
            <a href={linkTo(reader, '/')}>{texts.footer.home}</a>
            <a href={linkTo(reader, '/privacy')}>{texts.footer.privacy}</a>
            <a href={linkTo(reader, '/terms')}>{texts.footer.terms}</a>
          </nav>
        </footer>
      </body>
    </html>
  );
};

/** The links that a call to action must have beside it (docs/facts.md#c2). */
export const LegalLinks = ({ reader }: { readonly reader: Reader }) => (
  <>
    <a href={linkTo(reader, '/terms')}>{reader.texts.footer.terms}</a>,{' '}
    <a href={linkTo(reader, '/privacy')}>{reader.texts.footer.privacy}</a>.
  </>
);

/** A page as it is sent. */
export const documentOf = (page: { toString(): string }): string => `<!doctype html>${page.toString()}`;
