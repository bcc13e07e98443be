import { describe, expect, it } from 'vitest';
import type { Subscriber } from '../../../shared/domain/people/subscriber.ts';
import { agreementsAttribute, agreementsOfItem } from '../../../shared/store/agreements-item.ts';

type Said = Pick<Subscriber, 'clinic' | 'research' | 'clinicAsked' | 'callMe'>;

const clinics: readonly Said[] = [{}, { clinic: 'yes' }, { clinic: 'no' }];
const researches: readonly Said[] = [{}, { research: 'yes' }, { research: 'no' }];
const asked: readonly Said[] = [{}, { clinicAsked: `r#${'a'.repeat(16)}` }, { clinicAsked: `r#${'z2'.repeat(8)}` }];
const calls: readonly Said[] = [{}, ...[0, Date.UTC(2030, 0, 7, 14), Date.UTC(2058)].map((callMe) => ({ callMe }))];

const combined = (lists: readonly (readonly Said[])[]): readonly Said[] =>
  lists.reduce((all, list) => all.flatMap((one) => list.map((other) => ({ ...one, ...other }))), [{}]);
const everything = combined([clinics, researches, asked, calls]);

describe('what somebody lets others do, as a profile holds it', () => {
  it('is read as it was written, whatever of it there is', () => {
    expect(everything).toHaveLength(108);
    for (const said of everything) {
      const item = agreementsAttribute(said);
      expect(item?.length ?? 0).toBeLessThanOrEqual(26);
      expect(item === undefined ? {} : agreementsOfItem(item)).toEqual(said);
    }
  });

  it('is nothing of who said nothing', () => {
    expect(agreementsAttribute({})).toBeUndefined();
  });
});
