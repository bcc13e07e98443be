import { loadLexicon } from './shared/content/safety.ts';

const l = loadLexicon();
for (const t of process.argv.slice(2))
  console.log(
    t,
    l
      .words(t)
      .mentions.map((m) => `${m.concept}@${m.from}-${m.to}[${[...m.contexts]}]`)
      .join(' '),
  );
