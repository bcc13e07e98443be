import { readFileSync } from 'node:fs';

// node read-texts.mjs <bundle of reader-of.ts> <what> [texts as JSON]
// In a process of its own, JavaScript, so that nothing but the reader is loaded and compiled. Prints microseconds of the
// process's processor time.
const [bundle, what, file] = process.argv.slice(2);
const cpu = () => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

const started = cpu();
const { makeReader } = await import(bundle);
const imported = cpu();
const measures = {
  /** The first text in a new environment, a note: what is loaded with the module, and what its reading adds. */
  first: () => {
    makeReader()('slept badly, stiff after the garden');
    return { imported: imported - started, first: cpu() - imported };
  },
  /** Every text once, in one environment: the mean of all, the first included. */
  corpora: () => {
    const texts = JSON.parse(readFileSync(file, 'utf8'));
    const read = makeReader();
    const before = cpu();
    for (const text of texts) read(text);
    return { each: (cpu() - before) / texts.length };
  },
  /** Long texts in a warm environment: of each the best of three, of all the middle and the worst. */
  long: () => {
    const texts = JSON.parse(readFileSync(file, 'utf8'));
    const read = makeReader();
    const best = (text) =>
      Math.min(
        ...[0, 1, 2].map(() => {
          const before = performance.now();
          read(text);
          return 1000 * (performance.now() - before);
        }),
      );
    for (const text of texts) read(text);
    const times = texts.map(best).sort((a, b) => a - b);
    return { middle: times[times.length >> 1], worst: times.at(-1) };
  },
};
process.stdout.write(JSON.stringify(measures[what]()));
