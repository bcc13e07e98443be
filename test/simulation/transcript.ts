import type { Line } from './world.ts';

const inputOf = (command: unknown): Readonly<Record<string, unknown>> =>
  typeof command === 'object' && command !== null && 'input' in command ? Object(command.input) : {};

const places: Readonly<Record<string, string>> = { PROFILE: 'profile', ZONES: 'zones in use', WATERMARK: 'watermark' };

const placeOf = (key: unknown, who: (pk: string) => string): string => {
  const { PK = '', SK = '' } = Object(key);
  return `${String(PK).startsWith('SUB#') ? `${who(PK)}'s ` : 'the '}${places[SK] ?? String(SK).toLowerCase().replace('#', ' ')}`;
};

/** A command to the table in words. */
export const describeCommand = (command: unknown, who: (pk: string) => string): string => {
  const input = inputOf(command);
  const name = Object(command).constructor.name.replace(/Command$/, '');
  switch (name) {
    case 'Put':
      return `writes ${placeOf(input['Item'], who)}`;
    case 'Get':
      return `reads ${placeOf(input['Key'], who)}`;
    case 'Delete':
      return `deletes ${placeOf(input['Key'], who)}`;
    case 'Update':
      return `updates ${placeOf(input['Key'], who)}`;
    case 'Query': {
      const values = Object(input['ExpressionAttributeValues']);
      if (input['IndexName'])
        return `asks who is due in ${values[':zone']} at ${String(values[':time']).replace('#', '')}`;
      return `reads ${who(String(values[':pk']))}'s items ${values[':from'] ?? ''}`;
    }
    case 'BatchExecuteStatement': {
      const statements = [...Object(input['Statements'])].map(({ Statement, Parameters }) => {
        const keys = [...Parameters].filter((value: unknown) => typeof value === 'string' && value.startsWith('SUB#'));
        return `${String(Statement).startsWith('INSERT') ? 'an outcome' : 'a claim'} for ${keys.map(who).join()}`;
      });
      return `writes ${statements.join(', ')}`;
    }
    default:
      return `${name} ${JSON.stringify(Object.values(Object(input['RequestItems'])).map((request) => (Object(request).Keys ?? []).map((key: unknown) => placeOf(key, who))))}`;
  }
};

const stamp = (at: number): string => new Date(at).toISOString().replace('T', ' ').replace('Z', '');

const isQuiet = ({ what }: Line): boolean => /^(asks who is due|reads the (watermark|zones))/.test(what);

/** The lines of a transcript about one person: what they did, and what the processes did that worked for them. */
const aboutPerson = (lines: readonly Line[], person: string): readonly Line[] => {
  const names = new Set(lines.filter(({ what }) => what.includes(person)).map(({ who }) => who));
  return lines.filter(
    (line) => line.who === person || line.what.includes(person) || (names.has(line.who) && !isQuiet(line)),
  );
};

/** The last lines about one person, formatted to be read. */
export const printLines = (lines: readonly Line[], person: string, most: number): string =>
  aboutPerson(lines, person)
    .slice(-most)
    .map(({ at, who, what }) => `${stamp(at)}  ${who.padEnd(22)} ${what}`)
    .join('\n');
