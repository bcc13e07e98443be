/** Measures processor time for each of several owners that take turns on one thread. */
export const createCpuMeter = () => {
  const usedMs = new Map<string, number>();
  const read = (): number => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  };
  let owner = 'set-up';
  let since = read();
  const enter = (next: string): void => {
    if (next === owner) return;
    const now = read();
    usedMs.set(owner, (usedMs.get(owner) ?? 0) + now - since);
    [owner, since] = [next, now];
  };
  return {
    /** Processor time from now on counts for this owner. */
    enter,
    milliseconds: (name: string): number => {
      enter('the meter');
      return usedMs.get(name) ?? 0;
    },
  };
};
