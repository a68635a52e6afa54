import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../../shared/contract/errors.ts';
import type { LawIndex } from '../../../shared/rules/law-index.ts';
import type { Environment } from '../environment.ts';
import {
  correctStatutes,
  readInstruments,
  readOrgans,
  readRepealed,
  readRevisions,
  readStatutes,
} from './law-tables.ts';

const fileNames = [
  'statutes.tsv',
  'corrections.tsv',
  'repealed.tsv',
  'revisions.tsv',
  'organ-renames.tsv',
  'instruments.tsv',
] as const;

const manifestSchema = z.strictObject({
  schema: z.literal('law-pack/1'),
  id: z.string().min(1),
  version: z.string().min(1),
  date: z.iso.date(),
  description: z.string().min(1),
  snapshot: z.iso.date(),
  limits: z.array(z.string().min(1)).min(1),
  files: z.array(z.strictObject({ name: z.enum(fileNames), sha256: z.string().regex(/^[0-9a-f]{64}$/u) })),
});

/** The description of a law pack, `law-pack.json`. */
type Manifest = z.infer<typeof manifestSchema>;

const manifestName = 'law-pack.json';

function packError(file: string, problem: string, cause?: unknown): AppError {
  return new AppError('law-pack-invalid', `法规库文件“${file}”${problem}。请更换完好的法规库或重新安装。`, {
    cause,
    data: { file },
  });
}

async function readBytes(folder: string, name: string): Promise<Uint8Array> {
  try {
    return await readFile(join(folder, name));
  } catch (error) {
    throw packError(name, '读不到', error);
  }
}

function decode(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw packError(name, '不是 UTF-8 文本', error);
  }
}

function parseManifest(text: string): Manifest {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw packError(manifestName, '不是有效的 JSON', error);
  }
  const parsed = manifestSchema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw packError(manifestName, `不合规定（${issue?.path.map(String).join('.') ?? ''}）`, parsed.error);
  }
  const listed = parsed.data.files.map((file) => file.name).sort();
  if (listed.join() !== [...fileNames].sort().join()) throw packError(manifestName, '所列文件不全或重复');
  return parsed.data;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Loads the law pack from the resources folder; every file's hash is compared with the manifest before it is read.
 * @throws AppError `law-pack-invalid` naming the file, and for a table the line
 */
export async function loadLawPack(env: Pick<Environment, 'resources'>): Promise<LawIndex> {
  const folder = join(env.resources, 'law');
  const manifestBytes = await readBytes(folder, manifestName);
  const manifest = parseManifest(decode(manifestName, manifestBytes));
  const texts = new Map<string, string>();
  for (const file of manifest.files) {
    const bytes = await readBytes(folder, file.name);
    if (sha256(bytes) !== file.sha256) throw packError(file.name, '与清单登记的 SHA-256 不符，内容被改动或不完整');
    texts.set(file.name, decode(file.name, bytes));
  }
  const table = <Value>(name: (typeof fileNames)[number], read: (file: string, text: string) => Value): Value =>
    read(name, texts.get(name) ?? '');
  const statutes = table('statutes.tsv', readStatutes);
  return {
    version: manifest.version,
    sha256: sha256(manifestBytes),
    snapshot: manifest.snapshot,
    limits: manifest.limits,
    statutes: table('corrections.tsv', (file, text) => correctStatutes(statutes, file, text)),
    repealed: table('repealed.tsv', readRepealed),
    revisions: table('revisions.tsv', readRevisions),
    organs: table('organ-renames.tsv', readOrgans),
    others: table('instruments.tsv', readInstruments),
  };
}
