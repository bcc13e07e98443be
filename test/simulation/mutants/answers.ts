import { type Mutant, object, property } from './mutant.ts';

/** Bugs in how texts and mails are read, found again and carried out. */
export const answerMutants: readonly Mutant[] = [
  {
    name: 'a command that came before is carried out again',
    within: 'decideByState',
    find: 'subscriber.commands.includes(key)',
    replace: "key === ''",
  },
  {
    name: 'TIP answers without a claim',
    within: 'giveTip',
    find: object('lastTip, course, position: $POSITION'),
    replace: '{}',
  },
  {
    name: 'a reply that lost the race is not tried again',
    within: 'retryOnConflict',
    find: 'if (!(error instanceof RevisionConflict)) throw error;',
    replace: 'if (!(error instanceof RevisionConflict)) throw error; return { answers: [], isNew: false } as T;',
  },
  {
    name: 'texts whose webhook failed are not looked for',
    within: 'createReconcileInbound',
    find: 'for (const texts of waiting) { $$$BODY }',
    replace: 'for (const texts of [...waiting].slice(0, 0)) { $$$BODY }',
  },
  {
    name: 'a score stands on the page of the UTC date',
    within: 'converse',
    find: property('today: localDateTime(subscriber.zone, incoming.receivedAt).date'),
    replace: 'today: new Date(incoming.receivedAt).toISOString().slice(0, 10)',
  },
  {
    name: 'a JOIN that died before its mail is taken for done',
    within: 'endsOnPage',
    find: "intent.kind !== 'join' || intent.email !== undefined",
    replace: "intent.kind !== 'join'",
  },
  {
    name: 'a mail is read with what it quotes',
    within: 'readMailBody',
    find: "read.reaction ? '' : saidBy(subject, read.text)",
    replace: "mail.text ?? ''",
  },
  {
    name: 'a mail that a server sends again is another mail',
    within: 'createEmailInbound',
    find: 'replyOf(said, from, mail.messageId ?? ses.mail.messageId)',
    replace: 'replyOf(said, from, ses.mail.messageId)',
  },
];
