import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { emailShape, sharedShape, smsShape } from './config-shape.ts';
import { senderHeader } from './sender-header.ts';
import { conflictsOf, type SettingProblem, shown } from './setting-conflicts.ts';

/** The settings cannot be deployed. The message names every problem, not only the first. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly SettingProblem[];
  constructor(source: string, problems: readonly SettingProblem[], options?: ErrorOptions) {
    super(`${source} cannot be used:\n${problems.map(({ sentence }) => `  - ${sentence}`).join('\n')}`, options);
    this.problems = problems;
  }
}

const exampleFile = 'infra/example.config.json';
const ownFile = 'backbeat.config.json';

const sharedSchema = z.object(sharedShape);
const smsSchema = z.object(smsShape);
const emailSchema = z.object(emailShape);

/** The settings of texts. */
export type SmsConfig = z.infer<typeof smsSchema>;
/** The settings of mail, the sender as a header carries it. */
export type EmailConfig = z.infer<typeof emailSchema>;

/** The settings of one deployment, checked and with defaults filled in; a channel that is left out has none. */
export type Config = z.infer<typeof sharedSchema> & {
  readonly secretsParameter: string;
  readonly sms?: SmsConfig;
  readonly email?: EmailConfig;
};

/** Every setting that there is. */
const allShapes = { ...sharedShape, ...smsShape, ...emailShape };
const schemas = {
  both: z.strictObject(allShapes),
  smsOnly: z.strictObject({ ...sharedShape, ...smsShape }),
  emailOnly: z.strictObject({ ...sharedShape, ...emailShape }),
};

const valueAt = (root: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? Object.getOwnPropertyDescriptor(value, key)?.value : undefined,
    root,
  );

/** The description of the setting at a path, or of the innermost setting around it that has one. */
const hintAt = (path: readonly PropertyKey[]): string => {
  const [name, part] = path.map(String);
  const { cloudFront, customDomain, desk } = sharedShape;
  const objects: Readonly<Record<string, Readonly<Record<string, z.ZodType>>>> = {
    cloudFront: cloudFront.unwrap().shape,
    customDomain: customDomain.unwrap().shape,
    desk: desk.unwrap().shape,
  };
  const inner = part === undefined ? undefined : objects[name ?? ''];
  const hinted: Readonly<Record<string, z.ZodType>> = inner ?? allShapes;
  return hinted[(inner ? part : name) ?? '']?.description ?? 'as in infra/example.config.json';
};

/** The problem of a setting that belongs to a channel that is left out; undefined if it does not. */
const leftOut = (raw: unknown, setting: string): SettingProblem | undefined => {
  const channels = valueAt(raw, ['channels']);
  const other = channels === 'smsOnly' ? emailShape : smsShape;
  if (!Object.hasOwn(other, setting)) return undefined;
  const sends = channels === 'smsOnly' ? 'texts and no mail' : 'mail and no texts';
  const sentence = `${setting} is set, and channels is ${shown(channels)}: that sends ${sends}, so leave ${setting} out, or make channels "both".`;
  return { setting, sentence };
};

const describeIssue = (raw: unknown, issue: z.core.$ZodIssue): readonly SettingProblem[] => {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const setting = [...issue.path, key].map(String).join('.');
      const left = leftOut(raw, key);
      if (left !== undefined) return left;
      const known = Object.keys(allShapes).join(', ');
      return { setting, sentence: `${setting} is not a setting: the settings are ${known}.` };
    });
  }
  if (issue.path.length === 0) {
    return [{ setting: '', sentence: 'The file is not a JSON object: it should look like infra/example.config.json.' }];
  }
  const setting = issue.path.map(String).join('.');
  return [
    { setting, sentence: `${setting} is ${shown(valueAt(raw, issue.path))}: it should be ${hintAt(issue.path)}.` },
  ];
};

/**
 * Checks settings.
 * @param source how the message names where they came from
 * @throws ConfigError with one sentence for each setting that is missing, wrong or unknown
 */
export const parseConfig = (raw: unknown, source: string): Config => {
  const channels = sharedShape.channels.safeParse(valueAt(raw, ['channels']));
  const parsed = schemas[channels.data ?? 'both'].safeParse(raw);
  if (!parsed.success) {
    throw new ConfigError(
      source,
      parsed.error.issues.flatMap((issue) => describeIssue(raw, issue)),
    );
  }
  const shared = sharedSchema.parse(raw);
  const settings = {
    ...shared,
    ...(shared.channels === 'emailOnly' ? {} : { sms: smsSchema.parse(raw) }),
    ...(shared.channels === 'smsOnly' ? {} : { email: emailSchema.parse(raw) }),
    secretsParameter: shared.secretsParameter ?? `/backbeat/${shared.stage}/secrets`,
  };
  const problems = conflictsOf(settings);
  if (problems.length > 0) throw new ConfigError(source, problems);
  const { email } = settings;
  return { ...settings, ...(email && { email: { ...email, mailFrom: senderHeader(email.mailFrom) } }) };
};

/** Chooses the settings file: the one that was named, else the operator's own, else the example. */
const configFile = (root: string, named: string | undefined): string =>
  named ?? (existsSync(join(root, ownFile)) ? ownFile : exampleFile);

/**
 * Reads the settings of this deployment.
 * @param named a file that was asked for (`-c config=…` or BACKBEAT_CONFIG), relative to `root`
 * @throws ConfigError if the file cannot be read, is not JSON, or holds wrong settings
 */
export const loadConfig = (root: string, named: string | undefined): { config: Config; isExample: boolean } => {
  const file = configFile(root, named);
  let raw: unknown;
  try {
    raw = JSON.parse(readFileSync(resolve(root, file), 'utf8'));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ConfigError(file, [{ setting: '', sentence: `It could not be read as JSON: ${reason}` }], { cause });
  }
  return { config: parseConfig(raw, file), isExample: file === exampleFile };
};
