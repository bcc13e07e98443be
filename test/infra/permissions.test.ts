import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { resourcesOf, synthesise } from './deployment.ts';

const oneOrMore = z
  .union([z.array(z.unknown()), z.unknown()])
  .transform((value) => (Array.isArray(value) ? value : [value]));
const statementSchema = z.object({
  Effect: z.enum(['Allow', 'Deny']),
  Action: oneOrMore.pipe(z.array(z.string())),
  Resource: oneOrMore.optional(),
  Principal: z.unknown().optional(),
  Condition: z.unknown().optional(),
});
const documentSchema = z.object({ Statement: z.array(statementSchema) });

const deployment = synthesise();
/** Every statement of every policy, wherever it hangs, with the resource that has it. */
const statements = resourcesOf(deployment.all).flatMap(({ id, properties }) =>
  [properties['PolicyDocument'], properties['AssumeRolePolicyDocument'], properties['KeyPolicy']]
    .filter((document) => document !== undefined)
    .flatMap((document) => documentSchema.parse(document).Statement)
    .map((statement) => ({ id, ...statement })),
);
const allowed = statements.filter(({ Effect }) => Effect === 'Allow');

const actionsOf = (roleId: string): readonly string[] =>
  allowed.filter(({ id }) => id.includes(`${roleId}Role`)).flatMap(({ Action }) => Action);

/** The actions that may name more than one resource, each with the reason that none narrower exists. */
const broadResources: Readonly<Record<string, string>> = {
  'ses:DeleteSuppressedDestination': 'IAM knows no resource for the suppression list',
  'dynamodb:ListStreams': 'IAM knows no resource for it: it tells the names of streams',
  'ses:ListSuppressedDestinations': 'IAM knows no resource for the suppression list',
  'kms:Decrypt': 'the id of aws/ssm differs by account: alias, service and parameter are conditions',
  's3:GetObject': 'every mail is an object of its own in our bucket',
  's3:DeleteObject': 'every mail is an object of its own in our bucket',
  's3:PutObject': 'every mail is an object of its own in our bucket',
};

describe('permissions', () => {
  it('were found', () => {
    expect(allowed.length).toBeGreaterThan(20);
  });

  it('name every action in full', () => {
    expect(allowed.flatMap(({ Action }) => Action).filter((action) => action.includes('*'))).toEqual([]);
  });

  it('name every resource, but where a reason is listed', () => {
    const broad = allowed.filter(({ Resource }) => (Resource ?? []).some((one) => /\*/.test(JSON.stringify(one))));
    // A function's ARN followed by `:*` is all its versions: CDK's scheduler target asks for that.
    const ofVersions = ({ Resource }: (typeof broad)[number]) =>
      (Resource ?? []).every(
        (one) =>
          !JSON.stringify(one).includes('*') ||
          /^\{"Fn::Join":\["",\[\{"Fn::GetAtt":\["[A-Za-z0-9]+","Arn"\]\},":\*"\]\]\}$/.test(JSON.stringify(one)),
      );
    const unexplained = broad
      .filter((statement) => !ofVersions(statement))
      .flatMap(({ id, Action }) => Action.map((action) => ({ id, action })))
      .filter(({ action }) => !Object.hasOwn(broadResources, action));
    expect(unexplained).toEqual([]);
  });

  it('allow the bare asterisk to the actions that IAM demands it for, in the roles that need them', () => {
    const bare = allowed.filter(({ Resource }) => Resource?.includes('*'));
    const roleOf = (id: string) =>
      ['WebRole', 'KeepLedgerRole', 'KeepTalliesRole', 'DeskRole'].find((role) => id.includes(role));
    expect(Object.fromEntries(bare.map(({ id, Action }) => [roleOf(id), Action]))).toEqual({
      WebRole: ['ses:DeleteSuppressedDestination'],
      KeepLedgerRole: ['dynamodb:ListStreams'],
      KeepTalliesRole: ['dynamodb:ListStreams'],
      DeskRole: ['ses:ListSuppressedDestinations'],
    });
    expect(bare).toHaveLength(4);
  });

  it('let nobody in without a name', () => {
    expect(allowed.filter(({ Principal }) => JSON.stringify(Principal)?.includes('"*"'))).toEqual([]);
  });

  it('decrypt one parameter, by way of SSM only', () => {
    const decrypting = allowed.filter(({ Action }) => Action.includes('kms:Decrypt'));
    const reading = allowed.filter(({ Action }) => Action.includes('ssm:GetParameter'));
    // All functions but the scheduler.
    expect([decrypting.length, reading.length]).toEqual([9, 9]);
    for (const { Condition } of decrypting) {
      expect(JSON.stringify(Condition)).toMatch(
        /kms:ViaService":"ssm\.us-east-1.*kms:EncryptionContext:PARAMETER_ARN.*:parameter\/backbeat\/test\/secrets/,
      );
    }
    for (const { Resource } of reading) {
      expect(JSON.stringify(Resource)).toContain(':parameter/backbeat/test/secrets');
    }
  });

  it('come with no managed policy', () => {
    const roles = resourcesOf(deployment.all).filter(({ type }) => type === 'AWS::IAM::Role');
    expect(roles.filter(({ properties }) => properties['ManagedPolicyArns'] !== undefined)).toEqual([]);
  });

  it.each(['SendTipsSms', 'SendTipsEmail'])('let %s claim with PartiQL, which no grant of CDK includes', (fn) => {
    expect(actionsOf(fn)).toEqual(
      expect.arrayContaining([
        'dynamodb:PartiQLUpdate',
        'dynamodb:PartiQLInsert',
        'dynamodb:BatchGetItem',
        'sqs:ChangeMessageVisibility',
      ]),
    );
  });

  it.each(['SmsInbound', 'EmailInbound', 'Web', 'ReconcileInbound'])(
    'let %s record the tip that somebody asked for, and free an address that is no longer theirs',
    (fn) => {
      expect(actionsOf(fn)).toEqual(expect.arrayContaining(['dynamodb:PartiQLInsert', 'dynamodb:DeleteItem']));
    },
  );

  it.each([
    ['SmsInbound', ['ses:SendEmail', 'dynamodb:Scan', 's3:GetObject']],
    ['Web', ['ses:SendEmail', 'dynamodb:Scan', 's3:GetObject']],
    [
      'StaffPageDesk',
      // It sends a look at a tip, and reads everybody for what is taken out.
      ['dynamodb:DeleteItem', 'dynamodb:BatchWriteItem', 'dynamodb:PartiQLUpdate', 's3:GetObject', 's3:ListBucket'],
    ],
    ['EmailInbound', ['dynamodb:Scan', 'ses:DeleteSuppressedDestination']],
    ['ReconcileInbound', ['ses:SendEmail', 'dynamodb:Scan', 's3:GetObject', 'dynamodb:BatchWriteItem']],
    ['ScheduleTips', ['ses:SendEmail', 'ssm:GetParameter', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem']],
    ['SendTipsSms', ['ses:SendEmail', 'dynamodb:DeleteItem', 'dynamodb:PartiQLDelete']],
    ['EraseSubscriber', ['ses:SendEmail', 'dynamodb:PutItem', 'dynamodb:UpdateItem']],
    ['DeliveryEvents', ['ses:SendEmail', 'sqs:SendMessage', 'dynamodb:DeleteItem']],
  ])('keep from %s what is not its work', (fn, forbidden) => {
    const actions = actionsOf(fn);
    expect(actions.length).toBeGreaterThan(2);
    expect(actions.filter((action) => forbidden.includes(action))).toEqual([]);
  });

  it('write down a mail that was given up where it lies, and nowhere else', () => {
    const writing = allowed.filter(({ Action }) => Action.includes('s3:PutObject') && Action.length === 1);
    const ofMails = writing.filter(({ id }) => id.includes('EmailInbound'));
    expect(JSON.stringify(ofMails.map(({ Resource }) => Resource))).toMatch(/InboundMail.*\/aws\/lambda\/async\/\*/);
    const invocations = resourcesOf(deployment.all).filter(({ type }) => type === 'AWS::Lambda::EventInvokeConfig');
    const destinations = invocations.flatMap(({ properties }) => JSON.stringify(properties['DestinationConfig']) ?? []);
    expect(destinations).toEqual([expect.stringMatching(/OnFailure.*InboundMail/)]);
  });

  it('let nobody but the reader of mails read, list or delete them', () => {
    const onMails = allowed.filter(({ Action }) =>
      Action.some((action) => ['s3:GetObject', 's3:DeleteObject', 's3:ListBucket'].includes(action)),
    );
    expect(onMails.every(({ id }) => id.includes('EmailInboundRole'))).toBe(true);
    expect(actionsOf('EmailInbound')).toEqual(
      expect.arrayContaining(['s3:GetObject', 's3:DeleteObject', 's3:ListBucket']),
    );
  });

  it('let mail be sent from our domain with our configuration set only', () => {
    const sending = allowed.filter(({ Action }) => Action.includes('ses:SendEmail'));
    // Tips, answers to mail, and a look at a tip.
    expect(sending).toHaveLength(3);
    for (const { Resource } of sending) {
      expect(JSON.stringify(Resource)).toMatch(/configuration-set\/backbeat-test.*identity\/backbeat\.example\.org/);
    }
  });
});
