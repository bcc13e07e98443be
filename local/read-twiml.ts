const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

const unescapeXml = (text: string): string =>
  text.replace(/&(#x[\da-f]+|#\d+|[a-z]+);/gi, (whole, name: string) => {
    if (name.startsWith('#x')) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
    if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)));
    return entities[name] ?? whole;
  });

/** The messages that a TwiML document asks Twilio to send, in order: `<Message>` with plain text or a `<Body>`. */
export const messagesOf = (twiml: string): readonly string[] =>
  [...twiml.matchAll(/<Message(?:\s[^>]*)?>([\s\S]*?)<\/Message>/g)]
    .map(([, inner = '']) => unescapeXml(inner.replace(/<[^>]+>/g, '')))
    .filter((text) => text !== '');
