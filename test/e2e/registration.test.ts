import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PageNotOpenedError, takePictureOfPage } from '../../operator/printing/picture-of-page.ts';
import { chromiumPath } from './support/chromium.ts';
import { runOperator } from './support/operator-process.ts';
import { type ServiceProcess, startServiceProcess } from './support/service-process.ts';

/** Width and height of a PNG file, from its first chunk (ISO/IEC 15948, section 11.2.2). */
const sizeOf = (png: Buffer): { readonly width: number; readonly height: number } => ({
  width: png.readUInt32BE(16),
  height: png.readUInt32BE(20),
});

describe.runIf(chromiumPath)('the packet for a registration and the picture beside it', { timeout: 60_000 }, () => {
  let service: ServiceProcess;
  let folder: string;

  beforeAll(async () => {
    service = await startServiceProcess();
    folder = await mkdtemp(join(tmpdir(), 'registration-'));
  }, 60_000);
  afterAll(async () => {
    await service.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('shows the whole of the live page, its form among it', async () => {
    const out = join(folder, 'registration.md');
    const { code, output } = await runOperator(['registration', '--out', out, '--at', service.url, '--as', 'sam'], {});
    expect(code).toBe(0);
    expect(output).toContain(join(folder, 'registration.png'));
    expect(await readFile(out, 'utf8')).toContain('## Evidence of opt-in');
    const { width, height } = sizeOf(await readFile(join(folder, 'registration.png')));
    expect(width).toBe(1280);
    // A screen is 900 high: the page is longer, and all of it is there.
    expect(height).toBeGreaterThan(1200);
  });

  it('is not made of a page that answers with an error, or with nothing', async () => {
    const file = join(folder, 'none.png');
    for (const address of [`${service.url}/no-such-page`, 'http://127.0.0.1:9/'])
      await expect(takePictureOfPage(address, file, chromiumPath ?? '')).rejects.toThrow(PageNotOpenedError);
    expect(existsSync(file)).toBe(false);
  });
});
