import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { caseWorkSchema } from '../../../shared/cases/case-work.ts';
import { z } from '../../../shared/contract/schema.ts';
import { DurableAdapter } from '../../storage/durable-adapter.ts';
import { journalPath } from './case-journal.ts';

const schemaVersion = 1;

const snapshotSchema = z.object({
  work: caseWorkSchema,
  takenAt: z.string(),
  /** When the work was last changed. */
  changedAt: z.string(),
  files: z.int(),
  /** The journal of which this is the fold: size in bytes and time of its last change in milliseconds. */
  journal: z.object({ size: z.int(), modified: z.number() }),
});

/** The last known state of a case, kept in `work.json` so that a list need not fold every journal. A cache. */
export type Snapshot = z.output<typeof snapshotSchema>;

function adapterOf(folder: string): DurableAdapter<Snapshot> {
  return new DurableAdapter<Snapshot>({
    path: join(folder, 'work.json'),
    schema: schemaVersion,
    parse: (value) => snapshotSchema.parse(value),
    onRecovered: () => undefined,
  });
}

/** Size and time of a case's journal; null where there is none. */
export async function journalStamp(folder: string): Promise<Snapshot['journal'] | null> {
  const status = await stat(journalPath(folder)).catch(() => null);
  return status && { size: status.size, modified: status.mtimeMs };
}

/** The snapshot of a case, provided that it is of its journal as it stands; null otherwise. */
export async function readSnapshot(folder: string): Promise<Snapshot | null> {
  const stamp = await journalStamp(folder);
  // What cannot be read is made anew from the journal.
  const snapshot = await adapterOf(folder)
    .read()
    .catch(() => null);
  if (!stamp || !snapshot) return null;
  const { size, modified } = snapshot.journal;
  return size === stamp.size && modified === stamp.modified ? snapshot : null;
}

/** Writes the snapshot of a case. @throws AppError `output-failed` */
export async function writeSnapshot(folder: string, snapshot: Snapshot): Promise<void> {
  await new Low(adapterOf(folder), snapshot).write();
}
