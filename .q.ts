import { loadReplyReading } from './shared/content/reply-reading.ts';

const { parse } = loadReplyReading();
for (const t of process.argv.slice(2)) console.log(JSON.stringify(t), JSON.stringify(parse(t)));
