import * as z from 'zod';

const list = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());
const condition = z.record(z.string(), z.record(z.string(), list));

/** A statement of an identity policy, intrinsics resolved. */
export const statementSchema = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Action: list,
  Resource: list,
  Condition: condition.optional(),
});
export type Statement = z.output<typeof statementSchema>;

/** One thing that was asked of AWS. */
export interface AwsCall {
  readonly action: string;
  readonly resource: string;
  /** Condition keys and what they are for this call. */
  readonly context?: Readonly<Record<string, readonly string[]>>;
}

const globOf = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .replaceAll(/[\\^$.+()|[\]{}]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
  );

/** The operators our policies use; any other is a reason to stop, not to guess. */
const holds = (operator: string, wanted: readonly string[], given: readonly string[]): boolean => {
  if (operator === 'StringEquals') return given.length === 1 && given.every((value) => wanted.includes(value));
  if (operator === 'ForAnyValue:StringEquals') return given.some((value) => wanted.includes(value));
  throw new TypeError(`the evaluator does not know ${operator}`);
};

const matches = (
  { Action, Resource, Condition = {} }: Statement,
  { action, resource, context = {} }: AwsCall,
): boolean =>
  // Actions are compared without regard to case, resources with (IAM's reference of policy elements).
  Action.some((one) => globOf(one.toLowerCase()).test(action.toLowerCase())) &&
  Resource.some((one) => globOf(one).test(resource)) &&
  Object.entries(Condition).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) => holds(operator, wanted, context[key] ?? [])),
  );

/** Whether IAM lets a role with these statements do that: some statement allows it, and none denies it. */
export const isAllowed = (statements: readonly Statement[], call: AwsCall): boolean => {
  const matching = statements.filter((statement) => matches(statement, call));
  return matching.some(({ Effect }) => Effect === 'Allow') && !matching.some(({ Effect }) => Effect === 'Deny');
};
