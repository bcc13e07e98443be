import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { httpClient } from '../../shared/platform/http-client.ts';
import { ConfigError } from '../config.ts';
import { runAws } from '../doctor/ask-aws.ts';
import { configOfStage } from '../stage-config.ts';
import { findStage, reach, reachPages } from './reach-stage.ts';
import { smoke } from './smoke.ts';
import { smokeByMail } from './smoke-by-mail.ts';
import { SmokeFailed } from './watch-diary.ts';

const usage = 'npm run smoke -- --stage test --number +15551230001 --mailbox you@example.org';

const { values } = parseArgs({
  options: {
    stage: { type: 'string' },
    config: { type: 'string' },
    /** The operator's own phone, which texts the service, and their mailbox. */
    number: { type: 'string' },
    mailbox: { type: 'string' },
  },
});

const run = async (): Promise<void> => {
  const { number = '', mailbox = '' } = values;
  const config = configOfStage(values.stage, values.config ?? process.env['BACKBEAT_CONFIG']);
  const { sms, email } = config;
  if ((sms && !/^\+[1-9]\d{6,14}$/.test(number)) || (email && !mailbox.includes('@')))
    throw new SmokeFailed(
      `It takes your own ${[sms && 'number', email && 'mailbox'].filter(Boolean).join(' and ')}: ${usage}`,
    );
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const mail = email && { mailbox, replyAddress: email.replyAddress };
    const saw = (sentence: string): void => console.log(`  ${sentence}`);
    const parts = {
      ...(await findStage(config, runAws)),
      send: httpClient.send,
      askHuman: (what: string) => terminal.question(`> ${what} Then press Enter. `),
    };
    if (sms) await smoke(reach({ ...parts, from: number, to: sms.smsNumber }), mail, saw);
    else if (mail) await smokeByMail(reachPages(parts), mail, Intl.DateTimeFormat().resolvedOptions().timeZone, saw);
    console.log(`${config.stage}: every function that can be seen from outside did its part.`);
  } finally {
    terminal.close();
  }
};

try {
  await run();
} catch (error) {
  if (!(error instanceof ConfigError || error instanceof SmokeFailed)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
