/** The one table, defined once: CDK deploys it, `local/` and the tests create it in the embedded engine. */
export const tableDefinition = {
  partitionKey: 'PK',
  sortKey: 'SK',
  /**
   * Epoch seconds. Only what may vanish by itself carries it: the pages of strangers, counts, requests, offers of a
   * sheet, what waits at the clinic, what was recovered (docs/architecture.md lists them). Of profiles only
   * that of a sign-up that nobody has confirmed does; no page of a subscriber does, and no consent.
   */
  timeToLive: 'ttl',
  dueIndex: { name: 'due', partitionKey: 'zone', sortKey: 'due' },
} as const;
