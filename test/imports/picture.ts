import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cruise } from './cruise.ts';

// `npm run picture` draws who imports whom into docs/architecture.md; import-rules.test.ts says when that is out of date.

const page = fileURLToPath(new URL('../../docs/architecture.md', import.meta.url));
const [begin, end] = ['<!-- imports: drawn by npm run picture, from here -->', '<!-- imports: to here -->'];

/** What is deployed and local/, a box a room and an arrow wherever a file of one imports a file of another. */
const draw = (): string =>
  cruise(
    ['functions', 'shared', 'infra', 'content', 'operator', 'local'],
    [
      '--output-type=mermaid',
      '--include-only=^(functions|shared|infra|content|operator|local)/',
      '--collapse=^(functions|infra|content/build/compiled(?=/)|content|operator|local|shared/[^/.]+(?=/))',
    ],
  );

/** The page with the picture as it is now. */
export const pageWithPicture = (): { readonly now: string; readonly drawn: string } => {
  const now = readFileSync(page, 'utf8');
  const [before = '', rest = ''] = now.split(begin);
  const after = rest.slice(rest.indexOf(end));
  return { now, drawn: `${before}${begin}\n\n\`\`\`mermaid\n${draw().trim()}\n\`\`\`\n\n${after}` };
};

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(page, pageWithPicture().drawn);
