import { describe, expect, it } from 'vitest';
import type { Check, CheckContext, Report } from '../../shared/check/check.ts';
import type { Certainty, DocumentType, Finding, Severity } from '../../shared/check/finding.ts';
import { runChecks } from '../../shared/check/run-checks.ts';
import type { ReviewedDocument } from '../../shared/document/document.ts';
import type { SourceParagraph } from '../../shared/document/source.ts';
import { analyse } from '../../shared/document/structure/analyse.ts';
import type { LawIndex } from '../../shared/rules/law-index.ts';
import { documentOf } from './document.ts';
import { law } from './law.ts';

/** Lines of a draft as {@link documentOf} takes them. */
type Lines = string | readonly (string | Partial<SourceParagraph>)[];

/** One draft of a table, with the circumstances under which it is checked. */
export interface CheckCase {
  /** What the test is called; the draft's beginning where left out. */
  readonly name?: string;
  readonly text: Lines;
  readonly type?: DocumentType;
  readonly asOf?: string;
  /** What a format reader would have reported beside the text. */
  readonly xray?: ReviewedDocument['xray'];
  /** Another law pack than the one that ships. */
  readonly law?: LawIndex;
}

/** What a finding must be; everything left out may be anything, but the number of findings must be exact. */
export interface ExpectedFinding<MessageId extends string = string> {
  readonly messageId?: MessageId;
  readonly quote: string;
  /** A part of the message. */
  readonly message?: string;
  readonly severity?: Severity;
  readonly certainty?: Certainty;
  readonly path?: string;
  readonly basis?: Finding['basis'];
  readonly suggestion?: string | null;
}

/** The drafts on which a check is silent, and those on which it speaks. */
export interface CheckTable<MessageId extends string = string> {
  readonly valid: readonly (Lines | CheckCase)[];
  readonly invalid: readonly (CheckCase & { readonly findings: readonly ExpectedFinding<MessageId>[] })[];
  /** The type of a case that names none; `normative` where left out. */
  readonly type?: DocumentType;
  /** The day of a case that names none. */
  readonly asOf?: string;
}

/** The day on which tables ask the law unless they say otherwise. */
export const tableDay = '2026-06-30';

function isCase(entry: Lines | CheckCase): entry is CheckCase {
  return typeof entry === 'object' && 'text' in entry;
}

function nameOf(entry: CheckCase): string {
  if (entry.name !== undefined) return entry.name;
  const [first = ''] = typeof entry.text === 'string' ? [entry.text] : entry.text;
  const shown = typeof first === 'string' ? first : (first.text ?? '');
  return shown.replace(/\n/gu, ' / ').slice(0, 60);
}

/** Runs one check over one draft as the runner does, keeping the message ids that findings no longer carry. */
export function checkDraft<MessageId extends string>(
  check: Check<MessageId>,
  entry: CheckCase,
): readonly (Finding & { readonly messageId: MessageId })[] {
  const lines = typeof entry.text === 'string' ? [entry.text] : entry.text;
  const document = { ...documentOf(...lines), ...(entry.xray ? { xray: entry.xray } : {}) };
  const context: CheckContext = {
    type: entry.type ?? 'normative',
    asOf: entry.asOf ?? tableDay,
    structure: analyse(document),
    law: entry.law ?? law,
  };
  const findingsOf = (report: Report<MessageId>): readonly (Finding & { readonly messageId: MessageId })[] => {
    const run = runChecks(document, context, [{ meta: check.meta, run: () => [report] }]);
    const [failure] = run.failures;
    if (failure) throw failure.error;
    return run.findings.map((finding) => ({ ...finding, messageId: report.messageId }));
  };
  return check
    .run(document, context)
    .flatMap(findingsOf)
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Declares the table test of a check; every message of the check must be shown by at least one case. */
export function testCheck<MessageId extends string>(check: Check<MessageId>, table: CheckTable<MessageId>): void {
  const complete = (entry: Lines | CheckCase): CheckCase => ({
    type: table.type ?? 'normative',
    asOf: table.asOf ?? tableDay,
    ...(isCase(entry) ? entry : { text: entry }),
  });
  const shown = new Set<string>();
  describe(`${check.meta.id} ${check.meta.title}`, () => {
    table.valid.forEach((entry, index) => {
      it(`is silent on (${index + 1}) ${nameOf(complete(entry))}`, () => {
        const found = checkDraft(check, complete(entry));
        expect(found.map(({ quote, message }) => ({ quote, message }))).toEqual([]);
      });
    });
    table.invalid.forEach((entry, index) => {
      it(`speaks on (${index + 1}) ${nameOf(entry)}`, () => {
        const found = checkDraft(check, complete(entry));
        for (const { messageId } of found) shown.add(messageId);
        expect(found.map(({ quote }) => quote)).toEqual(entry.findings.map(({ quote }) => quote));
        found.forEach((finding, at) => {
          const { message, ...wanted } = entry.findings[at] ?? { quote: '' };
          expect(finding).toMatchObject(wanted);
          if (message !== undefined) expect(finding.message).toContain(message);
        });
      });
    });
    it('shows every one of its messages in a case', () => {
      for (const entry of table.invalid)
        for (const found of checkDraft(check, complete(entry))) shown.add(found.messageId);
      expect([...shown].sort()).toEqual(Object.keys(check.meta.messages).sort());
    });
  });
}
