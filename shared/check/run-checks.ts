import type { ReviewedDocument } from '../document/document.ts';
import { articleAt, pathAt } from '../document/structure/locate.ts';
import { isConfirmedBasis } from '../rules/confirmed-basis.ts';
import type { Check, CheckContext, Report } from './check.ts';
import { certainties, severities, type Finding } from './finding.ts';

/** Why a check of another document type was not run; not worth a reviewer's attention. */
export const notApplicable = '不适用于本类文件';

/** What running a set of checks gave. */
export interface CheckRun {
  /** In order of start, then of check id. */
  readonly findings: readonly Finding[];
  readonly run: readonly string[];
  readonly skipped: readonly { readonly check: string; readonly reason: string }[];
  /** Bugs in checks: each is in `skipped` as well, so that nobody takes its silence for a clean text. */
  readonly failures: readonly { readonly check: string; readonly error: unknown }[];
}

/** Orders findings by place, and those of one place by check. */
export function inTextOrder(a: Finding, b: Finding): number {
  return a.start - b.start || a.end - b.end || (a.check < b.check ? -1 : a.check > b.check ? 1 : 0);
}

/**
 * Runs checks over one document. A check that throws is reported as skipped and stops no other.
 * @param checks the catalogue, or the part of it that was asked for
 */
export function runChecks(document: ReviewedDocument, context: CheckContext, checks: readonly Check[]): CheckRun {
  const findings: Finding[] = [];
  const run: string[] = [];
  const skipped: { check: string; reason: string }[] = [];
  const failures: { check: string; error: unknown }[] = [];
  for (const check of checks) {
    if (!check.meta.appliesTo.includes(context.type)) {
      skipped.push({ check: check.meta.id, reason: notApplicable });
      continue;
    }
    try {
      findings.push(...check.run(document, context).map((report) => toFinding(document, context, check, report)));
      run.push(check.meta.id);
    } catch (error) {
      skipped.push({ check: check.meta.id, reason: '检查程序出错，本项未完成，请人工核查' });
      failures.push({ check: check.meta.id, error });
    }
  }
  findings.sort(inTextOrder);
  return { findings, run, skipped, failures };
}

function fill(template: string, data: Report['data']): string {
  return template.replace(/\{(\w+)\}/gu, (place, name: string) => {
    const value = data?.[name];
    if (value === undefined) throw new Error(`no value for ${place} in “${template}”`);
    return String(value);
  });
}

function toFinding(document: ReviewedDocument, context: CheckContext, check: Check, report: Report): Finding {
  const { meta } = check;
  const template = meta.messages[report.messageId];
  if (template === undefined) throw new Error(`${meta.id} has no message ${report.messageId}`);
  if (report.start < 0 || report.end < report.start || report.end > document.text.length) {
    throw new Error(`${meta.id} reports ${report.start}–${report.end} outside the text`);
  }
  const severity = report.lowered?.severity ?? meta.severity;
  const certainty = report.certainty ?? meta.certainty;
  if (severities.indexOf(severity) < severities.indexOf(meta.severity))
    throw new Error(`${meta.id} raises its severity`);
  if (certainties.indexOf(certainty) < certainties.indexOf(meta.certainty))
    throw new Error(`${meta.id} raises its certainty`);
  const message = fill(template, report.data);
  return {
    check: meta.id,
    title: meta.title,
    severity,
    certainty,
    message: report.lowered ? `${message}（降级：${report.lowered.reason}）` : message,
    quote: document.text.slice(report.start, report.end),
    start: report.start,
    end: report.end,
    article: articleAt(context.structure, report.start)?.number ?? null,
    path: pathAt(context.structure, report.start),
    // A check says what it was told of its basis; the law pack has the last word on the day.
    basis: (report.basis ?? meta.basis).map((basis) => ({
      ...basis,
      confirmed: basis.confirmed && isConfirmedBasis(context.law, basis.source, basis.article, context.asOf),
    })),
    suggestion: report.suggestion ?? null,
  };
}
