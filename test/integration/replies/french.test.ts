import { beforeEach, describe, expect } from 'vitest';
import { sizeOf } from '../../../content/build/text-size.ts';
import { firstProgramme } from '../../../shared/content/programmes.ts';
import { textsFor } from '../../../shared/content/texts.ts';
import { consentVersion } from '../../../shared/domain/people/consent.ts';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { it } from '../../support/engine.ts';
import { contentsOf, createService, type Service } from '../../support/replies.ts';

const lea = '+33612345678';
const hourMinutes = 60;
const dayMinutes = 1440;
let table: Table;
let service: Service;
it.beforeEach(async ({ table: fresh }) => {
  table = fresh;
  // In Paris: Monday, 13:00.
  service = createService(table);
});

const say = (body: string, id?: string): Promise<string> =>
  service.answerTo(body, { from: lea, country: 'FR', ...(id ? { id } : {}) });
const languageOfLea = async () => (await service.profile(lea))?.language;

describe('who joins in French', () => {
  it.each(['INSCRIPTION', 'debut', 'Inscription svp', 'INSCRITPION', "Bonjour, je m'inscris"])(
    'with %j is welcomed in French, and has a profile that says so',
    async (body) => {
      expect(await say(body)).toMatch(/bienvenue.*à 9h00 heure de Paris.*le premier demain.*AIDE.*STOP/s);
      expect(await service.profile(lea)).toMatchObject({ status: 'active', language: 'fr', zone: 'Europe/Paris' });
    },
  );

  it('agrees to the French wording, and takes that back', async () => {
    await say('INSCRIPTION');
    await say('ARRET');
    const consents = (await contentsOf(table)).filter(({ SK }) => String(SK).startsWith('CONSENT#'));
    const version = `${consentVersion}-fr`;
    expect(consents).toMatchObject([
      { act: 'given', version },
      { act: 'withdrawn', version },
    ]);
  });

  it('and gives an address is told in French to press the button of the mail', async () => {
    expect(await say('INSCRIPTION lea@example.org')).toMatch(/appuyez sur le bouton/);
    expect(await service.profile(lea)).toMatchObject({
      language: 'fr',
      pendingMailbox: { address: 'lea@example.org' },
    });
  });

  it('after leaving in English comes back in French; with START, in the language they had', async () => {
    await say('JOIN');
    await say('STOP');
    expect(await say('INSCRIPTION')).toMatch(/bon retour/);
    await say('STOP');
    expect(await say('START')).toMatch(/bon retour/);
    expect(await languageOfLea()).toBe('fr');
  });

  it('with a number that may have changed hands is not answered in its former owner’s language', async () => {
    await say('INSCRIPTION');
    await say('wrong number');
    expect(await service.answerTo('HELP', { from: lea })).toMatch(/tip a day for your back/);
    expect(await say('JOIN')).toMatch(/welcome/);
    expect(await languageOfLea()).toBe('en');
  });
});

describe('a diary kept in French', () => {
  beforeEach(() => say('INSCRIPTION'));

  it('logs DOULEUR 6,5 and says it with a comma', async () => {
    expect(await say('DOULEUR 6,5')).toMatch(/^Backbeat: 6,5 est dans votre journal/);
    expect(await service.scores(lea)).toEqual([['2030-01-07', 6.5]]);
  });

  it("says the week's mean, and that it is lower, higher or the same as the week before", async () => {
    await say('DOULEUR 5');
    await say('HIER 6');
    expect(await say('DOULEUR 5')).toMatch(/moyenne sur 7 jours est de 5,5 \(2 jours notés\)/);
    service.after(7 * dayMinutes);
    expect(await say('DOULEUR 3')).toMatch(/Moyenne sur 7 jours: 3, soit 2,5 de moins que la semaine d'avant/);
    expect(await say('DOULEUR 9')).toMatch(/Moyenne sur 7 jours: 6, soit 0,5 de plus que la semaine d'avant/);
    expect(await say('DOULEUR 4,5')).toMatch(/Moyenne sur 7 jours: 5,5, comme la semaine d'avant/);
  });

  it('corrects with CORRIGE, takes back with ANNULE, and names what it took back', async () => {
    await say('DOULEUR 6');
    expect(await say('CORRIGE 4,5')).toMatch(/dernier score du jour, 6, devient 4,5/);
    expect(await say('ANNULE')).toMatch(/votre correction en 4,5 est retirée/);
    expect(await say('ANNULE')).toMatch(/le score 6 est retiré/);
    await say('jardinage toute la matinée');
    expect(await say('ANNULE')).toMatch(/votre dernière note est retirée/);
    expect(await say('ANNULE')).toMatch(/rien à annuler/);
    expect(await service.scores(lea)).toEqual([]);
  });

  it('has nothing to correct where nothing was said today, and proposes words that work', async () => {
    expect(await say('CORRIGE 6,5')).toMatch(/DOULEUR 6,5 .*HIER 6,5/);
    await say('HIER 6,5');
    expect(await service.scores(lea)).toEqual([['2030-01-06', 6.5]]);
  });

  it.each(['DOULEUR 5-6', 'DOULEUR 11', 'mal'])('asks in French for one number after %j', async (body) => {
    expect(await say(body)).toMatch(/pas de score noté.*DOULEUR 6/);
    expect(await service.notes(lea)).toEqual([body]);
  });

  it('shows the week with French days', async () => {
    await say('DOULEUR 6,5');
    expect(await say('JOURNAL')).toMatch(
      /mar -, mer -, jeu -, ven -, sam -, dim -, lun 6,5\. Votre journal privé: http/,
    );
  });
});

describe('times and pauses in French', () => {
  beforeEach(() => say('INSCRIPTION'));

  it('HEURE moves the tip, and the time is said as it was sent', async () => {
    expect(await say('HEURE 7h30')).toMatch(/entre 8h00 et 20h00.*8h00 heure de Paris\. Envoyez HEURE 8h00/);
    expect(await say('HEURE 8h00')).toMatch(/à 8h00 heure de Paris, le prochain demain/);
    expect(await say('HEURE 19h32')).toMatch(/toutes les 5 minutes.*à 19h30 heure de Paris, le prochain aujourd'hui/);
    expect(await service.profile(lea)).toMatchObject({ time: '19:30' });
    expect(await say('HEURE')).toMatch(/à quelle heure/);
  });

  it('FUSEAU moves it to the clock of that place', async () => {
    expect(await say('FUSEAU Montréal')).toMatch(/à 9h00 heure de Toronto, le prochain aujourd'hui/);
    expect(await service.profile(lea)).toMatchObject({ zone: 'America/Toronto', language: 'fr' });
    expect(await say('FUSEAU Xyzzy')).toMatch(/lieu introuvable/);
  });

  it('PAUSE names the day in French, and REPRENDRE ends it', async () => {
    expect(await say('PAUSE 7')).toMatch(/jusqu'au lundi 14 janvier inclus/);
    expect(await say('REPRENDRE')).toMatch(/reprennent, le prochain demain à 9h00/);
    expect(await say('PAUSE 0')).toMatch(/pour combien de jours/);
  });

  it('names days without letters that a text has not', async () => {
    service.clock.set('2030-07-31T12:00:00Z');
    expect(await say('PAUSE 1')).toMatch(/jusqu'au jeudi 1er aout inclus/);
    expect(await say('PAUSE 2')).toMatch(/jusqu'au vendredi 2 aout inclus/);
  });
});

describe('what French speakers are answered', () => {
  beforeEach(() => say('INSCRIPTION'));

  it('CONSEIL and PLUS give the tip in French', async () => {
    const { tips } = await textsFor('fr');
    const first = tips.find(({ id }) => id === firstProgramme().tips[0]?.tip);
    expect(await say('CONSEIL')).toBe(`Backbeat: ${first?.sms} Répondez DOULEUR 0-10 ou PLUS.`);
    expect(await say('PLUS')).toBe(first?.more);
  });

  it('EFFACER asks for a word, and with the word deletes everything', async () => {
    const asked = await say('EFFACER');
    const word = /EFFACER ([A-Z0-9]{4}) dans les 15 minutes/.exec(asked)?.[1];
    expect(await say('EFFACER ABCD')).toMatch(/rien n'est effacé/);
    expect(await say(`EFFACER ${word}`)).toMatch(/en cours de suppression/);
    await service.runErasures();
    expect(await service.profile(lea)).toBeUndefined();
  });

  it('STOP in French words ends it, and what comes after is told that nothing is kept', async () => {
    expect(await say('ARRET')).toMatch(/votre inscription est terminée/);
    expect(await say('DOULEUR 6')).toMatch(/rien n'est gardé/);
    expect(await service.scores(lea)).toEqual([]);
  });

  it('a cry for help is answered in French with the numbers of the country', async () => {
    const answer = await say("je ne sens plus l'entrejambe, douleur 8");
    expect(answer).toMatch(/faites-vous examiner maintenant.*Appelez/s);
    expect(await service.profile(lea)).toMatchObject({ pausedUntil: expect.any(String) });
  });

  it('AIDE, EXPORTER, COURRIEL and SMS', async () => {
    expect(await say('AIDE')).toMatch(/un conseil par jour.*DOULEUR 6, JOURNAL.*STOP/s);
    expect(await say('EXPORTER')).toMatch(/toutes vos données.*http/);
    expect(await say('COURRIEL lea@')).toMatch(/COURRIEL jo@example\.org/);
    expect(await say('COURRIEL lea@example.org')).toMatch(/nous avons écrit à cette adresse/);
    expect(await say('SMS')).toMatch(/arrivent par SMS à 9h00/);
  });
});

describe('every answer of a long French conversation', () => {
  it('is written in GSM-7, and takes three segments at most', async () => {
    const bodies = [
      ...[
        'AIDE',
        'INSCRIPTION',
        'INSCRIPTION',
        'DOULEUR 6',
        'HIER 6,5',
        'DOULEUR 5-6',
        'CORRIGE 5',
        'ANNULE',
        'ANNULE',
      ],
      ...['JOURNAL', 'CONSEIL', 'PLUS', 'HEURE 7h30', 'HEURE 19h32', 'HEURE', 'FUSEAU Paris', 'FUSEAU', 'PAUSE 60'],
      ...['PAUSE 91', 'REPRENDRE', 'COURRIEL lea@example.org', 'COURRIEL', 'SMS', 'LANG XX', 'FRANCAIS', 'EXPORTER'],
      ...['EFFACER', 'EFFACER ABCD', 'mal dormi', 'ARRET', 'DOULEUR 6', 'INSCRIPTION', 'je ne sens plus mes jambes'],
    ];
    for (const body of bodies) {
      for (const answer of await service.text(body, { from: lea })) {
        const { foreign, segments } = sizeOf(answer);
        expect(foreign, answer).toEqual([]);
        expect(segments, answer).toBeLessThanOrEqual(3);
        expect(answer).toMatch(/\b(?:votre|vos|vous|nous|le|la|les|un|une|de|pas|quelle|cette)\b/);
      }
      service.after(2 * hourMinutes);
    }
  });
});
