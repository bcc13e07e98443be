import { readFile } from 'node:fs/promises';

const scripts = [
  'simulator.js',
  'dom.js',
  'api.js',
  'phone.js',
  'commands.js',
  'mailbox.js',
  'mail-kinds.js',
  'clock.js',
  'zones.js',
  'why.js',
  'real.js',
  'demo.js',
  'held.js',
];
const files: Readonly<Record<string, readonly [file: string, type: string]>> = {
  '/_local/': ['simulator.html', 'text/html'],
  '/_local/simulator.css': ['simulator.css', 'text/css'],
  ...Object.fromEntries(scripts.map((file) => [`/_local/${file}`, [file, 'text/javascript'] as const])),
};

/**
 * Serves the simulator page and its files. They are read for each request, because they may be edited while the service
 * runs.
 */
export const serveSimulator = async (path: string): Promise<Response> => {
  const [file, type] = files[path] ?? [];
  if (file === undefined) return Response.json({ error: 'no such local route' }, { status: 404 });
  return new Response(await readFile(new URL(file, import.meta.url)), {
    headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' },
  });
};
