import type { Subscriber } from '../people/subscriber.ts';

/**
 * The roles at the desk: staff see what was sent and what became of it; a clinician also sees what people wrote, where
 * they allow it.
 */
export const roles = ['staff', 'clinician'] as const;

/** A role at the desk. */
export type Role = (typeof roles)[number];

/** The person who asks for something at the desk: a name for the audit trail, and the role they act in. */
export interface Actor {
  readonly name: string;
  readonly role: Role;
  /** What colleagues call them, where the sign-in says it: for the worklist, and never for the audit trail. */
  readonly calledBy?: string | undefined;
}

/** Everything that can be done at the desk, on the page or the command line. */
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

/** The name of an operation at the desk. */
export type Operation = (typeof operations)[number];

/** Why an operation is refused: the role does not allow it, or the person has not consented. */
export type Refusal = 'role' | 'consent';

/** The operations that show a person's words or scores; no other does. */
const showsWords: ReadonlySet<Operation> = new Set(['read-diary', 'export']);
/** Further operations for clinicians only: the audit trail, and the scores of people who each said RESEARCH YES. */
const forClinicians: ReadonlySet<Operation> = new Set(['read-audit', 'research-export']);

/**
 * Whether the clinic may read what somebody wrote: they said CLINIC YES, and are with us. STOP withdraws every
 * agreement, this one too; a later JOIN does not give it back.
 */
export const letsClinicRead = ({ clinic, status }: Pick<Subscriber, 'clinic' | 'status'>): boolean =>
  clinic === 'yes' && status === 'active';

/** Whether somebody's scores may be given out for research: they said RESEARCH YES, and are with us. */
export const letsResearch = ({ research, status }: Pick<Subscriber, 'research' | 'status'>): boolean =>
  research === 'yes' && status === 'active';

/**
 * Why a role may not do an operation; undefined if it may. `lets` is whether the person concerned lets the clinic read.
 */
export const refusalOf = (role: Role, operation: Operation, lets: boolean): Refusal | undefined => {
  if (role !== 'clinician' && (showsWords.has(operation) || forClinicians.has(operation))) return 'role';
  return showsWords.has(operation) && !lets ? 'consent' : undefined;
};
