import type { PersonAtDesk } from '../../../shared/domain/desk/person-at-desk.ts';
import type { LocalDate } from '../../../shared/domain/time/local-time.ts';
import { cityOf } from '../../../shared/domain/time/zone-names.ts';
import { personInWords } from '../../../shared/use-cases/desk/person-in-words.ts';
import type { ExplainedDay, ShownCohort } from '../../../shared/use-cases/desk/show-person.ts';
import { dayInWords, fateInWords, reasonInWords } from '../../../shared/use-cases/desk/tip-in-words.ts';
import type { DeskWords } from '../words/desk-words.ts';
import { DayForm, Done, deskPage, type Visitor } from './frame.tsx';
import { PersonActs } from './person-acts.tsx';

interface DayProps {
  readonly day: ExplainedDay;
  readonly words: DeskWords;
  /** The title of each tip by its id. */
  readonly titles: ReadonlyMap<string, string>;
}

/** One day: its tip, what became of it, and why it was chosen where it was. */
const Day = ({ day, words, titles }: DayProps) => {
  const isNone = day.decision === 'none' || day.decision === 'skipped';
  const { title, id } = dayInWords(words.lang, day, titles);
  return (
    <li>
      <p>
        <b>{day.date}</b>
        {title === undefined ? null : `${words.colon} ${title}`}
        {id === undefined ? null : <span class="soft id">{` ${id}`}</span>}
      </p>
      <p>{fateInWords(words.lang, day, day.zone)}</p>
      {isNone || day.decision === 'claimed' ? null : (
        <p class="soft">{words.person.why(reasonInWords(words.lang, day))}</p>
      )}
    </li>
  );
};

interface PersonProps extends Pick<DayProps, 'titles'> {
  readonly visitor: Visitor;
  readonly person: PersonAtDesk;
  readonly cohort?: ShownCohort | undefined;
  readonly tips: readonly ExplainedDay[];
  /** The day that was asked for. */
  readonly asked?: ExplainedDay | undefined;
  readonly askedDate?: LocalDate | undefined;
  readonly done?: string | undefined;
}

/** One person: how they are reached, the last ten days, and what can be done for them. Nothing that they wrote. */
export const personPage = ({ visitor, person, cohort, tips, titles, asked, askedDate, done }: PersonProps): string =>
  deskPage({
    title: visitor.words.person.title,
    words: visitor.words,
    visitor,
    children: (
      <>
        <h1>{visitor.words.person.title}</h1>
        <Done words={done} />
        <dl class="settings">
          {personInWords(visitor.words.lang, person, cohort).map(([name, value]) => (
            <>
              <dt>{name}</dt>
              <dd class={value === person.id ? 'id' : undefined}>{value}</dd>
            </>
          ))}
        </dl>
        <h2>{visitor.words.person.asks}</h2>
        <PersonActs visitor={visitor} person={person} />
        <h2>{visitor.words.person.lastTen}</h2>
        {asked === undefined ? null : (
          <ul class="rows" id="answer">
            <Day day={asked} words={visitor.words} titles={titles} />
          </ul>
        )}
        <DayForm
          action={`/desk/people/${person.id}`}
          label={visitor.words.person.otherDay}
          button={visitor.words.person.explain}
          date={askedDate}
        />
        <ul class="rows section">
          {tips.map((day) => (
            <Day day={day} words={visitor.words} titles={titles} />
          ))}
        </ul>
        <p class="small">{visitor.words.person.dates(cityOf(person.zone))}</p>
      </>
    ),
  });
