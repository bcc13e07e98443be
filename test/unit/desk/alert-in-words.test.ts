import { describe, expect, it } from 'vitest';
import { readersSchema, readersSetting } from '../../../infra/readers-config.ts';
import type { RedFlagEvent } from '../../../shared/domain/desk/red-flag-event.ts';
import { languages } from '../../../shared/domain/people/subscriber.ts';
import { readRedFlagReaders } from '../../../shared/schemas/settings.ts';
import { alertInWords } from '../../../shared/use-cases/desk/red-flag-in-words.ts';

const at = Date.parse('2030-01-07T14:00:00Z');
const id = 'a'.repeat(26);
const flag = (kind: RedFlagEvent['kind'], name: string = kind): RedFlagEvent => ({
  id,
  event: `${id}#${name}`,
  at,
  kind,
  alerts: 0,
});
const zone = 'Europe/Paris';

describe('what a contact is told', () => {
  it('speaks French where the setting says so, and else English', () => {
    const english = alertInWords([flag('now')], { zone });
    expect(english.subject).toBe('Backbeat: a red flag waits');
    expect(english.text).toContain('- may need help now, since 2030-01-07 15:00 (Europe/Paris), told before: 0');
    const french = alertInWords([flag('now'), flag('worse')], { zone, language: 'fr' });
    expect(french.subject).toBe("Backbeat: un signal d'alerte et une douleur qui augmente attendent");
    expect(french.text).toContain(
      '- peut avoir besoin d’aide maintenant, depuis 2030-01-07 15:00 (Europe/Paris), déjà signalé : 0',
    );
    expect(french.text).not.toMatch(/\b(the|waits?|told|number|nobody|since)\b/i);
  });

  it.each(languages)('has a subject that SNS takes, in %s, however much waits', (language) => {
    const many = Array.from({ length: 120 }, (_, n) => flag(n % 2 === 0 ? 'call' : 'worse', String(n)));
    for (const events of [[flag('call')], [flag('worse')], many]) {
      const { subject } = alertInWords(events, { zone, language });
      expect(subject).toMatch(/^[\x20-\x7e]{1,100}$/);
    }
  });

  it('is in the language of the settings, from the file to the function', () => {
    const clinic = {
      ...{ clinic: 'Kiné des Ormes', zone, language: 'fr' },
      hours: [{ days: [1], from: '09:00', to: '17:00' }],
      contacts: [{ name: 'accueil', email: 'accueil@clinique.example' }],
    };
    const told = readRedFlagReaders(readersSetting(readersSchema.parse(clinic)));
    expect(told).toMatchObject({ success: true, data: { language: 'fr', contacts: ['accueil'] } });
    expect(readersSchema.safeParse({ ...clinic, language: 'de' }).success).toBe(false);
  });
});
