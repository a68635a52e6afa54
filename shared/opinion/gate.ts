import type { Finding, DocumentType } from '../check/finding.ts';
import { parseChineseNumeral } from '../text/chinese-numeral.ts';
import { lawStatus, maxArticle, type LawIndex } from '../rules/law-index.ts';
import type { RulePack } from '../rules/rule-pack.ts';
import type { Conclusion, Decisions } from './decisions.ts';

/** One thing that stands between the decisions and the opinion. */
export interface GateEntry {
  readonly code:
    | 'conclusion-not-allowed'
    | 'item-unanswered'
    | 'item-unknown'
    | 'item-contradicts'
    | 'blocking-unresolved'
    | 'must-contradicts'
    | 'modify-without-must'
    | 'quote-not-found'
    | 'dismissal-without-finding'
    | 'material-missing'
    | 'basis-unknown-article'
    | 'basis-lapsed';
  /** Chinese sentence: what contradicts, and what to do. */
  readonly message: string;
  readonly item?: string;
  readonly check?: string;
  readonly quote?: string;
  /** Index of the issue in the decisions. */
  readonly issue?: number;
  /** Index of the finding. */
  readonly finding?: number;
  /** Role of the material. */
  readonly material?: string;
}

/** All the gate looks at. */
export interface GateInput {
  readonly type: DocumentType;
  /** The draft's canonical text, in which quotes must stand. */
  readonly text: string;
  readonly items: readonly Pick<RulePack['items'][number], 'id' | 'question' | 'severity'>[];
  readonly materials: readonly Pick<RulePack['materials'][number], 'role' | 'requirement'>[];
  readonly findings: readonly Finding[];
  readonly decisions: Decisions;
  readonly law: LawIndex;
  readonly asOf: string;
  /** Whether a finding was set aside; where absent, a dismissal of the same check and an overlapping quote counts. */
  readonly isDismissed?: (finding: Finding) => boolean;
}

const procedural: readonly Conclusion[] = ['supplement', 'return', 'out-of-scope'];
const substantive: Readonly<Record<DocumentType, readonly Conclusion[]>> = {
  normative: ['lawful', 'modify', 'unlawful'],
  decision: ['lawful', 'modify', 'unlawful', 'risk'],
  agreement: ['may-sign', 'modify-then-sign', 'should-not-sign'],
};
/** A conclusion of each type that says the least: neither favourable nor asking for changes. */
const plain: Readonly<Record<DocumentType, Conclusion>> = {
  normative: 'unlawful',
  decision: 'unlawful',
  agreement: 'should-not-sign',
};
const favourable: readonly Conclusion[] = ['lawful', 'may-sign'];
const amending: readonly Conclusion[] = ['modify', 'modify-then-sign'];

/** The conclusions that a document type allows, outcomes of procedure included. */
export function conclusionsFor(type: DocumentType): readonly Conclusion[] {
  return [...substantive[type], ...procedural];
}

/** Whether a conclusion is an outcome of procedure: 补正, 退回, 不属于审查范围. */
export function isProcedural(conclusion: Conclusion): boolean {
  return procedural.includes(conclusion);
}

/** What the gate says whatever the conclusion on the substance will be. */
export function gateBeforeConclusion(
  input: Omit<GateInput, 'decisions'> & { readonly decisions: Omit<Decisions, 'conclusion'> },
): readonly GateEntry[] {
  return gate({ ...input, decisions: { ...input.decisions, conclusion: plain[input.type] } });
}

/** Whether two quotes mean the same place: equal, or one within the other. */
function overlaps(a: string, b: string): boolean {
  if (a === b) return true;
  return a !== '' && b !== '' && (a.includes(b) || b.includes(a));
}

const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/**
 * What contradicts in the decisions of a person. Empty means that the opinion may be issued; it never means that the
 * document is lawful, which only the person says.
 */
export function gate(input: GateInput): readonly GateEntry[] {
  const { conclusion } = input.decisions;
  return [
    ...(conclusionsFor(input.type).includes(conclusion)
      ? []
      : [
          { code: 'conclusion-not-allowed', message: `结论“${conclusion}”不适用于这类文件，请重新选择结论。` } as const,
        ]),
    ...(procedural.includes(conclusion) ? [] : checklistEntries(input)),
    ...(favourable.includes(conclusion) ? contradictions(input) : []),
    ...(amending.includes(conclusion) && !input.decisions.issues.some((issue) => issue.must)
      ? [
          {
            code: 'modify-without-must',
            message: '结论为应当修改，但没有一条“必改”意见，请至少列出一条，或改选结论。',
          } as const,
        ]
      : []),
    ...quoteEntries(input),
    ...basisEntries(input),
  ];
}

function checklistEntries({ items, decisions }: GateInput): readonly GateEntry[] {
  const answered = new Set(decisions.answers.map((answer) => answer.item));
  const known = new Set(items.map((item) => item.id));
  return [
    ...items
      .filter((item) => !answered.has(item.id))
      .map(
        (item) =>
          ({
            code: 'item-unanswered',
            message: `审查项 ${item.id} 尚未作答：${item.question}`,
            item: item.id,
          }) as const,
      ),
    ...decisions.answers
      .filter((answer) => !known.has(answer.item))
      .map(
        (answer) =>
          ({
            code: 'item-unknown',
            message: `清单中没有审查项 ${answer.item}，请核对编号。`,
            item: answer.item,
          }) as const,
      ),
  ];
}

/** What cannot stand beside 合法 or 可以签订. */
function contradictions({ items, findings, decisions, materials, ...input }: GateInput): readonly GateEntry[] {
  const severity = new Map(items.map((item) => [item.id, item.severity]));
  const isDismissed =
    input.isDismissed ??
    ((finding: Finding): boolean =>
      decisions.dismissals.some(
        (dismissal) => dismissal.check === finding.check && overlaps(dismissal.quote, finding.quote),
      ));
  const required = new Set(
    materials.filter((material) => material.requirement === 'required').map((material) => material.role),
  );
  return [
    ...findings
      .filter((finding) => finding.severity === 'blocking' && !isDismissed(finding))
      .map(
        (finding) =>
          ({
            code: 'blocking-unresolved',
            message: `阻断级发现 ${finding.check}“${shorten(finding.quote || finding.title)}”没有说明理由予以排除，不能作出此结论。`,
            check: finding.check,
            quote: finding.quote,
            finding: findings.indexOf(finding),
          }) as const,
      ),
    ...decisions.issues
      .filter((issue) => issue.must)
      .map(
        (issue) =>
          ({
            code: 'must-contradicts',
            message: `列有“必改”意见“${shorten(issue.problem)}”，与此结论矛盾；请改选结论，或将其改为“建议”。`,
            quote: issue.quote,
            issue: decisions.issues.indexOf(issue),
          }) as const,
      ),
    ...decisions.answers
      .filter((answer) => severity.get(answer.item) === 'blocking')
      .filter((answer) => answer.verdict === 'fails' || answer.verdict === 'to-supplement')
      .map(
        (answer) =>
          ({
            code: 'item-contradicts',
            message: `阻断级审查项 ${answer.item} 的答复为“${answer.verdict === 'fails' ? '不符合' : '待补正'}”，与此结论矛盾。`,
            item: answer.item,
          }) as const,
      ),
    ...decisions.materials
      .filter((material) => material.state === 'missing' && required.has(material.role))
      .map(
        (material) =>
          ({
            code: 'material-missing',
            message: `必备材料“${material.role}”缺失，不能作出此结论；请先补正。`,
            material: material.role,
          }) as const,
      ),
  ];
}

function quoteEntries({ text, findings, decisions }: GateInput): readonly GateEntry[] {
  return [
    ...decisions.issues
      .filter((issue) => !text.includes(issue.quote))
      .map(
        (issue) =>
          ({
            code: 'quote-not-found',
            message: `问题“${shorten(issue.problem)}”所引原文“${shorten(issue.quote)}”在送审稿中找不到，请核对引文。`,
            quote: issue.quote,
            issue: decisions.issues.indexOf(issue),
          }) as const,
      ),
    ...decisions.dismissals
      .filter(
        (dismissal) =>
          !findings.some((finding) => finding.check === dismissal.check && overlaps(dismissal.quote, finding.quote)),
      )
      .map(
        (dismissal) =>
          ({
            code: 'dismissal-without-finding',
            message: `排除理由所指的发现 ${dismissal.check}“${shorten(dismissal.quote)}”不存在，请核对。`,
            check: dismissal.check,
            quote: dismissal.quote,
          }) as const,
      ),
  ];
}

/** Number of the first 条 in 第十七条第一款; null where the text names none. */
function articleNumber(article: string): number | null {
  const match = /第([^第条]{1,9})条/u.exec(article);
  return match?.[1] === undefined ? null : parseChineseNumeral(match[1]);
}

function basisEntries({ decisions, law, asOf }: GateInput): readonly GateEntry[] {
  return decisions.issues.flatMap((issue, index) =>
    issue.basis.flatMap((basis): readonly GateEntry[] => {
      if (lawStatus(law, basis.source, asOf) === 'lapsed') {
        return [
          {
            code: 'basis-lapsed',
            message: `问题“${shorten(issue.problem)}”以已失效的《${basis.source}》为依据，请改引现行规定。`,
            quote: issue.quote,
            issue: index,
          },
        ];
      }
      const number = articleNumber(basis.article);
      const max = maxArticle(law, basis.source, asOf);
      if (number === null || max === null || number <= max) return [];
      return [
        {
          code: 'basis-unknown-article',
          message: `问题“${shorten(issue.problem)}”所引《${basis.source}》${basis.article}不存在（法规库所载最大条号为第${max}条），请核对。`,
          quote: issue.quote,
          issue: index,
        },
      ];
    }),
  );
}
