import { raw } from 'hono/html';
import { documentOf, Layout, LegalLinks } from './layout.tsx';
import { SignUpForm, type SignUpFormProps } from './sign-up-form.tsx';
import { joinLink, joinText, readableNumber } from './text-link.ts';
import { fill, type PageTexts } from './texts/page-texts.ts';
import { zoneScript } from './zone-script.ts';

type LandingProps = SignUpFormProps & { readonly smsNumber: string };

const Chat = ({ texts }: { readonly texts: PageTexts }) => (
  <figure>
    <figcaption class="hidden">{texts.landing.chatTitle}</figcaption>
    <ol class="chat">
      {texts.landing.chat.map(({ from, text }) => (
        <li class={from}>
          {from === 'you' ? <span class="hidden">{texts.landing.chatYou} </span> : null}
          {text}
        </li>
      ))}
    </ol>
  </figure>
);

const Form = (props: SignUpFormProps) => (
  <>
    <SignUpForm {...props} />
    <script>{raw(zoneScript)}</script>
  </>
);

/** What Backbeat is, and the sign-up form. */
export const landingPage = ({ smsNumber, ...form }: LandingProps): string => {
  const { reader } = form;
  const { landing, tagline, lang } = reader.texts;
  return documentOf(
    <Layout reader={reader} title={tagline}>
      <div class="hero">
        <div>
          <h1>{landing.title}</h1>
          <p class="lead">{landing.lead}</p>
          <p class="label">{landing.promise}</p>
          <p>
            <a class="button" href={joinLink(smsNumber, joinText(lang, undefined, form.values.code || undefined))}>
              {fill(landing.textUs, { number: readableNumber(smsNumber) })}
            </a>
          </p>
          <p>
            <a href="#start">{landing.orForm}</a>
          </p>
          <p class="small soft">
            {landing.textUsTerms} <LegalLinks reader={reader} />
          </p>
        </div>
        <Chat texts={reader.texts} />
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

/** The form once more, with what was written and what is wrong with it. */
export const signUpAgainPage = (form: SignUpFormProps): string =>
  documentOf(
    <Layout reader={form.reader} title={form.reader.texts.form.title} narrow>
      <h1>{form.reader.texts.landing.title}</h1>
      <Form {...form} />
    </Layout>,
  );
