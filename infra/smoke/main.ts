import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { httpClient } from '../../shared/platform/http-client.ts';
import { ConfigError } from '../config.ts';
import { runAws } from '../doctor/ask-aws.ts';
import { configOfStage } from '../stage-config.ts';
import { findStage, reach } from './reach-stage.ts';
import { SmokeFailed, smoke } from './smoke.ts';

const usage = 'npm run smoke -- --stage test --number +15551230001 --mailbox you@example.org';

const { values } = parseArgs({
  options: {
    stage: { type: 'string' },
    config: { type: 'string' },
    /** The operator's own phone, which is texted, and their mailbox. */
    number: { type: 'string' },
    mailbox: { type: 'string' },
  },
});

const run = async (): Promise<void> => {
  const { number = '', mailbox = '' } = values;
  const config = configOfStage(values.stage, values.config ?? process.env['BACKBEAT_CONFIG']);
  const { sms, email } = config;
  if (sms === undefined)
    throw new SmokeFailed('It looks by texts, and this stage has none: try it by hand (docs/deploy.md, step 9).');
  if (!/^\+[1-9]\d{6,14}$/.test(number) || (email && !mailbox.includes('@')))
    throw new SmokeFailed(`It takes your own number${email ? ' and mailbox' : ''}: ${usage}`);
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const deployment = reach({
      ...(await findStage(config, runAws)),
      from: number,
      to: sms.smsNumber,
      send: httpClient.send,
      askHuman: async (what) => void (await terminal.question(`> ${what} Then press Enter. `)),
    });
    const mail = email && { mailbox, replyAddress: email.replyAddress };
    await smoke(deployment, mail, (sentence) => console.log(`  ${sentence}`));
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
