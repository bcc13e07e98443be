import type { Role } from './authorise.ts';

/** The groups of the provider's directory whose members work at the desk. */
export type DeskGroups = Readonly<Record<Role, string>>;

/**
 * The role of somebody in these groups; somebody in both has the role that may do more. Undefined for somebody in
 * neither.
 */
export const roleOfGroups = (groups: readonly string[], desk: DeskGroups): Role | undefined => {
  if (groups.includes(desk.clinician)) return 'clinician';
  return groups.includes(desk.staff) ? 'staff' : undefined;
};
