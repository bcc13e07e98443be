import type { ProgrammeSummary } from '../../../shared/domain/tips/programme-summary.ts';
import { fewestDaysOfTopic, type ScoresAfterTips } from '../../../shared/domain/tips/scores-after-tips.ts';
import { documentOf, Layout } from './layout.tsx';
import type { Reader } from './reader.ts';
import { numberNames } from './spoken.ts';
import { fill } from './texts/page-texts.ts';

interface HelpedProps {
  readonly reader: Reader;
  /** The diary's own address. */
  readonly path: string;
  /** The summary of the whole diary. */
  readonly whole: ProgrammeSummary;
  /** Whether they have had all tips, and have not said what comes next. */
  readonly isOver: boolean;
  /** The tips that they said helped, by their ids. */
  readonly said: readonly string[];
  /** The title of each tip, by its id. */
  readonly names: ReadonlyMap<string, string>;
  /** Undefined while there is too little to tell from. */
  readonly after: ScoresAfterTips | undefined;
}

const After = ({ reader: { texts }, after }: Pick<HelpedProps, 'reader' | 'after'>) => {
  const { helped, lang } = texts;
  if (after === undefined) return <p>{fill(helped.tooFew, { days: String(fewestDaysOfTopic) })}</p>;
  const number = numberNames(lang);
  const topics = new Map<string, string>(Object.entries(helped.topics));
  return (
    <>
      <p>{fill(helped.usual, { usual: number(after.usual), days: String(after.days) })}</p>
      <p>{after.lower.length === 0 ? helped.noneLower : helped.lower}</p>
      {after.lower.length === 0 ? null : (
        <ul>
          {after.lower.map(({ topic, days, mean }) => (
            <li>{fill(helped.line, { topic: topics.get(topic) ?? topic, mean: number(mean), days: String(days) })}</li>
          ))}
        </ul>
      )}
      <h3>{helped.association}</h3>
      <p>{helped.caution}</p>
    </>
  );
};

/** The summary that follows the last tip, shown at any time; and, once that is asked, the choice of what comes next. */
const Whole = ({
  reader: { texts },
  path,
  whole: { days, means },
  isOver,
}: Pick<HelpedProps, 'reader' | 'path' | 'whole' | 'isOver'>) => {
  const { helped, lang } = texts;
  const number = numberNames(lang);
  return (
    <section class="section">
      <h2>{helped.wholeTitle}</h2>
      <p>
        {means
          ? fill(helped.whole, { days: String(days), first: number(means.first), last: number(means.last) })
          : fill(helped.wholeBare, { days: String(days) })}
      </p>
      {isOver ? (
        <p>
          {helped.over} <a href={`${path}/settings`}>{helped.overLink}</a>
        </p>
      ) : null}
    </section>
  );
};

/** What somebody said helped, and which tips went with lower scores: an association, and called one. */
export const helpedPage = ({ reader, path, whole, isOver, said, names, after }: HelpedProps): string => {
  const { helped, settings } = reader.texts;
  return documentOf(
    <Layout reader={reader} title={helped.title} narrow>
      <h1>{helped.title}</h1>
      <Whole reader={reader} path={path} whole={whole} isOver={isOver} />
      <section class="section">
        <h2>{helped.saidTitle}</h2>
        {said.length === 0 ? <p>{helped.saidNone}</p> : null}
        {said.length === 0 ? null : (
          <ul>
            {said.map((tip) => (
              <li>{names.get(tip) ?? tip}</li>
            ))}
          </ul>
        )}
      </section>
      <section class="section">
        <h2>{helped.afterTitle}</h2>
        <After reader={reader} after={after} />
      </section>
      <p class="section">
        <a href={path}>{settings.back}</a>
      </p>
    </Layout>,
  );
};
