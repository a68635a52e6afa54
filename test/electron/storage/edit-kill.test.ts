import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildEditChild, killEdits, raceEdits } from '../../support/edit-kill.ts';
import { cutPower } from '../../support/edit-kill-power.ts';
import { controlStore } from '../../support/edit-kill-stores.ts';

const seed = 20_260_105;
let scratch = '';
let script = '';
beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'desk-edit-'));
  script = await buildEditChild(scratch);
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

/** Starting processes takes long on a busy machine. */
const timeout = 300_000;

describe('journal and lock under scripted editing', { timeout }, () => {
  it('lose no acknowledged edit and stay openable when the editing process is killed at 25 moments', async () => {
    const report = await killEdits('journal', 25, seed, scratch, script);
    expect(report).toMatchObject({ lost: 0, unopenable: 0, killed: 25 });
    // One edit after each kill, and those before it.
    expect(report.acknowledged).toBeGreaterThan(100);
    // Kills that all fell between sessions would prove nothing.
    expect(report.abandoned).toBeGreaterThan(0);
  });

  it('lose no acknowledged edit when two processes race, and let the living go on when the other is killed', async () => {
    const report = await raceEdits('journal', 10, seed, scratch, script);
    expect(report).toMatchObject({ lost: 0, unopenable: 0 });
    expect(report.acknowledged).toBeGreaterThan(300);
  });

  it('lose no acknowledged edit and stay openable when the power is cut after any step', async () => {
    const report = await cutPower('journal', 8, seed, scratch);
    expect(report).toMatchObject({ acknowledged: 8, losing: 0, unopenable: 0 });
    expect(report.states).toBeGreaterThan(30);
  });
});

describe('the harness itself', { timeout }, () => {
  it('finds the edits that stock lowdb loses when two processes race', async () => {
    // Whether two processes meet in the very moment is up to the machine: one loss proves it, and forty races are many.
    let lost = 0;
    for (let attempt = 0; attempt < 10 && lost === 0; attempt += 1) {
      ({ lost } = await raceEdits(controlStore, 4, seed + 1000 * attempt, scratch, script));
    }
    expect(lost).toBeGreaterThan(0);
  });

  it('finds the edits that stock lowdb loses when the power is cut', async () => {
    const report = await cutPower(controlStore, 8, seed, scratch);
    expect(report.losing).toBeGreaterThan(0);
  });
});
