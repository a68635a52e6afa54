import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseEditSchema, type CaseEdit } from '../../../shared/cases/case-edit.ts';
import {
  advance,
  beginHistory,
  caseActionSchema,
  refusalOf,
  type CaseAction,
} from '../../../shared/cases/case-history.ts';
import { stageOf, type CaseWork } from '../../../shared/cases/case-work.ts';
import { newCaseWork } from '../../../shared/cases/new-work.ts';

const work: CaseWork = newCaseWork({
  type: 'normative',
  asOf: '2026-04-10',
  title: '停车管理办法',
  organ: '',
  reviewer: { name: '李某', role: '承办人' },
  draft: 'a'.repeat(64),
  materials: {},
});

const edit = (given: unknown): CaseAction => ({ kind: 'edit', edit: caseEditSchema.parse(given) });
const play = (...actions: readonly CaseAction[]) => actions.reduce(advance, beginHistory(work));

const id = fc.constantFrom('i1', 'i2', 'i3');
const group = fc.constantFrom(null, 'field-a', 'field-b');
const text = fc.string({ maxLength: 8 });
const issue = fc.record({
  id,
  anchor: fc.constant({ block: 'b-1-1', offset: 0, quote: '应当', before: '', after: '' }),
  check: fc.constantFrom(null, 'N03'),
  finding: fc.constantFrom(null, 'N03:1-2'),
  category: fc.constantFrom('authority', 'content'),
  problem: text,
  basis: fc.constant([]),
  suggestion: text,
  weight: fc.constantFrom('must', 'advice', 'note'),
  items: fc.constant([]),
});
const edits = fc.oneof(
  fc.record({ kind: fc.constant('type.set'), type: fc.constantFrom('normative', 'agreement', 'decision') }),
  fc.record({
    kind: fc.constant('head.change'),
    change: fc.record({ title: text, number: text }, { requiredKeys: [] }),
    group,
  }),
  fc.record({
    kind: fc.constant('material.set'),
    role: fc.constantFrom('送审函', '__proto__', '依据文本'),
    state: fc.constantFrom(null, 'present', 'missing'),
  }),
  fc.record({
    kind: fc.constant('item.answer'),
    item: fc.constantFrom('R12-1', 'R24-1'),
    verdict: fc.constantFrom(null, 'meets', 'fails'),
    note: text,
    group,
  }),
  fc.record({ kind: fc.constant('issue.add'), issue }),
  fc.record({
    kind: fc.constant('issue.change'),
    id,
    change: fc.record({ problem: text, weight: fc.constantFrom('must', 'note') }, { requiredKeys: [] }),
    group,
  }),
  fc.record({ kind: fc.constant('issue.remove'), id }),
  fc.record({ kind: fc.constant('conclusion.set'), conclusion: fc.constantFrom(null, 'modify', 'lawful') }),
);
const actions: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: edits.map((value) => ({ kind: 'edit', edit: value })) },
  { weight: 2, arbitrary: fc.constantFrom({ kind: 'undo' }, { kind: 'redo' }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'event', detail: 'x' }) },
);

describe('the history of a case', () => {
  it('is the same after its actions went through a journal, whatever they were', () => {
    fc.assert(
      fc.property(fc.array(actions, { maxLength: 60 }), (given) => {
        const parsed = given.map((action) => caseActionSchema.parse(action));
        const live = play(...parsed);
        const stored = parsed.map((action) => caseActionSchema.parse(JSON.parse(JSON.stringify(action))));
        expect(play(...stored)).toEqual(live);
      }),
      { numRuns: 300 },
    );
  });

  it('comes back to where it began when everything is undone, and forth again', () => {
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 40 }), (given) => {
        const there = play(...given.map(edit));
        let back = there;
        while (refusalOf(back, { kind: 'undo' }) === null) back = advance(back, { kind: 'undo' });
        expect(back.work).toEqual(work);
        let forth = back;
        while (refusalOf(forth, { kind: 'redo' }) === null) forth = advance(forth, { kind: 'redo' });
        expect(forth.work).toEqual(there.work);
      }),
      { numRuns: 200 },
    );
  });

  it('takes the letters of one field back in one step, but not over a step of another kind', () => {
    const type = (title: string) => edit({ kind: 'head.change', change: { title }, group: 'title' });
    const typed = play(type('办'), type('办法'), type('办法一'));
    expect(typed.past).toHaveLength(1);
    expect(advance(typed, { kind: 'undo' }).work.head.title).toBe('停车管理办法');
    const parted = play(type('办'), edit({ kind: 'type.set', type: 'decision' }), type('办法'));
    expect(parted.past).toHaveLength(3);
    // After an undo the next letter is a step of its own.
    const resumed = advance(
      advance(play(type('办'), edit({ kind: 'type.set', type: 'decision' })), { kind: 'undo' }),
      type('办法'),
    );
    expect(resumed.past).toHaveLength(2);
  });

  it('is frozen by the signature and closed by filing away', () => {
    const files = [{ kind: 'pdf', name: '意见.pdf', sha256: 'b'.repeat(64) }] as const;
    const issued = play({
      kind: 'issue-opinion',
      issued: { claimedTime: '2026-04-10T00:00:00.000Z', signer: 'CN=x', selfSigned: true, files: [...files] },
    });
    const change: { kind: 'edit'; edit: CaseEdit } = { kind: 'edit', edit: { kind: 'type.set', type: 'decision' } };
    expect(stageOf(issued.work)).toBe('issued');
    expect(refusalOf(issued, change)).toBe('issued');
    expect(advance(issued, change)).toBe(issued);
    const closed = advance(issued, { kind: 'close', at: '2026-04-11T00:00:00.000Z' });
    expect(stageOf(closed.work)).toBe('closed');
    expect(refusalOf(closed, { kind: 'close', at: '2026-04-11T00:00:00.000Z' })).toBe('closed');
    expect(refusalOf(closed, { kind: 'undo' })).toBe('closed');
  });
});
