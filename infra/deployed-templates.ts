import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseYaml } from 'yaml';
import * as z from 'zod';
import { askAws, type RunAws } from './doctor/ask-aws.ts';
import { stackSchema } from './doctor/check-account.ts';
import type { StackTemplate } from './losses.ts';
import { prefixOf } from './names.ts';

/** What is deployed could not be read; the message says why. */
export class DeployedUnknownError extends Error {
  override readonly name = 'DeployedUnknownError';
}

const stackNames = (stage: string): readonly string[] =>
  ['data', 'service', 'mail'].map((part) => `${prefixOf(stage)}-${part}`);

const bodySchema = z.record(z.string(), z.unknown());
/** `aws cloudformation get-template`: a template that was uploaded as JSON is JSON, one in YAML is a string. */
const templateSchema = z.object({
  TemplateBody: z.union([bodySchema, z.string().transform((text) => bodySchema.parse(parseYaml(text)))]),
});

interface Where {
  readonly stage: string;
  readonly region: string;
}

/** Whether CloudFormation says that a stack does not exist. */
const isNotThere = (reason: string): boolean => /does not exist/.test(reason);

/**
 * The templates of a stage's stacks as they are deployed, by the stack's name: none of a stage that is new.
 * @throws DeployedUnknownError
 */
export const deployedTemplates = async (
  { stage, region }: Where,
  aws: RunAws,
): Promise<Readonly<Record<string, StackTemplate>>> => {
  const found: Record<string, StackTemplate> = {};
  for (const name of stackNames(stage)) {
    const parameters = ['cloudformation', 'get-template', '--stack-name', name, '--region', region] as const;
    const answer = await askAws(aws, templateSchema, ...parameters);
    if ('value' in answer) found[name] = answer.value.TemplateBody;
    else if (!isNotThere(answer.missing)) throw new DeployedUnknownError(`${name}: ${answer.missing}`);
  }
  return found;
};

/** The version that is deployed, as its output says; undefined where there is none, or it says none. */
export const deployedVersion = async ({ stage, region }: Where, aws: RunAws): Promise<string | undefined> => {
  const name = `${prefixOf(stage)}-service`;
  const parameters = ['cloudformation', 'describe-stacks', '--stack-name', name, '--region', region] as const;
  const answer = await askAws(aws, stackSchema, ...parameters);
  if (!('value' in answer)) return undefined;
  const [{ Outputs }] = answer.value.Stacks;
  return Outputs.find(({ OutputKey }) => OutputKey === 'Version')?.OutputValue;
};

/** The templates of a stage that were synthesized into a folder, by the stack's name. */
export const synthesizedTemplates = (folder: string, stage: string): Readonly<Record<string, StackTemplate>> =>
  Object.fromEntries(
    stackNames(stage)
      .map((name) => [name, join(folder, `${name}.template.json`)] as const)
      .filter(([, file]) => existsSync(file))
      .map(([name, file]) => [name, bodySchema.parse(JSON.parse(readFileSync(file, 'utf8')))]),
  );
