import type { FailedQueue } from '../../../shared/use-cases/desk/mend-failures.ts';
import { minute } from '../../../shared/use-cases/desk/tip-in-words.ts';
import { Done, deskPage, Post, type Visitor } from './frame.tsx';

const Queue = ({ queue: failed, visitor }: { readonly queue: FailedQueue; readonly visitor: Visitor }) => {
  const { failed: words } = visitor.words;
  const { queue, waiting, oldestAt, kinds, moving } = failed;
  return (
    <li>
      <h2>{words.queues[queue]}</h2>
      {waiting === 0 && !moving ? <p>{words.none}</p> : null}
      {waiting > 0 ? <p>{words.waiting(waiting)}</p> : null}
      {kinds.map(({ kind, jobs, people }) => (
        <p class="soft">
          {`${words.kinds[kind]}${visitor.words.colon} ${jobs}`}
          {people > 0 ? ` (${words.people(people)})` : null}
        </p>
      ))}
      {oldestAt === undefined ? null : <p class="soft">{words.oldest(minute(oldestAt))}</p>}
      {moving ? <p>{words.moving(moving.moved, moving.of)}</p> : null}
      {waiting > 0 && !moving ? (
        <Post visitor={visitor} action={`/desk/failed/${queue}`}>
          <button class="button" type="submit">
            {words.redrive}
          </button>
        </Post>
      ) : null}
    </li>
  );
};

interface FailedProps {
  readonly visitor: Visitor;
  readonly queues: readonly FailedQueue[];
  readonly done?: string | undefined;
}

/** What was given up, by queue and kind; nobody's pseudonym, address or words stand in it. */
export const failedPage = ({ visitor, queues, done }: FailedProps): string => {
  const { words } = visitor;
  return deskPage({
    title: words.failed.title,
    words,
    visitor,
    at: '/desk/failed',
    children: (
      <>
        <h1>{words.failed.title}</h1>
        <Done words={done} />
        <p class="lead">{words.failed.lead}</p>
        <ul class="rows">
          {queues.map((queue) => (
            <Queue queue={queue} visitor={visitor} />
          ))}
        </ul>
        {visitor.invites ? <p class="small section">{words.failed.mails}</p> : null}
      </>
    ),
  });
};
