import { documentOf, Layout } from './layout.tsx';
import { Linked } from './linked.tsx';
import type { Reader } from './reader.ts';
import { fill, type PageTexts } from './texts/page-texts.ts';

interface LegalProps {
  readonly reader: Reader;
  readonly legal: PageTexts['privacy' | 'terms'];
  readonly values: { readonly contact: string; readonly number: string; readonly readers: string };
}

/** The page on privacy, or the terms. */
export const legalPage = ({ reader, legal, values }: LegalProps): string =>
  documentOf(
    <Layout reader={reader} title={legal.title} narrow>
      <h1>{legal.title}</h1>
      <p class="lead">{fill(legal.lead, values)}</p>
      {legal.sections.map(({ title, text }) => (
        <section>
          <h2>{title}</h2>
          {text.map((paragraph) => (
            <p>
              <Linked text={fill(paragraph, values)} />
            </p>
          ))}
        </section>
      ))}
    </Layout>,
  );
