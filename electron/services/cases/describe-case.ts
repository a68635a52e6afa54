import { draftView, type DraftView } from '../../../shared/cases/draft-view.ts';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import { packNotices } from '../../../shared/rules/pack-notices.ts';
import type { Environment } from '../environment.ts';
import type { OpenCase } from './open-case.ts';
import { demandsOf, loadPacks } from './packs.ts';

/** The draft as the desk shows it, or why there is none to show. */
async function viewOf(
  opened: OpenCase,
  env: Environment,
): Promise<{ readonly draft: DraftView | null; readonly draftProblem: string | null }> {
  try {
    const { document, facts } = await opened.readDraft(env);
    return { draft: draftView(document, facts, opened.draftFile?.name ?? ''), draftProblem: null };
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'cancelled') throw error;
    return { draft: null, draftProblem: error.message };
  }
}

/** Everything the desk needs of a case to show it. @throws AppError where the packs cannot be read, or `cancelled` */
export async function describeCase(opened: OpenCase, env: Environment): Promise<CallOutput<'cases.open'>> {
  const packs = await loadPacks(env);
  const { work, manifest } = opened;
  const { items, materials } = demandsOf(packs, work.type);
  const { seq, savedAt, canUndo, canRedo } = opened.position;
  return {
    case: opened.id,
    takenAt: manifest.takenAt,
    mode: opened.readOnlyReason === null ? 'edit' : 'read-only',
    readOnlyReason: opened.readOnlyReason,
    heldBy: opened.heldBy,
    work,
    canUndo,
    canRedo,
    position: { seq, savedAt },
    files: manifest.files.map(({ name, size, sha256, format, role }) => ({
      name,
      size,
      sha256,
      format,
      role: work.roles[sha256] ?? role,
    })),
    refused: manifest.refused,
    ...(await viewOf(opened, env)),
    checklist: items.map((item) => ({
      ...item,
      basis: item.basis.map((basis) => ({ ...basis })),
      checks: [...item.checks],
    })),
    materials: materials.map(({ role, detail, requirement, condition }) => ({ role, detail, requirement, condition })),
    notices: [...packNotices(packs.rules)],
    rulePacks: packs.rules.map(({ pack, sha256 }) => ({
      id: pack.id,
      version: pack.version,
      sha256,
      title: pack.title,
    })),
    lawPack: { version: packs.law.version, sha256: packs.law.sha256 },
    repairs: [...opened.repairs],
  };
}
