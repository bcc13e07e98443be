import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'node:tls';
import * as z from 'zod';

/** A key and a certificate for this machine, by the `openssl` command. */
const issueCertificate = () => {
  const folder = mkdtempSync(join(tmpdir(), 'backbeat-tls-'));
  const [keyFile, certificateFile] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  const files = ['-keyout', keyFile, '-out', certificateFile];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...subject, ...files], {
    stdio: 'ignore',
  });
  return { folder, certificateFile, key: readFileSync(keyFile), cert: readFileSync(certificateFile) };
};

/** TLS in front of servers that speak HTTP, so that a worker pays for its connections in memory and time. */
export const createTlsFronts = () => {
  const { folder, certificateFile, key, cert } = issueCertificate();
  const servers: ReturnType<typeof createServer>[] = [];
  return {
    /** For NODE_EXTRA_CA_CERTS. */
    certificateFile,
    /** The same server by https. */
    front: async (url: string): Promise<string> => {
      const { port: behind } = new URL(url);
      const server = createServer({ key, cert }, (client) => {
        const server = connect(Number(behind), '127.0.0.1');
        // Or the second half of a request waits 40 ms for the receipt of the first (Nagle, delayed ACK).
        for (const socket of [client, server]) socket.setNoDelay(true);
        client.pipe(server).pipe(client);
        client.on('error', () => server.destroy());
        client.on('close', () => server.destroy());
        server.on('error', () => client.destroy());
        server.on('close', () => client.destroy());
      });
      servers.push(server);
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const { port } = z.object({ port: z.number() }).parse(server.address());
      return `https://127.0.0.1:${port}`;
    },
    stop: (): void => {
      for (const server of servers) server.close();
      rmSync(folder, { recursive: true });
    },
  };
};
