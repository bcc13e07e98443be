import { startAccount } from './account-stand-in.ts';
import { createServiceClient, type ServiceClient } from './service-client.ts';
import { type ServiceProcess, startServiceProcess } from './service-process.ts';

/** A service on this machine, who talks to it, and an account that shows the same service as AWS would. */
export interface ServiceInAccount {
  readonly service: ServiceProcess;
  readonly coach: ServiceClient;
  readonly account: Awaited<ReturnType<typeof startAccount>>;
  readonly stop: () => Promise<void>;
}

/** Starts the three, and ends them together. */
export const startServiceInAccount = async (): Promise<ServiceInAccount> => {
  const service = await startServiceProcess();
  const account = await startAccount(service.url);
  const stop = async (): Promise<void> => {
    await account.close();
    await service.stop();
  };
  return { service, coach: createServiceClient(service.url), account, stop };
};
