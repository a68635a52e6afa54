import { join } from 'node:path';
import { Low } from 'lowdb';
import { sha256 } from '../../../shared/contract/common.ts';
import { z } from '../../../shared/contract/schema.ts';
import { DurableAdapter } from '../../storage/durable-adapter.ts';

const schemaVersion = 1;

/** What a case knows of itself from the day it was taken in. */
const caseFile = z.object({
  case: z.string(),
  /** When it was taken in, ISO 8601 in UTC. */
  takenAt: z.iso.datetime(),
  files: z.array(
    z.object({
      /** As the submission called it; data, never a path. */
      name: z.string(),
      /** Relative to the case's folder. */
      stored: z.string(),
      size: z.int(),
      sha256,
      format: z.string(),
      role: z.string(),
    }),
  ),
  refused: z.array(z.object({ name: z.string(), code: z.string(), reason: z.string() })),
});

/** The content of a case's `case.json`. */
export type CaseFile = z.output<typeof caseFile>;

function adapterOf(folder: string, onRecovered: (message: string) => void): DurableAdapter<CaseFile> {
  return new DurableAdapter<CaseFile>({
    path: join(folder, 'case.json'),
    schema: schemaVersion,
    parse: (value) => caseFile.parse(value),
    onRecovered,
  });
}

/** Writes the case file of a new case; it is on the disk when this resolves. @throws AppError `output-failed` */
export async function createCaseFile(folder: string, content: CaseFile): Promise<void> {
  await new Low(
    adapterOf(folder, () => undefined),
    content,
  ).write();
}

/**
 * The case file of a case; null where there is none.
 * @param onRecovered told in Chinese when the last good copy had to stand in
 * @throws AppError `damaged-file`, `not-readable`
 */
export async function readCaseFile(folder: string, onRecovered: (message: string) => void): Promise<CaseFile | null> {
  return adapterOf(folder, onRecovered).read();
}
