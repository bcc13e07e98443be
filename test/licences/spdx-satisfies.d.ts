/** spdx-satisfies brings no types. */
declare module 'spdx-satisfies' {
  /** Whether an SPDX expression can be met with the licences of a list. Throws for what is no SPDX expression. */
  export default function satisfies(expression: string, accepted: readonly string[]): boolean;
}
