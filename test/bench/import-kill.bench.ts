import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { killImports } from '../support/import-kill.ts';

const kills = Number(process.env['KILLS'] ?? 200);
const seed = Number(process.env['SEED'] ?? 20_260_105);

it(`survives ${kills} kills spread over an import (seed ${seed})`, async () => {
  const scratch = await mkdtemp(join(tmpdir(), 'desk-kill-'));
  try {
    const { before, during, after, milliseconds } = await killImports(kills, seed, scratch);
    console.log(
      `${kills} kills, seed ${seed}, undisturbed import ${milliseconds.toFixed(0)} ms: ` +
        `${before} before anything was written, ${during} during, ${after} with the case whole; ` +
        'no half import, sources unchanged, every next import swept and succeeded',
    );
    expect(before + during + after).toBe(kills);
    // Kills that all fall before or after would prove nothing.
    expect(during).toBeGreaterThan(kills / 4);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}, 1_800_000);
