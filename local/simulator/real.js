const banner = document.querySelector('[data-real]');
const motto = document.querySelector('[data-motto]');

/** What is real, in a sentence each. */
const sentences = ({ texts, mails, people }) => [
  'This is real.',
  texts ? 'Texts go to phones through Twilio, and cost money.' : 'Texts stay on this machine.',
  mails ? 'Mails go to mailboxes through SES; answers to them are not received here.' : 'Mails stay on this machine.',
  `At most ${people} ${people === 1 ? 'person is' : 'people are'} written to. The clock is the real one.`,
];

/** Takes away the panel of a channel that this service has not. */
export const showWhatIsPlayed = ({ onlyChannel }) => {
  document.querySelector('#phone').hidden = onlyChannel === 'email';
  document.querySelector('#mailbox').hidden = onlyChannel === 'sms';
};

/** Says what is real, and takes away what would be a lie then: moving the clock, texting in somebody's name. */
export const showWhatIsReal = ({ real }) => {
  banner.hidden = real === undefined;
  if (real === undefined) return;
  banner.textContent = sentences(real).join(' ');
  motto.textContent = 'The whole service on this machine, with real people.';
  document.querySelector('.clock fieldset').disabled = true;
  document.querySelector('[data-compose]').inert = real.texts;
  document.querySelector('[data-chips]').disabled = real.texts;
};
