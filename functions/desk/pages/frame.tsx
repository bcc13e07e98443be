import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { Role } from '../../../shared/domain/desk/authorise.ts';
import { icon, Logo } from '../../web/pages/brand.tsx';
import type { DeskWords } from '../words/desk-words.ts';
import { deskStyle } from './desk-style.ts';

/**
 * The person who is signed in, as far as a page shows them: their role, the token of their forms, and their language.
 */
export interface Visitor {
  readonly role: Role;
  readonly token: string;
  readonly words: DeskWords;
  /** Whether mail is sent, by which people of a list are invited. */
  readonly invites: boolean;
}

interface FrameProps {
  readonly title: string;
  readonly words: DeskWords;
  /** Undefined where nobody is signed in. */
  readonly visitor?: Visitor | undefined;
  /** The page's own path, where the navigation leads to it. */
  readonly at?: string;
  readonly children: Child;
}

/**
 * The places that the navigation leads to: the audit trail for clinicians only, the list of people only where there is
 * mail.
 */
const placesOf = ({ role, invites, words: { nav } }: Visitor): readonly (readonly [path: string, name: string])[] => [
  ['/desk', nav.worklist],
  ['/desk/today', nav.today],
  ['/desk/codes', nav.codes],
  ...(invites ? [['/desk/list', nav.list] as const] : []),
  ['/desk/results', nav.results],
  ['/desk/tip', nav.tip],
  ['/desk/failed', nav.failed],
  ...(role === 'clinician' ? [['/desk/audit', nav.audit] as const] : []),
];

interface PostProps {
  readonly visitor: Visitor;
  readonly action: string;
  /** Whether the form carries a file. */
  readonly carriesFile?: boolean;
  readonly children: Child;
}

/** A form that changes something; it carries the token of its session. */
export const Post = ({ visitor, action, carriesFile = false, children }: PostProps) => (
  <form method="post" action={action} {...(carriesFile ? { enctype: 'multipart/form-data' } : {})}>
    <input type="hidden" name="token" value={visitor.token} />
    {children}
  </form>
);

interface DayFormProps {
  readonly action: string;
  readonly label: string;
  readonly button: string;
  readonly date: string | undefined;
}

/** Asks for a day, and leads to it: on a phone the answer would be below the screen. */
export const DayForm = ({ action, label, button, date }: DayFormProps) => (
  <form method="get" action={`${action}#answer`}>
    <div class="field">
      <label for="date">{label}</label>
      <input id="date" name="date" type="date" required value={date} />
    </div>
    <button class="button second" type="submit">
      {button}
    </button>
  </form>
);

/** Says what the button pressed on the page before has done. */
export const Done = ({ words }: { readonly words: string | undefined }) =>
  words === undefined ? null : (
    <p class="done" role="status">
      {words}
    </p>
  );

const Navigation = ({ visitor, at }: { readonly visitor: Visitor; readonly at: string | undefined }) => (
  <nav class="desk-nav" aria-label={visitor.words.nav.label}>
    {placesOf(visitor).map(([path, name]) => (
      <a href={path} {...(path === at ? { 'aria-current': 'page' } : {})}>
        {name}
      </a>
    ))}
    <Post visitor={visitor} action="/desk/sign-out">
      <button class="link" type="submit">
        {visitor.words.nav.signOut(visitor.words.roles[visitor.role])}
      </button>
    </Post>
  </nav>
);

const Frame = ({ title, words, visitor, at, children }: FrameProps) => (
  <html lang={words.lang}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="format-detection" content="telephone=no" />
      <title>{`${title} · ${words.desk}`}</title>
      <link rel="icon" href={icon} />
      <style>{raw(deskStyle)}</style>
    </head>
    <body>
      <a class="skip" href="#content">
        {words.skip}
      </a>
      <header>
        <a class="brand" href="/desk">
          <Logo />
          {words.desk}
        </a>
        {visitor === undefined ? null : <Navigation visitor={visitor} at={at} />}
      </header>
      <main id="content" class="narrow">
        {children}
      </main>
    </body>
  </html>
);

/** A page of the desk as it is sent. */
export const deskPage = (props: FrameProps): string => `<!doctype html>${(<Frame {...props} />).toString()}`;
