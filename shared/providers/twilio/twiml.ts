/** Characters that XML 1.0 cannot carry even escaped (§2.2): one of them, and Twilio drops the whole answer (12100). */
const notXml = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

const escapeXml = (text: string): string =>
  text.replace(notXml, '').replace(/[&<>"']/g, (character) => entities[character] ?? character);

/** The answer to Twilio's webhook: each message is a text back to the sender; none is the documented way to say nothing (docs/facts.md#a3). */
export const twimlOf = (messages: readonly string[]) => {
  const inside = messages.map((message) => `<Message>${escapeXml(message)}</Message>`).join('');
  return {
    statusCode: 200,
    headers: { 'content-type': 'text/xml; charset=utf-8' },
    body: `<?xml version="1.0" encoding="UTF-8"?>${inside ? `<Response>${inside}</Response>` : '<Response/>'}`,
  };
};
