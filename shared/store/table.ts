/** The one table, defined once: CDK deploys it, `local/` and the tests create it in the embedded engine. */
export const tableDefinition = {
  partitionKey: 'PK',
  sortKey: 'SK',
  /**
   * The attribute of the time to live, in epoch seconds; only items that may expire have it (answer counts of
   * strangers, pending sign-ups).
   */
  timeToLive: 'ttl',
  dueIndex: { name: 'due', partitionKey: 'zone', sortKey: 'due' },
} as const;
