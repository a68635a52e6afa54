import type { Span } from '../document/document.ts';
import { articleAt } from '../document/structure/locate.ts';
import type { Citation } from '../document/structure/structure.ts';
import { lawStatus } from '../rules/law-index.ts';
import type { CheckContext, Report } from './check.ts';
import { severities, type Severity } from './finding.ts';

const statuteName = /(?:法|法典|条例)$/u;

/** Whether a citation names a law or regulation that may stand behind a provision: not one that is known to have lapsed. */
function isUpperLaw(citation: Citation, context: CheckContext): boolean {
  const { law, asOf } = context;
  if (citation.isRepealClause) return false;
  const isStatute = law.statutes.has(citation.plainName) || statuteName.test(citation.plainName);
  return isStatute && lawStatus(law, citation.plainName, asOf) !== 'lapsed';
}

/** The severity one level below. */
function levelBelow(severity: Severity): Severity {
  return severities[severities.indexOf(severity) + 1] ?? severity;
}

/**
 * Lowers a finding by one level where the same article cites a law or regulation with its article, for then the
 * provision may only repeat it. Outside every article the sentence counts.
 */
export function loweredByCitation(
  span: Span,
  sentence: Span,
  severity: Severity,
  context: CheckContext,
): Report['lowered'] {
  const scope = articleAt(context.structure, span.start) ?? sentence;
  const cited = context.structure.citations.find(
    (citation) =>
      citation.articles.length > 0 &&
      scope.start <= citation.start &&
      citation.start < scope.end &&
      isUpperLaw(citation, context),
  );
  if (!cited) return undefined;
  return {
    severity: levelBelow(severity),
    reason: `本条引有《${cited.plainName}》的条款，可能为复述上位法，请对照原文`,
  };
}
