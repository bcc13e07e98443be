import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import * as z from 'zod';
import { type Config, parseConfig } from '../../infra/config.ts';
import { buildStacks } from '../../infra/stacks.ts';

const fileAt = (path: string): string => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8');

/** A clinic that looks at red flags around the clock, so that all there is gets deployed, and works whenever a test runs. */
export const readingClinic = {
  clinic: 'Elm Street Physio',
  zone: 'America/New_York',
  hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }],
  contacts: [
    { name: 'front desk', email: 'desk@elm-street.example' },
    { name: 'duty physio', https: 'https://pager.example/backbeat' },
  ],
};

/** A provider that says who works at the desk. */
const signIn = {
  issuer: 'https://login.elm-street.example',
  clientId: 'backbeat-desk',
  staffGroup: 'front-desk',
  clinicianGroup: 'clinicians',
};

/** The settings of a deployment whose stage is called `test`. */
export const exampleSettings = (changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  ...z.record(z.string(), z.unknown()).parse(JSON.parse(fileAt('infra/example.config.json'))),
  stage: 'test',
  redFlagReaders: readingClinic,
  desk: signIn,
  ...changes,
});

export const exampleConfig = (changes?: Readonly<Record<string, unknown>>): Config =>
  parseConfig(exampleSettings(changes), 'the test');

export const runbook = fileAt('docs/runbook.md');

/** The flags of cdk.json. */
export const { context: cdkContext } = z
  .object({ context: z.record(z.string(), z.unknown()) })
  .parse(JSON.parse(fileAt('cdk.json')));

interface Deployment {
  readonly data: Template;
  readonly service: Template;
  readonly mail: Template;
  readonly all: readonly Template[];
}

/** In the place of a stack that is not deployed. */
const none = Template.fromJSON({});

const build = (config: Config): Deployment => {
  const stub = Code.fromInline('export const handler = async () => {};');
  const stacks = buildStacks(new App({ context: cdkContext }), config, () => stub);
  const data = Template.fromStack(stacks.data);
  const service = Template.fromStack(stacks.service);
  const mail = stacks.mail && Template.fromStack(stacks.mail);
  return { data, service, mail: mail ?? none, all: [data, service, ...(mail ? [mail] : [])] };
};

const built = new Map<string, Deployment>();

/** The settings of a deployment that sends texts alone, and of one that sends mail alone, without those of the other channel. */
export const smsOnlySettings = (changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> =>
  without(['mailDomain', 'mailFrom', 'replyAddress', 'emailPerSecond'], { channels: 'smsOnly', ...changes });
export const emailOnlySettings = (changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> =>
  without(['smsNumber', 'twilioAccountSid', 'countries', 'smsPerSecond'], { channels: 'emailOnly', ...changes });
const without = (names: readonly string[], changes: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(exampleSettings(changes)).filter(([name]) => !names.includes(name)));

/**
 * The templates as they would be deployed, with the flags of cdk.json and a stub in place of the bundles. They take most
 * of a second, and are the same for all who ask with the same settings.
 */
export const synthesise = (config: Config = exampleConfig()): Deployment => {
  const settings = JSON.stringify(config);
  const deployment = built.get(settings) ?? build(config);
  built.set(settings, deployment);
  return deployment;
};

const resourceSchema = z.object({ Type: z.string(), Properties: z.record(z.string(), z.unknown()).optional() });
interface Resource {
  readonly id: string;
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Every resource of some templates. */
export const resourcesOf = (templates: readonly Template[]): readonly Resource[] =>
  templates.flatMap((template) =>
    Object.entries(
      z.object({ Resources: z.record(z.string(), resourceSchema) }).parse(template.toJSON()).Resources,
    ).map(([id, { Type, Properties }]) => ({ id, type: Type, properties: Properties ?? {} })),
  );
