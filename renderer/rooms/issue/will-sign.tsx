import type { ReactNode } from 'react';
import { useCase } from '../../app/case-store.ts';
import { issueText } from '../../text/issue.ts';
import { Facts } from '../../ui/facts.tsx';
import { visibleText } from '../../ui/visible-text.ts';

const kinds = ['pdf', 'docx', 'p7s', 'record'] as const;

/**
 * What would be signed: which draft it speaks of, with which conclusion, and which files come of it.
 * @param props.conclusion its name; null where none is taken
 * @param props.pages null until they are set
 */
export function WillSign(props: { readonly conclusion: string | null; readonly pages: number | null }): ReactNode {
  const { conclusion, pages } = props;
  const draft = useCase((open) => open.opened?.draft ?? null);
  const words = issueText.will;
  return (
    <section className="issue-will">
      <h3>{words.title}</h3>
      {draft === null ? (
        <p className="issue-failure">{words.noDraft}</p>
      ) : (
        <Facts
          facts={[
            { name: words.draft, value: visibleText(draft.name) },
            { name: issueText.hash, value: draft.sha256, isCode: true },
            ...(conclusion === null ? [] : [{ name: words.conclusion, value: <b>{conclusion}</b> }]),
          ]}
        />
      )}
      {pages !== null && <p className="issue-note">{words.pages(pages)}</p>}
      <h4>{words.files}</h4>
      <ul className="issue-kinds">
        {kinds.map((kind) => (
          <li key={kind}>
            <b>{issueText.kinds[kind].name}</b>
            <span>{issueText.kinds[kind].note}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
