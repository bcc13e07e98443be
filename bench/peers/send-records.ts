import type { PgPool } from './peer-modules.ts';

export const createSendRecordsTable = (pool: PgPool): Promise<unknown> =>
  pool.query('create table if not exists sends (key text primary key, begun_at timestamptz not null default now())');

/** A peer's durable record that a send is about to begin: a row comes back if there was none yet. */
export const recordStatement = 'insert into sends (key) values ($1) on conflict do nothing returning key';

/** The same for a batch of jobs, in one statement, which returns the keys that had no record yet. */
export const recordBatch = async (pool: PgPool, keys: readonly string[]): Promise<ReadonlySet<string>> => {
  const { rows } = await pool.query(
    'insert into sends (key) select unnest($1::text[]) on conflict do nothing returning key',
    [keys],
  );
  return new Set(rows.map(({ key }) => String(key)));
};

/** Transactions committed and rows written in this database so far: PostgreSQL's own statistics, up to a second old. */
export const readPostgresUsage = async (pool: PgPool): Promise<{ calls: number; writes: number }> => {
  const { rows } = await pool.query(
    'select xact_commit::int as calls, (tup_inserted + tup_updated + tup_deleted)::int as writes ' +
      'from pg_stat_database where datname = current_database()',
  );
  return { calls: Number(rows[0]?.['calls']), writes: Number(rows[0]?.['writes']) };
};
