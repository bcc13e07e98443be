/** A fault of a deployment in words for its operator, and how to mend it. */
export interface Finding {
  /** `blocks`: people are hurt or left out while it stands. `warns`: it will matter. `look`: no interface tells, a human must. */
  readonly weight: 'blocks' | 'warns' | 'look';
  readonly what: string;
  readonly mend: string;
}

/** An answer of AWS, Twilio or DNS: what it holds, or why there is none. */
export type Answer<T> = { readonly value: T } | { readonly missing: string };

export const blocks = (what: string, mend: string): Finding => ({ weight: 'blocks', what, mend });
export const warns = (what: string, mend: string): Finding => ({ weight: 'warns', what, mend });
export const look = (what: string, mend: string): Finding => ({ weight: 'look', what, mend });

/** The findings in an answer. A missing answer is a finding itself, unless its subject has yet to be created. */
export const inAnswer = <T>(
  about: string,
  answer: Answer<T>,
  findings: (value: T) => readonly Finding[],
): readonly Finding[] =>
  'value' in answer
    ? findings(answer.value)
    : [blocks(`${about} could not be looked at: ${answer.missing}.`, 'Mend that, and ask the doctor again.')];

const signs = { blocks: 'x', warns: '!', look: '?' } as const;

/** The findings as they are printed, the worst first; and whether the command fails. */
export const report = (stage: string, findings: readonly Finding[]): { text: string; exitCode: 0 | 1 } => {
  const ordered = (['blocks', 'warns', 'look'] as const).flatMap((weight) =>
    findings.filter((finding) => finding.weight === weight),
  );
  const bad = findings.filter(({ weight }) => weight === 'blocks').length;
  const lines = ordered.map(({ weight, what, mend }) => `${signs[weight]} ${what}\n    ${mend}`);
  const verdict = bad === 0 ? `${stage}: nothing is in the way.` : `${stage}: ${bad} in the way.`;
  return { text: [...lines, verdict].join('\n'), exitCode: bad === 0 ? 0 : 1 };
};
