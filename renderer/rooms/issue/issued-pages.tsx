import type { ReactNode } from 'react';
import { text } from '../../app/text.ts';
import { issueText } from '../../text/issue.ts';
import { opinionText } from '../../text/opinion.ts';
import { Notice } from '../../ui/notice.tsx';
import { PdfPages } from '../../ui/pdf-pages/pdf-pages.tsx';
import type { IssuedState } from './use-issued.ts';

/** The pages of the opinion as it was issued and signed. */
export function IssuedPages(props: { readonly issued: IssuedState }): ReactNode {
  const { files, error, retry } = props.issued;
  const words = issueText.issued;
  return (
    <div className="issue-pages" data-pane="pages">
      {error !== null ? (
        <Notice
          title={words.failed}
          message={error.message}
          detail={text.app.code(error.code)}
          action={{ label: words.retry, run: retry }}
        />
      ) : (
        <PdfPages
          bytes={files?.pdf ?? null}
          label={opinionText.issuedPages}
          waiting={words.loading}
          tools={<span className="issue-kind">{words.kind}</span>}
        />
      )}
    </div>
  );
}
