import { describe, expect, it } from 'vitest';
import { registeredKeywords, registrationPacket } from '../../../operator/printing/registration.ts';
import { parseReply } from '../../../shared/domain/reading/parse-reply.ts';
import { lexicon } from '../reading/fresh-lexicon.ts';

const place = {
  smsNumber: '+12125550142',
  publicBaseUrl: 'https://backbeat.example',
  contact: 'https://backbeat.some-clinic.example.org/terms',
};

describe('the packet for a registration', () => {
  it('fills every field within what it takes', async () => {
    const packet = await registrationPacket(place);
    expect(packet).not.toMatch(/the field takes|undefined|\{\w+\}/);
    expect(packet.match(/ of (?:320|1024|2048|4096|255) characters\)/g)?.length).toBe(15);
  });

  it('names what a reviewer looks for in the welcome: programme, how often, rates, HELP and STOP', async () => {
    const packet = await registrationPacket(place);
    for (const language of ['en', 'fr']) {
      const [, optIn = ''] = new RegExp(`Opt-in message \\(${language}\\)[^\`]*\`\`\`\\n([^\`]+)`).exec(packet) ?? [];
      for (const needed of [/^Backbeat/, /a day|par jour/, /rates|Frais/, /HELP|AIDE/, /STOP/])
        expect(optIn).toMatch(needed);
    }
  });

  it('names words that do what it says', () => {
    for (const word of registeredKeywords.optIn) expect(parseReply(word, lexicon).intent.kind, word).toBe('join');
    for (const word of registeredKeywords.optOut) expect(parseReply(word, lexicon).leaving.kind, word).toBe('leaves');
    for (const word of registeredKeywords.help) expect(parseReply(word, lexicon).intent.kind, word).toBe('help');
  });
});
