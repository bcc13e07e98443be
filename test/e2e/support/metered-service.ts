import { vi } from 'vitest';
import { startLocalService } from '../../../local/service.ts';
import { createServiceClient } from './service-client.ts';

/** The whole service in this process, silent but for the lines of metrics that its functions print. */
export const startMeteredService = async (printMetrics: (line: string) => void) => {
  for (const method of ['info', 'warn', 'error'] as const) vi.spyOn(console, method).mockImplementation(() => {});
  const service = await startLocalService({ port: 0, folder: undefined, environment: process.env, printMetrics });
  return {
    url: service.url,
    coach: createServiceClient(service.url),
    stop: async (): Promise<void> => {
      await service.stop();
      vi.restoreAllMocks();
    },
  };
};

/** A service whose metrics are read. */
export type MeteredService = Awaited<ReturnType<typeof startMeteredService>>;
