import { describe, expect, it } from 'vitest';
import { mayDeploy } from '../../infra/sign-off-gate.ts';

const deploy = async (changes: Partial<Parameters<typeof mayDeploy>[0]>) => {
  const said: string[] = [];
  const may = await mayDeploy({
    stage: 'prod',
    state: 'missing',
    ask: async (question) => {
      said.push(question);
      return undefined;
    },
    say: (line) => said.push(line),
    accepted: undefined,
    ...changes,
  });
  return { may, said: said.join('\n') };
};

describe('deploying what no clinician has signed for', () => {
  it.each(['test', 'test-2', 'dev', 'staging', 'example'])('is nobody’s business on the stage %s', async (stage) => {
    expect(await deploy({ stage })).toEqual({ may: true, said: '' });
  });

  it('asks nothing when it is signed', async () => {
    expect(await deploy({ state: 'valid' })).toEqual({ may: true, said: '' });
  });

  it.each(['prod', 'clinic', 'testers'])(
    'stops the stage %s where nobody can be asked, and says how',
    async (stage) => {
      const { may, said } = await deploy({ stage });
      expect(may).toBe(false);
      expect(said).toContain('No clinician has signed');
      expect(said).toContain(`BACKBEAT_WITHOUT_SIGN_OFF=${stage}`);
    },
  );

  it.each([
    ['prod', true],
    [' prod ', true],
    ['y', false],
    ['', false],
    ['test', false],
  ])('asks, and takes %j for %s', async (answer, may) => {
    expect((await deploy({ ask: async () => answer })).may).toBe(may);
  });

  it('takes a stage named beforehand, and no other', async () => {
    expect((await deploy({ accepted: 'prod' })).may).toBe(true);
    expect((await deploy({ accepted: '1' })).may).toBe(false);
  });

  it('says that the words have changed since', async () => {
    expect((await deploy({ state: 'outdated' })).said).toContain('changed since');
  });
});
