import type { TodaysPicture } from '../../../shared/domain/desk/todays-picture.ts';
import type { TodaysTip } from '../../../shared/use-cases/desk/show-today.ts';
import { countsInWords, fateInWords } from '../../../shared/use-cases/desk/tip-in-words.ts';
import { deskPage, type Visitor } from './frame.tsx';
import { PersonLink } from './worklist-page.tsx';

const Row = ({ name, count }: { readonly name: string; readonly count: number }) => (
  <tr>
    <th scope="row">{name}</th>
    <td class="count">{count}</td>
  </tr>
);

/** Today's picture: everybody who is with us stands in one number. */
export const todayPage = ({ visitor, picture }: { visitor: Visitor; picture: TodaysPicture }): string => {
  const { active, toCome, underWay, outcomes, withoutTip } = picture;
  const { words } = visitor;
  const { today } = words;
  const reasons = countsInWords(words.lang, withoutTip);
  return deskPage({
    title: today.title,
    words,
    visitor,
    at: '/desk/today',
    children: (
      <>
        <h1>{today.title}</h1>
        <p class="lead">{today.withUs(active)}</p>
        <h2>{today.tips}</h2>
        <table>
          <tbody>
            <Row name={today.toCome} count={toCome} />
            <Row name={today.underWay} count={underWay} />
            {countsInWords(words.lang, outcomes).map(([name, count]) => (
              <Row name={name} count={count} />
            ))}
          </tbody>
        </table>
        <h2>{today.without}</h2>
        {reasons.length === 0 ? <p>{today.nobody}</p> : null}
        {reasons.length === 0 ? null : (
          <table>
            <tbody>
              {reasons.map(([name, count]) => (
                <Row name={name} count={count} />
              ))}
            </tbody>
          </table>
        )}
        <p class="section">
          <a href="/desk/today/missed">{today.missed}</a>
        </p>
        <p>
          <a href="/desk/today/missed?yesterday">{today.missedYesterday}</a>
        </p>
      </>
    ),
  });
};

/** Those who went without, each with the reason. */
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
              <p>{fateInWords(visitor.words.lang, tip)}</p>
              <p class="soft">
                {date} {time}, {zone}, {visitor.words.byChannel[tipsBy]}
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
