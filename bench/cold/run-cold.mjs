import process from 'node:process';

// One cold start: imports a bundle, answers one event, says how long that took. JavaScript, so that nothing but the
// bundle is loaded. Without a bundle it is the empty module that the others' times are net of.
const [bundle, event] = process.argv.slice(2);
const began = performance.now();
const { handler } = bundle
  ? await import(bundle)
  : await import('data:text/javascript,export const handler = () => {};');
const imported = performance.now();
await handler(event === undefined ? undefined : JSON.parse(event));
const answered = performance.now();
process.stdout.write(JSON.stringify({ importMs: imported - began, totalMs: answered - began }));
process.exit(0);
