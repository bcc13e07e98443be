import { parseArgs } from 'node:util';
import { runPeers } from './run-peers.ts';

// Part of the measurement by itself: `node bench/peers/main.ts --quick` to see that it works, `--short` without the
// 100,000 people. The whole of it is `npm run bench -- --peers`.

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, short: { type: 'boolean', default: false } },
});
const longest = values.short ? 'short' : 'full';
await runPeers({ extent: values.quick ? 'quick' : longest });
