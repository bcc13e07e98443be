import type { RedFlagReaders } from '../../../shared/domain/desk/red-flag-readers.ts';
import { localDateTime } from '../../../shared/domain/time/zone-clock.ts';
import type { WaitingFlag } from '../../../shared/use-cases/desk/handle-worklist.ts';
import { kindInWords } from '../../../shared/use-cases/desk/red-flag-in-words.ts';
import { Done, deskPage, Post, type Visitor } from './frame.tsx';

/** Finds by number or mailbox: by POST, so that neither stands in an address, a history or a log. */
export const FindForm = ({ visitor, said, error }: { visitor: Visitor; said?: string; error?: string }) => (
  <Post visitor={visitor} action="/desk/find">
    <div class="field">
      <label for="who">Number with its country code, mailbox, or pseudonym</label>
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
      Find
    </button>
  </Post>
);

/** A pseudonym, as it leads to its person. */
export const PersonLink = ({ id }: { readonly id: string }) => (
  <a class="id" href={`/desk/people/${id}`}>
    {id}
  </a>
);

const toldSoFar = (alerts: number): string =>
  alerts === 0 ? 'nobody was told yet' : `a contact was told ${alerts === 1 ? 'once' : `${alerts} times`}`;

const Flag = ({ flag, zone, visitor }: { flag: WaitingFlag; zone: string; visitor: Visitor }) => {
  const onClock = (at: number): string => {
    const { date, time } = localDateTime(zone, at);
    return `${date} ${time}`;
  };
  return (
    <li>
      <h3>{kindInWords[flag.kind]}</h3>
      <p>
        <PersonLink id={flag.id} />
      </p>
      {flag.phone === undefined ? null : (
        <p>
          They asked to be called: <a href={`tel:${flag.phone}`}>{flag.phone}</a>
        </p>
      )}
      {flag.acknowledgedAt === undefined ? (
        <>
          <p class="soft">
            Since {onClock(flag.at)}; {toldSoFar(flag.alerts)}.
          </p>
          <Post visitor={visitor} action="/desk/acknowledge">
            <input type="hidden" name="event" value={flag.event} />
            <button class="button" type="submit">
              I have it
            </button>
          </Post>
        </>
      ) : (
        <p class="soft">
          Since {onClock(flag.at)}. <span class="id">{flag.acknowledgedBy}</span> has it since{' '}
          {onClock(flag.acknowledgedAt)}.
        </p>
      )}
    </li>
  );
};

interface WorklistProps {
  readonly visitor: Visitor;
  readonly readers: RedFlagReaders;
  readonly flags: readonly WaitingFlag[];
  readonly all: boolean;
  readonly done?: string | undefined;
}

/** Where the desk begins: who is on the phone, and what waits. */
export const worklistPage = ({ visitor, readers, flags, all, done }: WorklistProps): string =>
  deskPage({
    title: 'Worklist',
    visitor,
    at: '/desk',
    children: (
      <>
        <h1>The clinic’s desk</h1>
        <Done words={done} />
        <h2>Somebody phones</h2>
        <FindForm visitor={visitor} />
        <h2>{all ? 'Red flags of the last hundred days' : 'What waits'}</h2>
        {readers === 'nobody' ? (
          <p>Nobody at the clinic looks at red flags, and people are told so. It is a setting: redFlagReaders.</p>
        ) : (
          <>
            {flags.length === 0 ? <p>{all ? 'There were none.' : 'Nothing waits.'}</p> : null}
            <ul class="rows">
              {flags.map((flag) => (
                <Flag flag={flag} zone={readers.zone} visitor={visitor} />
              ))}
            </ul>
            <p class="small">
              Times are those of {readers.zone}.{' '}
              {all ? <a href="/desk">Only what waits</a> : <a href="/desk?all">Those that somebody has</a>}
            </p>
          </>
        )}
      </>
    ),
  });

/** Nobody was found by what was typed. */
export const notFoundPage = (props: { visitor: Visitor; said: string; error: string }): string =>
  deskPage({
    title: 'Nobody found',
    visitor: props.visitor,
    children: (
      <>
        <h1>Nobody found</h1>
        <p class="lead">
          Read it back to them; then ask for another number or mailbox they may have joined with. Nothing was changed.
        </p>
        <FindForm {...props} />
      </>
    ),
  });
