import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { measureIdle } from '../../../bench/measure-cost.ts';
import { priceTable } from '../../../bench/price-table.ts';
import { parseConfig } from '../../../infra/config.ts';
import { deployedTemplates } from '../../../infra/deployed-templates.ts';
import { gatherAccount, gatherMail } from '../../../infra/doctor/gather-aws.ts';
import { supportedRegions } from '../../../infra/regions.ts';
import { readCommandLine } from '../../../operator/command-line.ts';
import { readSecrets } from '../../../shared/schemas/secrets.ts';
import { emailOnlySettings, exampleConfig, exampleSettings, smsOnlySettings, synthesise } from '../deployment.ts';
import { healthyWorld, instrumentsFor } from '../doctor/healthy-deployment.ts';
import { runDocument } from './documented-commands.ts';

const root = join(import.meta.dirname, '../../..');
const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');
const deploy = textOf('docs/deploy.md');
const documents = ['docs/deploy.md', 'docs/runbook.md', 'docs/desk.md', 'README.md', 'CONTRIBUTING.md'];
const ran = new Map(documents.map((path) => [path, runDocument(path)]));
const commands = [...ran.values()].flatMap((document) => document.commands);
const ofProgram = (name: string) => commands.filter(({ words: [program] }) => program === name);

const recordSchema = z.record(z.string(), z.object({ required: z.array(z.string()), options: z.array(z.string()) }));
const recorded = recordSchema.parse({
  // Of the AWS CLI 1.46.3, by test/infra/docs/record-aws-commands.py.
  ...recordSchema.parse(JSON.parse(textOf('test/infra/docs/aws-commands.json'))),
  // Newer than that: of the API's reference, where the one member is required.
  'sesv2 put-account-delivery-attributes': {
    required: ['--shared-pool-delivery-mode'],
    options: ['--shared-pool-delivery-mode'],
  },
});
/** Those that every command takes. */
const ofAll = ['--region', '--query', '--output'];

/** What the AWS CLI would refuse of some words after `aws`. */
const refusedByAws = (words: readonly string[], isWhole: boolean): readonly string[] => {
  const name = [3, 2].map((length) => words.slice(0, length).join(' ')).find((one) => one in recorded);
  const known = name === undefined ? undefined : recorded[name];
  if (known === undefined) return [`${words.slice(0, 2).join(' ')} is not recorded in aws-commands.json`];
  const given = words.filter((word) => word.startsWith('--'));
  return [
    ...given.filter((one) => ![...known.options, ...ofAll].includes(one)).map((one) => `${name} takes no ${one}`),
    ...(isWhole
      ? known.required
          .filter((one) => !given.includes(one) && !given.includes(one.replace(/^--/, '--no-')))
          .map((one) => `${name} lacks ${one}`)
      : []),
  ];
};

const { scripts } = z.object({ scripts: z.record(z.string(), z.string()) }).parse(JSON.parse(textOf('package.json')));
const optionsOf: Readonly<Record<string, readonly string[]>> = {
  doctor: ['stage', 'config'],
  smoke: ['stage', 'config', 'number', 'mailbox'],
};
const stacks = (['data', 'service', 'mail'] as const).map((part) => `backbeat-prod-${part}`);

/** What `npm run` would refuse of some words after it; an error of the command's own reader, where it has one. */
const refusedByScript = (said: readonly string[]): readonly string[] => {
  const [script = '', ...words] = said.filter((word) => word !== '-s');
  if (!(script in scripts)) return [`there is no script ${script}`];
  const given = words.filter((word) => word !== '--');
  try {
    if (script === 'operator' && given.length > 0) readCommandLine(given);
    const known = optionsOf[script];
    if (known !== undefined)
      parseArgs({ args: [...given], options: Object.fromEntries(known.map((name) => [name, { type: 'string' }])) });
    return [];
  } catch (error) {
    return [`${script} ${given.join(' ')}: ${error instanceof Error ? error.message : 'refused'}`];
  }
};

describe('a command that a document tells people to run', () => {
  it('was found, and understood by the shell', () => {
    expect(commands.filter(({ isWhole }) => isWhole).length).toBeGreaterThan(40);
    expect(new Set(commands.map(({ words: [program] }) => program))).toEqual(
      new Set(['aws', 'npm', 'npx', 'git', 'curl']),
    );
  });

  it('is one that the AWS CLI has, with options that it takes and all that it needs', () => {
    expect(ofProgram('aws').flatMap(({ words, isWhole }) => refusedByAws(words.slice(1), isWhole))).toEqual([]);
  });

  it('names the Region, where it is copied whole: a profile may be of another', () => {
    const regionless = ofProgram('aws').filter(
      ({ words, isWhole }) => isWhole && words[1] !== 's3' && !words.includes('--region'),
    );
    expect(regionless).toEqual([]);
  });

  it('is a script of package.json, with words that it understands', () => {
    const run = ofProgram('npm').filter(({ words: [, verb], isWhole }) => verb === 'run' || isWhole);
    expect(run.filter(({ words: [, verb = ''] }) => !['run', 'ci', 'start', 'test'].includes(verb))).toEqual([]);
    expect(
      run
        .filter(({ words }) => words[1] === 'run' && words.length > 2)
        .flatMap(({ words }) => refusedByScript(words.slice(2))),
    ).toEqual([]);
  });

  it('is one of the CDK, about stacks that there are', () => {
    const cdk = ofProgram('npx').filter(({ words }) => words[1] === 'cdk');
    expect(new Set(cdk.map(({ words }) => words[2]))).toEqual(new Set(['bootstrap', 'destroy', 'rollback']));
    const named = commands.flatMap(({ words }) => words.filter((word) => /^backbeat-prod-(?!inbound)/.test(word)));
    expect(new Set(named)).toEqual(new Set(stacks));
  });

  it('is what the doctor and the deployment ask, too', async () => {
    const config = exampleConfig();
    const asked: (readonly string[])[] = [];
    const { aws, dns } = instrumentsFor(healthyWorld(config));
    const listening = async (parameters: readonly string[]): Promise<string> => {
      asked.push(parameters);
      return aws(parameters);
    };
    await gatherAccount(config, listening);
    if (config.email) await gatherMail(config.email, config.region, listening, dns);
    await deployedTemplates(config, listening).catch(() => undefined);
    expect(asked.length).toBeGreaterThan(12);
    expect(asked.flatMap((words) => refusedByAws(words, true))).toEqual([]);
  });
});

describe('what the shell wrote of deploy.md', () => {
  it('are secrets that the functions read, once the token of Twilio is pasted', () => {
    const secrets: unknown = JSON.parse(ran.get('docs/deploy.md')?.written('backbeat-secrets.json') ?? '');
    expect(readSecrets(secrets).success).toBe(true);
  });

  it('are settings that are understood', () => {
    const settings: unknown = JSON.parse(ran.get('docs/deploy.md')?.written('clone/backbeat.config.json') ?? '');
    expect(() => parseConfig(settings, 'the document')).not.toThrow();
  });
});

/** Every setting and every output of the three ways to deploy, with a domain, with CloudFront, and with a user pool. */
const certificateArn = 'arn:aws:acm:us-east-1:111122223333:certificate/abc';
const variants = [
  exampleSettings({ customDomain: { name: 'coach.example.org', certificateArn } }),
  smsOnlySettings(),
  emailOnlySettings({ desk: undefined, deskUserPool: 'elm-street-desk' }),
];
const outputSchema = z.object({ Outputs: z.record(z.string(), z.object({ Value: z.unknown() })).default({}) });
const outputs = new Map(
  variants.flatMap((settings) =>
    synthesise(parseConfig(settings, 'the test')).all.flatMap((template) =>
      Object.entries(outputSchema.parse(template.toJSON()).Outputs).map(([name, { Value }]) => [name, Value] as const),
    ),
  ),
);
/** Of the whole app, not of a stack (infra/app.ts). */
const ofApp = ['Version'];

describe('deploy.md', () => {
  it('names every output that an operator needs, and none that there is not', () => {
    // Those that CDK makes for other stacks are nobody's business.
    const ours = [...outputs.keys()].filter((name) => !/^(ExportsOutput|PublishOutput)/.test(name));
    const unnamed = ours.filter((name) => !deploy.includes(`\`${name}\``));
    // Of the secrets parameter the setting says the name, of the rule set the command.
    expect(unnamed.toSorted()).toEqual(['ReceiptRuleSet', 'SecretsParameter']);
    const said = [...deploy.matchAll(/outputs? `(\w+)`|\| `(\w+)`(?:, `(\w+)`)*[^|]*\| (?:three|MX|TXT|CNAME)/g)]
      .flatMap(([, ...names]) => names)
      .filter((name) => name !== undefined);
    expect(said.length).toBeGreaterThan(5);
    expect(said.filter((name) => ![...ours, ...ofApp].includes(name))).toEqual([]);
  });

  it('has the retries of Twilio as the output has them', () => {
    const [, suffix = ''] = /Paste the URL with everything after the `#`: `(#[^`]+)`/.exec(deploy) ?? [];
    expect(suffix).toMatch(/^#rc=/);
    expect(JSON.stringify(outputs.get('InboundWebhook'))).toContain(`/webhooks/twilio/inbound${suffix}"`);
  });

  it('switches on the rule set that the stack makes', () => {
    expect(outputs.get('ReceiptRuleSet')).toBe('backbeat-test-inbound');
    expect(commands.flatMap(({ words }) => words)).toContain('backbeat-prod-inbound');
  });

  it('has a row for every setting, and settings for every row', () => {
    const [, table = ''] = deploy.split('| setting | what |');
    const rows = [...(table.split('\n\n')[0] ?? '').matchAll(/^\| (`[^|]+`) \|/gm)]
      .flatMap(([, names = '']) => [...names.matchAll(/`(\w+)`/g)])
      .map(([, name = '']) => name);
    expect(rows.length).toBeGreaterThan(25);
    // What one channel alone may not say the other may: a setting that is none is refused by its name.
    const unknown = rows.filter((name) => {
      try {
        parseConfig(exampleSettings({ [name]: [[]] }), 'the test');
        return true;
      } catch (error) {
        return /not a setting|is unknown|Unrecognized/i.test(String(error));
      }
    });
    expect(unknown).toEqual([]);
    expect(Object.keys(exampleSettings()).filter((name) => !rows.includes(name))).toEqual([]);
  });

  it('counts the Regions as they are', () => {
    expect(supportedRegions).toHaveLength(20);
    expect(deploy).toContain('Twenty are known');
  });

  it('has the prices of the price table', () => {
    const thousand = (usd: number, per: number): string => `$${((usd * 1000) / per).toFixed(2)}`;
    const { mails, mailsALaCarte } = priceTable;
    expect(deploy).toContain(`${thousand(mails.usd, mails.per)} for a thousand mails`);
    expect(deploy).toContain(`à la carte they are ${thousand(mailsALaCarte.usd, mailsALaCarte.per)}`);
  });

  it('says once what an idle month costs, as the templates have it', () => {
    const { free, list } = measureIdle({ tick: { calls: 3, reads: 2, writes: 1, readUnits: 2, writeUnits: 1 } });
    const alarms = free.charges.find(({ price }) => price === 'alarms')?.usd ?? Number.NaN;
    const told = [
      ...(deploy.split('\n').find((line) => line.includes('Idle, one stage')) ?? '').matchAll(/\$([\d.]+\d)/g),
    ];
    expect(told.map(([, usd]) => usd)).toEqual([free.usd, alarms, list.usd].map((usd) => usd.toFixed(2)));
    expect(textOf('docs/cost.md')).toContain(`**$${free.usd.toFixed(2)}**, of which $${alarms.toFixed(2)} are alarms`);
  });

  it('has the steps that the code sends people to', () => {
    const steps = new Map([...deploy.matchAll(/^## (\d+)\. (.+)$/gm)].map(([, number, title]) => [number, title]));
    expect([...steps]).toEqual([
      ['1', 'What you need'],
      ['2', 'Settings'],
      ['3', 'Secrets'],
      ['4', 'Deploy'],
      ['5', 'DNS'],
      ['6', 'Out of the SES sandbox'],
      ['7', 'Twilio'],
      ['8', 'Ask the doctor'],
      ['9', 'Try it'],
      ['10', 'Later'],
      ['11', 'The staff page'],
      ['12', 'Remove'],
    ]);
  });

  it('leads to files that are there', () => {
    const paths = [...deploy.matchAll(/[(`]((?:infra|content)\/[\w./-]+)[)`]/g)].map(([, path = '']) => path);
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});
