/**
 * How far back the table can be restored, in days (DynamoDB's continuous backups). The ledger is kept as long, and /privacy
 * says so.
 */
export const backupReachDays = 35;
