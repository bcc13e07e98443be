import { type Language, languages } from '../../../shared/domain/people/subscriber.ts';
import type { CountedCode } from '../../../shared/use-cases/desk/keep-codes.ts';
import { type CardKind, cardKinds } from '../cards/card-style.ts';
import { Done, deskPage, Post, type Visitor } from './frame.tsx';

const languageNames: Readonly<Record<Language, string>> = { en: 'English', fr: 'French' };
const kindNames: Readonly<Record<CardKind, string>> = { card: 'card (A5)', poster: 'poster (A4)' };

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** What whoever joins by it gets, unless they say otherwise. */
const bringsInWords = ({ language, time, arm }: CountedCode): string =>
  [
    language === undefined ? 'any language' : languageNames[language],
    time === undefined ? 'any time' : `tips at ${time}`,
    ...(arm === undefined ? [] : [`arm ${arm}, of which nobody is told`]),
  ].join(', ');

const Cards = ({ code }: { readonly code: string }) => (
  <ul class="plain">
    {cardKinds.flatMap((kind) =>
      languages.map((language) => (
        <li>
          <a href={`/desk/codes/${code}/${kind}/${language}`}>
            {languageNames[language]} {kindNames[kind]}
          </a>
        </li>
      )),
    )}
  </ul>
);

interface CodeProps {
  readonly code: CountedCode;
  readonly visitor: Visitor;
  /** Where people sign up, where there is no number that a card could name. */
  readonly signUpAt?: string | undefined;
}

const Code = ({ code, visitor, signUpAt }: CodeProps) => (
  <li>
    <h3>{code.code}</h3>
    <p>
      {code.clinic}, {code.contact}
    </p>
    <p class="soft">{bringsInWords(code)}</p>
    <p class="count">
      Joined: {code.today} today, {code.thirtyDays} in 30 days, {code.all} in all
    </p>
    {code.endedAt === undefined ? (
      <div class="acts">
        {signUpAt === undefined ? (
          <details>
            <summary>Cards of {code.code} to print</summary>
            <p class="hint">Print at 100 %, without headers and footers; each is one page.</p>
            <Cards code={code.code} />
          </details>
        ) : (
          <p>
            To share: {signUpAt}?code={code.code}
          </p>
        )}
        <details>
          <summary>End {code.code}</summary>
          <Post visitor={visitor} action={`/desk/codes/${code.code}/end`}>
            <p>Nobody gets in by it any more, whatever hangs on a wall. Whoever is in stays. It is never used again.</p>
            <button class="button danger" type="submit">
              End {code.code}
            </button>
          </Post>
        </details>
      </div>
    ) : (
      <p class="soft">Ended on {dayOf(code.endedAt)}.</p>
    )}
  </li>
);

interface NewCodeProps {
  readonly visitor: Visitor;
  /** What was typed before, if it was refused. */
  readonly form?: Readonly<Record<string, string>>;
  readonly error?: string | undefined;
}

const NewCode = ({ visitor, form = {}, error }: NewCodeProps) => (
  <Post visitor={visitor} action="/desk/codes">
    {error === undefined ? null : (
      <p class="alarm" role="alert">
        Nothing was made: {error}.
      </p>
    )}
    <div class="field">
      <label for="clinic">The clinic, as people know it</label>
      <input id="clinic" name="clinic" type="text" required maxlength={40} value={form['clinic']} />
    </div>
    <div class="field">
      <label for="contact">Whom they may ask: a number, a mailbox or an address on the web</label>
      <input id="contact" name="contact" type="text" required maxlength={52} value={form['contact']} />
    </div>
    <div class="field">
      <label for="code">The code, like KNEE7; left empty, one is drawn</label>
      <input id="code" name="code" type="text" autocomplete="off" maxlength={20} value={form['code']} />
    </div>
    <div class="field">
      <label for="language">Language of whoever joins by it</label>
      <select id="language" name="language">
        <option value="">any</option>
        {languages.map((language) => (
          <option value={language} selected={form['language'] === language}>
            {languageNames[language]}
          </option>
        ))}
      </select>
    </div>
    <div class="field">
      <label for="time">Time of their tips, where they are; may be left empty</label>
      <input id="time" name="time" type="time" step="300" value={form['time']} />
    </div>
    <div class="field">
      <label for="arm">Arm of a study, like A; then leave the code empty</label>
      <input id="arm" name="arm" type="text" autocomplete="off" maxlength={20} value={form['arm']} />
    </div>
    <p class="hint">People are told the name and the contact, so neither is changed later.</p>
    <button class="button" type="submit">
      Make the code
    </button>
  </Post>
);

interface CodesProps extends NewCodeProps, Pick<CodeProps, 'signUpAt'> {
  readonly codes: readonly CountedCode[];
  readonly done?: string | undefined;
}

/** The clinic's codes, what they bring and brought, and a form for another. Without texts there are no cards: `signUpAt` is where codes go. */
export const codesPage = ({ visitor, codes, done, signUpAt, ...refused }: CodesProps): string =>
  deskPage({
    title: 'Codes',
    visitor,
    at: '/desk/codes',
    children: (
      <>
        <h1>{signUpAt === undefined ? 'Codes of your cards' : 'Codes of your clinic'}</h1>
        <Done words={done} />
        {codes.length === 0 ? <p>There are none yet.</p> : null}
        <ul class="rows">
          {codes.map((code) => (
            <Code code={code} visitor={visitor} signUpAt={signUpAt} />
          ))}
        </ul>
        <h2>A new code</h2>
        <NewCode visitor={visitor} {...refused} />
      </>
    ),
  });
