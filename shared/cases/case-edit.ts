import { documentType, isoDate, sha256 } from '../contract/common.ts';
import { z } from '../contract/schema.ts';
import { assertNever } from '../contract/errors.ts';
import { conclusions, verdicts } from '../opinion/decisions.ts';
import {
  caseHeadSchema,
  dismissalSchema,
  issueSchema,
  materialStates,
  type CaseWork,
  type Dismissal,
} from './case-work.ts';

/** Edits that share a non-null group and follow one another are one step of undo: the letters of one field. */
const group = z.string().max(120).nullable().default(null);

/** What a reviewer can do to a case, one entry of its journal each. */
export const caseEditSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('type.set'), type: documentType }),
  z.object({ kind: z.literal('as-of.set'), asOf: isoDate }),
  z.object({ kind: z.literal('head.change'), change: caseHeadSchema.partial(), group }),
  z.object({
    kind: z.literal('reviewer.set'),
    reviewer: z.object({ name: z.string().max(500), role: z.string().max(500) }),
    group,
  }),
  z.object({ kind: z.literal('draft.choose'), sha256 }),
  z.object({ kind: z.literal('role.set'), sha256, role: z.string().max(500) }),
  z.object({
    kind: z.literal('material.set'),
    role: z.string().min(1).max(200),
    state: z.enum(materialStates).nullable(),
  }),
  z.object({
    kind: z.literal('item.answer'),
    item: z.string().min(1).max(60),
    /** Null takes the answer back. */
    verdict: z.enum(verdicts).nullable(),
    note: z.string().max(20_000),
    group,
  }),
  z.object({ kind: z.literal('issue.add'), issue: issueSchema }),
  z.object({
    kind: z.literal('issue.change'),
    id: z.string().max(60),
    change: issueSchema.omit({ id: true }).partial(),
    group,
  }),
  z.object({ kind: z.literal('issue.remove'), id: z.string().max(60) }),
  z.object({ kind: z.literal('findings.dismiss'), dismissals: z.array(dismissalSchema).min(1).max(2000) }),
  z.object({ kind: z.literal('finding.restore'), finding: z.string().max(100) }),
  z.object({ kind: z.literal('conclusion.set'), conclusion: z.enum(conclusions).nullable() }),
]);

/** A validated edit. */
export type CaseEdit = z.output<typeof caseEditSchema>;
/** An edit as callers write it. */
export type CaseEditInput = z.input<typeof caseEditSchema>;

/** Leaves out the entry under a key. */
function without<T>(entries: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(entries).filter(([name]) => name !== key));
}

/** A change without the fields that were not given: they must not overwrite. */
function given<T extends object>(change: T): Partial<T> {
  // What is left of T's entries is a part of T.
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<T>;
}

function withDismissals(work: CaseWork, added: readonly Dismissal[]): readonly Dismissal[] {
  const replaced = new Set(added.map((dismissal) => dismissal.finding));
  return [...work.dismissals.filter((dismissal) => !replaced.has(dismissal.finding)), ...added];
}

/**
 * The work after an edit. Total: an edit that names what is not there changes nothing, so that replaying a journal can
 * never fail. The same function runs in the window (at once) and in the services (for good).
 */
export function applyEdit(work: CaseWork, edit: CaseEdit): CaseWork {
  switch (edit.kind) {
    case 'type.set':
      return { ...work, type: edit.type };
    case 'as-of.set':
      return { ...work, asOf: edit.asOf };
    case 'head.change':
      return { ...work, head: { ...work.head, ...given(edit.change) } };
    case 'reviewer.set':
      return { ...work, reviewer: edit.reviewer };
    case 'draft.choose':
      return { ...work, draft: edit.sha256 };
    case 'role.set':
      return { ...work, roles: { ...work.roles, [edit.sha256]: edit.role } };
    case 'material.set':
      return {
        ...work,
        materials:
          edit.state === null ? without(work.materials, edit.role) : { ...work.materials, [edit.role]: edit.state },
      };
    case 'item.answer':
      return {
        ...work,
        answers:
          edit.verdict === null
            ? without(work.answers, edit.item)
            : { ...work.answers, [edit.item]: { verdict: edit.verdict, note: edit.note } },
      };
    case 'issue.add':
      return work.issues.some((issue) => issue.id === edit.issue.id)
        ? work
        : { ...work, issues: [...work.issues, edit.issue] };
    case 'issue.change':
      return {
        ...work,
        issues: work.issues.map((issue) => (issue.id === edit.id ? { ...issue, ...given(edit.change) } : issue)),
      };
    case 'issue.remove':
      return { ...work, issues: work.issues.filter((issue) => issue.id !== edit.id) };
    case 'findings.dismiss':
      return { ...work, dismissals: [...withDismissals(work, edit.dismissals)] };
    case 'finding.restore':
      return { ...work, dismissals: work.dismissals.filter((dismissal) => dismissal.finding !== edit.finding) };
    case 'conclusion.set':
      return { ...work, conclusion: edit.conclusion };
    default:
      return assertNever(edit);
  }
}

/** The group of an edit; null for one that is a step of its own. */
export function groupOf(edit: CaseEdit): string | null {
  return 'group' in edit ? edit.group : null;
}
