import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cutPower } from '../support/edit-kill-power.ts';
import { buildEditChild, killEdits, raceEdits, type EditReport } from '../support/edit-kill.ts';
import { controlStore, editStores, type EditStoreName } from '../support/edit-kill-stores.ts';

const kills = Number(process.env['KILLS'] ?? 500);
const races = Number(process.env['RACES'] ?? 200);
const cutEdits = Number(process.env['CUT_EDITS'] ?? 100);
const seed = Number(process.env['SEED'] ?? 20_260_105);

function print(name: string, what: string, { rounds, ...report }: EditReport): void {
  console.log(
    `${name}: ${rounds} ${what}, seed ${seed}: ${report.acknowledged} edits acknowledged, ${report.lost} lost, ` +
      `${report.unopenable} unopenable (${report.killed} killed, ${report.torn} entries cut off, ` +
      `${report.abandoned} locks left behind)`,
  );
}

const stores = Object.keys(editStores) as readonly EditStoreName[]; // Object.keys forgets the keys' type.
const promise = `${kills} kills, ${races} races and a power cut anywhere in ${cutEdits} edits (seed ${seed})`;

it.each(stores)(`%s: every acknowledged edit through ${promise}`, async (name) => {
  const scratch = await mkdtemp(join(tmpdir(), 'desk-edit-'));
  try {
    const script = await buildEditChild(scratch);
    const killed = await killEdits(name, kills, seed, scratch, script);
    print(name, 'kills', killed);
    const raced = await raceEdits(name, races, seed, scratch, script);
    print(name, 'races', raced);
    const cut = await cutPower(name, cutEdits, seed, scratch);
    console.log(
      `${name}: power cut after each of ${cut.steps} steps of ${cut.acknowledged} edits: ${cut.states} states of the ` +
        `disk, ${cut.losing} without an acknowledged edit, ${cut.unopenable} unopenable`,
    );
    if (name === controlStore) {
      // The page cache outlives a kill, so that kills alone would let it pass; races and power cuts do not.
      expect(raced.lost).toBeGreaterThan(0);
      expect(cut.losing).toBeGreaterThan(0);
      return;
    }
    expect([killed.lost, killed.unopenable, raced.lost, raced.unopenable]).toEqual([0, 0, 0, 0]);
    expect([cut.losing, cut.unopenable]).toEqual([0, 0]);
    expect(killed.killed).toBe(kills);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
});
