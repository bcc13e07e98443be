import { documentOf, Layout } from './layout.tsx';
import type { LegalText } from './legal-texts.ts';
import { fill, type PageTexts } from './page-texts.ts';

interface LegalProps {
  readonly texts: PageTexts;
  readonly legal: LegalText;
  readonly values: { readonly contact: string; readonly number: string };
}

/** Privacy or terms. */
export const legalPage = ({ texts, legal, values }: LegalProps): string =>
  documentOf(
    <Layout texts={texts} title={legal.title} narrow>
      <h1>{legal.title}</h1>
      <p class="lead">{fill(legal.lead, values)}</p>
      {legal.sections.map(({ title, text }) => (
        <section>
          <h2>{title}</h2>
          {text.map((paragraph) => (
            <p>{fill(paragraph, values)}</p>
          ))}
        </section>
      ))}
    </Layout>,
  );
