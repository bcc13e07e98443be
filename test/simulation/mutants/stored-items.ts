import { type Mutant, object, property } from './mutant.ts';

/** Bugs in how items are read and written. */
export const storedItemMutants: readonly Mutant[] = [
  {
    name: 'a claim without its condition on rev',
    within: 'createClaimStore',
    find: object(
      'Statement: $SET + $WHERE, Parameters: [$CLAIM, $POSITION, $COURSE, $QUIET, $NEXT, $KEY, profileKey, $REV]',
    ),
    replace: `{ Statement: $SET + \`WHERE "PK" = ? AND "SK" = ? AND "status" = 'active'\`, Parameters: [$CLAIM, $POSITION, $COURSE, $QUIET, $NEXT, $KEY, profileKey] }`,
  },
  {
    name: 'a claim without any condition',
    within: 'createClaimStore',
    find: object(
      'Statement: $SET + $WHERE, Parameters: [$CLAIM, $POSITION, $COURSE, $QUIET, $NEXT, $KEY, profileKey, $REV]',
    ),
    replace: `{ Statement: $SET + 'WHERE "PK" = ? AND "SK" = ? ', Parameters: [$CLAIM, $POSITION, $COURSE, $QUIET, $NEXT, $KEY, profileKey] }`,
  },
  {
    name: 'a claim that lost counts as ours',
    within: 'createClaimStore',
    find: "return result === 'condition-failed' ? 'conflict' : 'failed';",
    replace: "return result === 'condition-failed' ? 'claimed' : 'failed';",
  },
  {
    name: 'a page of the due index is dropped',
    within: 'createDueStore',
    find: 'if (page.length > 0) yield page.map(readDue);',
    replace: 'if (page.length > 0) yield page.map(readDue); break;',
  },
  {
    name: 'a page of a person is dropped',
    within: 'queryAll',
    find: 'for await (const page of pages) items.push(...page);',
    replace: 'for await (const page of pages) { items.push(...page); break; }',
  },
  {
    name: 'a failed statement is swallowed',
    within: 'createTipStore',
    find: 'if (failed > 0) throw new BatchUnfinishedError(failed);',
    replace: '',
  },
  {
    name: "a statement's own error is not looked at",
    within: 'executeBatch',
    find: 'const code = answer.Responses?.[position]?.Error?.Code;',
    replace: 'const code: string | undefined = undefined;',
  },
  {
    name: 'unprocessed keys are dropped',
    within: 'batchGet',
    find: 'open = answer.UnprocessedKeys?.[table.name]?.Keys ?? [];',
    replace: 'open = [];',
  },
  {
    name: 'a page is written over',
    within: 'createDiaryStore',
    find: property('UpdateExpression: $SET'),
    replace: "UpdateExpression: ($SET).replace('if_not_exists(#reply, :event)', ':event')",
  },
  {
    name: 'a profile is written whatever it says by now',
    within: 'ifAsRead',
    find: object("ConditionExpression: 'rev = :rev', ExpressionAttributeValues: $VALUES"),
    replace: '{}',
  },
  {
    name: 'a write does not bump rev',
    within: 'createSubscriberStore',
    find: object('...next, rev: (read ?? next).rev + 1'),
    replace: '{ ...next, rev: read?.rev ?? next.rev + 1 }',
  },
  {
    name: 'a zone joins the zones in use never',
    within: 'createSubscriberStore',
    find: "next.status === 'active' && (read?.zone !== next.zone || read.status !== 'active')",
    replace: 'read?.zone === undefined',
  },
  {
    name: 'a claim is released without asking whose it is',
    within: 'createProfileChanges',
    find: 'const isThis = lastTip?.owner === claim.owner && lastTip.claimedAt === claim.claimedAt;',
    replace: 'const isThis = lastTip !== undefined;',
  },
  {
    name: 'receipts go back',
    within: 'createTipStore',
    find: property("ConditionExpression: 'attribute_exists(PK) AND #rank < :rank'"),
    replace: "ConditionExpression: 'attribute_exists(PK) AND (#rank < :rank OR #rank >= :rank)'",
  },
];
