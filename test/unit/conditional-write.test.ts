import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { isWritten, refusedAs } from '../../shared/store/conditional-write.ts';

const refusal = new ConditionalCheckFailedException({ message: 'The conditional request failed', $metadata: {} });

describe('a conditional write', () => {
  it('is done, or refused by its condition', async () => {
    expect(await isWritten(Promise.resolve({}))).toBe(true);
    expect(await isWritten(Promise.reject(refusal))).toBe(false);
    expect(refusedAs('theirs')(refusal)).toBe('theirs');
  });

  it.each([
    new Error('ECONNRESET'),
    Object.assign(new Error('slow down'), { name: 'ThrottlingException' }),
    'no error at all',
  ])('that fails otherwise is not taken for refused: %s', async (failure) => {
    await expect(isWritten(Promise.reject(failure))).rejects.toBe(failure);
  });
});
