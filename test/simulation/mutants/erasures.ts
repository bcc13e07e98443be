import { type Mutant, property, spread } from './mutant.ts';

/** Bugs in erasure: something is left, or comes back. */
export const erasureMutants: readonly Mutant[] = [
  {
    name: 'unprocessed deletions are dropped',
    within: 'createErasureStore',
    find: 'if (round >= rounds) throw new BatchUnfinishedError(open.length);',
    replace: 'if (round >= 1) break;',
  },
  {
    name: 'a receipt brings back what was erased',
    within: 'createTipStore',
    find: property("ConditionExpression: 'attribute_exists(PK) AND #rank < :rank'"),
    replace: "ConditionExpression: 'attribute_not_exists(PK) OR #rank < :rank'",
  },
  {
    name: 'no sweep after an erasure',
    within: 'createEraseSubscriber',
    find: "if (job.kind === 'erase') $SWEEP",
    replace: "if (job.kind !== 'erase') $SWEEP",
  },
  {
    name: 'the profile is erased first, the pages by chance',
    within: 'createEraseSubscriber',
    find: "const erasing = subscriber?.status === 'erasing' ? subscriber : undefined;",
    replace:
      "const erasing = subscriber?.status === 'erasing' ? subscriber : undefined; if (erasing) return erasures.deleteProfile(erasing);",
  },
  {
    name: 'who is erased and joins again gets a second tip that day',
    within: 'subscriberFromPhone',
    find: spread('...(lastTip ? { lastTip } : {})'),
    replace: '...{}',
  },
  {
    name: 'ERASE queues nothing',
    within: 'createWriteDecision',
    find: "if (decision.job === 'erase' && subscriber) await deps.eraseLater(erasureOf(subscriber));",
    replace: '',
  },
  {
    name: 'what was said between ERASE and JOIN comes into the new diary',
    within: 'judgeText',
    find: "if (isStrangers(given, since, erased)) return 'stranger';",
    replace: '',
  },
];
