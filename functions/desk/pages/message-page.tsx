import type { Child } from 'hono/jsx';
import { deskPage, type Visitor } from './frame.tsx';

interface Place {
  readonly publicBaseUrl: string;
}

/** The whole address, because the way back from the provider leads there and a cookie belongs to one host. */
const SignInLink = ({ publicBaseUrl }: Place) => (
  <p>
    <a class="button" href={`${publicBaseUrl}/desk/sign-in`}>
      Sign in
    </a>
  </p>
);

interface Said {
  readonly visitor?: Visitor | undefined;
  readonly title: string;
  /** What the heading says, where that is not the title. */
  readonly heading?: string;
  readonly text: string;
}

/** A page that says one thing, and where it leads on. */
const saying = ({ visitor, title, heading = title, text }: Said, ...children: readonly Child[]): string =>
  deskPage({
    title,
    visitor,
    children: (
      <>
        <h1>{heading}</h1>
        <p class="lead">{text}</p>
        {children}
      </>
    ),
  });

/** For whoever is not signed in, or not any more. */
export const signInPage = ({ publicBaseUrl, nothingDone }: Place & { readonly nothingDone: boolean }): string =>
  saying(
    {
      title: 'Sign in',
      heading: 'The clinic’s desk',
      text: 'For those who work at the clinic. You sign in with the account that you have there, for eight hours.',
    },
    nothingDone ? (
      <p class="alarm" role="alert">
        Nothing was done: you are not signed in any more.
      </p>
    ) : null,
    <SignInLink publicBaseUrl={publicBaseUrl} />,
  );

/** The way to the provider or back broke off. */
export const notSignedInPage = ({ publicBaseUrl }: Place): string =>
  saying(
    {
      title: 'You are not signed in',
      text: 'That took longer than ten minutes, was begun in another window, or the sign-in did not answer.',
    },
    <SignInLink publicBaseUrl={publicBaseUrl} />,
  );

/** The provider knows them, and the clinic did not put them into either group. */
export const noGroupPage = ({ publicBaseUrl }: Place): string =>
  saying(
    {
      title: 'Not for this account',
      heading: 'This account does not work at the desk',
      text: "It is in neither of the two groups that do. Ask whoever runs the clinic's accounts; then sign in again.",
    },
    <SignInLink publicBaseUrl={publicBaseUrl} />,
  );

/** The session here is over; at the provider it may go on. */
export const signedOutPage = ({
  publicBaseUrl,
  atProvider,
}: Place & { readonly atProvider: string | undefined }): string =>
  saying(
    {
      title: 'You are signed out',
      text: "Of the desk. On a computer that others use, sign out of your clinic's account as well, or the next person may come in as you.",
    },
    atProvider === undefined ? null : (
      <p>
        <a href={atProvider}>Sign out of the account</a>
      </p>
    ),
    <SignInLink publicBaseUrl={publicBaseUrl} />,
  );

const BackLink = ({ path, name }: { readonly path: string; readonly name: string }) => (
  <p>
    <a href={path}>{name}</a>
  </p>
);

/** A form that no page of this session has made. */
export const foreignFormPage = ({ publicBaseUrl }: Place): string =>
  saying(
    {
      title: 'Nothing was done',
      text: 'That form is of an earlier sign-in, or of another site. Open the desk anew and do it there.',
    },
    <BackLink path={`${publicBaseUrl}/desk`} name="To the desk" />,
  );

interface MessageProps extends Omit<Said, 'heading'> {
  readonly back?: { readonly path: string; readonly name: string };
}

/** A page that says one thing. */
export const messagePage = ({ back, ...said }: MessageProps): string =>
  saying(said, back === undefined ? null : <BackLink {...back} />);
