import type { Role } from './authorise.ts';

/** The groups of the provider's directory whose members work at the desk. */
export type DeskGroups = Readonly<Record<Role, string>>;

/** The role of somebody in those groups: of who is in both, that which may do more. Undefined: nobody who works at the desk. */
export const roleOfGroups = (groups: readonly string[], desk: DeskGroups): Role | undefined => {
  if (groups.includes(desk.clinician)) return 'clinician';
  return groups.includes(desk.staff) ? 'staff' : undefined;
};
