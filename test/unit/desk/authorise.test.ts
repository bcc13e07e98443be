import { describe, expect, it } from 'vitest';
import {
  letsClinicRead,
  letsResearch,
  type Operation,
  operations,
  type Refusal,
  refusalOf,
  roles,
} from '../../../shared/domain/desk/authorise.ts';

/** Role, and whether the person lets the clinic read, for each kind of operation. */
type Row = readonly [
  staff: Refusal | 'may',
  staffLet: Refusal | 'may',
  clinician: Refusal | 'may',
  clinicianLet: Refusal | 'may',
];
const delivery: Row = ['may', 'may', 'may', 'may'];
const words: Row = ['role', 'role', 'consent', 'may'];
const clinicians: Row = ['role', 'role', 'may', 'may'];

const table: Readonly<Record<Operation, Row>> = {
  status: delivery,
  'who-is-due': delivery,
  find: delivery,
  show: delivery,
  explain: delivery,
  stop: delivery,
  pause: delivery,
  resume: delivery,
  move: delivery,
  erase: delivery,
  worklist: delivery,
  acknowledge: delivery,
  'read-diary': words,
  export: words,
  'read-audit': clinicians,
  'list-codes': delivery,
  'add-code': delivery,
  'end-code': delivery,
  'try-import': delivery,
  import: delivery,
  // Whoever may copy the table could do it without us; nobody's words are shown.
  restore: delivery,
  'list-failed': delivery,
  redrive: delivery,
  'replay-mail': delivery,
  preview: delivery,
  // Counts of five and more, and scores only of those who said CLINIC YES.
  report: delivery,
  // Each person in it said RESEARCH YES.
  'research-export': clinicians,
};

describe('who may do what at the desk', () => {
  it.each(operations.map((operation) => [operation, ...table[operation]] as const))(
    '%s: staff %s, staff with consent %s, clinician %s, clinician with consent %s',
    (operation, ...expected) => {
      const got = roles.flatMap((role) => [false, true].map((lets) => refusalOf(role, operation, lets) ?? 'may'));
      expect(got).toEqual(expected);
    },
  );

  it('gives out for research what was agreed to, while they are with us', () => {
    expect(letsResearch({ research: 'yes', status: 'active' })).toBe(true);
    expect(letsResearch({ research: 'no', status: 'active' })).toBe(false);
    expect(letsResearch({ status: 'active' })).toBe(false);
    expect(letsResearch({ research: 'yes', status: 'stopped' })).toBe(false);
    expect(letsResearch({ research: 'yes', status: 'erasing' })).toBe(false);
  });

  it.each([
    ['said CLINIC YES', { clinic: 'yes', status: 'active' }, true],
    ['said CLINIC NO', { clinic: 'no', status: 'active' }, false],
    ['said neither', { status: 'active' }, false],
    ['said yes and left', { clinic: 'yes', status: 'stopped' }, false],
    ['said yes and is being erased', { clinic: 'yes', status: 'erasing' }, false],
  ] as const)('whoever %s', (_, subscriber, lets) => {
    expect(letsClinicRead(subscriber)).toBe(lets);
  });
});
