import { createLog } from '../../shared/platform/log.ts';
import { type Environment, readSettings } from '../../shared/platform/settings.ts';
import { connectTable } from '../../shared/store/dynamodb-table.ts';
import { createTallyStore } from '../../shared/store/tally-store.ts';
import { createKeepTallies } from './keep-tallies.ts';

/**
 * Connects the tallies to their table.
 * @throws ConfigurationError
 */
export const connectKeepTallies = async (environment: Environment) => {
  const { table } = readSettings(environment, ['table']);
  return createKeepTallies({ log: createLog('keep-tallies'), tallies: createTallyStore(connectTable(table)) });
};
