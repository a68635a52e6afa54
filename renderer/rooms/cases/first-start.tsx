import type { ReactNode } from 'react';
import { useImport } from '../../app/import-store.ts';
import { text } from '../../app/text.ts';
import { ImportButtons } from './import-bar.tsx';

/** What is seen while there is no case at all: what this is, and the ways in. */
export function FirstStart(): ReactNode {
  const takeSample = useImport((imports) => imports.takeSample);
  const isRunning = useImport((imports) => imports.isRunning);
  const { first } = text.cases;
  return (
    <section className="cases-first" aria-labelledby="cases-first">
      <span className="cases-first-mark" aria-hidden="true">
        {text.app.mark}
      </span>
      <h2 id="cases-first">{first.title}</h2>
      <p>{first.lead}</p>
      <p>{first.advice}</p>
      <div className="cases-first-drop">
        <p>{text.cases.import.lead}</p>
        <div className="cases-first-actions">
          <ImportButtons isPrimary />
        </div>
        <p className="cases-import-hint">{text.cases.import.hint}</p>
      </div>
      <div className="cases-first-actions">
        {(['normative', 'agreement'] as const).map((sample) => (
          <button
            key={sample}
            type="button"
            className="quiet-button"
            disabled={isRunning}
            onClick={() => void takeSample(sample)}
          >
            {first.samples[sample]}
          </button>
        ))}
      </div>
    </section>
  );
}
