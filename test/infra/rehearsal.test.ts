import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { bundleFunction } from '../../infra/bundle.ts';
import { RehearsalFailedError, rehearse } from '../../infra/rehearsal/rehearse.ts';

const folder = mkdtempSync(join(tmpdir(), 'backbeat-rehearsed-'));
afterAll(() => rmSync(folder, { recursive: true }));

const script = fileURLToPath(new URL('../../infra/rehearsal/main.ts', import.meta.url));
const bundleOf = (name: string, rehearse: boolean): string =>
  bundleFunction(name, { outdir: join(folder, String(rehearse)), rehearse }).outfile;

const filesBeside = (outfile: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(dirname(outfile)).map((file) => [file, readFileSync(join(dirname(outfile), file), 'utf8')]),
  );

/** How much V8 had to read again, in characters, because it had only looked through it when it was loaded. */
const readAgain = (name: string, outfile: string): number => {
  const log = join(folder, 'v8.log');
  const flags = ['--log-function-events', '--no-logfile-per-isolate', `--logfile=${log}`];
  const args = [script, outfile, join(folder, 'called.json'), name];
  const { status } = spawnSync(process.execPath, [...flags, ...args], { env: { PATH: process.env['PATH'] } });
  expect(status).toBe(0);
  const rows = readFileSync(log, 'utf8')
    .split('\n')
    .map((line) => line.split(','));
  const inBundle = `/${basename(dirname(outfile))}/`;
  const ours = new Set(
    rows.filter(([kind, , url]) => kind === 'script-details' && url?.includes(inBundle)).map(([, script]) => script),
  );
  return rows
    .filter(([kind, what, script]) => kind === 'function' && what === 'parse-function' && ours.has(script))
    .reduce((sum, [, , , start, end]) => sum + Number(end) - Number(start), 0);
};

describe('a rehearsed webhook', () => {
  const rehearsed = bundleOf('sms-inbound', true);

  it('is ASCII, which V8 keeps at a byte a character', () => {
    for (const code of Object.values(filesBeside(rehearsed))) expect(code).toMatch(/^[\0-\x7f]+$/);
  });

  it('is the same to the byte however often it is built', () => {
    const first = filesBeside(rehearsed);
    expect(Object.keys(first)).toContain('handler.mjs');
    expect(filesBeside(bundleOf('sms-inbound', true))).toEqual(first);
  });

  // Methods, declarations and async arrow functions are what is left: V8 takes no hint for them.
  it('has V8 read again at most a third of what it would', () => {
    const plain = readAgain('sms-inbound', bundleOf('sms-inbound', false));
    expect(plain).toBeGreaterThan(100_000);
    expect(readAgain('sms-inbound', rehearsed)).toBeLessThan(plain / 3);
  });
});

describe('the reference of the bench', () => {
  it('is compiled ahead only where somebody asks for it', () => {
    const reference = '../bench/cold/dynamodb-only';
    const plain = bundleFunction(reference, { write: false });
    expect(plain.bytes).toBe(bundleFunction(reference, { write: false, rehearse: false }).bytes);
    expect(bundleFunction(reference, { write: false, rehearse: true }).bytes).toBeGreaterThan(plain.bytes);
  });
});

describe('a rehearsal', () => {
  const rehearseCode = (code: string, name?: string) => rehearse([{ file: 'handler.mjs', code }], name);
  const failureOf = (code: string, name: string): RehearsalFailedError => {
    try {
      rehearseCode(code, name);
    } catch (error) {
      if (error instanceof RehearsalFailedError) return error;
      throw error;
    }
    throw new RangeError('it did not fail');
  };

  it('says which functions were called', () => {
    const code = 'const used=()=>1,unused=()=>2;export const handler=async()=>used();';
    const { 'handler.mjs': called = [] } = rehearseCode(code);
    const texts = called.map(({ start, end }) => code.slice(start, end));
    expect(texts).toContain('()=>1');
    expect(texts).toContain('async()=>used()');
    expect(texts).not.toContain('()=>2');
  });

  it.each([
    ['an error', 'export const handler=async()=>{throw new RangeError("this broke")}', /RangeError: this broke/],
    ['a refusal', 'export const handler=async()=>({statusCode:403})', /EventRefusedError: web answered.*403/],
    ['a failed job', 'export const handler=async()=>({batchItemFailures:[{}]})', /EventRefusedError: web answered/],
    ['no handler', 'export const other=1', /handler/],
  ])('that ends in %s fails the build and says why', (_, code, why) => {
    const { message, output } = failureOf(code, 'web');
    expect(message).toMatch(/^the first event of web could not be rehearsed/);
    expect(message).toContain(output);
    expect(output).toMatch(why);
  });

  it('of a function that has no first event fails by its name', () => {
    const { output } = failureOf('export const handler=async()=>{}', 'brand-new');
    expect(output).toMatch(/NoFirstEventError: there is no first event for brand-new/);
  });
});
