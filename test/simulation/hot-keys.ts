import { BatchExecuteStatementCommand } from '@aws-sdk/lib-dynamodb';
import { createRandom } from './random.ts';
import type { MemoryEngine } from './store/memory-engine.ts';
import type { Timeline } from './timeline.ts';
import { second, type World } from './world.ts';

type HotKeys = World['isHot'];

/**
 * In a tenth of the worlds outcomes are written where the table is under load: one statement of a batch is refused for
 * seconds, round after round, and those beside it go through. A batch of one, with which an answer records its tip, is not
 * refused so: docs/roadmap.md says what is lost where that lasts for seconds, its process dies, and a second command of the
 * same person came meanwhile. Its own random numbers change nothing else that a seed decides.
 */
export const drawHotKeys = (seed: number, timeline: Pick<Timeline, 'now'>): HotKeys => {
  const random = createRandom(seed + 13_000_000_000);
  if (!random.chance(0.1)) return () => false;
  const coolAt = new Map<string, number>();
  return (key) => {
    const until = coolAt.get(key) ?? (random.chance(0.1) ? timeline.now() + random.whole(4 * second, 20 * second) : 0);
    coolAt.set(key, until);
    return timeline.now() < until;
  };
};

/** The key of the outcome that a statement inserts; undefined of a claim, which is an update. */
const insertedBy = ({
  Statement = '',
  Parameters = [],
}: {
  Statement?: string | undefined;
  Parameters?: readonly unknown[] | undefined;
}) => (Statement.startsWith('INSERT') ? Parameters.slice(0, 2).join(' ') : undefined);

/** What the table answers if it refuses one of a batch's statements because of its key; undefined if it refuses none. */
export const refuseHot = (engine: MemoryEngine, command: unknown, isHot: HotKeys): unknown => {
  if (!(command instanceof BatchExecuteStatementCommand)) return undefined;
  if ((command.input.Statements ?? []).length < 2) return undefined;
  const statements = (command.input.Statements ?? []).map((statement) => {
    const key = insertedBy(statement);
    return { statement, isRefused: key !== undefined && isHot(key) };
  });
  if (!statements.some(({ isRefused }) => isRefused)) return undefined;
  return {
    Responses: statements.map(({ statement, isRefused }): unknown => {
      if (isRefused) return { Error: { Code: 'ThrottlingError' } };
      return Object(engine.execute(new BatchExecuteStatementCommand({ Statements: [statement] }))).Responses[0];
    }),
  };
};
