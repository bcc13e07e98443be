import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadPrintedText } from '../../../shared/content/load-printed-text.ts';
import { loadLexicon } from '../../../shared/content/safety.ts';
import { hearText } from '../../../shared/domain/answering/combine-reply.ts';
import { parseByFirstLine } from '../../../shared/domain/reading/own-text/first-line.ts';
import { readReplyText } from '../../../shared/domain/reading/own-text/reply-text.ts';
import { parseReply } from '../../../shared/domain/reading/parse-reply.ts';

const lexicon = loadLexicon();
const parse = (text: string) => parseReply(text, lexicon);

describe('a reaction to one of our messages', () => {
  it.each([
    ['Liked "Backbeat: Walk a bit. Reply PAIN 0-10 or MORE."', undefined, false],
    ['Liked “Backbeat: Walk a bit.”', undefined, false],
    ['Disliked “Backbeat: STOP to end.”', undefined, false],
    ['Laughed at “Backbeat: x”', undefined, false],
    ['Emphasised “Backbeat: x”', undefined, false],
    ['Questioned “Backbeat: Reply PAIN 0-10…', undefined, false],
    ['Loved an image', undefined, false],
    ['A aimé « Backbeat: Marchez un peu. »', undefined, false],
    ['A adoré « Backbeat: x »', undefined, false],
    ['N’a pas aimé « Backbeat: x »', undefined, false],
    ['A ri de « Backbeat: x »', undefined, false],
    ['S’interroge sur « Backbeat: x »', undefined, false],
    ['Reacted 👍 to "Backbeat: x"', '👍', false],
    ['Reacted ❤️ to “Backbeat: x”', '❤️', false],
    ['A réagi avec 👍 à « Backbeat: x »', '👍', false],
    ['\u200a👍\u200a to “\u200aBackbeat: x\u200a”', '👍', false],
    ['👍 à « Backbeat: x »', '👍', false],
    ['Removed a like from “Backbeat: x”', undefined, true],
    ['Removed 👍 from “Backbeat: x”', '👍', true],
    ['A supprimé un j’aime de « Backbeat: x »', undefined, true],
    ['Ana Diaz reacted to your message:', undefined, false],
    ['👍 Ana Diaz reacted via Gmail', '👍', false],
  ])('has no words: %s', (text, emoji, removed) => {
    expect(readReplyText(text)).toMatchObject({ text: '', reaction: { emoji, removed } });
    expect(hearText(text, parse)).toMatchObject({ isReaction: true, reply: { intent: { kind: 'empty' }, text: '' } });
  });

  it.each(['Liked the walk', 'Loved "walking" today', 'A aimé la marche', '👍', 'Liked it, 6', 'Questioned my doctor'])(
    'is not what somebody tells: %s',
    (text) => {
      expect(readReplyText(text)).toEqual({ text, cut: [] });
    },
  );
});

describe('what phones, apps, offices and carriers add', () => {
  it.each([
    ['Sent from my iPhone', 'PAIN 6'],
    ['Sent from my Verizon, Samsung Galaxy smartphone', 'PAIN 6'],
    ['Sent via the Samsung Galaxy S10, an AT&T 5G smartphone', 'PAIN 6'],
    ['Sent via BlackBerry by AT&T', 'PAIN 6'],
    ['Sent from my T-Mobile 4G LTE Device', 'PAIN 6'],
    ['Sent from Yahoo Mail for iPhone', 'PAIN 6'],
    ['Sent from Mail for Windows', 'PAIN 6'],
    ['Sent from Proton Mail for Android', 'PAIN 6'],
    ['Get Outlook for Android<https://aka.ms/x>', 'PAIN 6'],
    ['Obtenir Outlook pour iOS<https://aka.ms/o0ukef>', 'DOULEUR 6'],
    ['Télécharger Outlook pour Android<https://aka.ms/x>', 'DOULEUR 6'],
    ['Envoyé de mon iPhone', 'DOULEUR 6'],
    ['Envoyé depuis mon smartphone Samsung Galaxy.', 'DOULEUR 6'],
    ['Envoyé à partir de Courrier pour Windows', 'DOULEUR 6'],
    ['Envoyé depuis l’application Mail Orange', 'DOULEUR 6'],
    ['Envoyé à partir de Yahoo Mail pour iPhone', 'DOULEUR 6'],
    ['Von meinem iPhone gesendet', 'PAIN 6'],
    ['Garanti sans virus. www.avast.com', 'DOULEUR 6'],
    ['Cet e-mail a été vérifié par le logiciel antivirus d’Avast.', 'DOULEUR 6'],
    ['This email has been checked for viruses by Avast antivirus software.', 'PAIN 6'],
    ['This email and any attachments are confidential.', 'DIARY'],
    ['Ce message est confidentiel et destiné à son seul destinataire.', 'JOURNAL'],
    ['N’imprimez ce courriel que si nécessaire.', 'JOURNAL'],
    ['Please consider the environment before printing this email.', 'DIARY'],
  ])('is cut: %s', (added, own) => {
    expect(readReplyText(`${own}\n\n${added}`).text).toBe(own);
    expect(readReplyText(`${own}\n${added}`).text).toBe(own);
    expect(readReplyText(added).cut).not.toEqual([]);
  });

  it.each([
    'Sent from my phone, pain is 6',
    'Sent via my wife: 6',
    'Envoyé depuis l’hôpital, je ne sens plus mes jambes',
    'I hate messages sent from my phone',
    'This is confidential: I want to die',
    'Ce que je dis est confidentiel, je veux mourir',
    'If you receive pain like this you cry',
    'A virus, says my doctor',
  ])('is not what somebody tells: %s', (text) => {
    expect(readReplyText(text).text).toBe(text);
  });

  it.each([
    ['FRM:ana@example.org\nSUBJ:Re: tip\nMSG:PAIN 6', 'PAIN 6'],
    ['FRM:ana@example.org SUBJ:Re: tip MSG:PAIN 6', 'PAIN 6'],
    ['FRM:ana@example.org\nMSG:PAIN 6 (End)', 'PAIN 6'],
    ['FRM:ana@example.org\nSUBJ:STOP\nMSG:', 'STOP'],
  ])('is taken off by the gateway’s own marks: %j', (text, own) => {
    expect(readReplyText(text).text).toBe(own);
  });

  it('keeps Twilio from being thought to have answered a STOP that it did not see', () => {
    expect(hearText('STOP', parse).reply.leaving).toMatchObject({ kind: 'leaves', by: 'carrier' });
    expect(hearText('STOP\nSent from my iPhone', parse).reply.leaving).toMatchObject({ kind: 'leaves', by: 'ours' });
  });
});

describe('a first line that is a whole command or score', () => {
  it.each([
    ['DIARY\nthanks a lot my friend', { kind: 'diary' }],
    ['6\n\nJean Martin\nPlumber', { kind: 'score', score: 6 }],
    ['PAIN 6\nwalked 3 km', { kind: 'score', score: 6, note: 'walked 3 km' }],
    ['TIME 8:30\nif that is all right with you', { kind: 'time' }],
  ])('wins over what follows: %j', (text, intent) => {
    expect(parseByFirstLine(text, parse).intent).toMatchObject(intent);
  });

  it.each(['PAIN 6\nno, 4', 'PAIN 6\nsorry 4', 'DOULEUR 6\nnon, plutôt 4'])(
    'does not where it is taken back: %j',
    (text) => {
      expect(parseByFirstLine(text, parse).intent.kind).toBe('unclear');
    },
  );

  it('lets nobody miss what stands below', () => {
    expect(parseByFirstLine('PAIN 6\nand I cannot feel my legs', parse).danger).toMatchObject({
      kind: 'flag',
      flag: 'now',
    });
    expect(parseByFirstLine('PAIN 6\nSTOP', parse).leaving.kind).toBe('leaves');
  });
});

describe('what we print', () => {
  it('is known again however it is wrapped and marked, and beside it what somebody wrote', async () => {
    const printed = await loadPrintedText();
    const ours =
      '> Other answers that work: MORE, DIARY,\n> TIME 9:30, PAUSE 7, HELP, STOP.\n\n> Unsubscribe: <https://backbeat.example/x>';
    expect(printed.removeFrom(ours)).toBe('');
    expect(printed.removeFrom(`${ours}\nplease stop this`)).toBe('please stop this');
    expect(printed.removeFrom('I am numb between my legs')).toBe('I am numb between my legs');
  });
});

describe('any text', () => {
  const line = fc.constantFrom(
    '',
    'PAIN 6',
    '> ',
    '-- ',
    'On Tue, Nov 24, 2026 Backbeat <a@b.example> wrote:',
    'From: a@b.example',
    'Sent: 24/11/2026 09:00',
    'Sent from my iPhone',
    'Merci',
    'STOP',
    'hi:',
    '__________',
    'I am numb',
  );

  it('is parted into own words and the rest, with no line lost', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.string())), (lines) => {
        const { text, cut } = readReplyText(lines.join('\n'));
        const kept = [text, ...cut.map((piece) => piece.text)].join('\n');
        for (const said of ['PAIN 6', 'STOP', 'I am numb']) {
          if (lines.includes(said)) expect(kept).toContain(said);
        }
      }),
    );
  });

  it('without a quote, signature or greeting is the writer’s', () => {
    const words = fc.array(
      fc.constantFrom('on', 'Le', 'dos', 'from', '6', 'to:', 'wrote', 'sent', 'my', 'De', 'hip', 'STOP'),
      { minLength: 2 },
    );
    fc.assert(
      fc.property(words, (said) => {
        expect(readReplyText(said.join(' ')).text).toBe(said.join(' '));
      }),
    );
  });
});
