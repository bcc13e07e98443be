/** A fault of a deployment, in words for its operator, and how to repair it. */
export interface Finding {
  /**
   * `blocks`: people are hurt or left out while it stands. `warns`: it will matter later. `look`: no interface tells,
   * so a human must look.
   */
  readonly weight: 'blocks' | 'warns' | 'look';
  readonly what: string;
  readonly mend: string;
}

/** An answer of AWS, Twilio or DNS: what it holds, or why there is none. */
export type Answer<T> = { readonly value: T } | { readonly missing: string };

/** A finding that blocks: what is wrong, and how to repair it. */
export const blocks = (what: string, mend: string): Finding => ({ weight: 'blocks', what, mend });

/** A finding that warns. */
export const warns = (what: string, mend: string): Finding => ({ weight: 'warns', what, mend });

/** A finding for a human to look at. */
export const look = (what: string, mend: string): Finding => ({ weight: 'look', what, mend });

/** The findings in an answer. A missing answer is itself a finding, unless its subject has yet to be created. */
export const inAnswer = <T>(
  about: string,
  answer: Answer<T>,
  findings: (value: T) => readonly Finding[],
): readonly Finding[] =>
  'value' in answer
    ? findings(answer.value)
    : [blocks(`${about} could not be looked at: ${answer.missing}.`, 'Mend that, and ask the doctor again.')];

const signs = { blocks: 'x', warns: '!', look: '?' } as const;

/** The findings as they are printed, worst first, with the command's exit code. */
export const report = (stage: string, findings: readonly Finding[]): { text: string; exitCode: 0 | 1 } => {
  const ordered = (['blocks', 'warns', 'look'] as const).flatMap((weight) =>
    findings.filter((finding) => finding.weight === weight),
  );
  const bad = findings.filter(({ weight }) => weight === 'blocks').length;
  const lines = ordered.map(({ weight, what, mend }) => `${signs[weight]} ${what}\n    ${mend}`);
  const verdict = bad === 0 ? `${stage}: nothing is in the way.` : `${stage}: ${bad} in the way.`;
  return { text: [...lines, verdict].join('\n'), exitCode: bad === 0 ? 0 : 1 };
};
