/** One of every kind of text that changes something, or asks for something. */
export const commands = [
  ...[
    'PAIN 6',
    '4 after gardening',
    'FIX 5',
    'YDAY 7',
    'UNDO',
    'slept badly',
    '5 or 6',
    'TIP',
    'MORE',
    'DIARY',
    'HELP',
  ],
  ...['TIME 10:30', 'TIME 5am', 'ZONE Paris', 'PAUSE 3', 'RESUME', 'EMAIL jo@example.org', 'SMS', 'EXPORT', 'ERASE'],
  ...['JOIN', 'START', 'JOIN jo@example.org', 'STOP', 'please stop', 'PAIN 3. STOP', 'pain 8, cannot feel my legs'],
];

/** Concurrent readers count replies in their own order. */
export const withoutCount = (items: readonly Record<string, unknown>[]): unknown =>
  JSON.parse(JSON.stringify(items, (name, value) => (name === 'q' || name === 'rev' ? undefined : value)));
