import { builtinModules } from 'node:module';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { bundleFunction, functionFolders, NoHandlerError } from '../../infra/bundle.ts';
import { bundleBudgets } from '../../infra/bundle-budgets.ts';
import { defaultProvider, NoCredentialsError } from '../../shared/providers/aws/lambda-credentials.ts';
import { bundleOnce } from '../support/bundle-once.ts';

const budgets: Readonly<Record<string, number>> = bundleBudgets;

/** The sources that a cold start reads: of the handler's file, and of the files that it imports at once. */
const eagerSources = ({ outputs }: ReturnType<typeof bundleFunction>['metafile']): string => {
  const seen = new Set<string>();
  const read = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    for (const { path: next, kind } of outputs[path]?.imports ?? []) if (kind === 'import-statement') read(next);
  };
  const entry = Object.keys(outputs).find((path) => outputs[path]?.entryPoint?.endsWith('handler.ts'));
  if (entry !== undefined) read(entry);
  return [...seen].flatMap((path) => Object.keys(outputs[path]?.inputs ?? {})).join('\n');
};

describe('bundles', () => {
  it('exist for every function that has a budget, and no other', () => {
    expect([...functionFolders()].sort()).toEqual(Object.keys(budgets).sort());
  });

  it.each([...functionFolders()])(
    '%s loads, stays within its budget and brings no search for credentials',
    async (folder) => {
      const { bytes, outfile, metafile } = bundleOnce(folder);
      expect(bytes / 1000).toBeLessThanOrEqual(budgets[folder] ?? 0);
      expect(await import(outfile)).toMatchObject({ handler: expect.any(Function) });
      const packages = Object.keys(metafile.inputs).join('\n');
      expect(packages).not.toMatch(/@aws-sdk\/(nested-clients|credential-provider)/);
      // What stands in for `require` there knows Node's own modules only.
      const required = Object.values(metafile.outputs).flatMap(({ imports }) =>
        imports.filter(({ kind }) => kind === 'require-call').map(({ path }) => path),
      );
      expect(builtinModules).toEqual(expect.arrayContaining(required));
      // The small build of zod; the whole of it has 100 KB.
      const zodBytes = Object.values(metafile.outputs)
        .flatMap(({ inputs }) => Object.entries(inputs))
        .reduce((sum, [path, { bytesInOutput }]) => sum + (path.includes('node_modules/zod/') ? bytesInOutput : 0), 0);
      expect(zodBytes).toBeGreaterThan(5000);
      expect(zodBytes).toBeLessThan(33_000);
      // Its zones are compiled (content/build/compile-zone-table.ts), and it says what runtime's they are held against.
      expect(packages).not.toMatch(/node_modules\/moment/);
      // The ledger's keeper asks for nobody's time, and is handed the table's changes.
      if (!folder.startsWith('keep-')) expect(packages).toContain('shared/domain/time/runtime-zones.ts');
      // Every function keeps something: without this line a bundle that missed its dependencies would pass.
      expect(packages).toContain(folder === 'keep-ledger' ? '@aws-sdk/client-s3' : '@aws-sdk/client-dynamodb');
    },
  );

  it("keep what few texts need out of the text webhook's cold start: the queue's client", () => {
    const { bytes, eagerBytes, metafile } = bundleOnce('sms-inbound');
    expect(eagerBytes).toBeLessThan(1_055_000);
    expect(bytes - eagerBytes).toBeGreaterThan(20_000);
    expect(eagerSources(metafile)).not.toContain('@aws-sdk/client-sqs');
  });

  it('keep French out of the cold start of the pages: who reads it loads it', () => {
    const { bytes, eagerBytes, metafile } = bundleOnce('web');
    expect(bytes - eagerBytes).toBeGreaterThan(10_000);
    const inputs = eagerSources(metafile);
    expect(inputs).toContain('texts/english.ts');
    expect(inputs).not.toContain('texts/french');
  });

  it('keep what reads the words of a form out of the cold start of the pages: most visits only look', () => {
    const inputs = eagerSources(bundleOnce('web').metafile);
    for (const late of ['parse-reply.ts', 'act-on-page.ts', '/lexicon.js']) expect(inputs).not.toContain(late);
  });

  it.each(['sms-inbound', 'email-inbound', 'reconcile-inbound', 'send-tips'])(
    'keep French out of the cold start of %s: who speaks it loads it',
    (folder) => {
      const { metafile } = bundleOnce(folder);
      const inputs = eagerSources(metafile);
      expect(inputs).toContain('content/compiled/en/messages.js');
      // Every text is read in both languages; what is said in French is loaded by who speaks it.
      for (const said of ['messages', 'tips', 'mails']) expect(inputs).not.toContain(`content/compiled/fr/${said}`);
      expect(Object.keys(metafile.inputs)).toContain('content/compiled/fr/tips.js');
    },
  );

  it('keep all that we print in mails out of the cold start of email-inbound: few mails need it', () => {
    const { metafile } = bundleOnce('email-inbound');
    expect(eagerSources(metafile)).not.toContain('content/compiled/en/mails.js');
    expect(Object.keys(metafile.inputs)).toContain('content/compiled/en/mails.js');
  });

  it('are refused by name when there is no handler', () => {
    expect(() => bundleFunction('no-such-function', { write: false })).toThrow(NoHandlerError);
  });
});

describe('credentials of a deployed function', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it("are the role's, from the environment", async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'a key');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'a secret');
    vi.stubEnv('AWS_SESSION_TOKEN', 'a session');
    await expect(defaultProvider()()).resolves.toEqual({
      accessKeyId: 'a key',
      secretAccessKey: 'a secret',
      sessionToken: 'a session',
    });
  });

  it('are missed by name', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', '');
    await expect(defaultProvider()()).rejects.toThrow(NoCredentialsError);
  });
});
