/** The package's own types say that its module is CommonJS; this file of it is not. */
declare module 'bidi-js/dist/bidi.mjs' {
  /** Makes Unicode's bidirectional algorithm. */
  export default function bidiFactory(): import('bidi-js').Bidi;
}
