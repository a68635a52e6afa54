import type { ReactNode } from 'react';
import { signatureStatement } from '../../../shared/sign/statement.ts';
import { issueText } from '../../text/issue.ts';

/** What such a signature proves and what it does not: always in view where one signs or sees a signature. */
export function Statements(): ReactNode {
  const { integrity, seal, law, limits } = signatureStatement;
  return (
    <section className="issue-statements" aria-label={issueText.statements}>
      <h3>{issueText.statements}</h3>
      <ul>
        {[integrity, seal, law, limits].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
