import process from 'node:process';

// node answer-event.mjs [bundle] [event as JSON]
// One execution environment's first event: imports a bundle, has it answer, says what and how long that took.
// JavaScript, so that nothing but the bundle is loaded. Without a bundle it is the empty module that others' times are
// net of (bench/cold).
const [bundle, event] = process.argv.slice(2);
const began = performance.now();
const { handler } = bundle
  ? await import(bundle)
  : await import('data:text/javascript,export const handler = () => {};');
const imported = performance.now();
const answer = await handler(event === undefined ? undefined : JSON.parse(event));
const answered = performance.now();
process.stdout.write(JSON.stringify({ importMs: imported - began, totalMs: answered - began, answer }));
process.exit(0);
