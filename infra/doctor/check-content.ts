import type { SignOffState } from '../../content/build/sign-off.ts';
import { blocks, type Finding, warns } from './finding.ts';

/** The content and time zones of this copy of the repository. */
export interface ContentAnswers {
  readonly signOff: SignOffState;
  /** The version of the time-zone database that the clocks were compiled from, like "2026f". */
  readonly zoneVersion: string;
}

const ofSignOff: Readonly<Record<SignOffState, readonly Finding[]>> = {
  valid: [],
  missing: [
    blocks(
      'No clinician has signed for what answers red flags and despair.',
      'Have yours read it, and fill in content/sign-off.yaml with name, date and hash.',
    ),
  ],
  outdated: [
    blocks(
      "The clinician's sign-off is for other words: what answers red flags has changed since.",
      'Have them read the changes, and fill in content/sign-off.yaml anew.',
    ),
  ],
};

/** Findings about the content (sign-off, reviews) and the time zones. `now` is epoch ms. */
export const checkContent = ({ signOff, zoneVersion }: ContentAnswers, now: number): readonly Finding[] => [
  ...ofSignOff[signOff],
  // The tz database has two to eight releases a year, some only days before a change.
  ...(Number.parseInt(zoneVersion, 10) >= new Date(now).getUTCFullYear()
    ? []
    : [
        warns(
          `The time-zone data are of ${zoneVersion}: where a law has changed clocks since, tips come at the wrong hour.`,
          'npm install --save-dev --save-exact moment-timezone@latest, npm test, deploy.',
        ),
      ]),
];
