import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { APIGatewayProxyEventV2, SESEvent } from 'aws-lambda';
import * as z from 'zod';
import type { Channel } from '../shared/domain/people/subscriber.ts';
import { connectTable } from '../shared/store/dynamodb-table.ts';
import { newStartSecret } from './access.ts';
import { createLocalClock } from './clock.ts';
import { createClockFile } from './clock-file.ts';
import { startClosedEngine } from './closed-engine.ts';
import { createContentPreview } from './content-preview.ts';
import { prepareDataFolder } from './data-folder.ts';
import { createFillDemo } from './demo/fill-demo.ts';
import { createExplain } from './explain.ts';
import { type Functions, startFunctions } from './functions.ts';
import { givenUpRecord } from './given-up-record.ts';
import { createHeld } from './held.ts';
import { createHttpFront, listen } from './http-server.ts';
import { forecastTicks } from './idle-ticks/forecast-ticks.ts';
import { createInboundSms } from './inbound-sms.ts';
import { invokeAsync } from './invoke-async.ts';
import { createLocalApi } from './local-api.ts';
import { withOnlyChannel } from './only-channel.ts';
import { createOpenIdStandIn } from './open-id-stand-in.ts';
import { createProviders } from './providers.ts';
import { createQueueDispatcher } from './queue-dispatcher.ts';
import { type RealMode, RealModeError, realSettings } from './real/real-mode.ts';
import { newMailId, receivedMailEvent } from './received-mail-event.ts';
import { loadSecrets } from './secrets-file.ts';
import {
  deskEnvironment,
  functionEnvironment,
  inboundBucket,
  mailFunction,
  pointSdkAtStandIns,
  tableName,
} from './settings.ts';
import { createTableKeeper } from './table-keeper.ts';
import { createTimeMachine } from './time-machine.ts';
import { createTipChanges } from './tip-changes.ts';
import { setWatermarks } from './watermark.ts';

interface Options {
  readonly port: number;
  /** Where the data is kept; undefined for memory. */
  readonly folder: string | undefined;
  /** The address that links and signatures carry; this server's own unless given. */
  readonly publicBaseUrl?: string | undefined;
  /** The process's environment: the AWS SDK reads its settings from there and nowhere else. */
  readonly environment: Record<string, string | undefined>;
  /** Whether to run every tick of a move, even those at which nothing is due, as tests compare with. */
  readonly everyTick?: boolean;
  /** Takes the functions' metric lines; without it they are dropped. */
  readonly printMetrics?: ((line: string) => void) | undefined;
  /** The only channel that is simulated; undefined for both. */
  readonly onlyChannel?: Channel | undefined;
  /** The providers that are real ones, and the port that the tunnel leads to. */
  readonly real?: (RealMode & { readonly tunnelPort: number }) | undefined;
}

interface LocalService {
  readonly url: string;
  /** The address to which the tunnel must lead; undefined if nothing is real. */
  readonly tunnelUrl?: string;
  stop(): Promise<void>;
}

type Closers = (() => unknown)[];

/** The event of a received mail; the function itself checks what it reads of it. */
const mailEvent = z.custom<SESEvent>();

/** A stand-in called a function before the functions were started. */
class NotStartedError extends Error {
  override readonly name = 'NotStartedError';
}

const report = (what: string, error: unknown): void => console.error(`[local] ${what}:`, error);

const startEngine = async (folder: string | undefined, closers: Closers) => {
  const engine = await startClosedEngine(folder === undefined ? {} : { dataFile: join(folder, 'table.sqlite') });
  closers.push(engine.stop);
  return engine;
};

const assemble = async (options: Options, closers: Closers): Promise<Omit<LocalService, 'stop'>> => {
  const { folder, environment, real } = options;
  if (folder !== undefined) await prepareDataFolder(folder);

  // The server listens first, because links and signatures depend on its address. Until everything is started, requests
  // are told to come back.
  let front = (_request: Request): Response | Promise<Response> => new Response('starting', { status: 503 });
  const server = await listen((request) => front(request), options.port);
  closers.push(server.close);
  const url = `http://127.0.0.1:${server.port}`;
  const publicBaseUrl = (real?.publicBaseUrl || options.publicBaseUrl || url).replace(/\/+$/, '');

  const clock = createLocalClock();
  const clockFile = createClockFile(folder);
  const startSecret = newStartSecret();
  const [engine, kept, frozenAt] = await Promise.all([
    startEngine(folder, closers),
    loadSecrets(folder),
    clockFile.read(),
  ]);
  if (real && frozenAt !== undefined)
    throw new RealModeError([`BACKBEAT_DATA should be another folder: the clock of ${folder} was moved by hand.`]);
  const secrets = real?.twilio ? { ...kept, twilioAuthToken: real.twilio.authToken } : kept;
  if (frozenAt !== undefined) clock.set(frozenAt);

  // The stand-ins call the functions and the functions call the stand-ins, so the functions are looked up only when
  // they are called.
  let started: Functions | undefined;
  const functions = (): Functions => {
    if (started === undefined) throw new NotStartedError('the functions have not been started');
    return started;
  };
  const tipChanges = createTipChanges(engine, tableName, clock.now);
  const providers = await createProviders({
    clock,
    folder,
    secrets,
    startSecret,
    engine,
    tipChanges,
    real,
    publicBaseUrl,
    localBaseUrl: url,
    emit: (event) => invokeAsync(() => functions().sesEvent(event)),
    handInMail: (event) => functions().emailInbound(mailEvent.parse(event)),
    report,
  });
  closers.push(providers.close);
  pointSdkAtStandIns(environment, providers.url, providers.dynamoDbUrl, startSecret);
  const forOperator: Record<string, string | undefined> = {};
  pointSdkAtStandIns(forOperator, providers.url, providers.dynamoDbUrl, startSecret);
  const keeper = createTableKeeper(providers.dynamoDbUrl, tableName, startSecret);
  closers.push(keeper.close);
  await keeper.ensure();
  const settingsOfFunctions = (base: Record<string, string | undefined>) =>
    withOnlyChannel(
      {
        ...functionEnvironment(base, providers.url, publicBaseUrl),
        ...deskEnvironment(url),
        ...(real && realSettings(real)),
      },
      options.onlyChannel,
    );
  const launch = async (): Promise<void> => {
    started = await startFunctions(
      settingsOfFunctions(environment),
      url,
      clock,
      options.printMetrics ?? (() => undefined),
    );
  };
  await launch();

  const { queues, agenda } = providers;
  const table = connectTable(tableName);
  const timeMachine = createTimeMachine({
    clock,
    sources: [
      createQueueDispatcher('erasure', queues.erasure, (event) => functions().eraseSubscriber(event), report),
      createQueueDispatcher('sms', queues.sms, (event) => functions().sendTips.sms(event), report),
      createQueueDispatcher('email', queues.email, (event) => functions().sendTips.email(event), report),
      agenda,
      // Last, because it reports what the others wrote.
      tipChanges.sourceFor((event) => functions().keepTallies(event), report),
    ],
    tick: async () => {
      for (const run of Object.values(functions().scheduled))
        await invokeAsync(run).catch((error: unknown) => report('a scheduled function failed', error));
    },
    forecast: options.everyTick
      ? undefined
      : forecastTicks(table, options.onlyChannel === 'email' ? undefined : providers.messages.lastReceivedAt),
    setWatermark: (at) => setWatermarks(table, at),
    remember: clockFile.write,
    report,
  });

  const inboundSms = createInboundSms(providers.callWebhook, publicBaseUrl);
  const { outbox, faults } = providers;
  const localApi = createLocalApi({
    clock,
    publicBaseUrl,
    authToken: secrets.twilioAuthToken,
    outbox,
    faults,
    timeMachine,
    inboundSms,
    loseText: (text) => {
      providers.inboundTexts.lose(text);
      timeMachine.drainSoon();
    },
    receiveMail: async (raw, verdicts) => {
      const messageId = newMailId();
      providers.mails.put(inboundBucket, messageId, new Uint8Array(raw));
      const event = receivedMailEvent(messageId, raw, verdicts, clock.now());
      try {
        await invokeAsync(() => functions().emailInbound(event));
      } catch (error) {
        // The function's on-failure destination (infra/constructs/reply-functions.ts).
        const { key, body } = givenUpRecord(event, mailFunction, clock.now(), error);
        providers.mails.put(inboundBucket, key, body);
        throw error;
      }
      timeMachine.drainSoon();
    },
    emptyEverything: async () => {
      providers.clear();
      await keeper.empty();
      tipChanges.forget();
      // The functions are started anew: what they remember, such as when the next send may start, belongs to the time
      // before.
      await launch();
    },
    operatorEnvironment: settingsOfFunctions(forOperator),
    real,
    onlyChannel: options.onlyChannel,
    explain: createExplain(table, secrets.pepper, () => clock.now()),
    contentPreview: createContentPreview(clock.now),
    openId: createOpenIdStandIn({ serviceUrl: url, now: () => clock.now() }),
    listHeard: providers.inboundTexts.list,
    showHeld: createHeld({ ...providers, table, pepper: secrets.pepper }),
    demo: createFillDemo({
      table,
      pepper: secrets.pepper,
      randomBytes,
      clock,
      timeMachine,
      outbox,
      faults,
      inboundSms,
    }),
  });
  const contract = {
    clock,
    smsInbound: (event: APIGatewayProxyEventV2) => functions().smsInbound(event),
    statusCallback: (event: APIGatewayProxyEventV2) => functions().statusCallback(event),
    web: (event: APIGatewayProxyEventV2) => functions().web(event),
    inboundTexts: providers.inboundTexts,
    afterRequest: timeMachine.drainSoon,
    report,
  } satisfies Parameters<typeof createHttpFront>[0];
  const desk = (event: APIGatewayProxyEventV2) => functions().desk(event);
  front = createHttpFront({ ...contract, localApi, desk }).fetch;
  timeMachine.start();
  closers.push(timeMachine.stop);
  if (!real) return { url };
  // The tunnel reaches neither the local routes nor the desk, whatever name the caller uses.
  const tunnel = await listen(createHttpFront(contract).fetch, real.tunnelPort);
  closers.push(tunnel.close);
  return { url, tunnelUrl: `http://127.0.0.1:${tunnel.port}` };
};

/** Starts the whole service on one machine. What was started is stopped again if a later part fails. */
export const startLocalService = async (options: Options): Promise<LocalService> => {
  const closers: Closers = [];
  const stop = async (): Promise<void> => {
    for (let close = closers.pop(); close; close = closers.pop()) await close();
  };
  try {
    return { ...(await assemble(options, closers)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
};
