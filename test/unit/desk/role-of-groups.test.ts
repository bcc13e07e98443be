import { describe, expect, it } from 'vitest';
import { roleOfGroups } from '../../../shared/domain/desk/role-of-groups.ts';

const desk = { staff: 'front-desk', clinician: 'physios' };

describe('the role that groups give', () => {
  it.each([
    [['front-desk'], 'staff'],
    [['physios'], 'clinician'],
    [['physios', 'front-desk'], 'clinician'],
    [['accounting', 'front-desk'], 'staff'],
    [[], undefined],
    [['accounting'], undefined],
    // Part of a name, or its capitals, is another group.
    [['front-desk-guests', 'Physios', 'physio'], undefined],
    [['front-desk,physios'], undefined],
  ] as const)('%j: %s', (groups, role) => {
    expect(roleOfGroups(groups, desk)).toBe(role);
  });
});
