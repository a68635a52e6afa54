import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { leaveAllCases } from '../../electron/services/cases/open-cases.ts';
import { call } from '../../electron/services/dispatch.ts';
import type { Environment } from '../../electron/services/environment.ts';
import { makeAnchor } from '../../shared/annotate/anchor.ts';
import type { CaseEditInput } from '../../shared/cases/case-edit.ts';
import { decisionsSchema, type Decisions } from '../../shared/opinion/decisions.ts';

/** A case of a sample in which everything is decided but the conclusion. */
export interface DecidedCase {
  readonly id: string;
  readonly decisions: Decisions;
}

/**
 * Takes a sample in, enters the decisions that come with it (all but the conclusion), and gives the case back, so that a
 * window can open it.
 */
export async function decideSample(sample: 'normative' | 'agreement', env: Environment): Promise<DecidedCase> {
  const { case: id } = await call('cases.take-sample', { sample }, env);
  const { draft } = await call('cases.open', { case: id }, env);
  if (!draft) throw new Error(`the ${sample} sample has no draft`);
  const edit = (entered: CaseEditInput) => call('cases.edit', { case: id, edit: entered }, env);
  const file = join(env.resources, 'samples', sample, 'decisions.json');
  const decisions = decisionsSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  await edit({ kind: 'as-of.set', asOf: '2026-04-10' });
  await edit({ kind: 'reviewer.set', reviewer: decisions.reviewer });
  await edit({ kind: 'head.change', change: { number: decisions.opinion.number ?? '', date: '2026-04-10' } });
  for (const { role, state } of decisions.materials) await edit({ kind: 'material.set', role, state });
  for (const { item, verdict, note } of decisions.answers) await edit({ kind: 'item.answer', item, verdict, note });
  const { findings } = await call('cases.check', { case: id }, env);
  for (const [index, issue] of decisions.issues.entries()) {
    const finding = findings.find((each) => each.check === issue.check && each.quote.includes(issue.quote));
    const start = draft.text.indexOf(issue.quote, finding?.start ?? 0);
    const anchor = makeAnchor(draft, { start, end: start + issue.quote.length });
    if (!anchor) throw new Error(`no anchor for ${issue.quote}`);
    const { problem, basis, suggestion, items, must } = issue;
    const common = { id: `i${index}`, anchor, category: 'content', problem, basis, suggestion, items } as const;
    const origin = {
      check: issue.check ?? null,
      finding: finding?.key ?? null,
      weight: must ? 'must' : 'advice',
    } as const;
    await edit({ kind: 'issue.add', issue: { ...common, ...origin } });
  }
  await leaveAllCases(env);
  return { id, decisions };
}

/** What was issued of a sample. */
export interface IssuedSample {
  readonly id: string;
  /** The signed PDF. */
  readonly signed: string;
  /** The draft that it speaks of. */
  readonly draft: string;
}

/** Decides a sample as {@link decideSample} does, with the conclusion that comes with it, and issues the opinion. */
export async function issueSample(sample: 'normative' | 'agreement', env: Environment): Promise<IssuedSample> {
  const { id, decisions } = await decideSample(sample, env);
  await call('cases.open', { case: id }, env);
  await call('cases.edit', { case: id, edit: { kind: 'conclusion.set', conclusion: decisions.conclusion } }, env);
  const { paths } = await call('cases.issue', { case: id }, env);
  const { draftPath } = await call('cases.issued', { case: id }, env);
  await leaveAllCases(env);
  return { id, signed: paths.find((path) => path.endsWith('.pdf')) ?? '', draft: draftPath };
}
