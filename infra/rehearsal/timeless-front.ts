import { createServer, request } from 'node:http';
import * as z from 'zod';

/**
 * The same server without the Date header. By that the SDK would find that its clock is wrong, as a clock that stands
 * still is, correct it and send again what was refused.
 */
export const startTimelessFront = async (behind: string): Promise<string> => {
  const server = createServer((asked, response) => {
    response.sendDate = false;
    const { method, headers } = asked;
    const forwarded = request(behind, { ...(method === undefined ? {} : { method }), headers }, (answer) => {
      const { date: _, ...kept } = answer.headers;
      response.writeHead(answer.statusCode ?? 502, kept);
      answer.pipe(response);
    });
    forwarded.on('error', () => response.destroy());
    asked.pipe(forwarded);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = z.object({ port: z.number() }).parse(server.address());
  return `http://127.0.0.1:${port}`;
};
