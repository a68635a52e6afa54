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
