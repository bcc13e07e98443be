import { S3Client } from '@aws-sdk/client-s3';
import { createLog } from '../../shared/platform/log.ts';
import { type Environment, readSettings } from '../../shared/platform/settings.ts';
import { createConsentLedger } from '../../shared/providers/s3/consent-ledger.ts';
import { createKeepLedger } from './keep-ledger.ts';

/**
 * Connects the ledger to its bucket.
 * @throws ConfigurationError
 */
export const connectKeepLedger = async (environment: Environment) => {
  const { ledgerBucket } = readSettings(environment, ['ledgerBucket']);
  return createKeepLedger({
    log: createLog('keep-ledger'),
    ledger: createConsentLedger(new S3Client({}), ledgerBucket),
  });
};
