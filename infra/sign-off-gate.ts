import type { SignOffState } from '../content/build/sign-off.ts';

/**
 * The environment variable that names a stage which may be deployed without a clinician's signature, for when nobody
 * can be asked.
 */
export const withoutSignOff = 'BACKBEAT_WITHOUT_SIGN_OFF';

/** Whether a stage's name says that it is for trying things out, with nobody in pain. */
const isForTrial = (stage: string): boolean => /^(test|dev|staging|example|local)(-|$)/.test(stage);

interface Gate {
  readonly stage: string;
  readonly state: SignOffState;
  /** Asks the operator; resolves to undefined where there is no terminal. */
  readonly ask: (question: string) => Promise<string | undefined>;
  readonly say: (line: string) => void;
  readonly accepted: string | undefined;
}

const reasons = {
  missing: 'No clinician has signed for what answers red flags and despair (content/sign-off.yaml).',
  outdated:
    "The clinician's sign-off is for other words: what answers red flags has changed since (content/sign-off.yaml).",
} as const;

/**
 * Whether a stage may be deployed. If it answers real people and no clinician has signed the answers to red flags, the
 * operator types the stage's name to agree.
 */
export const mayDeploy = async ({ stage, state, ask, say, accepted }: Gate): Promise<boolean> => {
  if (state === 'valid' || isForTrial(stage)) return true;
  say(reasons[state]);
  if (accepted === stage) return true;
  const answer = await ask(`Type ${stage} to deploy it all the same, anything else to stop: `);
  if (answer === undefined) say(`Nobody can be asked here. To deploy all the same: ${withoutSignOff}=${stage}.`);
  return answer?.trim() === stage;
};
