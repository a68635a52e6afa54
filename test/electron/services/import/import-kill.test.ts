import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { killImports } from '../../../support/import-kill.ts';

it('leaves no half import and no changed source when it is killed, and the next import cleans up', async () => {
  const scratch = await mkdtemp(join(tmpdir(), 'desk-kill-'));
  try {
    const { before, during, after } = await killImports(15, 20_260_105, scratch);
    expect(before + during + after).toBe(15);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}, 120_000);
