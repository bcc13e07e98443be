import type { RedFlagReaders } from '../../../shared/domain/desk/red-flag-readers.ts';
import { cityOf } from '../../../shared/domain/time/zone-names.ts';
import type { WaitingFlag } from '../../../shared/use-cases/desk/handle-worklist.ts';
import { kindInWords, ownerInWords } from '../../../shared/use-cases/desk/red-flag-in-words.ts';
import { onClockOf } from '../../../shared/use-cases/desk/tip-in-words.ts';
import { Done, deskPage, Post, type Visitor } from './frame.tsx';

/**
 * The form that finds somebody by number or mailbox. It posts, so that neither stands in an address, a history or a
 * log.
 */
export const FindForm = ({ visitor, said, error }: { visitor: Visitor; said?: string; error?: string }) => (
  <Post visitor={visitor} action="/desk/find">
    <div class="field">
      <label for="who">{visitor.words.worklist.who}</label>
      <input
        id="who"
        name="who"
        type="text"
        autocomplete="off"
        required
        value={said}
        {...(error === undefined ? {} : { 'aria-invalid': 'true', 'aria-describedby': 'who-error' })}
      />
      {error === undefined ? null : (
        <p class="error" id="who-error">
          {error}
        </p>
      )}
    </div>
    <button class="button" type="submit">
      {visitor.words.worklist.find}
    </button>
  </Post>
);

/** A pseudonym as a link to its person's page. */
export const PersonLink = ({ id }: { readonly id: string }) => (
  <a class="id" href={`/desk/people/${id}`}>
    {id}
  </a>
);

/** What a red flag asks for, since when, and who has it or is told next. */
const Flag = ({ flag, visitor }: { readonly flag: WaitingFlag; readonly visitor: Visitor }) => {
  const { worklist: words, lang } = visitor.words;
  return (
    <>
      <h3>{kindInWords[lang][flag.kind]}</h3>
      <p class="soft">{`${words.since(onClockOf(flag.zone, flag.at))}; ${ownerInWords(lang, flag)}.`}</p>
    </>
  );
};

/** All that stands on the list of one person, with one button for what nobody has yet. */
const PersonsFlags = ({ flags, visitor }: { readonly flags: readonly WaitingFlag[]; readonly visitor: Visitor }) => {
  const { worklist: words } = visitor.words;
  const [{ id, phone } = { id: '' }] = flags;
  const waiting = flags.filter(({ acknowledgedAt }) => acknowledgedAt === undefined);
  return (
    <li>
      {flags.map((flag) => (
        <Flag flag={flag} visitor={visitor} />
      ))}
      <p>
        <PersonLink id={id} />
      </p>
      {phone === undefined ? null : (
        <p>
          {words.call} <a href={`tel:${phone}`}>{phone}</a>
        </p>
      )}
      {waiting.length === 0 ? null : (
        <Post visitor={visitor} action="/desk/acknowledge">
          {/* By name, so that what has come since this page was made is not taken unseen. */}
          <input type="hidden" name="event" value={waiting.map(({ event }) => event).join(' ')} />
          <button class="button" type="submit">
            {words.take(waiting.length)}
          </button>
        </Post>
      )}
    </li>
  );
};

/** Red flags by person, each person where their first one stands. */
const byPerson = (flags: readonly WaitingFlag[]): readonly (readonly WaitingFlag[])[] => [
  ...Map.groupBy(flags, ({ id }) => id).values(),
];

interface WorklistProps {
  readonly visitor: Visitor;
  readonly readers: RedFlagReaders;
  readonly flags: readonly WaitingFlag[];
  readonly all: boolean;
  readonly done?: string | undefined;
}

/** The desk's first page: finding the person who phones, and the red flags that wait. */
export const worklistPage = ({ visitor, readers, flags, all, done }: WorklistProps): string =>
  deskPage({
    title: visitor.words.worklist.title,
    words: visitor.words,
    visitor,
    at: '/desk',
    children: (
      <>
        <h1>{visitor.words.worklist.heading}</h1>
        <Done words={done} />
        <h2>{visitor.words.worklist.phones}</h2>
        <FindForm visitor={visitor} />
        <h2>{all ? visitor.words.worklist.all : visitor.words.worklist.waits}</h2>
        {readers === 'nobody' ? (
          <p>{visitor.words.worklist.nobodyReads}</p>
        ) : (
          <>
            {flags.length === 0 ? <p>{all ? visitor.words.worklist.none : visitor.words.worklist.nothing}</p> : null}
            <ul class="rows">
              {byPerson(flags).map((ofOne) => (
                <PersonsFlags flags={ofOne} visitor={visitor} />
              ))}
            </ul>
            <p class="small">
              {visitor.words.worklist.times(cityOf(readers.zone))}{' '}
              {all ? (
                <a href="/desk">{visitor.words.worklist.onlyWaiting}</a>
              ) : (
                <a href="/desk?all">{visitor.words.worklist.theRest}</a>
              )}
            </p>
          </>
        )}
      </>
    ),
  });

/** Nobody was found by what was typed. */
export const notFoundPage = (props: { visitor: Visitor; said: string; error: string }): string =>
  deskPage({
    title: props.visitor.words.worklist.notFound,
    words: props.visitor.words,
    visitor: props.visitor,
    children: (
      <>
        <h1>{props.visitor.words.worklist.notFound}</h1>
        <p class="lead">{props.visitor.words.worklist.notFoundText}</p>
        <FindForm {...props} />
      </>
    ),
  });
