import type { Channel } from '../../../shared/domain/people/subscriber.ts';
import type { PlaceChoice } from '../../../shared/domain/places/name-choices.ts';
import { LegalLinks } from './layout.tsx';
import { linkTo, type Reader } from './reader.ts';
import { timeNames } from './spoken.ts';
import type { PageTexts } from './texts/page-texts.ts';

/** The form's fields, by the names they are posted under. `website` is a trap: people do not see it, bots fill it in. */
export interface SignUpValues {
  readonly address: string;
  readonly time: string;
  readonly zone: string;
  readonly language: string;
  /** The code on a clinic's card; most people have none. */
  readonly code: string;
  readonly consent: boolean;
}

/** The name of a field of the sign-up form. */
export type SignUpField = keyof SignUpValues;

/** What the sign-up form is rendered from. */
export interface SignUpFormProps {
  readonly reader: Reader;
  /** The country whose way of writing times is used. */
  readonly country: string;
  /** The only channel of a deployment that has one. */
  readonly onlyChannel?: Channel | undefined;
  readonly values: SignUpValues;
  /** The fields that were not understood; the form says so beside each. */
  readonly wrong: readonly SignUpField[];
  readonly times: readonly string[];
  /** The zones that the written place may mean, if several. */
  readonly zoneChoices: readonly PlaceChoice[];
}

interface FieldProps {
  readonly texts: PageTexts;
  readonly name: SignUpField;
  readonly wrong: readonly SignUpField[];
}

const FieldError = ({ texts, name, wrong }: FieldProps) =>
  wrong.includes(name) ? (
    <p class="error" id={`${name}-error`} role="alert">
      {texts.form.errors[name]}
    </p>
  ) : null;

/** Links a field to its hint and its error, for people who cannot see that they stand together. */
const described = (name: SignUpField, wrong: readonly SignUpField[], hint: boolean) => ({
  'aria-describedby':
    [hint ? `${name}-hint` : '', wrong.includes(name) ? `${name}-error` : ''].join(' ').trim() || undefined,
  'aria-invalid': wrong.includes(name) ? ('true' as const) : undefined,
});

const Choice = ({
  texts,
  name,
  wrong,
  label,
  options,
  value,
}: FieldProps & {
  readonly label: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly value: string;
}) => (
  <div class="field">
    <label for={name}>{label}</label>
    <select id={name} name={name} {...described(name, wrong, false)}>
      {options.map(([option, name]) => (
        <option value={option} selected={option === value}>
          {name}
        </option>
      ))}
    </select>
    <FieldError texts={texts} name={name} wrong={wrong} />
  </div>
);

const ConsentField = ({
  texts,
  values,
  wrong,
}: Pick<SignUpFormProps, 'values' | 'wrong'> & Pick<FieldProps, 'texts'>) => (
  <fieldset>
    <legend>{texts.form.consentTitle}</legend>
    <label class="check">
      <input
        type="checkbox"
        name="consent"
        value="on"
        required
        checked={values.consent}
        {...described('consent', wrong, false)}
      />
      <span>{texts.form.consent}</span>
    </label>
    <FieldError texts={texts} name="consent" wrong={wrong} />
  </fieldset>
);

/**
 * The field of a card's code. It is shown as it was written: whether a code is known is told to nobody who has not
 * confirmed.
 */
const CodeField = ({ texts, values, wrong }: Pick<SignUpFormProps, 'values' | 'wrong'> & Pick<FieldProps, 'texts'>) => (
  <div class="field">
    <label for="code">{texts.form.code}</label>
    <p class="hint" id="code-hint">
      {texts.form.codeHint}
    </p>
    <input
      type="text"
      id="code"
      name="code"
      maxlength={20}
      autocomplete="off"
      autocapitalize="characters"
      spellcheck={false}
      value={values.code}
      {...described('code', wrong, true)}
    />
    <FieldError texts={texts} name="code" wrong={wrong} />
  </div>
);

/**
 * The choice of zones. Of two fields with one name the last is read, so a choice here counts over what was written
 * above.
 */
const ZoneChoices = ({ texts, zones }: Pick<FieldProps, 'texts'> & { readonly zones: readonly PlaceChoice[] }) =>
  zones.length === 0 ? null : (
    <fieldset>
      <legend>{texts.form.zoneWhich}</legend>
      {zones.map(({ zone, name }) => (
        <label class="check">
          <input type="radio" name="zone" value={zone} />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );

/** The sign-up form. Works without JavaScript; with it the browser's own time zone is filled in. */
export const SignUpForm = ({ reader, country, onlyChannel, values, wrong, times, zoneChoices }: SignUpFormProps) => {
  const { texts } = reader;
  const timeName = timeNames(texts.lang, country);
  return (
    <form class="card" method="post" action={linkTo(reader, '/signup')} id="start">
      <h2>{texts.form.title}</h2>
      {wrong.length > 0 ? <p class="error problem">{texts.form.problem}</p> : null}
      <div class="field">
        <label for="address">{texts.form.address}</label>
        <p class="hint" id="address-hint">
          {texts.form.addressHint}
        </p>
        <input
          type="text"
          id="address"
          name="address"
          required
          maxlength={254}
          inputmode={onlyChannel === 'sms' ? 'tel' : 'email'}
          autocomplete={onlyChannel === 'sms' ? 'tel' : 'email'}
          autocapitalize="none"
          spellcheck={false}
          value={values.address}
          {...described('address', wrong, true)}
        />
        <FieldError texts={texts} name="address" wrong={wrong} />
      </div>
      <Choice
        texts={texts}
        name="time"
        wrong={wrong}
        label={texts.form.time}
        options={times.map((time) => [time, timeName(time)] as const)}
        value={values.time}
      />
      <div class="field">
        <label for="zone">{texts.form.zone}</label>
        <p class="hint" id="zone-hint">
          {texts.form.zoneHint}
        </p>
        <input
          type="text"
          id="zone"
          name="zone"
          required
          maxlength={80}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          value={values.zone}
          {...described('zone', wrong, true)}
        />
        <FieldError texts={texts} name="zone" wrong={wrong} />
      </div>
      <ZoneChoices texts={texts} zones={zoneChoices} />
      <Choice
        texts={texts}
        name="language"
        wrong={wrong}
        label={texts.form.language}
        options={Object.entries(texts.languages.names)}
        value={values.language}
      />
      <CodeField texts={texts} values={values} wrong={wrong} />
      <ConsentField texts={texts} values={values} wrong={wrong} />
      <div class="trap" aria-hidden="true">
        <label for="website">{texts.form.trap}</label>
        <input type="text" id="website" name="website" tabindex={-1} autocomplete="off" />
      </div>
      <p class="small soft">
        {texts.form.terms} {texts.form.readMore} <LegalLinks reader={reader} />
      </p>
      <button class="button" type="submit">
        {texts.form.submit}
      </button>
    </form>
  );
};
