import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exampleSettings } from '../infra/deployment.ts';

/*
 * `npm run deploy` and `npm run diff` as processes of their own, between an AWS CLI that answers what an account would and a
 * CDK that writes down what it is told. What they compare are small templates.
 */
const root = join(import.meta.dirname, '../..');
let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'deploy-'));
  for (const folder of ['bin', 'deployed', 'cdk.out']) mkdirSync(join(place, folder));
  writeFileSync(join(place, 'config.json'), JSON.stringify(exampleSettings()));
  const program = (name: string, lines: readonly string[]): void => {
    const path = join(place, 'bin', name);
    writeFileSync(path, ['#!/bin/sh', ...lines, ''].join('\n'));
    chmodSync(path, 0o755);
  };
  program('npx', [`echo "$@" >>${place}/told`]);
  program('aws', [
    `[ -f ${place}/denied ] && { echo 'An error occurred (AccessDenied) when calling GetTemplate' >&2; exit 254; }`,
    `answer=${place}/deployed/$2-$4.json`,
    '[ -f "$answer" ] && exec cat "$answer"',
    `echo "An error occurred (ValidationError) when calling X: Stack with id $4 does not exist" >&2; exit 254`,
  ]);
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

const table = (name: string) => ({ Resources: { [name]: { Type: 'AWS::DynamoDB::GlobalTable', Properties: {} } } });
const synthesized = (name: string): void =>
  writeFileSync(join(place, 'cdk.out/backbeat-test-data.template.json'), JSON.stringify(table(name)));
const deployed = (name: string): void => {
  const file = (call: string) => join(place, `deployed/${call}.json`);
  writeFileSync(file('get-template-backbeat-test-data'), JSON.stringify({ TemplateBody: table(name) }));
  const Outputs = [{ OutputKey: 'Version', OutputValue: 'abc123' }];
  const stacks = { Stacks: [{ StackStatus: 'UPDATE_COMPLETE', Outputs }] };
  writeFileSync(file('describe-stacks-backbeat-test-service'), JSON.stringify(stacks));
};
const run = (script: 'deploy' | 'diff', environment: Readonly<Record<string, string>> = {}) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`infra/${script}.ts`], {
    cwd: root,
    encoding: 'utf8',
    input: '',
    env: {
      PATH: `${join(place, 'bin')}:${dirname(process.execPath)}:/usr/bin:/bin`,
      BACKBEAT_CONFIG: join(place, 'config.json'),
      CDK_OUTDIR: join(place, 'cdk.out'),
      ...environment,
    },
  });
  const told = join(place, 'told');
  const cdk = existsSync(told) ? readFileSync(told, 'utf8').replaceAll(place, '').trim().split('\n') : [];
  return { status, said: stdout + stderr, cdk };
};

describe('npm run deploy', () => {
  it('deploys what it has synthesized, and says the way back', () => {
    synthesized('Table1');
    deployed('Table1');
    const { status, said, cdk } = run('deploy');
    expect([status, cdk]).toEqual([0, ['cdk synth --quiet', 'cdk deploy --all --app /cdk.out']]);
    expect(said).toContain('git checkout abc123 && npm ci && npm run deploy');
  });

  it('stops before everybody’s diary is left behind, unless it was told that it may be', () => {
    synthesized('Table2');
    deployed('Table1');
    const { status, said, cdk } = run('deploy');
    expect([status, cdk]).toEqual([1, ['cdk synth --quiet']]);
    expect(said).toContain('Every diary is in it');
    expect(said).toContain('BACKBEAT_WITH_LOSSES=test');
    expect(run('deploy', { BACKBEAT_WITH_LOSSES: 'test' }).cdk.at(-1)).toBe('cdk deploy --all --app /cdk.out');
  });
});

describe('npm run diff', () => {
  it('shows what changes and what would be lost, and deploys nothing', () => {
    synthesized('Table2');
    deployed('Table1');
    const { status, said, cdk } = run('diff');
    expect([status, cdk]).toEqual([1, ['cdk synth --quiet', 'cdk diff --app /cdk.out']]);
    expect(said).toContain('x backbeat-test-data: Table1 is deleted');
    expect(said).toContain('test: 1 would be lost.');
  });

  it('does not take silence for nothing', () => {
    synthesized('Table1');
    writeFileSync(join(place, 'denied'), '');
    expect(run('diff')).toMatchObject({ status: 1, said: expect.stringContaining('AccessDenied') });
  });
});
