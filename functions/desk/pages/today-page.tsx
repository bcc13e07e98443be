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
  const reasons = countsInWords(withoutTip);
  return deskPage({
    title: 'Today',
    visitor,
    at: '/desk/today',
    children: (
      <>
        <h1>Today</h1>
        <p class="lead">{active === 1 ? 'One person is with us.' : `${active} people are with us.`}</p>
        <h2>Their tips</h2>
        <table>
          <tbody>
            <Row name="to come" count={toCome} />
            <Row name="its time has come" count={underWay} />
            {countsInWords(outcomes).map(([name, count]) => (
              <Row name={name} count={count} />
            ))}
          </tbody>
        </table>
        <h2>Without a tip today</h2>
        {reasons.length === 0 ? <p>Nobody.</p> : null}
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
          <a href="/desk/today/missed">Who went without, and not because they wished to</a>
        </p>
        <p>
          <a href="/desk/today/missed?yesterday">The same of yesterday</a>
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
    title: 'Who went without',
    visitor,
    children: (
      <>
        <h1>Who went without {yesterday ? 'yesterday' : 'today'}</h1>
        {tips.length === 0 ? <p class="lead">Nobody.</p> : null}
        <ul class="rows">
          {tips.map(({ id, date, time, zone, tipsBy, tip }) => (
            <li>
              <p>
                <PersonLink id={id} />
              </p>
              <p>{fateInWords(tip)}</p>
              <p class="soft">
                {date} {time}, {zone}, by {tipsBy === 'sms' ? 'text' : 'mail'}
              </p>
            </li>
          ))}
        </ul>
        <p>
          <a href="/desk/today">Today’s picture</a>
        </p>
        <p>
          {yesterday ? (
            <a href="/desk/today/missed">Who went without today</a>
          ) : (
            <a href="/desk/today/missed?yesterday">Who went without yesterday</a>
          )}
        </p>
      </>
    ),
  });
