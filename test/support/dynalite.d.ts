declare module 'dynalite' {
  import type { Server } from 'node:http';

  /** An implementation of DynamoDB's protocol in memory; knows no PartiQL. */
  export default function dynalite(options: { readonly createTableMs?: number }): Server;
}
