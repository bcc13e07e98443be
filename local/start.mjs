// npm start. Plain JavaScript, since stripping types takes Node.js 0.2 s before the first line of it runs: what is imported
// below is read through Node's compile cache, which keeps the outcome with a hash of the source.
import module from 'node:module';
import { join } from 'node:path';

const cache = join(import.meta.dirname, '../node_modules/.cache/backbeat/v8');
module.enableCompileCache(cache);

const [{ buildContent }, { ownBundle, serviceBundle }] = await Promise.all([
  import('../content/build/build-content.ts'),
  import('./start/service-bundle.ts'),
]);
if (await buildContent()) {
  const { url } = await serviceBundle(ownBundle);
  await import(url);
  module.flushCompileCache();
} else process.exitCode = 1;
