import { describe, expect, it } from 'vitest';
import { isAllowed, type Statement } from './policy-evaluator.ts';

const allow = (changes: Partial<Statement> = {}): Statement => ({
  Effect: 'Allow',
  Action: ['dynamodb:Query'],
  Resource: ['arn:aws:dynamodb:us-east-1:111122223333:table/backbeat'],
  ...changes,
});
const call = { action: 'dynamodb:Query', resource: 'arn:aws:dynamodb:us-east-1:111122223333:table/backbeat' };

describe('the policy evaluator', () => {
  it.each<[string, readonly Statement[], boolean]>([
    ['allows what is named', [allow()], true],
    ['refuses what no statement names', [], false],
    ['refuses another action', [allow({ Action: ['dynamodb:Scan'] })], false],
    ['refuses the index of a table that is allowed', [allow({ Resource: [`${call.resource}/index/due`] })], false],
    ['takes an asterisk for anything', [allow({ Resource: ['arn:aws:dynamodb:*:table/*'] })], true],
    ['takes a dot for a dot', [allow({ Resource: ['arn.aws:dynamodb:us-east-1:111122223333:table/backbeat'] })], false],
    ['lets a denial win', [allow(), allow({ Effect: 'Deny', Resource: ['*'] })], false],
    ['compares actions without regard to case', [allow({ Action: ['DynamoDB:query'] })], true],
    ['wants conditions to hold', [allow({ Condition: { StringEquals: { 'aws:x': ['y'] } } })], false],
  ])('%s', (_, statements, allowed) => {
    expect(isAllowed(statements, call)).toBe(allowed);
  });

  it('holds a condition against what the call says', () => {
    const statements = [
      allow({ Condition: { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': ['alias/aws/ssm'] } } }),
    ];
    const aliased = (...aliases: string[]) => ({ ...call, context: { 'kms:ResourceAliases': aliases } });
    expect(isAllowed(statements, aliased('alias/other', 'alias/aws/ssm'))).toBe(true);
    expect(isAllowed(statements, aliased('alias/other'))).toBe(false);
  });

  it('stops at an operator that it does not know', () => {
    const statements = [allow({ Condition: { ArnLike: { 'aws:SourceArn': ['*'] } } })];
    expect(() => isAllowed(statements, call)).toThrow('does not know ArnLike');
  });
});
