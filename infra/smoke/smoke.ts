import { demand, nextSlot, type Pages, pathIn, type SmokeOperator, seePages, watchDiary } from './watch-diary.ts';

/** A deployment, reached from outside by its pages and by texts. */
export interface Deployment extends Pages {
  /** Posts a text from the operator's own number, signed as Twilio signs it; resolves with the answer. */
  readonly say: (words: string) => Promise<string>;
  /** The status of the answer to an unsigned text. */
  readonly sayUnsigned: () => Promise<number>;
}

const minutesToTheTick = 6;

/**
 * Tries a deployment: texts from the operator's own number and, where there is mail, mails to their own mailbox,
 * through every function that can be observed from outside. It reports what it saw, erases itself at the end, and
 * refuses a number that has a diary.
 * @throws SmokeFailed with the first step that failed
 */
export const smoke = async (
  deployment: Deployment,
  mail: SmokeOperator | undefined,
  saw: (sentence: string) => void,
): Promise<void> => {
  const { say, sayUnsigned, askHuman, now } = deployment;
  await seePages(deployment, saw);
  demand((await sayUnsigned()) === 403, 'A text that nobody signed is not refused with 403.');
  saw('sms-inbound: a text without a signature is refused');
  const before = await say('DIARY');
  demand(!/\/diary\//.test(before), 'This number has a diary, and the last step would erase it: use another number.');

  await say('JOIN');
  await say('PAIN 6');
  const diary = pathIn(await say('DIARY'), 'diary') ?? '';
  demand(diary !== '', 'DIARY is not answered with a link to the diary.');
  const { read, until, untilDelivered, untilGone } = watchDiary(deployment, diary);
  const joined = await read();
  demand(joined.entries.at(-1)?.score === 6, 'PAIN 6 was answered and is not in the diary.');
  saw('sms-inbound: JOIN, PAIN 6 and DIARY are answered, and the table has the score');

  const slot = nextSlot(joined.subscription.zone, now(), minutesToTheTick);
  if (slot.isInWindow) {
    await say(`TIME ${slot.text}`);
    await untilDelivered('sms', 'send-tips-sms', saw);
  } else {
    saw(`LEFT OUT, a tip by text: tips come between 8 and 20 in ${joined.subscription.zone}. Try again then.`);
  }

  if (mail !== undefined) {
    const { mailbox, replyAddress } = mail;
    await say(`EMAIL ${mailbox}`);
    await askHuman(`A mail comes to ${mailbox} within a minute. Press its button.`);
    await until(
      ({ addresses }) => addresses.mailbox?.toLowerCase() === mailbox.toLowerCase(),
      'The mailbox is not confirmed: look at send-tips-email and at SES.',
    );
    saw('send-tips-email, web: the mailbox was asked, and is confirmed');
    await askHuman(`Write a mail from ${mailbox} to ${replyAddress} that says: PAIN 5`);
    await until(
      ({ entries }) => entries.at(-1)?.score === 5,
      'The mail did not arrive: look at the MX record, the active rule set, and email-inbound.',
    );
    saw('email-inbound: the mail was read, and the table has its score');
  }

  const word = /\bERASE ([A-Z2-9]{4})\b/.exec(await say('ERASE'))?.[1];
  demand(word !== undefined, 'ERASE is not answered with a word to say.');
  await say(`ERASE ${word}`);
  await untilGone(saw);
  saw('not to be seen from outside: reconcile-inbound (its alarms ring if it fails or does not run)');
};
