import { describe, expect, it } from 'vitest';
import { runAws } from '../../../infra/doctor/ask-aws.ts';
import { examine } from '../../../infra/doctor/examine.ts';
import { type Finding, report } from '../../../infra/doctor/finding.ts';
import { exampleConfig } from '../deployment.ts';
import { healthyWorld, instrumentsFor, secretsWith } from './healthy-deployment.ts';
import { content, findingsOf, inService, tollFree, unlessSeen } from './one-thing-wrong.ts';

describe('a deployment with nothing wrong', () => {
  it.each([
    ['by Messaging Service', inService],
    ['by a toll-free number', tollFree],
    ['by a number of another country', { smsNumber: '+33612345678', countries: ['FR'] }],
  ])('%s has only what a human must look at', async (_, settings) => {
    const findings = await findingsOf(undefined, settings);
    expect(unlessSeen(findings)).toEqual([]);
    expect(findings.map(({ what }) => what)).toEqual([
      expect.stringContaining('addresses of other Regions'),
      expect.stringContaining('STOP, START and HELP'),
      expect.stringContaining('Texts should be allowed to'),
    ]);
    expect(report('test', findings).exitCode).toBe(0);
  });
});

describe('what a deployment lacks as a whole', () => {
  it('says what is missing in the secrets, and never what they are', async () => {
    const findings = await findingsOf((world) => {
      world.aws['ssm get-parameter'] = secretsWith({ twilioAuthToken: 'PASTE THE AUTH TOKEN HERE', pepper: 'short' });
    });
    expect(findings.map(({ what }) => what)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('secrets is not the JSON that is expected: pepper'),
        expect.stringContaining('Twilio could not be looked at'),
      ]),
    );
    expect(JSON.stringify(findings)).not.toContain('PASTE');
    const pasted = await findingsOf((world) => {
      world.aws['ssm get-parameter'] = secretsWith({ twilioAuthToken: 'PASTE THE AUTH TOKEN HERE' });
    });
    expect(pasted.map(({ what }) => what)).toEqual(
      expect.arrayContaining([
        expect.stringContaining("is not one of Twilio's"),
        expect.stringContaining('Twilio refuses the account SID and Auth Token (401)'),
      ]),
    );
  });

  it.each([
    ['missing', 'No clinician has signed'],
    ['outdated', 'is for other words'],
  ] as const)("a clinician's sign-off that is %s blocks", async (signOff, what) => {
    const findings = unlessSeen(await findingsOf(undefined, inService, { ...content, signOff }));
    expect(findings).toEqual([{ weight: 'blocks', what: expect.stringContaining(what), mend: expect.any(String) }]);
  });

  it('zone data of a year that is over are a warning', async () => {
    const findings = unlessSeen(await findingsOf(undefined, inService, { ...content, zoneVersion: '2025c' }));
    expect(findings).toMatchObject([{ weight: 'warns', what: expect.stringContaining('time-zone data are of 2025c') }]);
  });

  it('nothing at AWS answers: each thing is said once, with the reason', async () => {
    const config = exampleConfig(inService);
    const gone = Object.assign(new Error('spawn aws ENOENT'), { code: 'ENOENT' });
    const instruments = { ...instrumentsFor(healthyWorld(config)), aws: () => Promise.reject(gone) };
    const findings = unlessSeen(await examine(config, content, instruments));
    expect(findings.length).toBeGreaterThan(8);
    for (const { what } of findings)
      expect(what).toMatch(/could not be looked at: (the AWS CLI is not installed|that takes)/);
  });
});

describe('the report', () => {
  it('puts what is in the way first, and counts it', () => {
    const finding = (weight: Finding['weight']): Finding => ({ weight, what: `${weight}.`, mend: 'Mend it.' });
    expect(report('prod', [finding('look'), finding('warns'), finding('blocks')])).toEqual({
      text: 'x blocks.\n    Mend it.\n! warns.\n    Mend it.\n? look.\n    Mend it.\nprod: 1 in the way.',
      exitCode: 1,
    });
  });

  it('asks the AWS CLI for JSON, by its own name', async () => {
    await expect(runAws(['--no-such-option'])).rejects.toThrow();
  });
});
