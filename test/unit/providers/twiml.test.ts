import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messagesOf } from '../../../local/read-twiml.ts';
import { twimlOf } from '../../../shared/providers/twilio/twiml.ts';

describe('an answer in TwiML', () => {
  it('is one message for each text', () => {
    expect(twimlOf(['Logged 6.', 'Get help: 911'])).toEqual({
      statusCode: 200,
      headers: { 'content-type': 'text/xml; charset=utf-8' },
      body: '<?xml version="1.0" encoding="UTF-8"?><Response><Message>Logged 6.</Message><Message>Get help: 911</Message></Response>',
    });
  });

  it('is an empty response when nothing is to be said', () => {
    expect(twimlOf([]).body).toBe('<?xml version="1.0" encoding="UTF-8"?><Response/>');
  });

  it('escapes what XML would read, and leaves out what it cannot carry', () => {
    expect(twimlOf(['</Message> & "a" \'b\'\u0000\u0008\uFFFE\uD800 \u{1F642}\n']).body).toContain(
      '<Message>&lt;/Message&gt; &amp; &quot;a&quot; &apos;b&apos; \u{1F642}\n</Message>',
    );
  });

  it('arrives as it was written, whatever is written', () => {
    const speakable = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .filter((text) => !/[\p{Cc}\uFFFE\uFFFF]/u.test(text));
    fc.assert(
      fc.property(fc.array(speakable), (texts) => {
        expect(messagesOf(twimlOf(texts).body)).toEqual(texts);
      }),
    );
  });
});
