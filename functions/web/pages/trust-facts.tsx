import { Linked } from './linked.tsx';
import { linkTo, type Reader } from './reader.ts';
import { fill } from './texts/page-texts.ts';

/** Who runs the service, as its settings say it. */
export interface Behind {
  readonly contact: string;
  /** The clinic that looks at red flags, where one does. */
  readonly clinic?: string;
}

/** What people want to know before they give a number: who is behind it, what it costs, what becomes of the number. */
export const TrustFacts = ({ reader, behind }: { readonly reader: Reader; readonly behind: Behind }) => {
  const { landing } = reader.texts;
  return (
    <div>
      <h2>{landing.whoTitle}</h2>
      <p>
        <Linked text={fill(landing.who, { contact: behind.contact })} />
        {behind.clinic === undefined ? null : ` ${fill(landing.whoClinic, { clinic: behind.clinic })}`}
      </p>
      <h2>{landing.costTitle}</h2>
      <p>{landing.cost}</p>
      <h2>{landing.privacyTitle}</h2>
      <p>
        {landing.privacy.join(' ')} <a href={linkTo(reader, '/privacy')}>{landing.privacyMore}</a>
      </p>
    </div>
  );
};
