import { demand, nextSlot, type Pages, pathIn, type SmokeOperator, seePages, watchDiary } from './watch-diary.ts';

/** The minutes before the first tip: a human has to find a mail and paste its link first. */
const minutesToConfirm = 10;
const halfMinuteMs = 30_000;
/** How many half minutes after its slot the tip is waited for: for a tick, the queue and SES. */
const patienceBeyond = 20;

/**
 * Tries a deployment without texts as `smoke` does: a sign-up on the page, mails to the operator's own mailbox and one
 * from it. It erases itself at the end, and refuses a mailbox that has a diary.
 * @param zone the operator's own time zone
 * @throws SmokeFailed with the first step that failed
 */
export const smokeByMail = async (
  pages: Pages,
  { mailbox, replyAddress }: SmokeOperator,
  zone: string,
  saw: (sentence: string) => void,
): Promise<void> => {
  const { submit, askHuman, now } = pages;
  await seePages(pages, saw);
  const slot = nextSlot(zone, now(), minutesToConfirm);
  // At night the sign-up is for the morning, and the tip is left out.
  const time = slot.isInWindow ? slot.text : '09:00';
  const signedUp = await submit('/signup', { address: mailbox, language: 'en', zone, time, consent: 'on' });
  demand(signedUp.status === 200, `The sign-up page answers ${signedUp.status}.`);
  const pasted = await askHuman(
    `A mail comes to ${mailbox} within a minute that asks you to confirm. Do not press its button: copy its link, and paste it here.`,
  );
  const confirm = pathIn(pasted, 'confirm') ?? '';
  demand(
    confirm !== '',
    'That is no link of a mail that asks to confirm. If the mail says that the mailbox is with us already, use another mailbox: the last step would erase its diary. If none came, look at send-tips-email and at SES.',
  );
  const confirmed = await submit(confirm, {});
  const diary = pathIn(confirmed.body, 'diary') ?? '';
  demand(confirmed.status === 200 && diary !== '', `The confirmation answers ${confirmed.status}, and shows no diary.`);
  const { read, until, untilDelivered, untilGone } = watchDiary(pages, diary);
  const { entries, tips } = await read();
  demand(
    entries.length === 0 && tips.length === 0,
    'This mailbox has a diary, and the last step would erase it: use another mailbox.',
  );
  saw('send-tips-email, web: the mailbox was asked, and is confirmed');

  await askHuman(`Write a mail from ${mailbox} to ${replyAddress} that says: PAIN 5`);
  await until(
    (held) => held.entries.at(-1)?.score === 5,
    'The mail did not arrive: look at the MX record, the active rule set, and email-inbound.',
  );
  saw('email-inbound: the mail was read, and the table has its score');

  if (!slot.isInWindow) saw(`LEFT OUT, a tip by mail: tips come between 8 and 20 in ${zone}. Try again then.`);
  else if (now() > slot.at) saw('LEFT OUT, a tip by mail: its time was over before the mailbox was confirmed.');
  else {
    const halfMinutes = Math.ceil((slot.at - now()) / halfMinuteMs) + patienceBeyond;
    await untilDelivered('email', 'send-tips-email', saw, halfMinutes);
  }

  const erased = await submit(`${diary}/held`, { erase: 'everything' });
  demand(erased.status === 200, `Erasing answers ${erased.status}.`);
  await untilGone(saw);
};
