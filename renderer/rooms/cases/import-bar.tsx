import type { ReactNode } from 'react';
import { useImport } from '../../app/import-store.ts';
import { text } from '../../app/text.ts';

/** The two buttons by which a submission is taken in. */
export function ImportButtons(props: { readonly isPrimary: boolean }): ReactNode {
  const choose = useImport((imports) => imports.choose);
  const isRunning = useImport((imports) => imports.isRunning);
  return (
    <>
      <button
        type="button"
        className={props.isPrimary ? 'button' : 'quiet-button'}
        disabled={isRunning}
        onClick={() => void choose('submission-files')}
      >
        {text.cases.import.files}
      </button>
      <button
        type="button"
        className="quiet-button"
        disabled={isRunning}
        onClick={() => void choose('submission-folder')}
      >
        {text.cases.import.folder}
      </button>
    </>
  );
}

/** The place to drop a submission on, with the buttons that do the same; the whole window takes a drop. */
export function ImportBar(): ReactNode {
  return (
    <section className="cases-import" aria-label={text.cases.import.label}>
      <p>
        <b>{text.cases.import.label}</b> {text.cases.import.lead}
      </p>
      <ImportButtons isPrimary={false} />
      <p className="cases-import-hint">{text.cases.import.hint}</p>
    </section>
  );
}
