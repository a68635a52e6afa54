import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAnchor } from '../../../../shared/annotate/anchor.ts';
import type { CaseEditInput } from '../../../../shared/cases/case-edit.ts';
import type { CallOutput } from '../../../../shared/contract/contract.ts';
import { decisionsSchema, type Decisions } from '../../../../shared/opinion/decisions.ts';
import { canonicalJson, reviewRecordSchema } from '../../../../shared/opinion/record.ts';
import { leaveAllCases } from '../../../../electron/services/cases/open-cases.ts';
import { call, dispatch } from '../../../../electron/services/dispatch.ts';
import type { Environment } from '../../../../electron/services/environment.ts';
import { fixedEnvironment } from '../../../support/environment.ts';

type Opened = CallOutput<'cases.open'>;
type Checked = CallOutput<'cases.check'>;
type Draft = NonNullable<Opened['draft']>;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'road-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function decisionsOf(env: Environment, sample: string) {
  return decisionsSchema.parse(
    JSON.parse(await readFile(join(env.resources, 'samples', sample, 'decisions.json'), 'utf8')),
  );
}

/** Where the command takes a quote to stand: at its finding, else where it first occurs. */
function placeOf(draft: Draft, findings: Checked['findings'], issue: { check?: string | undefined; quote: string }) {
  const finding = findings.find((candidate) => {
    if (candidate.check !== issue.check) return false;
    const near = draft.text.indexOf(issue.quote, Math.max(0, candidate.start - issue.quote.length));
    return near >= 0 && near <= candidate.end;
  });
  const start = draft.text.indexOf(issue.quote, finding ? Math.max(0, finding.start - issue.quote.length) : 0);
  return { finding, start };
}

/** The edits by which a person at the desk comes to the decisions of a sample. */
async function editsOf(env: Environment, sample: 'normative' | 'agreement', draft: Draft, { findings }: Checked) {
  const decisions = await decisionsOf(env, sample);
  const { submittedBy = '', submissionNumber = '', receivedOn, date, number = '' } = decisions.opinion;
  const edits: CaseEditInput[] = [
    { kind: 'as-of.set', asOf: '2026-04-10' },
    { kind: 'reviewer.set', reviewer: decisions.reviewer },
    {
      kind: 'head.change',
      change: { submittedBy, submissionNumber, number, receivedOn: receivedOn ?? null, date: date ?? null },
    },
    ...decisions.materials.map(({ role, state }) => ({ kind: 'material.set', role, state }) as const),
    ...decisions.answers.map(({ item, verdict, note }) => ({ kind: 'item.answer', item, verdict, note }) as const),
  ];
  for (const [index, issue] of decisions.issues.entries()) {
    const { start, finding } = placeOf(draft, findings, issue);
    const anchor = makeAnchor(draft, { start, end: start + issue.quote.length });
    if (!anchor) throw new Error(`no anchor for ${issue.quote}`);
    edits.push({
      kind: 'issue.add',
      issue: {
        id: `i${index}`,
        anchor,
        check: issue.check ?? null,
        finding: finding?.key ?? null,
        category: 'content',
        problem: issue.problem,
        basis: issue.basis,
        suggestion: issue.suggestion,
        weight: issue.must ? 'must' : 'advice',
        items: issue.items,
      },
    });
  }
  return {
    decisions,
    edits: [...edits, { kind: 'conclusion.set', conclusion: decisions.conclusion }] as CaseEditInput[],
  };
}

function originalOf(data: string, id: string, draft: Draft): string {
  return join(data, 'cases', id, 'originals', draft.sha256);
}

/** Decisions whose lists stand in an order of their own: the desk's follow the draft and the packs. */
function inOneOrder({ answers, issues, materials, ...rest }: Decisions) {
  const sorted = (list: readonly object[]) => list.map((entry) => canonicalJson(entry)).sort();
  return { ...rest, answers: sorted(answers), issues: sorted(issues), materials: sorted(materials) };
}

describe('the road through a case', () => {
  it.each(['normative', 'agreement'] as const)(
    'leads from the %s sample to a filed case with a valid signature',
    async (sample) => {
      const logged: unknown[] = [];
      const data = join(folder, sample);
      const env = fixedEnvironment({ data, log: (error) => logged.push(error) });
      const { case: id } = await call('cases.take-sample', { sample }, env);
      const opened = await call('cases.open', { case: id }, env);
      expect(opened).toMatchObject({ mode: 'edit', repairs: [], work: { type: sample } });
      const { draft } = opened;
      if (!draft) throw new Error(opened.draftProblem ?? '');
      await call('cases.edit', { case: id, edit: { kind: 'as-of.set', asOf: '2026-04-10' } }, env);
      const checked = await call('cases.check', { case: id }, env);
      const before = await call('cases.gate', { case: id }, env);
      expect(before.entries.map((entry) => entry.code)).toContain('conclusion-missing');
      const preview = await call('cases.preview', { case: id }, env);
      expect(preview.pages).toBeGreaterThan(1);

      const { edits, decisions } = await editsOf(env, sample, draft, checked);
      for (const edit of edits) await call('cases.edit', { case: id, edit }, env);
      const gate = await call('cases.gate', { case: id }, env);
      expect(gate.entries.filter((entry) => entry.level === 'blocks')).toEqual([]);
      expect(gate.conclusions.find((entry) => entry.id === decisions.conclusion)?.refusal).toBeNull();

      const issued = await call('cases.issue', { case: id }, env);
      for (const path of issued.paths.slice(0, 2)) {
        const report = await call('sign.verify', { path, draft: originalOf(data, id, draft) }, env);
        expect(report).toMatchObject({ verdict: 'valid', draft: { matches: true } });
      }
      // What is signed is what the command would sign for the same decisions, issues in the order of the draft.
      const record = reviewRecordSchema.parse(JSON.parse(await readFile(issued.paths[3] ?? '', 'utf8')));
      expect(inOneOrder(record.decisions)).toEqual(inOneOrder(decisions));
      const checkedAlone = await call(
        'check.run',
        { path: originalOf(data, id, draft), type: sample, asOf: '2026-04-10' },
        env,
      );
      expect(record.findings).toEqual(checkedAlone.findings);
      const draftPages = join(data, 'preview.pdf');
      await writeFile(draftPages, preview.pdf);
      const previewed = (await call('extract.file', { path: draftPages }, env)).text;
      expect(previewed).toContain('预览稿·未签发');
      expect(previewed).toContain('结论尚未作出');
      const signed = (await call('extract.file', { path: issued.paths[0] }, env)).text;
      expect(signed).not.toContain('预览稿');
      expect(signed).not.toContain('结论尚未作出');
      expect((await call('cases.issued', { case: id }, env)).pdf.length).toBeGreaterThan(10_000);
      const delivered = await call('cases.deliver', { case: id, into: folder }, env);
      const twice = await call('cases.deliver', { case: id, into: folder }, env);
      expect(delivered.written.map((path) => basename(path))).toEqual(issued.files.map((file) => file.name));
      expect(twice.written.every((path) => path.includes('（2）'))).toBe(true);
      for (const path of [delivered.written[1], twice.written[1]]) {
        expect(await call('sign.verify', { path }, env)).toMatchObject({ verdict: 'valid' });
      }
      for (const path of [...delivered.written, ...twice.written]) await rm(path);
      const edit = await dispatch('cases.edit', { case: id, edit: { kind: 'conclusion.set', conclusion: null } }, env);
      expect(edit).toMatchObject({ ok: false, error: { code: 'case-issued' } });
      await call('cases.close', { case: id }, env);
      await call('cases.leave', { case: id }, env);
      const again = await call('cases.open', { case: id }, env);
      expect(again).toMatchObject({ mode: 'read-only', readOnlyReason: '本案已归档，只能查看。', heldBy: null });
      expect(again.work.issues).toHaveLength(decisions.issues.length);
      await leaveAllCases(env);
      expect(logged).toEqual([]);
      expect(await readdir(join(data, 'cases'))).toEqual([id]);
    },
  );
});
