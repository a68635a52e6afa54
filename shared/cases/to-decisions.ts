import type { Finding } from '../check/finding.ts';
import { toDocumentOffset, type ReviewedDocument } from '../document/document.ts';
import type { Conclusion, Decisions } from '../opinion/decisions.ts';
import type { CaseWork, Dismissal, Issue } from './case-work.ts';

/** Everything a person decided except the conclusion, which may still be open. */
export type OpenDecisions = Omit<Decisions, 'conclusion'> & { readonly conclusion: Conclusion | null };

/** The work of a case as the gate and the opinion read it. */
export interface Decided {
  readonly decisions: OpenDecisions;
  /** The issues behind `decisions.issues`, in the same order. */
  readonly issues: readonly Issue[];
  /** Issues that lack something without which they cannot be printed. */
  readonly incomplete: readonly { readonly issue: Issue; readonly missing: readonly string[] }[];
  /** Dismissals of findings that the checks do not report any more. */
  readonly stale: readonly Dismissal[];
}

/** What the decisions are made from besides the work. */
export interface DecisionSources {
  readonly work: CaseWork;
  readonly document: ReviewedDocument;
  /** The findings that the checks report now, by key. */
  readonly findings: ReadonlyMap<string, Pick<Finding, 'check' | 'quote'>>;
  /** Checklist items of the type, and its materials, in their order. */
  readonly items: readonly { readonly id: string }[];
  readonly materials: readonly { readonly role: string }[];
}

function missingOf(issue: Issue): readonly string[] {
  return [
    ...(issue.problem.trim() === '' ? ['问题说明'] : []),
    ...(issue.basis.some((basis) => basis.source.trim() !== '') ? [] : ['依据']),
    ...(issue.anchor.quote.trim() === '' ? ['原文'] : []),
  ];
}

/** Issues in the order of the draft; those whose block is gone come last, in the order in which they were raised. */
function inDocumentOrder(document: ReviewedDocument, issues: readonly Issue[]): readonly Issue[] {
  const place = new Map(
    issues.map((issue) => [issue.id, toDocumentOffset(document, issue.anchor) ?? Number.POSITIVE_INFINITY]),
  );
  const at = (issue: Issue): number => place.get(issue.id) ?? 0;
  return [...issues].sort((a, b) => (at(a) === at(b) ? 0 : at(a) - at(b)));
}

function decidedIssue(issue: Issue): Decisions['issues'][number] {
  return {
    ...(issue.check === null ? {} : { check: issue.check }),
    quote: issue.anchor.quote.trim(),
    problem: issue.problem.trim(),
    basis: issue.basis
      .filter((basis) => basis.source.trim() !== '')
      .map((basis) => ({ source: basis.source.trim(), article: basis.article.trim() })),
    suggestion: issue.suggestion.trim(),
    must: issue.weight === 'must',
    items: [...issue.items],
  };
}

/** The fields of the head that were filled in; the form's own words stand where one is empty. */
function decidedHead({ head }: CaseWork): Decisions['opinion'] {
  const texts = {
    number: head.number.trim(),
    addressee: head.addressee.trim(),
    organ: head.organ.trim(),
    submittedBy: head.submittedBy.trim(),
    submissionNumber: head.submissionNumber.trim(),
  };
  return {
    ...Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== '')),
    ...(head.date === null ? {} : { date: head.date }),
    ...(head.receivedOn === null ? {} : { receivedOn: head.receivedOn }),
  };
}

/**
 * Turns the work at the desk into the decisions that the gate judges and the opinion prints. Notes at the margin are
 * left out; issues stand in the order of the draft; those that are unfinished are named and left out.
 */
export function toDecisions({ work, document, findings, items, materials }: DecisionSources): Decided {
  const printed = inDocumentOrder(document, work.issues).filter((issue) => issue.weight !== 'note');
  const judged = printed.map((issue) => ({ issue, missing: missingOf(issue) }));
  const issues = judged.filter(({ missing }) => missing.length === 0).map(({ issue }) => issue);
  const roles = [...new Set([...materials.map((material) => material.role), ...Object.keys(work.materials)])];
  return {
    decisions: {
      reviewer: { name: work.reviewer.name.trim(), role: work.reviewer.role.trim() },
      conclusion: work.conclusion,
      answers: items.flatMap(({ id }) => {
        const answer = Object.hasOwn(work.answers, id) ? work.answers[id] : undefined;
        return answer ? [{ item: id, verdict: answer.verdict, note: answer.note }] : [];
      }),
      issues: issues.map(decidedIssue),
      dismissals: work.dismissals.flatMap(({ finding: key, reason }) => {
        const finding = findings.get(key);
        if (!finding || reason.trim() === '') return [];
        return [{ check: finding.check, quote: finding.quote, reason: reason.trim() }];
      }),
      materials: roles.flatMap((role) => {
        const state = Object.hasOwn(work.materials, role) ? work.materials[role] : undefined;
        return state ? [{ role, state }] : [];
      }),
      opinion: decidedHead(work),
    },
    issues,
    incomplete: judged.filter(({ missing }) => missing.length > 0),
    stale: work.dismissals.filter((dismissal) => !findings.has(dismissal.finding)),
  };
}
