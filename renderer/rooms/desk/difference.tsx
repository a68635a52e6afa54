import { useDeferredValue, useMemo, type ReactNode } from 'react';
import { deskText } from '../../text/desk.ts';
import { visibleText } from '../../ui/visible-text.ts';
import { diffParts } from './diff-parts.ts';

/** How a suggestion differs from the quote, as removed and added words; after the letters, never before them. */
export function Difference(props: { readonly quote: string; readonly suggestion: string }): ReactNode {
  const { quote } = props;
  const suggestion = useDeferredValue(props.suggestion);
  const parts = useMemo(() => diffParts(quote, suggestion), [quote, suggestion]);
  const words = deskText.issue;
  if (parts.length === 0) return null;
  return (
    <p className="desk-difference" aria-label={words.difference}>
      {parts.map((part, index) => {
        // Parts of a difference have no names; they are drawn anew with it.
        const key = `${index}:${part.kind}`;
        if (part.kind === 'same') return <span key={key}>{visibleText(part.text)}</span>;
        const Mark = part.kind === 'removed' ? 'del' : 'ins';
        return (
          <Mark key={key}>
            <span className="desk-unseen">{`［${words[part.kind]}：`}</span>
            {visibleText(part.text)}
            <span className="desk-unseen">］</span>
          </Mark>
        );
      })}
    </p>
  );
}
