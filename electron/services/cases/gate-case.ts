import { deskGate, type DeskGate } from '../../../shared/cases/desk-gate.ts';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import { AppError } from '../../../shared/contract/errors.ts';
import type { ReviewedDocument } from '../../../shared/document/document.ts';
import { conclusions } from '../../../shared/opinion/decisions.ts';
import type { Wording } from '../../../shared/opinion/wording.ts';
import { packNotices } from '../../../shared/rules/pack-notices.ts';
import type { Environment } from '../environment.ts';
import { loadWording } from '../opinion/load-wording.ts';
import { checkCase, type CheckedCase } from './check-case.ts';
import type { OpenCase } from './open-case.ts';
import { demandsOf, loadPacks } from './packs.ts';

/** The gate of a case with everything it was judged by. */
export interface JudgedCase extends DeskGate {
  readonly checked: CheckedCase;
  readonly wording: Wording;
}

/** What a draft that cannot be read holds. */
const nothing: ReviewedDocument = {
  format: 'txt',
  sha256: '',
  title: '',
  text: '',
  blocks: [],
  xray: [],
  warnings: [],
};

function judge(
  opened: OpenCase,
  checked: Pick<CheckedCase, 'document' | 'findings' | 'keys'>,
  packs: Awaited<ReturnType<typeof loadPacks>>,
  wording: Wording,
): DeskGate {
  const { work } = opened;
  const words = wording.types[work.type].conclusions;
  return deskGate({
    work,
    document: checked.document,
    findings: checked.findings,
    keys: checked.keys,
    ...demandsOf(packs, work.type),
    law: packs.law,
    notices: packNotices(packs.rules),
    names: Object.fromEntries(conclusions.map((id) => [id, words[id]?.name ?? id])),
  });
}

/** Judges a case that has a draft. @throws AppError where there is none or it cannot be read */
export async function judgeCase(opened: OpenCase, env: Environment): Promise<JudgedCase> {
  const [packs, wording, checked] = await Promise.all([loadPacks(env), loadWording(env), checkCase(opened, env)]);
  return { ...judge(opened, checked, packs, wording), checked, wording };
}

/** Says what stands between a case and its opinion; that its draft cannot be read is one of these things. */
export async function gateCase(opened: OpenCase, env: Environment): Promise<CallOutput<'cases.gate'>> {
  const [packs, wording] = await Promise.all([loadPacks(env), loadWording(env)]);
  const checked = await checkCase(opened, env).catch((error: unknown) => {
    if (error instanceof AppError && error.code !== 'cancelled') return error;
    throw error;
  });
  const isUnread = checked instanceof AppError;
  const found = judge(opened, isUnread ? { document: nothing, findings: [], keys: [] } : checked, packs, wording);
  const links = { item: null, issue: null, finding: null, material: null };
  const unread = isUnread
    ? [{ code: 'draft-missing', level: 'blocks' as const, message: checked.message, ...links }]
    : [];
  return {
    entries: [...unread, ...found.entries.map((entry) => ({ ...entry }))],
    conclusions: found.conclusions.map((conclusion) => ({ ...conclusion })),
  };
}
