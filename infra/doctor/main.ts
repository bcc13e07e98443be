import { parseArgs } from 'node:util';
import { hashOfSafetyContent, readSignOff, signOffState } from '../../content/build/sign-off.ts';
import { read as readZones } from '../../content/compiled/zones.js';
import { httpClient } from '../../shared/platform/http-client.ts';
import { ConfigError } from '../config.ts';
import { configOfStage } from '../stage-config.ts';
import { runAws } from './ask-aws.ts';
import { examine } from './examine.ts';
import { report } from './finding.ts';
import { systemDns } from './gather-aws.ts';

const { values } = parseArgs({ options: { stage: { type: 'string' }, config: { type: 'string' } } });

try {
  const config = configOfStage(values.stage, values.config ?? process.env['BACKBEAT_CONFIG']);
  const content = {
    signOff: signOffState(readSignOff(), hashOfSafetyContent()),
    zoneVersion: readZones().version,
  };
  const instruments = { aws: runAws, dns: systemDns, send: httpClient.send, now: Date.now() };
  const { text, exitCode } = report(config.stage, await examine(config, content, instruments));
  console.log(text);
  process.exitCode = exitCode;
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
