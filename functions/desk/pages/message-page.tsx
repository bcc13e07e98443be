import type { Child } from 'hono/jsx';
import type { DeskWords } from '../words/desk-words.ts';
import { deskPage, type Visitor } from './frame.tsx';

interface Place {
  readonly publicBaseUrl: string;
  readonly words: DeskWords;
}

/** The whole address, because the way back from the provider leads there and a cookie belongs to one host. */
const SignInLink = ({ publicBaseUrl, words }: Place) => (
  <p>
    <a class="button" href={`${publicBaseUrl}/desk/sign-in`}>
      {words.signIn.button}
    </a>
  </p>
);

interface Said {
  readonly words: DeskWords;
  readonly visitor?: Visitor | undefined;
  readonly title: string;
  /** The heading, where it is not the title. */
  readonly heading?: string;
  readonly text: string;
}

/** A page with one message and the links that lead on from it. */
const saying = ({ words, visitor, title, heading = title, text }: Said, ...children: readonly Child[]): string =>
  deskPage({
    title,
    words,
    visitor,
    children: (
      <>
        <h1>{heading}</h1>
        <p class="lead">{text}</p>
        {children}
      </>
    ),
  });

/** For somebody without a session, or whose session is over. */
export const signInPage = ({ publicBaseUrl, words, nothingDone }: Place & { readonly nothingDone: boolean }): string =>
  saying(
    {
      words,
      title: words.signIn.title,
      heading: words.signIn.heading,
      text: words.signIn.text,
    },
    nothingDone ? (
      <p class="alarm" role="alert">
        {words.signIn.nothingDone}
      </p>
    ) : null,
    <SignInLink publicBaseUrl={publicBaseUrl} words={words} />,
  );

/** For somebody whose sign-in did not come to its end. */
export const notSignedInPage = ({ publicBaseUrl, words }: Place): string =>
  saying(
    {
      words,
      title: words.signIn.notSignedIn,
      text: words.signIn.tookTooLong,
    },
    <SignInLink publicBaseUrl={publicBaseUrl} words={words} />,
  );

/** For somebody whom the provider knows and the clinic has put into neither group. */
export const noGroupPage = ({ publicBaseUrl, words }: Place): string =>
  saying(
    {
      words,
      title: words.signIn.noGroupTitle,
      heading: words.signIn.noGroupHeading,
      text: words.signIn.noGroup,
    },
    <SignInLink publicBaseUrl={publicBaseUrl} words={words} />,
  );

/** For somebody who has signed out here; their session at the provider may go on. */
export const signedOutPage = ({
  publicBaseUrl,
  words,
  atProvider,
}: Place & { readonly atProvider: string | undefined }): string =>
  saying(
    {
      words,
      title: words.signIn.signedOut,
      text: words.signIn.signedOutText,
    },
    atProvider === undefined ? null : (
      <p>
        <a href={atProvider}>{words.signIn.atProvider}</a>
      </p>
    ),
    <SignInLink publicBaseUrl={publicBaseUrl} words={words} />,
  );

const BackLink = ({ path, name }: { readonly path: string; readonly name: string }) => (
  <p>
    <a href={path}>{name}</a>
  </p>
);

/** For a form that no page of this session has made. */
export const foreignFormPage = ({ publicBaseUrl, words }: Place): string =>
  saying(
    {
      words,
      title: words.errors.nothingDone,
      text: words.signIn.foreignForm,
    },
    <BackLink path={`${publicBaseUrl}/desk`} name={words.signIn.toDesk} />,
  );

interface MessageProps extends Omit<Said, 'heading'> {
  readonly back?: { readonly path: string; readonly name: string };
}

/** A page that says one thing. */
export const messagePage = ({ back, ...said }: MessageProps): string =>
  saying(said, back === undefined ? null : <BackLink {...back} />);
