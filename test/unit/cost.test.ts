import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { billOf, billOfMany, gigabyteSeconds, idleQuantities, tipQuantities } from '../../bench/cost.ts';
import { priceTable } from '../../bench/price-table.ts';

const ledger = { calls: 0.12, reads: 0.04, writes: 0.08, readUnits: 0.5, writeUnits: 2 };
const usdOf = ({ charges }: ReturnType<typeof billOf>, price: string): number | undefined =>
  charges.find((charge) => charge.price === price)?.usd;

describe('a bill', () => {
  it('prices a million tips as the price list says', () => {
    const bill = billOfMany(tipQuantities(ledger, { billedMs: 40, invocations: 0.02 }, 256), 1_000_000);
    expect(usdOf(bill, 'writeUnits')).toBeCloseTo(1.25);
    expect(usdOf(bill, 'readUnits')).toBeCloseTo(0.0625);
    // 40 ms of a quarter of a GB and the scheduler's 0.2 ms of half a GB, a million times: 10,100 GB-seconds.
    expect(usdOf(bill, 'gigabyteSeconds')).toBeCloseTo(0.134667, 5);
    expect(usdOf(bill, 'invocations')).toBeCloseTo(0.004);
    // A group of fifty: a tenth of a batch that is sent, a receipt, a deletion.
    expect(usdOf(bill, 'sqsRequests')).toBeCloseTo((0.02 * 2.1 * 1_000_000 * 0.4) / 1_000_000);
  });

  it('is the sum of its charges, and never negative, whatever is free', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.nat(10_000_000), (amount, free) => {
        const bill = billOf(
          [
            { price: 'sqsRequests', amount },
            { price: 'alarms', amount: 1 },
          ],
          { sqsRequests: free },
        );
        expect(bill.usd).toBeCloseTo(bill.charges.reduce((sum, { usd }) => sum + usd, 0));
        expect(usdOf(bill, 'sqsRequests')).toBeCloseTo((Math.max(0, amount - free) * 0.4) / 1_000_000);
      }),
    );
  });

  it('of an idle month counts every tick and every poll of an empty queue', () => {
    const idle = idleQuantities(
      { calls: 3, reads: 2, writes: 1, readUnits: 2, writeUnits: 1 },
      { alarms: 24, queues: 3, schedules: 2 },
    );
    const amountOf = (price: string) => idle.find((quantity) => quantity.price === price)?.amount;
    expect(amountOf('schedules')).toBe(2 * 8640);
    expect(amountOf('writeUnits')).toBe(2 * 8640);
    expect(amountOf('sqsRequests')).toBe(3 * 648_000);
    expect(amountOf('readUnits')).toBe(3 * 8640);
  });
});

describe('GB-seconds', () => {
  it('are milliseconds at a memory size', () => {
    expect(gigabyteSeconds(2000, 512)).toBe(1);
  });
});

describe('the price table', () => {
  it('says of every price what it buys and where it is from', () => {
    for (const { usd, per, unit, source } of Object.values(priceTable)) {
      expect(usd).toBeGreaterThan(0);
      expect(per).toBeGreaterThan(0);
      expect(unit).not.toBe('');
      expect(source).toMatch(/^([ABE]\d+|not verified)/);
    }
  });
});
