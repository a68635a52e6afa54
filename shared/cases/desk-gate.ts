import { resolveAnchor } from '../annotate/anchor.ts';
import type { Finding, Severity } from '../check/finding.ts';
import { severities } from '../check/finding.ts';
import type { ReviewedDocument } from '../document/document.ts';
import { basisText, judgedBasis } from '../opinion/basis-text.ts';
import type { Conclusion } from '../opinion/decisions.ts';
import {
  conclusionsFor,
  gate,
  gateBeforeConclusion,
  isProcedural,
  type GateEntry,
  type GateInput,
} from '../opinion/gate.ts';
import type { LawIndex } from '../rules/law-index.ts';
import type { RuleItem, RuleMaterial } from '../rules/rule-pack.ts';
import type { CaseWork, Issue } from './case-work.ts';
import { toDecisions, type Decided } from './to-decisions.ts';

/** One line of the gate at the desk, with the id of the thing it leads to. */
export interface DeskGateEntry {
  readonly code: string;
  readonly level: 'blocks' | 'reminds';
  readonly message: string;
  readonly item: string | null;
  readonly issue: string | null;
  readonly finding: string | null;
  readonly material: string | null;
}

/** All the gate at the desk looks at. */
export interface DeskGateInput {
  readonly work: CaseWork;
  readonly document: ReviewedDocument;
  readonly findings: readonly Finding[];
  /** Key of every finding, in the same order. */
  readonly keys: readonly string[];
  readonly items: readonly Pick<RuleItem, 'id' | 'question' | 'severity'>[];
  readonly materials: readonly Pick<RuleMaterial, 'role' | 'requirement'>[];
  readonly law: LawIndex;
  /** Chinese: what must be said of the packs. */
  readonly notices: readonly string[];
  /** What each conclusion of the type is called. */
  readonly names: Readonly<Partial<Record<Conclusion, string>>>;
}

/** What stands between a case and its opinion, and which conclusions can be taken. */
export interface DeskGate {
  readonly entries: readonly DeskGateEntry[];
  readonly conclusions: readonly {
    readonly id: Conclusion;
    readonly name: string;
    readonly isProcedural: boolean;
    /** Chinese: why it cannot be taken now; null where it can. */
    readonly refusal: string | null;
  }[];
  readonly decided: Decided;
}

const severityNames: Readonly<Record<Severity, string>> = {
  blocking: '阻断',
  major: '重大',
  minor: '一般',
  hint: '提示',
};

const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
const nameOf = (issue: Issue): string => shorten(issue.problem.trim() || issue.anchor.quote.trim());

function entry(
  level: DeskGateEntry['level'],
  code: string,
  message: string,
  link: Partial<Pick<DeskGateEntry, 'item' | 'issue' | 'finding' | 'material'>> = {},
): DeskGateEntry {
  return { code, level, message, item: null, issue: null, finding: null, material: null, ...link };
}

/** What only the desk knows to be missing. */
function openEntries({ work, document }: DeskGateInput, decided: Decided): readonly DeskGateEntry[] {
  const { name, role } = work.reviewer;
  return [
    ...(work.conclusion === null ? [entry('blocks', 'conclusion-missing', '尚未选定结论，请由承办人作出结论。')] : []),
    ...(name.trim() === '' || role.trim() === ''
      ? [entry('blocks', 'reviewer-missing', '承办人的姓名或职务尚未填写，请在“设置”中填写，并用于本案。')]
      : []),
    ...decided.incomplete.map(({ issue, missing }) =>
      entry('blocks', 'issue-incomplete', `问题“${nameOf(issue)}”缺少${missing.join('、')}，请补齐，或改为旁注。`, {
        issue: issue.id,
      }),
    ),
    ...decided.issues.flatMap((issue) => {
      const { kind } = resolveAnchor(document, issue.anchor);
      const found = { exact: '', moved: '已移到别处', uncertain: '不能确定在何处', lost: '已找不到' }[kind];
      return kind === 'exact'
        ? []
        : [
            entry(
              'blocks',
              'anchor-not-exact',
              `问题“${nameOf(issue)}”所引原文“${shorten(issue.anchor.quote)}”在送审稿中${found}，请重新选定原文。`,
              { issue: issue.id },
            ),
          ];
    }),
  ];
}

/** An entry of the gate that command and desk share, with ids in place of indices. */
function linked(found: GateEntry, { issues }: Decided, keys: readonly string[]): DeskGateEntry {
  return entry('blocks', found.code, found.message, {
    item: found.item ?? null,
    issue: found.issue === undefined ? null : (issues[found.issue]?.id ?? null),
    finding: found.finding === undefined ? null : (keys[found.finding] ?? null),
    material: found.material ?? null,
  });
}

/** Findings that became neither an issue nor were set aside, by severity. */
function untriaged({ work, findings, keys }: DeskGateInput): readonly DeskGateEntry[] {
  const done = new Set([
    ...work.dismissals.map((dismissal) => dismissal.finding),
    ...work.issues.flatMap((issue) => (issue.finding === null ? [] : [issue.finding])),
  ]);
  return severities.flatMap((severity) => {
    const open = keys.filter((key, index) => findings[index]?.severity === severity && !done.has(key));
    return open.length === 0
      ? []
      : [
          entry('reminds', 'finding-open', `尚有 ${open.length} 处${severityNames[severity]}级发现没有处理。`, {
            finding: open[0] ?? null,
          }),
        ];
  });
}

function reminders(
  input: DeskGateInput,
  decided: Decided,
  blocking: readonly DeskGateEntry[],
): readonly DeskGateEntry[] {
  const { work, materials, law } = input;
  const stateOf = (role: string) => (Object.hasOwn(work.materials, role) ? work.materials[role] : undefined);
  const required = materials.filter((material) => material.requirement === 'required');
  const unstated = required.filter(({ role }) => stateOf(role) === undefined).map(({ role }) => role);
  const refusedRoles = new Set(blocking.map((found) => found.material));
  return [
    ...untriaged(input),
    ...required
      .filter(({ role }) => stateOf(role) === 'missing' && !refusedRoles.has(role))
      .map(({ role }) => entry('reminds', 'material-missing', `必备材料“${role}”缺失。`, { material: role })),
    ...(unstated.length === 0
      ? []
      : [
          entry('reminds', 'material-open', `必备材料尚未登记有无：${unstated.join('、')}。`, {
            material: unstated[0] ?? null,
          }),
        ]),
    ...decided.issues.flatMap((issue) => {
      const open = issue.basis
        .filter((basis) => basis.source.trim() !== '')
        .map((basis) => judgedBasis(law, basis, work.asOf))
        .filter((basis) => !basis.confirmed);
      return open.length === 0
        ? []
        : [
            entry(
              'reminds',
              'basis-unconfirmed',
              `问题“${nameOf(issue)}”的依据尚未核对：${open.map(basisText).join('；')}。`,
              { issue: issue.id },
            ),
          ];
    }),
    ...decided.issues
      .filter((issue) => issue.weight === 'must' && issue.suggestion.trim() === '')
      .map((issue) =>
        entry('reminds', 'suggestion-missing', `“必改”意见“${nameOf(issue)}”没有写明修改建议。`, { issue: issue.id }),
      ),
    ...decided.stale.map((dismissal) =>
      entry(
        'reminds',
        'dismissal-stale',
        `曾排除的发现 ${dismissal.check}“${shorten(dismissal.quote)}”已不再出现，排除理由不写入记录。`,
      ),
    ),
    ...input.notices.map((notice) => entry('reminds', 'pack-notice', notice)),
  ];
}

/** Codes of entries that depend on which conclusion is taken. */
const exclusive = [
  'blocking-unresolved',
  'must-contradicts',
  'item-contradicts',
  'material-missing',
  'modify-without-must',
];

/** Why a conclusion cannot be taken, in one sentence; null where it can. */
function refusalOf(name: string, found: readonly GateEntry[]): string | null {
  const of = (code: GateEntry['code']): readonly GateEntry[] => found.filter((one) => one.code === code);
  if (!found.some((one) => exclusive.includes(one.code))) return null;
  if (of('modify-without-must').length > 0) return `“${name}”须至少列出一条“必改”意见，现在一条也没有。`;
  const items = of('item-contradicts').map((one) => one.item ?? '');
  const materials = of('material-missing').map((one) => one.material ?? '');
  const reasons = [
    ...(of('must-contradicts').length > 0 ? [`列有 ${of('must-contradicts').length} 条“必改”意见`] : []),
    ...(of('blocking-unresolved').length > 0 ? [`有 ${of('blocking-unresolved').length} 处阻断级发现没有排除`] : []),
    ...(items.length > 0 ? [`阻断级审查项 ${items.join('、')} 答复为不符合或待补正`] : []),
    ...(materials.length > 0 ? [`缺少必备材料${materials.join('、')}`] : []),
  ];
  return `与“${name}”互相排斥：${reasons.join('，')}。`;
}

/** Says what stands between a case and its opinion, what should be known before it is issued, and what can be concluded. */
export function deskGate(input: DeskGateInput): DeskGate {
  const { work, document, findings, keys, items, materials, law } = input;
  const byKey = new Map(findings.map((finding, index) => [keys[index] ?? '', finding]));
  const decided = toDecisions({ work, document, findings: byKey, items, materials });
  const dismissed = new Set(
    work.dismissals.filter((dismissal) => dismissal.reason.trim() !== '').map((dismissal) => dismissal.finding),
  );
  const { decisions } = decided;
  const shared: Omit<GateInput, 'decisions'> = {
    type: work.type,
    text: document.text,
    items,
    materials,
    findings,
    law,
    asOf: work.asOf,
    isDismissed: (finding) => dismissed.has(keys[findings.indexOf(finding)] ?? ''),
  };
  const judge = (conclusion: Conclusion): readonly GateEntry[] =>
    gate({ ...shared, decisions: { ...decisions, conclusion } });
  const found = work.conclusion === null ? gateBeforeConclusion({ ...shared, decisions }) : judge(work.conclusion);
  const open = openEntries(input, decided);
  const isNamed = new Set(open.filter(({ code }) => code === 'anchor-not-exact').map(({ issue }) => issue));
  const blocking = [
    ...open,
    ...found
      .map((one) => linked(one, decided, keys))
      // A quote that is nowhere has been named as an anchor that is lost.
      .filter((one) => !(one.code === 'quote-not-found' && isNamed.has(one.issue))),
  ];
  return {
    entries: [...blocking, ...reminders(input, decided, blocking)],
    conclusions: conclusionsFor(work.type).map((id) => {
      const name = input.names[id] ?? id;
      return { id, name, isProcedural: isProcedural(id), refusal: refusalOf(name, judge(id)) };
    }),
    decided,
  };
}
