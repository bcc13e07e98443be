import { describe, expect, it } from 'vitest';
import { escalationOf } from '../../../shared/domain/desk/escalation.ts';
import { contactToAlert, type RedFlagEvent } from '../../../shared/domain/desk/red-flag-event.ts';
import { ownerInWords } from '../../../shared/use-cases/desk/red-flag-in-words.ts';
import { readingClinic } from '../../support/reading-clinic.ts';

const minute = 60_000;
/** Monday, 9:00 in New York: the clinic begins to look. */
const opens = Date.parse('2030-01-07T14:00:00Z');
const closes = opens + 8 * 60 * minute;
const event: RedFlagEvent = { event: 'a#b', id: 'a', at: opens - 60 * minute, kind: 'now', alerts: 0 };

describe('whom a red flag has come to, and whom it comes to next', () => {
  it('is the first contact, at the hour at which somebody looks', () => {
    expect(escalationOf(event, readingClinic, opens - 30 * minute)).toEqual({
      next: { contact: 'front desk', at: opens },
    });
    expect(escalationOf(event, readingClinic, opens)).toEqual({ next: { contact: 'front desk', at: opens } });
  });

  it('goes on round and round, a quarter of an hour each', () => {
    const told = { ...event, alerts: 3, alertedAt: opens + 30 * minute };
    expect(escalationOf(told, readingClinic, opens + 31 * minute)).toEqual({
      told: { contact: 'front desk', at: opens + 30 * minute },
      next: { contact: 'duty physio', at: opens + 45 * minute },
    });
  });

  it('waits over the night, and names whom the alerts themselves will name', () => {
    const late = { ...event, alerts: 1, alertedAt: closes - 5 * minute };
    const { next } = escalationOf(late, readingClinic, closes + minute + 7_000);
    expect(next?.at).toBe(opens + 24 * 60 * minute);
    expect(contactToAlert(late, readingClinic, next?.at ?? 0)).toBe(next?.contact);
  });

  it('is nobody once somebody has it, or where there are no hours', () => {
    expect(escalationOf({ ...event, acknowledgedAt: opens }, readingClinic, opens)).toEqual({});
    expect(escalationOf(event, { ...readingClinic, hours: [] }, opens)).toEqual({});
  });
});

describe('who has a red flag, in words', () => {
  const shown = { ...event, zone: readingClinic.zone };
  it('names the colleague, by the clock of the clinic', () => {
    const taken = { ...shown, acknowledgedAt: opens, acknowledgedBy: '5a3e0c1e', acknowledgedAs: 'Sam, front desk' };
    expect(ownerInWords('en', taken)).toBe('Sam, front desk has it since 2030-01-07 09:00');
    expect(ownerInWords('fr', taken)).toBe('Sam, front desk s’en occupe depuis le 2030-01-07 09:00');
    const { acknowledgedAs: _, ...nameless } = taken;
    expect(ownerInWords('en', nameless)).toContain('5a3e0c1e has it');
  });

  it('names who was told and who is next while nobody has it', () => {
    const told = { contact: 'front desk', at: opens };
    const next = { contact: 'duty physio', at: opens + 15 * minute };
    expect(ownerInWords('en', { ...shown, next })).toBe(
      'nobody has it: duty physio is told next (2030-01-07 09:15), told 0 times',
    );
    expect(ownerInWords('en', { ...shown, alerts: 1, told, next })).toBe(
      'nobody has it: front desk was told last (2030-01-07 09:00), duty physio is told next (2030-01-07 09:15), told once',
    );
    expect(ownerInWords('fr', { ...shown, alerts: 1, told, next })).toBe(
      'personne ne s’en occupe\u00a0: front desk a été prévenu en dernier (2030-01-07 09:00), duty physio le sera ensuite (2030-01-07 09:15), prévenu 1 fois',
    );
  });
});
