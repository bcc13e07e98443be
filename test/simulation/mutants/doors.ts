import { type Mutant, property } from './mutant.ts';

/** Bugs in how links, forms, signatures and senders are checked. */
export const doorMutants: readonly Mutant[] = [
  {
    name: 'a sign-up that died before its mail puts the next one off',
    within: 'reasonToPutOff',
    find: '!asked.unqueued && since < mailsApartMs',
    replace: 'since < mailsApartMs',
  },
  {
    name: 'a sign-up that lost the race leaves the mail to the winner',
    within: 'createMailSignUp',
    find: 'if (!(error instanceof RevisionConflict)) throw error;',
    replace: 'if (!(error instanceof RevisionConflict)) throw error; return asked;',
  },
  {
    name: 'a JOIN by a code puts nobody into its cohort',
    within: 'createWriteDecision',
    find: 'await joinCohort(stores, { id, epoch }, cohort, { at, where, key: keyOf(incoming), gaveAt: at });',
    replace: '',
  },
  {
    name: 'each delivery of a JOIN by a code is counted',
    within: 'createWriteDecision',
    find: property('key: keyOf(incoming)'),
    replace: 'key: `r#${at}`',
  },
  {
    name: 'a form filled in with a code puts nobody into its cohort',
    within: 'confirmCohort',
    find: "await joinCohort(stores, subscriber, cohort, { at, where: 'web', key: link, gaveAt: askedAt });",
    replace: '',
  },
  {
    name: 'the sign-up page queues no mail',
    within: 'createMailSignUp',
    find: "await sendLater({ kind: 'confirmation', id: primary, epoch: next.epoch, by: 'page' });",
    replace: '',
  },
  {
    name: 'a form changes somebody who is here already',
    within: 'createMailSignUp',
    find: '{ ...subscriber, signUp: page }',
    replace: '{ ...subscriber, ...wishOf(page), signUp: page }',
  },
  {
    name: 'whatever has the shape of a signature is one',
    within: 'readTwilioRequest',
    find: "if (!authTokens.some((token) => token !== '' && validateRequest(token, signature, url, signed))) return 'forbidden';",
    replace:
      "if (!authTokens.some((token) => token !== '' && validateRequest !== undefined && url)) return 'forbidden';",
  },
  {
    name: 'a signature is good for other words',
    within: 'readTwilioRequest',
    find: 'validateRequest(token, signature, url, signed)',
    replace:
      "validateRequest(token, signature, url, signed['Body'] === undefined ? signed : { MessageSid: 'SM'.padEnd(34, '0'), Body: 'PAIN 2' })",
  },
  {
    name: 'a link with another letter opens as well',
    within: 'readToken',
    find: 'if (!keys.some((key) => timingSafeEqual(macOf(key, body), mac))) return undefined;',
    replace: 'if (!keys.some((key) => macOf(key, body).length === mac.length)) return undefined;',
  },
  {
    name: 'a form takes the place of the mailbox that its owner named',
    within: 'createMailSignUp',
    find: '{ ...subscriber, signUp: page }',
    replace: '{ ...subscriber, pendingMailbox: page, signUp: page }',
  },
  {
    name: 'a mail is taken for whoever stands in its From',
    within: 'trustMail',
    find: "const vouchedFor = verdicts.dmarc === 'PASS' ? fromAddress : undefined;",
    replace: 'const vouchedFor = fromAddress;',
  },
  {
    name: 'whoever looks at an unsubscribe link has left',
    within: 'subscriptionRoutes',
    find: 'if (!(await deps.enrolment.canUnsubscribe(token))) return context.notFound();',
    replace: 'if (!(await deps.enrolment.unsubscribe(token))) return context.notFound();',
  },
  {
    name: 'whoever looks at a confirmation link has confirmed',
    within: 'subscriptionRoutes',
    find: 'const request = await deps.enrolment.readConfirmation(token);',
    replace: 'await deps.enrolment.confirm(token); const request = await deps.enrolment.readConfirmation(token);',
  },
  {
    name: 'the page says that somebody has left, and nothing is stored',
    within: 'subscriptionRoutes',
    find: 'if (!(await deps.enrolment.unsubscribe(token))) return context.notFound();',
    replace: 'if (!(await deps.enrolment.canUnsubscribe(token))) return context.notFound();',
  },
];
