import { severities, type Certainty, type Finding, type Severity } from '../check/finding.ts';
import { notApplicable } from '../check/run-checks.ts';
import { chineseDate } from '../text/date.ts';
import { basisText } from './basis-text.ts';
import type { OpinionBlock, OpinionDocument } from './opinion.ts';
import { titleLines } from './title-lines.ts';
import { fillPlaces, type Wording } from './wording.ts';

const severityNames: Readonly<Record<Severity, string>> = {
  blocking: '阻断',
  major: '重大',
  minor: '一般',
  hint: '提示',
};
const certaintyNames: Readonly<Record<Certainty, string>> = { A: '确定', B: '需人工判断', C: '需核对材料' };

/** What a 预审报告 is written from. */
export interface ReportInput {
  readonly title: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly articles: number;
  readonly findings: readonly Finding[];
  /** Where each finding stands, in the order of `findings`. */
  readonly places: readonly string[];
  readonly checksRun: number;
  readonly skipped: readonly { readonly check: string; readonly title: string; readonly reason: string }[];
  /** Questions of the checklist, which the machine cannot answer. */
  readonly questions: readonly string[];
  /** What must be said of the rules and the law behind the report. */
  readonly notices: readonly string[];
  readonly lawPackVersion: string;
  readonly wording: Wording;
  readonly date: string;
}

/** Writes the report of what the machine found, without any conclusion. */
export function composeReport(input: ReportInput): OpinionDocument {
  const title = fillPlaces(input.wording.report.title, { title: input.title });
  const blocks: OpinionBlock[] = [
    { kind: 'title', lines: titleLines(title) },
    { kind: 'paragraph', text: input.wording.report.preface },
    { kind: 'heading', level: 1, text: '一、送审稿' },
    {
      kind: 'paragraph',
      text: `文件“${input.fileName}”，共${input.articles}条，SHA-256值为：${input.sha256}。法规数据版本${input.lawPackVersion}，运行检查${input.checksRun}项。`,
    },
    { kind: 'heading', level: 1, text: '二、疑似问题' },
    ...findingsTable(input.findings, input.places),
    { kind: 'heading', level: 1, text: '三、需人工审查的事项' },
    ...input.questions.map((text, index): OpinionBlock => ({ kind: 'paragraph', text: `${index + 1}.${text}` })),
    { kind: 'heading', level: 1, text: '四、说明' },
    { kind: 'paragraph', text: input.wording.report.closing },
    ...unfinished(input.skipped),
    ...input.notices.map((text): OpinionBlock => ({ kind: 'paragraph', text })),
    { kind: 'note', text: `（${chineseDate(input.date)}生成）` },
  ];
  return { title, author: input.wording.organ, subject: '预审报告', date: input.date, blocks };
}

function findingsTable(findings: readonly Finding[], places: readonly string[]): readonly OpinionBlock[] {
  if (findings.length === 0) return [{ kind: 'paragraph', text: '未发现。' }];
  const ordered = findings
    .map((finding, index) => ({ ...finding, place: places[index] ?? finding.path }))
    .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || a.start - b.start);
  return [
    {
      kind: 'table',
      columns: [
        { title: '序号', width: 2 },
        { title: '程度', width: 2 },
        { title: '条款', width: 3 },
        { title: '原文', width: 6 },
        { title: '问题', width: 8 },
        { title: '依据', width: 5 },
        { title: '把握', width: 2 },
      ],
      rows: ordered.map((finding, index) => [
        String(index + 1),
        severityNames[finding.severity],
        finding.place,
        finding.quote.replace(/\n/gu, ' '),
        `${finding.check} ${finding.message}`,
        finding.basis.map(basisText).join('；'),
        certaintyNames[finding.certainty],
      ]),
    },
  ];
}

/** What was not examined, by reason, so that nobody takes silence for a clean text. */
function unfinished(skipped: ReportInput['skipped']): readonly OpinionBlock[] {
  const entries = skipped.filter((entry) => entry.reason !== notApplicable);
  const reasons = [...new Set(entries.map((entry) => entry.reason))];
  return reasons.map((reason) => {
    const checks = entries.filter((entry) => entry.reason === reason);
    const list = checks.map((entry) => `${entry.check}${entry.title}`).join('、');
    return { kind: 'paragraph', text: `未运行的检查（${reason}）：${list}。` };
  });
}
