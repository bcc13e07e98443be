import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Config } from '../../infra/config.ts';
import { startDynamoDbEngine } from '../../local/dynamodb-engine.ts';
import { openTable } from '../../local/open-table.ts';
import { stubSecrets } from '../support/accepting-providers.ts';
import { bundleOnce } from '../support/bundle-once.ts';
import { noonZone } from '../support/noon-zone.ts';
import { startExecutionEnvironment } from './execution-environment.ts';
import { itemsOf } from './people.ts';
import { startStandInCloud } from './stand-in-cloud.ts';
import { type SynthesizedFunction, synthesizedFunctions, synthesizedQueues } from './synthesized-functions.ts';

const folderOf = (name: string): string => (name.startsWith('send-tips-') ? 'send-tips' : name);

/** A deliberate difference from the deployment, which must make the rehearsal fail. */
interface Sabotage {
  /** An action that no statement of the role allows any more. */
  readonly withoutAction?: string;
  /** A service of which the role allows nothing any more: dynamodb, s3, ssm. */
  readonly withoutService?: string;
  readonly handler?: string;
}

/** Everything that the functions of a deployment (the example's, unless another is given) need to run: bundles, the table with people in it, AWS and Twilio. */
export const openRehearsal = async (runtimeClient: string, config?: Config) => {
  const now = Date.now();
  const zone = noonZone(now);
  const functions = synthesizedFunctions(config);
  const deadLetters = new Map(
    synthesizedQueues(config).map((queue) => [queue.arn.split(':').at(-1) ?? '', queue.deadLetters]),
  );
  const engine = await startDynamoDbEngine();
  const mails = new Map<string, string>();
  const closing: (() => Promise<void>)[] = [];

  const functionNamed = (name: string): SynthesizedFunction => {
    const made = functions.get(name);
    if (made === undefined) throw new TypeError(`there is no function ${name}`);
    return made;
  };
  const { PUBLIC_BASE_URL: baseUrl = '', TABLE_NAME: tableName } = functionNamed('web').environment;
  const table = await openTable(engine.endpoint, tableName);
  for (const Item of itemsOf(zone, now)) await table.client.send(new PutCommand({ TableName: table.name, Item }));

  /** Starts an execution environment of a function. */
  const rehearse = async (name: string, { withoutAction, withoutService, handler }: Sabotage = {}) => {
    const made = functionNamed(name);
    const cloud = await startStandInCloud({
      statements: made.statements.map((statement) => ({
        ...statement,
        Action: statement.Action.filter(
          (action) => action !== withoutAction && !action.startsWith(`${withoutService}:`),
        ),
      })),
      dynamoDbEndpoint: engine.endpoint,
      secrets: stubSecrets,
      mail: (key) => mails.get(key),
      deadLetters,
    });
    const environment = await startExecutionEnvironment({
      made: { ...made, handler: handler ?? made.handler },
      bundle: bundleOnce(folderOf(name)).outfile,
      runtimeClient,
      cloudUrl: cloud.url,
    });
    closing.push(async () => {
      await environment.stop();
      cloud.stop();
    });
    return { ...environment, cloud };
  };

  return {
    now,
    zone,
    baseUrl,
    names: [...functions.keys()],
    /** The bucket's objects, by key. */
    mails,
    rehearse,
    /** Stops every process and server. */
    endAll: async (): Promise<void> => {
      for (const close of closing.splice(0)) await close();
    },
    close: () => engine.stop(),
  };
};

type Rehearsal = Awaited<ReturnType<typeof openRehearsal>>;
/** A function that runs. */
export type Running = Awaited<ReturnType<Rehearsal['rehearse']>>;
