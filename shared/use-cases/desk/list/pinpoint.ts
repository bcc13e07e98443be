import * as z from 'zod/mini';
import type { ImportFields } from '../../../domain/desk/import-row.ts';
import type { ListedRow } from '../invite-people.ts';

const attributes = z.optional(z.record(z.string(), z.union([z.array(z.string()), z.string()])));

/** The parts that we use of an endpoint as Amazon Pinpoint exports it, one JSON object a line. */
const endpointSchema = z.object({
  ChannelType: z.string(),
  Address: z._default(z.string(), ''),
  OptOut: z.optional(z.string()),
  EndpointStatus: z.optional(z.string()),
  Attributes: attributes,
  Demographic: z.optional(z.object({ Timezone: z.optional(z.string()), Locale: z.optional(z.string()) })),
  User: z.optional(z.object({ UserAttributes: attributes })),
});

/** Reads an attribute by its dotted name, as the CSV's header has it: `Demographic.Timezone`. */
type Named = (name: string) => string | undefined;

const ownChannels = new Set(['EMAIL', 'SMS', 'VOICE']);

/** Pinpoint has no field for consent. Projects that recorded it used attributes of their own, of the endpoint or of its user. */
const attributeOf =
  (named: Named) =>
  (name: string): string | undefined =>
    named(`Attributes.${name}`) ?? named(`User.UserAttributes.${name}`);

const fieldsOf = (named: Named): ImportFields => {
  const own = attributeOf(named);
  return {
    address: named('Address')?.trim(),
    language: own('language') ?? named('Demographic.Locale'),
    zone: own('zone') ?? named('Demographic.Timezone'),
    time: own('time'),
    code: own('code'),
    consentWhen: own('consent_when'),
    consentHow: own('consent_how'),
    consentWording: own('consent_wording'),
    // INACTIVE means that another endpoint has taken over the address. That endpoint is in the list as well.
    optedOut: named('OptOut')?.toUpperCase() === 'ALL' || named('EndpointStatus')?.toUpperCase() === 'INACTIVE',
    otherChannel: !ownChannels.has(named('ChannelType')?.toUpperCase() ?? ''),
  };
};

/** Whether the header of a CSV is that of a Pinpoint export. */
export const isPinpointHeader = (header: readonly string[]): boolean =>
  header.includes('ChannelType') && header.includes('Address');

/** The fields of a row of Pinpoint's CSV, whose cells are named by the header. */
export const pinpointFields = (row: Readonly<Record<string, string>>): ImportFields =>
  fieldsOf((name) => row[name] || undefined);

const firstOf = (value: string | readonly string[] | undefined): string | undefined =>
  (typeof value === 'string' ? value : value?.[0]) || undefined;

const namedIn =
  ({ Attributes, Demographic, User, ...top }: z.infer<typeof endpointSchema>): Named =>
  (name) => {
    const [group = '', ...rest] = name.split('.');
    const last = rest.at(-1) ?? '';
    if (group === 'Attributes') return firstOf(Attributes?.[last]);
    if (group === 'User') return firstOf(User?.UserAttributes?.[last]);
    if (name === 'Demographic.Timezone') return Demographic?.Timezone;
    if (name === 'Demographic.Locale') return Demographic?.Locale;
    return z.record(z.string(), z.optional(z.string())).parse(top)[name];
  };

const endpointAt = (line: string): ImportFields | undefined => {
  try {
    return fieldsOf(namedIn(endpointSchema.parse(JSON.parse(line))));
  } catch {
    return undefined;
  }
};

/** Reads Pinpoint's export in its other form, one JSON object a line. */
export function* readJsonLines(text: string): Generator<ListedRow> {
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue;
    const fields = endpointAt(line);
    yield fields
      ? { line: at + 1, fields }
      : {
          line: at + 1,
          unreadable: {
            en: 'the line is no endpoint of Amazon Pinpoint in JSON',
            fr: 'la ligne n’est pas un endpoint d’Amazon Pinpoint en JSON',
          },
        };
  }
}
