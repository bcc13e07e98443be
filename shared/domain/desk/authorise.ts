import type { Subscriber } from '../people/subscriber.ts';

/** Who works at the desk: staff see what was sent and what came of it; a clinician also what people wrote, where they allow it. */
export const roles = ['staff', 'clinician'] as const;
export type Role = (typeof roles)[number];

/** Whoever asks for something at the desk: a name for the audit trail, and the role they act in. */
export interface Actor {
  readonly name: string;
  readonly role: Role;
}

/** All that can be done at the desk, by either door. */
export const operations = [
  'status',
  'who-is-due',
  'find',
  'show',
  'explain',
  'stop',
  'pause',
  'resume',
  'move',
  'erase',
  'worklist',
  'acknowledge',
  'read-diary',
  'export',
  'read-audit',
  'list-codes',
  'add-code',
  'end-code',
  'try-import',
  'import',
  'restore',
  'list-failed',
  'redrive',
  'replay-mail',
  'preview',
  'report',
  'research-export',
] as const;
export type Operation = (typeof operations)[number];

/** Why somebody may not: the role does not allow it, or the person has not. */
export type Refusal = 'role' | 'consent';

/** What shows a person's words or scores. Nothing else at the desk does. */
const showsWords: ReadonlySet<Operation> = new Set(['read-diary', 'export']);
/** What is for clinicians besides: who did what at the desk; scores of many, each of whom said RESEARCH YES. */
const forClinicians: ReadonlySet<Operation> = new Set(['read-audit', 'research-export']);

/**
 * Whether the clinic may read what somebody wrote: they said CLINIC YES, and are with us. STOP takes every agreement back,
 * this one too; who comes back by JOIN is where they were.
 */
export const letsClinicRead = ({ clinic, status }: Pick<Subscriber, 'clinic' | 'status'>): boolean =>
  clinic === 'yes' && status === 'active';

/** Whether somebody's scores may be given out for research: they said RESEARCH YES, and are with us. */
export const letsResearch = ({ research, status }: Pick<Subscriber, 'research' | 'status'>): boolean =>
  research === 'yes' && status === 'active';

/** Why that role may not do that; undefined if it may. `lets`: whether the person it is about lets the clinic read. */
export const refusalOf = (role: Role, operation: Operation, lets: boolean): Refusal | undefined => {
  if (role !== 'clinician' && (showsWords.has(operation) || forClinicians.has(operation))) return 'role';
  return showsWords.has(operation) && !lets ? 'consent' : undefined;
};
