/** Everything a seed decides is drawn from here: the same seed, the same draws. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** A whole number in [low, high]. */
  whole(low: number, high: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly [T, ...T[]]): T;
  /** One of several by weight. */
  weighted<T extends string>(weights: Readonly<Record<T, number>>): T;
  bytes(length: number): Uint8Array;
  hex(length: number): string;
}

/** sfc32 (Chris Doty-Humphrey's small fast counting generator): 128 bits of state, one addition and three shifts a draw. */
export const createRandom = (seed: number): Random => {
  let [a, b, c, counter] = [0x9e3779b9 ^ seed, 0x243f6a88, 0xb7e15162 + Math.floor(seed / 2 ** 32), 1];
  const draw = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 15; round += 1) draw();
  const next = (): number => draw() / 2 ** 32;
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    whole,
    chance: (probability) => next() < probability,
    pick: (list) => list[whole(0, list.length - 1)] ?? list[0],
    weighted: <T extends string>(weights: Readonly<Record<T, number>>): T => {
      const names = Object.keys(weights).filter((name): name is T => Object.hasOwn(weights, name));
      let left = next() * names.reduce((sum, name) => sum + weights[name], 0);
      for (const name of names) {
        left -= weights[name];
        if (left < 0) return name;
      }
      throw new RangeError('weights of nothing');
    },
    bytes: (length) => Uint8Array.from({ length }, () => draw() & 255),
    hex: (length) => Array.from({ length }, () => (draw() & 15).toString(16)).join(''),
  };
};
