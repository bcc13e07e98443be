import { beginnings } from '../../../shared/domain/desk/new-code.ts';
import { languages } from '../../../shared/domain/people/subscriber.ts';
import type { TipProgramme } from '../../../shared/domain/tips/tip-programme.ts';
import { codeInWords, programmeInWords } from '../../../shared/use-cases/desk/code-in-words.ts';
import type { CountedCode } from '../../../shared/use-cases/desk/keep-codes.ts';
import { cardKinds } from '../cards/card-style.ts';
import type { DeskWords } from '../words/desk-words.ts';
import { Done, deskPage, Post, type Visitor } from './frame.tsx';

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** What somebody who joins by the code gets, unless they say otherwise. */
const bringsInWords = (
  { lang, languages: names, codes }: DeskWords,
  { language, time, arm, ...code }: CountedCode,
  first: TipProgramme,
): string => {
  const begins = programmeInWords(lang, code, first);
  return [
    language === undefined ? codes.anyLanguage : names[language],
    time === undefined ? codes.anyTime : codes.tipsAt(time),
    ...(begins === undefined ? [] : [begins]),
    ...(arm === undefined ? [] : [codes.arm(arm)]),
  ].join(', ');
};

const Cards = ({ code, words }: { readonly code: string; readonly words: DeskWords }) => (
  <ul class="plain">
    {cardKinds.flatMap((kind) =>
      languages.map((language) => (
        <li>
          <a href={`/desk/codes/${code}/${kind}/${language}`}>
            {words.codes.cardIn(words.languages[language], words.codes.kinds[kind])}
          </a>
        </li>
      )),
    )}
  </ul>
);

interface CodeProps {
  readonly code: CountedCode;
  readonly visitor: Visitor;
  /** The address of the sign-up form, for a deployment without a number that a card could name. */
  readonly signUpAt?: string | undefined;
  /** The programme that everybody begins with. */
  readonly first: TipProgramme;
}

const Code = ({ code, visitor, signUpAt, first }: CodeProps) => (
  <li>
    <h2>{code.code}</h2>
    <p>
      {code.clinic}, {code.contact}
    </p>
    <p class="soft">{bringsInWords(visitor.words, code, first)}</p>
    <p class="count">{visitor.words.codes.joined(code.today, code.thirtyDays, code.all)}</p>
    {code.endedAt === undefined ? (
      <div class="acts">
        {signUpAt === undefined ? (
          <details>
            <summary>{visitor.words.codes.cards(code.code)}</summary>
            <p class="hint">{visitor.words.codes.print}</p>
            <Cards code={code.code} words={visitor.words} />
          </details>
        ) : (
          <p>{visitor.words.codes.share(`${signUpAt}?code=${code.code}`)}</p>
        )}
        <details>
          <summary>{visitor.words.codes.end(code.code)}</summary>
          <Post visitor={visitor} action={`/desk/codes/${code.code}/end`}>
            <p>{visitor.words.codes.endText}</p>
            <button class="button danger" type="submit">
              {visitor.words.codes.end(code.code)}
            </button>
          </Post>
        </details>
      </div>
    ) : (
      <p class="soft">{visitor.words.codes.endedOn(dayOf(code.endedAt))}</p>
    )}
  </li>
);

interface NewCodeProps extends Pick<CodeProps, 'first'> {
  readonly visitor: Visitor;
  /** The fields of a form that was refused. */
  readonly form?: Readonly<Record<string, string>>;
  readonly error?: string | undefined;
}

const NewCode = ({ visitor, first, form = {}, error }: NewCodeProps) => (
  <Post visitor={visitor} action="/desk/codes">
    {error === undefined ? null : (
      <p class="alarm" role="alert">
        {visitor.words.codes.refused(error)}
      </p>
    )}
    <div class="field">
      <label for="clinic">{visitor.words.codes.clinic}</label>
      <input id="clinic" name="clinic" type="text" required maxlength={40} value={form['clinic']} />
    </div>
    <div class="field">
      <label for="contact">{visitor.words.codes.contact}</label>
      <input id="contact" name="contact" type="text" required maxlength={52} value={form['contact']} />
    </div>
    <div class="field">
      <label for="code">{visitor.words.codes.code}</label>
      <input id="code" name="code" type="text" autocomplete="off" maxlength={20} value={form['code']} />
    </div>
    <div class="field">
      <label for="language">{visitor.words.codes.language}</label>
      <select id="language" name="language">
        <option value="">{visitor.words.codes.any}</option>
        {languages.map((language) => (
          <option value={language} selected={form['language'] === language}>
            {visitor.words.languages[language]}
          </option>
        ))}
      </select>
    </div>
    <div class="field">
      <label for="time">{visitor.words.codes.time}</label>
      <input id="time" name="time" type="time" step="300" value={form['time']} />
    </div>
    <div class="field">
      <label for="programme">{visitor.words.codes.programme}</label>
      <select id="programme" name="programme">
        <option value="">{visitor.words.codes.asEverybody}</option>
        {beginnings(first)
          .filter((one) => one !== first)
          .map(({ id, choice }) => (
            <option value={id} selected={form['programme'] === id}>
              {choice?.[visitor.words.lang].name ?? id}
            </option>
          ))}
      </select>
    </div>
    <div class="field">
      <label for="arm">{visitor.words.codes.armField}</label>
      <input id="arm" name="arm" type="text" autocomplete="off" maxlength={20} value={form['arm']} />
    </div>
    <p class="hint">{visitor.words.codes.hint}</p>
    <button class="button" type="submit">
      {visitor.words.codes.make}
    </button>
  </Post>
);

interface MadeProps extends Pick<CodeProps, 'code' | 'first'> {
  readonly words: DeskWords;
}

/** All that was stored of a code, so that a slip is seen before a card is printed. */
const Made = ({ code, words, first }: MadeProps) => (
  <>
    <dl class="settings">
      {codeInWords(words.lang, code, first).map(([name, value]) => (
        <>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </>
      ))}
    </dl>
    <p>{words.codes.neverChanged}</p>
  </>
);

interface CodesProps extends NewCodeProps, Pick<CodeProps, 'signUpAt'> {
  readonly codes: readonly CountedCode[];
  readonly done?: string | undefined;
  /** The code that was just made. */
  readonly made?: CountedCode | undefined;
}

/**
 * The clinic's codes, what each gives and how many came by it, and a form for another. Without texts there are no
 * cards: `signUpAt` is where codes are entered.
 */
export const codesPage = ({ visitor, codes, done, made, signUpAt, first, ...refused }: CodesProps): string =>
  deskPage({
    title: visitor.words.codes.title,
    words: visitor.words,
    visitor,
    at: '/desk/codes',
    children: (
      <>
        <h1>{signUpAt === undefined ? visitor.words.codes.heading : visitor.words.codes.headingWithoutCards}</h1>
        <Done words={done} />
        {made === undefined ? null : <Made code={made} words={visitor.words} first={first} />}
        {codes.length === 0 ? <p>{visitor.words.codes.none}</p> : null}
        <ul class="rows">
          {codes.map((code) => (
            <Code code={code} visitor={visitor} signUpAt={signUpAt} first={first} />
          ))}
        </ul>
        <h2>{visitor.words.codes.fresh}</h2>
        <NewCode visitor={visitor} first={first} {...refused} />
      </>
    ),
  });
