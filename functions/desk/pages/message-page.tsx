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

/** For whoever is not signed in, or not any more. */
export const signInPage = ({ publicBaseUrl, nothingDone }: Place & { readonly nothingDone: boolean }): string =>
  deskPage({
    title: 'Sign in',
    children: (
      <>
        <h1>The clinic’s desk</h1>
        {nothingDone ? (
          <p class="alarm" role="alert">
            Nothing was done: you are not signed in any more.
          </p>
        ) : null}
        <p class="lead">
          For those who work at the clinic. You sign in with the account that you have there, for eight hours.
        </p>
        <SignInLink publicBaseUrl={publicBaseUrl} />
      </>
    ),
  });

/** The way to the provider or back broke off. */
export const notSignedInPage = ({ publicBaseUrl }: Place): string =>
  deskPage({
    title: 'You are not signed in',
    children: (
      <>
        <h1>You are not signed in</h1>
        <p class="lead">
          That took longer than ten minutes, was begun in another window, or the sign-in did not answer.
        </p>
        <SignInLink publicBaseUrl={publicBaseUrl} />
      </>
    ),
  });

/** The provider knows them, and the clinic did not put them into either group. */
export const noGroupPage = ({ publicBaseUrl }: Place): string =>
  deskPage({
    title: 'Not for this account',
    children: (
      <>
        <h1>This account does not work at the desk</h1>
        <p class="lead">
          It is in neither of the two groups that do. Ask whoever runs the clinic's accounts; then sign in again.
        </p>
        <SignInLink publicBaseUrl={publicBaseUrl} />
      </>
    ),
  });

/** The session here is over; at the provider it may go on. */
export const signedOutPage = ({
  publicBaseUrl,
  atProvider,
}: Place & { readonly atProvider: string | undefined }): string =>
  deskPage({
    title: 'You are signed out',
    children: (
      <>
        <h1>You are signed out</h1>
        <p class="lead">
          Of the desk. On a computer that others use, sign out of your clinic's account as well, or the next person may
          come in as you.
        </p>
        {atProvider === undefined ? null : (
          <p>
            <a href={atProvider}>Sign out of the account</a>
          </p>
        )}
        <SignInLink publicBaseUrl={publicBaseUrl} />
      </>
    ),
  });

/** A form that no page of this session has made. */
export const foreignFormPage = ({ publicBaseUrl }: Place): string =>
  deskPage({
    title: 'Nothing was done',
    children: (
      <>
        <h1>Nothing was done</h1>
        <p class="lead">That form is of an earlier sign-in, or of another site. Open the desk anew and do it there.</p>
        <p>
          <a href={`${publicBaseUrl}/desk`}>To the desk</a>
        </p>
      </>
    ),
  });

interface MessageProps {
  readonly visitor?: Visitor | undefined;
  readonly title: string;
  readonly text: string;
  readonly back?: { readonly path: string; readonly name: string };
}

/** A page that says one thing. */
export const messagePage = ({ visitor, title, text, back }: MessageProps): string =>
  deskPage({
    title,
    visitor,
    children: (
      <>
        <h1>{title}</h1>
        <p class="lead">{text}</p>
        {back === undefined ? null : (
          <p>
            <a href={back.path}>{back.name}</a>
          </p>
        )}
      </>
    ),
  });
