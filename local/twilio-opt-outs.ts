/** Twilio's default words on long codes, matched on one-word messages only (docs/facts.md#a8). */
const optOutWords = ['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT'];
const optInWords = ['START', 'YES', 'UNSTOP'];

/** SMS and RCS share their opt-outs (docs/facts.md#a8). */
const subscriberLine = (address: string): string => address.replace(/^rcs:/, '');

/** The carrier's side of STOP: the numbers that Twilio does not send to, whatever the service thinks. */
export const createOptOuts = () => {
  const blocked = new Set<string>();
  return {
    /** Takes note of an inbound text, before anybody answers it. */
    hear: (from: string, body: string): void => {
      const word = body.trim().toUpperCase();
      if (optOutWords.includes(word)) blocked.add(subscriberLine(from));
      if (optInWords.includes(word)) blocked.delete(subscriberLine(from));
    },
    has: (address: string): boolean => blocked.has(subscriberLine(address)),
    clear: (): void => blocked.clear(),
  };
};

/** The numbers that Twilio delivers nothing to since their STOP. */
export type OptOuts = ReturnType<typeof createOptOuts>;
