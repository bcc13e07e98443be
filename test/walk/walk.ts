import { fileURLToPath } from 'node:url';
import { smsInboundDeps } from '../../functions/sms-inbound/deps.ts';
import { createSmsInbound } from '../../functions/sms-inbound/sms-inbound.ts';
import { startDynamoDbEngine } from '../../local/dynamodb-engine.ts';
import { eventOfRequest } from '../../local/http-api-event.ts';
import { twilioSignature } from '../../local/twilio-signature.ts';
import { systemRuntime } from '../../shared/platform/system-runtime.ts';
import { secrets, settings } from '../support/deployment.ts';
import { makeTable } from '../support/table.ts';
import { type Call, roomChanges, roomOf } from './rooms.ts';

declare global {
  /** Told of each function of functions/ and shared/ that is called (trace-functions.mjs). */
  var entered: (file: string, name: string) => void;
}

// The way that a reader goes who follows one text through the code, from the handler to the answer: which functions are
// called, and which calls lead into another room. Run by `npm run walk`.
const [words = 'PAIN 6 after gardening'] = process.argv.slice(2);
const url = `${settings.publicBaseUrl}/webhooks/twilio/inbound`;
const root = fileURLToPath(new URL('../../', import.meta.url));
Error.stackTraceLimit = 60;

/** The files on the stack that are ours to read, or the SDK's, the innermost first. */
const filesOnStack = (): readonly string[] =>
  (new Error().stack ?? '')
    .split('\n')
    // CommonJS modules, as the SDK's are, stand there by their path alone.
    .flatMap((line) => line.match(/(?:file:\/\/|\()(\/[^:)]+)/)?.[1] ?? [])
    .map((path) => path.slice(root.length))
    .filter((file) => /^(?:functions|shared|node_modules\/@(?:aws-sdk|smithy))\//.test(file));

const post = (sid: string, body: string) => {
  const form = { MessageSid: sid, From: '+12125550101', To: settings.smsNumber, Body: body };
  const headers = { 'x-twilio-signature': twilioSignature(secrets.twilioAuthToken, url, form) };
  return eventOfRequest(new Request(url, { method: 'POST', headers, body: new URLSearchParams(form) }), Date.now());
};

const engine = await startDynamoDbEngine();
try {
  const table = await makeTable(engine.endpoint);
  const clients = { table, secrets, queueJob: async () => {}, log: () => {} };
  const smsInbound = createSmsInbound(smsInboundDeps(clients, settings, systemRuntime));
  await smsInbound(await post(`SM${'0'.repeat(32)}`, 'JOIN'));
  const event = await post(`SM${'1'.repeat(32)}`, words);
  const calls: Call[] = [];
  globalThis.entered = (file, name) => {
    const [, caller = file] = filesOnStack();
    // What the SDK calls back, to write a request or read an answer, nobody meets who follows a text.
    if (!caller.startsWith('node_modules/')) calls.push({ file, name, caller });
  };
  const { body = '' } = await smsInbound(event);
  globalThis.entered = () => {};
  const changes = roomChanges(calls);
  for (const { file, name, caller } of changes)
    console.error(`${roomOf(caller)} -> ${roomOf(file)}: ${name} (${file})`);
  console.log(
    JSON.stringify({
      functions: new Set(calls.map(({ file, name }) => file + name)).size,
      changes: changes.length,
      body,
    }),
  );
} finally {
  await engine.stop();
}
