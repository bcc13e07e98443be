import { raw } from 'hono/html';
import type { Example } from '../../../shared/content/example.ts';
import { documentOf, Layout, LegalLinks } from './layout.tsx';
import type { Reader } from './reader.ts';
import { ShownChat, ShownMail } from './shown-example.tsx';
import { SignUpForm, type SignUpFormProps } from './sign-up-form.tsx';
import { joinLink, joinText, readableNumber } from './text-link.ts';
import { fill } from './texts/page-texts.ts';
import { type Behind, TrustFacts } from './trust-facts.tsx';
import { zoneScript } from './zone-script.ts';

/** `smsNumber` is undefined where there are no texts. */
type LandingProps = SignUpFormProps & {
  readonly smsNumber?: string | undefined;
  readonly example: Example;
  readonly behind: Behind;
};

/** The first of two ways to join: by text. */
const TextUs = ({ reader, smsNumber, code }: { reader: Reader; smsNumber: string; code: string }) => {
  const { landing, lang } = reader.texts;
  return (
    <>
      <p>
        <a class="button" href={joinLink(smsNumber, joinText(lang, undefined, code || undefined))}>
          {fill(landing.textUs, { number: readableNumber(smsNumber) })}
        </a>
      </p>
      <p>
        <a href="#start">{landing.orForm}</a>
      </p>
      <p class="small soft">
        {landing.textUsTerms} <LegalLinks reader={reader} />
      </p>
    </>
  );
};

const Form = (props: SignUpFormProps) => (
  <>
    <SignUpForm {...props} />
    <script>{raw(zoneScript)}</script>
  </>
);

/** The start page: what Backbeat is, what comes, who is behind it, and the sign-up form. */
export const landingPage = ({ smsNumber, example, behind, ...form }: LandingProps): string => {
  const { reader } = form;
  const { landing, tagline } = reader.texts;
  return documentOf(
    <Layout reader={reader} title={tagline}>
      <div class="hero">
        <div>
          <h1>{landing.title}</h1>
          <p class="lead">{landing.lead}</p>
          <p class="label">{landing.promise}</p>
          {smsNumber === undefined ? (
            <p>
              <a class="button" href="#start">
                {reader.texts.form.title}
              </a>
            </p>
          ) : (
            <TextUs reader={reader} smsNumber={smsNumber} code={form.values.code} />
          )}
        </div>
        {smsNumber === undefined ? null : <ShownChat texts={reader.texts} example={example} />}
      </div>
      <div class="section two">
        <TrustFacts reader={reader} behind={behind} />
        {form.onlyChannel === 'sms' ? null : <ShownMail texts={reader.texts} example={example} />}
      </div>
      <div class="section two">
        <section>
          <h2>{landing.stepsTitle}</h2>
          <ol class="steps">
            {landing.steps.map(({ title, text }) => (
              <li>
                <h3>{title}</h3>
                <p>{text}</p>
              </li>
            ))}
          </ol>
        </section>
        <section class="section">
          <Form {...form} />
        </section>
      </div>
    </Layout>,
  );
};

/** The sign-up form again, with what was written and what is wrong with it. */
export const signUpAgainPage = (form: SignUpFormProps): string =>
  documentOf(
    <Layout reader={form.reader} title={form.reader.texts.form.title} narrow>
      <h1>{form.reader.texts.landing.title}</h1>
      <Form {...form} />
    </Layout>,
  );
