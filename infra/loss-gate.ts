import type { Loss } from './losses.ts';

/** The environment variable that names a stage whose data may be lost, for deployments at which nobody can be asked. */
export const withLosses = 'BACKBEAT_WITH_LOSSES';

interface Gate {
  readonly stage: string;
  readonly losses: readonly Loss[];
  /** Asks the operator; resolves to undefined where there is no terminal. */
  readonly ask: (question: string) => Promise<string | undefined>;
  readonly say: (line: string) => void;
  readonly accepted: string | undefined;
}

/** The losses as they are printed, one paragraph each. */
export const lossLines = (losses: readonly Loss[]): readonly string[] =>
  losses.map(({ stack, resource, what, harm }) => `x ${stack}: ${resource} ${what}.\n    ${harm}`);

/**
 * Whether a stage may be deployed although something that people rely on would be lost: the operator types the stage's
 * name to agree.
 */
export const mayLose = async ({ stage, losses, ask, say, accepted }: Gate): Promise<boolean> => {
  if (losses.length === 0) return true;
  for (const line of lossLines(losses)) say(line);
  if (accepted === stage) return true;
  const answer = await ask(`Type ${stage} to deploy it all the same, anything else to stop: `);
  if (answer === undefined) say(`Nobody can be asked here. To deploy all the same: ${withLosses}=${stage}.`);
  return answer?.trim() === stage;
};
