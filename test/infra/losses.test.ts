import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { parseConfig } from '../../infra/config.ts';
import { DeployedUnknownError, deployedTemplates, deployedVersion } from '../../infra/deployed-templates.ts';
import { mayLose } from '../../infra/loss-gate.ts';
import { lossesBetween, type StackTemplate } from '../../infra/losses.ts';
import { exampleSettings, smsOnlySettings, synthesise } from './deployment.ts';

const certificateArn = 'arn:aws:acm:us-east-1:111122223333:certificate/abc';
const customDomain = { name: 'coach.example.org', certificateArn };

type Templates = Readonly<Record<string, StackTemplate>>;
const templateSchema = z.record(z.string(), z.unknown());

/** The templates of a stage by the names of its stacks. */
const templatesOf = (settings: Record<string, unknown> = exampleSettings()): Templates => {
  const { data, service, mail } = synthesise(parseConfig(settings, 'the test'));
  const named = { 'backbeat-test-data': data, 'backbeat-test-service': service, 'backbeat-test-mail': mail };
  const all = Object.entries(named).map(([name, template]) => [name, templateSchema.parse(template.toJSON())] as const);
  return Object.fromEntries(all.filter(([, template]) => 'Resources' in template));
};

/** The templates with every name of a resource that holds `part` changed, as if somebody had moved it in the code. */
const moved = (templates: Templates, part: string): Templates => {
  const names = Object.values(templates)
    .flatMap(({ Resources }) => Object.keys(templateSchema.parse(Resources)))
    .filter((name) => name.startsWith(part));
  expect(names).not.toEqual([]);
  const text = names.reduce((json, name) => json.replaceAll(`"${name}"`, `"Moved${name}"`), JSON.stringify(templates));
  return z.record(z.string(), templateSchema).parse(JSON.parse(text));
};
const told = (before: Templates, after: Templates): readonly string[] =>
  lossesBetween(before, after).map(({ stack, resource, what, harm }) => `${stack} ${resource} ${what}: ${harm}`);

describe('before a deployment', () => {
  it('nothing is lost by deploying the same again, or what is new', () => {
    expect(told(templatesOf(), templatesOf())).toEqual([]);
    expect(told({}, templatesOf())).toEqual([]);
  });

  it.each([
    // The first endpoint stays, and so does every link that was mailed.
    [
      'a custom domain, a faster number and a higher cap',
      { customDomain, smsPerSecond: 12, smsSegmentsAMonth: 500_000 },
    ],
  ])('nothing is lost by %s', (_, changes) => {
    expect(told(templatesOf(), templatesOf(exampleSettings(changes)))).toEqual([]);
  });

  it.each([
    ['the table', 'Table', /Every diary is in it/],
    ['the ledger', 'Ledger', /the ledger that a restore needs/],
    ['the API', 'PublicApi6461FF4B', /Every link that was mailed/],
    ['the queue of texts', 'TipSendingSmsWorkQueue', /wait in it are lost/],
    ['the alarm mailbox', 'OperatorTopicoperator', /has to confirm anew/],
    ['the receipt rule', 'ReceiptRulesInbound', /nowhere to go/],
    ['the identity at SES', 'Identity', /new DKIM records/],
  ])('it is said when %s would be made anew by a change of the code', (_, name, harm) => {
    expect(told(templatesOf(), moved(templatesOf(), name))).toContainEqual(expect.stringMatching(harm));
  });

  it.each([
    ['another mailbox for alarms', { alarmEmail: 'other@example.org' }, [/Subscription|Operator/]],
    [
      'another domain for mail',
      {
        mailDomain: 'other.example.org',
        mailFrom: 'Coach <coach@other.example.org>',
        replyAddress: 'reply@other.example.org',
      },
      [/Identity/],
    ],
  ])('it is said when %s costs something', (_, changes, expected) => {
    const found = told(templatesOf(), templatesOf(exampleSettings(changes)));
    expect(found).toEqual(expected.map((part) => expect.stringMatching(part)));
  });

  it('it is said when mail is left out from now on', () => {
    const found = told(templatesOf(), templatesOf(smsOnlySettings()));
    expect(found.join('\n')).toMatch(/TipSendingEmailWorkQueue\w+ is deleted/);
    expect(found.join('\n')).toMatch(/InboundMail\w+ is left behind/);
  });

  it('the names that people’s links, diaries and subscriptions hang on are those that are deployed already', () => {
    const kept = /^AWS::(DynamoDB::GlobalTable|S3::Bucket|ApiGatewayV2::Api|SES::\w*(Identity|Rule)|SNS::Topic)$/;
    const names = Object.values(templatesOf()).flatMap(({ Resources }) =>
      Object.entries(z.record(z.string(), z.object({ Type: z.string() })).parse(Resources))
        .filter(([, { Type }]) => kept.test(Type))
        .map(([name]) => name),
    );
    // A new name here is a new table, API or mailbox in every clinic's account: say so in CHANGELOG.md.
    expect(names.toSorted()).toEqual([
      ...['Identity2D60E2CC', 'InboundMailDA244C94', 'LedgerB7379752', 'OperatorTopic09F1FE2E', 'PublicApi6461FF4B'],
      ...['ReceiptRulesInbound548F874D', 'RedFlagsTopic3DDD67B2', 'TableCD117FA1'],
    ]);
  });
});

describe('what is deployed', () => {
  const where = { stage: 'test', region: 'eu-west-1' };
  const notThere = Object.assign(new Error('failed'), {
    stderr:
      '\nAn error occurred (ValidationError) when calling the GetTemplate operation: Stack with id x does not exist\n',
  });

  it('is read stack by stack, whether AWS has the template as JSON or as YAML', async () => {
    const asked: string[] = [];
    const bodies: readonly unknown[] = [{ Resources: {} }, 'Resources:\n  Table:\n    Type: x\n'];
    const found = await deployedTemplates(where, async (parameters) => {
      asked.push(parameters.join(' '));
      const TemplateBody = bodies[asked.length - 1];
      if (TemplateBody === undefined) throw notThere;
      return JSON.stringify({ TemplateBody, StagesAvailable: ['Original', 'Processed'] });
    });
    expect(found).toEqual({
      'backbeat-test-data': { Resources: {} },
      'backbeat-test-service': { Resources: { Table: { Type: 'x' } } },
    });
    expect(asked[0]).toBe('cloudformation get-template --stack-name backbeat-test-data --region eu-west-1');
  });

  it('is not taken for nothing when AWS does not say', async () => {
    const denied = deployedTemplates(where, async () => {
      throw Object.assign(new Error('failed'), { stderr: 'An error occurred (AccessDenied) when calling GetTemplate' });
    });
    await expect(denied).rejects.toThrow(DeployedUnknownError);
    await expect(denied).rejects.toThrow('backbeat-test-data: An error occurred (AccessDenied)');
  });

  it('says its version, if it was deployed by a version that says so', async () => {
    const stack = (Outputs: readonly object[]) => async () =>
      JSON.stringify({ Stacks: [{ StackStatus: 'UPDATE_COMPLETE', Outputs }] });
    const version = { OutputKey: 'Version', OutputValue: 'v0.1.0' };
    expect(await deployedVersion(where, stack([version]))).toBe('v0.1.0');
    expect(await deployedVersion(where, stack([]))).toBeUndefined();
    expect(await deployedVersion(where, () => Promise.reject(notThere))).toBeUndefined();
  });
});

describe('whoever deploys', () => {
  const losses = [{ stack: 's', resource: 'Table', what: 'is made anew', harm: 'Every diary.' }] as const;
  const gate = async (answer: string | undefined, accepted?: string, lost: typeof losses | [] = losses) => {
    const said: string[] = [];
    const may = await mayLose({
      stage: 'prod',
      losses: lost,
      ask: async () => answer,
      say: (line) => said.push(line),
      accepted,
    });
    return { may, said: said.join('\n') };
  };

  it('is not asked where nothing is lost', async () => {
    expect(await gate(undefined, undefined, [])).toEqual({ may: true, said: '' });
  });

  it('types the stage’s name, or says it beforehand', async () => {
    expect(await gate('prod')).toEqual({ may: true, said: 'x s: Table is made anew.\n    Every diary.' });
    expect((await gate('yes')).may).toBe(false);
    expect((await gate(undefined, 'prod')).may).toBe(true);
    expect(await gate(undefined, 'test')).toMatchObject({
      may: false,
      said: expect.stringContaining('BACKBEAT_WITH_LOSSES=prod'),
    });
  });
});
