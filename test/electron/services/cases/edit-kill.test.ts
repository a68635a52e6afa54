import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildEditChild, killEdits, raceEdits } from '../../../support/edit-kill.ts';

const seed = 20_260_105;
let scratch = '';
let script = '';
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'case-edit-'));
  script = await buildEditChild(scratch);
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

describe('a case under scripted editing', () => {
  it('loses no acknowledged edit and opens again when the editing process is killed at 10 moments', async () => {
    const report = await killEdits('case', 10, seed, scratch, script);
    expect(report).toMatchObject({ lost: 0, unopenable: 0, killed: 10 });
    expect(report.acknowledged).toBeGreaterThan(10);
  }, 240_000);

  it('loses no acknowledged edit when two processes race for it', async () => {
    const report = await raceEdits('case', 4, seed, scratch, script);
    expect(report).toMatchObject({ lost: 0, unopenable: 0 });
    expect(report.acknowledged).toBeGreaterThan(100);
  }, 240_000);
});
