import { Duration } from 'aws-cdk-lib';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import * as permissions from '../permissions.ts';
import { BackbeatFunction } from './backbeat-function.ts';
import type { ServiceContext } from './service-context.ts';
import { readChanges } from './stream-of-changes.ts';

interface PromiseLedgerProps extends ServiceContext {
  readonly ledger: Bucket;
}

const text = (...patterns: readonly unknown[]) => ({ S: patterns });
const isProfile = { Keys: { SK: text('PROFILE') } };
const hasAlias = { alias: text({ exists: true }) };

/**
 * The changes of the table that invoke keep-ledger; Lambda drops the others at no cost. Every tip and every reply
 * writes a profile, so only those are let through whose subscription begins or ends, or that become another id of
 * somebody. An event source takes at most five filters.
 */
export const ledgerFilters: readonly Readonly<Record<string, unknown>>[] = [
  { eventName: ['INSERT', 'MODIFY'], dynamodb: { Keys: { SK: text({ prefix: 'CONSENT#' }) } } },
  { eventName: ['INSERT'], dynamodb: isProfile },
  { dynamodb: { ...isProfile, NewImage: { status: text('stopped', 'erasing') } } },
  {
    dynamodb: {
      ...isProfile,
      NewImage: { status: text('active') },
      OldImage: { status: text({ 'anything-but': ['active'] }) },
    },
  },
  // A profile that becomes an alias, and an alias that becomes a profile: an alias has no status to compare.
  { dynamodb: { ...isProfile, $or: [{ NewImage: hasAlias }, { OldImage: hasAlias }] } },
];

/**
 * The ledger of changes that a backup may lack, kept outside the table: the table's stream, the function that reads it,
 * its alarms.
 */
export class PromiseLedger extends Construct {
  constructor(scope: Construct, id: string, { defaults, table, ledger }: PromiseLedgerProps) {
    super(scope, id);
    const fn = new BackbeatFunction(this, 'KeepLedger', {
      defaults,
      name: 'keep-ledger',
      timeout: Duration.minutes(1),
      memorySize: 256,
      environment: { ledgerBucket: ledger.bucketName },
      harm: 'Who stops or is erased now is not written down for a restore: from a backup they would come back.',
    });
    permissions.mayKeepLedger(fn, table, ledger);
    readChanges(this, {
      fn,
      defaults,
      table,
      filters: ledgerFilters,
      batchSize: 100,
      late: {
        heading: 'keep-ledger-late',
        harm: 'The ledger is an hour behind: a restore now would bring back who stopped or was erased since; after a day it is lost.',
      },
    });
  }
}
