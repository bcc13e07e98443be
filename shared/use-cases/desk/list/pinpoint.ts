import * as z from 'zod/mini';
import type { ImportFields } from '../../../domain/desk/import-row.ts';
import type { ListedRow } from '../invite-people.ts';

const attributes = z.optional(z.record(z.string(), z.union([z.array(z.string()), z.string()])));

/** An endpoint as Amazon Pinpoint exports it, one JSON object a line; of all that it may hold, what matters here. */
const endpointSchema = z.object({
  ChannelType: z.string(),
  Address: z._default(z.string(), ''),
  OptOut: z.optional(z.string()),
  EndpointStatus: z.optional(z.string()),
  Attributes: attributes,
  Demographic: z.optional(z.object({ Timezone: z.optional(z.string()), Locale: z.optional(z.string()) })),
  User: z.optional(z.object({ UserAttributes: attributes })),
});

/** An attribute by its name in dots, as the header of the CSV has it: `Demographic.Timezone`. */
type Named = (name: string) => string | undefined;

const ownChannels = new Set(['EMAIL', 'SMS', 'VOICE']);

/** Consent is no field of Pinpoint's: projects that kept it did so in attributes of their own. */
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
    // INACTIVE: another endpoint has taken over that address, and stands in the list itself.
    optedOut: named('OptOut')?.toUpperCase() === 'ALL' || named('EndpointStatus')?.toUpperCase() === 'INACTIVE',
    otherChannel: !ownChannels.has(named('ChannelType')?.toUpperCase() ?? ''),
  };
};

/** Whether the header of a CSV is one of Pinpoint's. */
export const isPinpointHeader = (header: readonly string[]): boolean =>
  header.includes('ChannelType') && header.includes('Address');

/** A row of Pinpoint's CSV, by its header's names. */
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

/** Pinpoint's export as lines of JSON. */
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
