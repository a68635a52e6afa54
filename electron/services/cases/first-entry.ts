import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { guessType } from '../../../shared/cases/guess-type.ts';
import { newCaseWork } from '../../../shared/cases/new-work.ts';
import type { CaseAction } from '../../../shared/cases/case-history.ts';
import type { DocumentType } from '../../../shared/check/finding.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { analyse } from '../../../shared/document/structure/analyse.ts';
import { presentMaterials } from '../../../shared/import/material-alias.ts';
import { localDay } from '../check/check-document.ts';
import type { Environment } from '../environment.ts';
import type { CaseFile } from '../import/case-file.ts';
import { chooseDraft } from '../opinion/choose-draft.ts';
import { readSettings } from '../desk/settings.ts';
import { documentOf, originalPath } from './document-cache.ts';
import { demandsOf, loadPacks } from './packs.ts';

type Submitted = CaseFile['files'][number];

/** The file that is certain to be the draft; null where a person has to say. */
export function certainDraft(folder: string, manifest: CaseFile): Submitted | null {
  try {
    const { sha256 } = chooseDraft(
      manifest.files.map((file) => ({ ...file, path: originalPath(folder, file.sha256) })),
    );
    return manifest.files.find((file) => file.sha256 === sha256) ?? null;
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** A file's name without folders and ending. */
function plainName(name: string): string {
  return name.replace(/^.*[/\\]/u, '').replace(/\.[A-Za-z0-9]{1,5}$/u, '');
}

/** Title and number of parties of a draft; of one that cannot be read only its name is known. */
async function readHead(
  folder: string,
  draft: Submitted,
  isWritable: boolean,
  env: Environment,
): Promise<{ readonly title: string; readonly parties: number }> {
  try {
    const { document } = await documentOf(folder, draft, isWritable, env);
    return { title: document.title || plainName(draft.name), parties: analyse(document).parties.length };
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'cancelled') throw error;
    return { title: plainName(draft.name), parties: 0 };
  }
}

/**
 * The first action of a case's journal: its work as the import left it.
 * @param type undefined where it is to be guessed
 * @param isWritable false where nothing may be cached in the folder
 * @throws AppError `cancelled`, and where packs or settings cannot be read
 */
export async function firstAction(
  folder: string,
  manifest: CaseFile,
  type: DocumentType | undefined,
  isWritable: boolean,
  env: Environment,
): Promise<Extract<CaseAction, { kind: 'take' }>> {
  const [settings, packs, bytes] = await Promise.all([
    readSettings(env),
    loadPacks(env),
    readFile(join(folder, 'case.json')),
  ]);
  const draft = certainDraft(folder, manifest);
  const head = draft === null ? { title: '', parties: 0 } : await readHead(folder, draft, isWritable, env);
  const chosen = type ?? guessType(head.title, head.parties);
  return {
    kind: 'take',
    work: newCaseWork({
      type: chosen,
      asOf: localDay(env.now()),
      title: head.title,
      organ: settings.organ,
      reviewer: settings.reviewer,
      draft: draft?.sha256 ?? null,
      materials: presentMaterials(
        manifest.files.map((file) => file.role),
        demandsOf(packs, chosen).materials,
      ),
    }),
    manifest: createHash('sha256').update(bytes).digest('hex'),
  };
}
