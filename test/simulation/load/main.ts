import { parseArgs } from 'node:util';
import { printLoad } from './print-load.ts';

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '1000000' },
    'texts-per-second': { type: 'string', default: '225' },
    'mails-per-second': { type: 'string', default: '200' },
  },
});

const isWhole = await printLoad(Number(values.people), {
  textsPerSecond: Number(values['texts-per-second']),
  mailsPerSecond: Number(values['mails-per-second']),
});
if (!isWhole) process.exitCode = 1;
