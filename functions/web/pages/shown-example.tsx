import { raw } from 'hono/html';
import type { Example } from '../../../shared/content/example.ts';
import { mailWords } from '../../../shared/mails/mail-words.ts';
import type { PageTexts } from './texts/page-texts.ts';

interface Shown {
  readonly texts: PageTexts;
  readonly example: Example;
}

/** The example by text: a tip, a score, and the answer to it. */
export const ShownChat = ({ texts: { landing }, example }: Shown) => (
  <figure>
    <figcaption class="hidden">{landing.chatTitle}</figcaption>
    <ol class="chat">
      <li>{example.tip}</li>
      <li class="you">
        <span class="hidden">{landing.chatYou} </span>
        {landing.chatScore}
      </li>
      <li>{example.answer}</li>
    </ol>
  </figure>
);

const scores = Array.from({ length: 11 }, (_, score) => score);

/** The same tip by mail, with all that its mail says, in that order. Its buttons are shown and do nothing. */
export const ShownMail = ({ texts: { landing, lang, brand }, example: { mail } }: Shown) => {
  const words = mailWords[lang];
  return (
    <figure class="mail card">
      <figcaption class="hidden">{landing.mailTitle}</figcaption>
      <p class="mail-head small">
        <b>{brand}</b> {mail.subject}
      </p>
      <p>
        <strong>{words.askScore}</strong> {words.scale}
      </p>
      <p class="mail-scores" aria-hidden="true">
        {scores.map((score) => (
          <span>{score}</span>
        ))}
      </p>
      <h3>{mail.title}</h3>
      {raw(mail.beginning)}
      <details>
        <summary>{landing.mailRest}</summary>
        {raw(mail.rest)}
        <p class="mail-caution">
          <strong>{words.caution}</strong> {mail.caution}
        </p>
        <p class="small soft">
          <strong>{words.evidence}</strong> {mail.evidence}
        </p>
        <p>{words.howToAnswer}</p>
      </details>
    </figure>
  );
};
