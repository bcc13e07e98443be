import type { DaysPicture } from '../../../shared/domain/desk/todays-picture.ts';
import { cityOf } from '../../../shared/domain/time/zone-names.ts';
import { percentOf } from '../../../shared/domain/tips/spend.ts';
import type { Status, TodaysTip } from '../../../shared/use-cases/desk/show-today.ts';
import { countsInWords, fateInWords } from '../../../shared/use-cases/desk/tip-in-words.ts';
import type { DeskWords } from '../words/desk-words.ts';
import { deskPage, type Visitor } from './frame.tsx';
import { PersonLink } from './worklist-page.tsx';

const Row = ({ name, count }: { readonly name: string; readonly count: number }) => (
  <tr>
    <th scope="row">{name}</th>
    <td class="count">{count}</td>
  </tr>
);

const Day = ({ words, day }: { readonly words: DeskWords; readonly day: DaysPicture }) => (
  <>
    <h2>{words.today.tipsOf(day.date)}</h2>
    <p>{words.today.decided(day.decided, day.missed)}</p>
    <table>
      <tbody>
        {[...countsInWords(words.lang, day.outcomes), ...countsInWords(words.lang, day.withoutTip)].map(
          ([name, count]) => (
            <Row name={name} count={count} />
          ),
        )}
      </tbody>
    </table>
  </>
);

/** Today's figures: what came of each day's tips, who went without, the month's money, the queues. */
export const todayPage = ({ visitor, status }: { visitor: Visitor; status: Status }): string => {
  const { days, money, queues } = status;
  const { words } = visitor;
  const { today } = words;
  return deskPage({
    title: today.title,
    words,
    visitor,
    at: '/desk/today',
    children: (
      <>
        <h1>{today.title}</h1>
        {days.length === 0 ? <p class="lead">{today.nothingYet}</p> : <p class="soft">{today.counted}</p>}
        {days.map((day) => (
          <Day words={words} day={day} />
        ))}
        <p class="section">
          <a href="/desk/today/missed">{today.missed}</a>
        </p>
        <p>
          <a href="/desk/today/missed?yesterday">{today.missedYesterday}</a>
        </p>
        <h2>{today.work}</h2>
        <table>
          <tbody>
            {money.map((spend) => (
              <tr>
                <th scope="row">{today.spent[spend.channel]}</th>
                <td class="held">{today.of(spend.used, spend.cap, percentOf(spend))}</td>
              </tr>
            ))}
            {queues.map(({ queue, waiting, givenUp }) => (
              <tr>
                <th scope="row">{today.queues[queue]}</th>
                <td class="held">{today.held(waiting, givenUp)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {queues.some(({ givenUp }) => givenUp > 0) ? (
          <p>
            <a href="/desk/failed">{words.nav.failed}</a>
          </p>
        ) : null}
      </>
    ),
  });
};

/** The people who went without a tip, each with the reason. */
export const missedPage = ({
  visitor,
  tips,
  yesterday,
}: {
  visitor: Visitor;
  tips: readonly TodaysTip[];
  yesterday: boolean;
}): string =>
  deskPage({
    title: visitor.words.today.missedTitle,
    words: visitor.words,
    visitor,
    children: (
      <>
        <h1>{yesterday ? visitor.words.today.missedYesterdayTitle : visitor.words.today.missedToday}</h1>
        {tips.length === 0 ? <p class="lead">{visitor.words.today.nobody}</p> : null}
        <ul class="rows">
          {tips.map(({ id, date, time, zone, tipsBy, tip }) => (
            <li>
              <p>
                <PersonLink id={id} />
              </p>
              <p>{fateInWords(visitor.words.lang, tip, zone)}</p>
              <p class="soft">
                {date} {time}, {cityOf(zone)}, {visitor.words.byChannel[tipsBy]}
              </p>
            </li>
          ))}
        </ul>
        <p>
          <a href="/desk/today">{visitor.words.today.picture}</a>
        </p>
        <p>
          {yesterday ? (
            <a href="/desk/today/missed">{visitor.words.today.missedToday}</a>
          ) : (
            <a href="/desk/today/missed?yesterday">{visitor.words.today.missedYesterdayTitle}</a>
          )}
        </p>
      </>
    ),
  });
