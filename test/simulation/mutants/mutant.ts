/** A piece of code that is no statement or expression by itself: the code around it, and the kind of node that is meant. */
export interface Fragment {
  readonly context: string;
  readonly selector: 'object' | 'pair' | 'spread_element';
}

/**
 * A seeded bug. It names syntax, not text: what `find` matches as ast-grep matches patterns, whatever its layout, with
 * `$NAME` for any one node and `$$$NAME` for any number of them, which `replace` may use. The file is where the
 * declaration stands.
 */
export interface Mutant {
  readonly name: string;
  /** A declaration at the top of one module of shared/ or functions/. */
  readonly within: string;
  /** Must match exactly once in that declaration. */
  readonly find: string | Fragment;
  readonly replace: string;
}

/** Matches one property of an object. */
export const property = (code: string): Fragment => ({ context: `({ ${code} })`, selector: 'pair' });

/** Matches a whole object that has these properties, in this order. */
export const object = (properties: string): Fragment => ({ context: `({ ${properties} })`, selector: 'object' });

/** Matches what an object takes over from another. */
export const spread = (code: string): Fragment => ({ context: `({ ${code} })`, selector: 'spread_element' });
