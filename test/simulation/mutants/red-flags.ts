import type { Mutant } from './mutant.ts';

/** Bugs in what the clinic comes to know of a red flag. */
export const redFlagMutants: readonly Mutant[] = [
  {
    name: 'a red flag is answered, and nobody at the clinic is told',
    within: 'createWriteDecision',
    find: 'if (decision.alert) await deps.reportRedFlag(who.id, decision.alert, incoming);',
    replace: '',
  },
  {
    name: 'the worklist is told what was said',
    within: 'createReportRedFlag',
    find: 'worklist.put({ id, at: incoming.receivedAt, kind }, keyOf(incoming))',
    replace: 'worklist.put({ id, at: incoming.receivedAt, kind: JSON.stringify(incoming) as never }, keyOf(incoming))',
  },
  {
    name: 'the clinic is told at night',
    within: 'contactToAlert',
    find: '!isLooking(readers, now)',
    replace: 'now < 0',
  },
  {
    name: 'the next contact is told at once',
    within: 'isTheirTurn',
    find: 'now - alertedAt < escalateAfterMs - tickJitterMs',
    replace: 'alertedAt > now',
  },
  {
    name: 'one alert is all there is',
    within: 'contactToAlert',
    find: 'alertedAt !== undefined && isTheirTurn(alertedAt, now)',
    replace: 'alertedAt !== undefined',
  },
  {
    name: 'the first contact is told again and again',
    within: 'contactToAlert',
    find: 'readers.contacts[alerts % readers.contacts.length]',
    replace: 'readers.contacts[0]',
  },
  {
    name: 'ERASE leaves the worklist alone',
    within: 'createEraseSubscriber',
    find: 'await deps.worklist.deleteOf(name, $SINCE);',
    replace: '',
  },
  {
    name: 'the subject of our own mail is heard as its reader',
    within: 'writersSubject',
    find: 'return { ...subject, words: (await loadPrinted()).removeFrom(subject.words) };',
    replace: 'return subject;',
  },
];
