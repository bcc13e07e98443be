import * as z from 'zod';

/** How a stand-in is told to misbehave (docs/design.md#section-8). */
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
export type ProviderFault = z.infer<typeof faultSchema>;
type FaultChannel = ProviderFault['channel'];

const keyOf = (channel: FaultChannel, to: string | undefined): string => `${channel}:${to?.toLowerCase() ?? '*'}`;

/** The faults that are set: a new one for the same channel and address replaces the old. */
export const createFaults = () => {
  const faults = new Map<string, ProviderFault>();
  return {
    add: (fault: ProviderFault): void => {
      if (fault.times === 0) faults.delete(keyOf(fault.channel, fault.to));
      else faults.set(keyOf(fault.channel, fault.to), fault);
    },
    /** The fault that this send meets, used up by one; the one for its address goes before the one for everybody. */
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
    /** The fault that the next send there will meet. */
    next: (channel: FaultChannel, to: string): ProviderFault | undefined =>
      faults.get(keyOf(channel, to)) ?? faults.get(keyOf(channel, undefined)),
    clear: (): void => faults.clear(),
  };
};

export type Faults = ReturnType<typeof createFaults>;
