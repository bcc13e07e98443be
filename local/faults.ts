import * as z from 'zod';

/** A fault that a stand-in is told to have (docs/design.md#section-8). */
export const faultSchema = z.strictObject({
  channel: z.enum(['sms', 'email']),
  to: z.string().min(1).optional(),
  times: z.int().min(0).default(1),
  /**
   * A Twilio error code, the name of an SES exception, `accept-then-hang-up`, or what becomes of a mail that is accepted:
   * `bounce-transient`, `bounce-permanent`, `complaint`.
   */
  error: z.union([z.string().min(1), z.int().transform(String)]).optional(),
  http: z.int().min(200).max(599).optional(),
  /** Real milliseconds that the answer is held back. */
  delayMs: z.int().min(0).max(600_000).optional(),
  dropReceipt: z.boolean().optional(),
});

/** How a stand-in's next answer fails. */
export type ProviderFault = z.infer<typeof faultSchema>;
type FaultChannel = ProviderFault['channel'];

const keyOf = (channel: FaultChannel, to: string | undefined): string => `${channel}:${to?.toLowerCase() ?? '*'}`;

/** Holds the faults that are set. A new one for the same channel and address replaces the old. */
export const createFaults = () => {
  const faults = new Map<string, ProviderFault>();
  return {
    add: (fault: ProviderFault): void => {
      if (fault.times === 0) faults.delete(keyOf(fault.channel, fault.to));
      else faults.set(keyOf(fault.channel, fault.to), fault);
    },
    /** The fault of this send, which uses it up once; a fault for its address goes before one for everybody. */
    take: (channel: FaultChannel, to: string): ProviderFault | undefined => {
      for (const key of [keyOf(channel, to), keyOf(channel, undefined)]) {
        const fault = faults.get(key);
        if (fault === undefined) continue;
        if (fault.times > 1) faults.set(key, { ...fault, times: fault.times - 1 });
        else faults.delete(key);
        return fault;
      }
      return undefined;
    },
    /** The fault that the next send to that address will have. */
    next: (channel: FaultChannel, to: string): ProviderFault | undefined =>
      faults.get(keyOf(channel, to)) ?? faults.get(keyOf(channel, undefined)),
    clear: (): void => faults.clear(),
  };
};

/** Which faults the stand-ins of the providers are told to have. */
export type Faults = ReturnType<typeof createFaults>;
