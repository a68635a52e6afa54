import type { ReactNode } from 'react';
import { text } from '../../app/text.ts';
import { opinionText } from '../../text/opinion.ts';
import type { PageText, PdfPlace } from '../../ui/pdf-pages/page-text.ts';
import { PdfPages } from '../../ui/pdf-pages/pdf-pages.tsx';
import { ProgressBar } from '../../ui/progress.tsx';
import type { PreviewState } from './use-preview.ts';

/** The pages of the opinion as they would be issued now, and how far newer ones are. */
export function PreviewPages(props: {
  readonly preview: PreviewState;
  readonly place?: PdfPlace | null;
  readonly onTexts?: (texts: readonly PageText[]) => void;
}): ReactNode {
  const { preview, place = null, onTexts } = props;
  const { value, error, isCurrent, isMaking, progress, cancel, retry } = preview;
  const { refreshing, making, previewFailed } = opinionText;
  const isCancelled = error?.code === 'cancelled';
  return (
    <div className="opinion-pages" data-pane="pages">
      {progress !== null && (
        <div className="opinion-pages-progress">
          <ProgressBar progress={progress} label={value === null ? making : refreshing} cancel={cancel} />
        </div>
      )}
      {error !== null && !isMaking && (
        <div className="opinion-pages-failed" role="alert">
          <span className="opinion-gate-mark opinion-gate-mark-blocks" aria-hidden="true">
            ■
          </span>
          <p>
            <b>{previewFailed.title}</b>
            {isCancelled ? opinionText.cancelled : error.message}
            {value !== null && !isCancelled && previewFailed.stale}
            {!isCancelled && <small>{text.app.code(error.code)}</small>}
          </p>
          <button type="button" className="quiet-button" onClick={retry}>
            {previewFailed.retry}
          </button>
        </div>
      )}
      <div className="opinion-pages-view">
        {(value !== null || isMaking) && (
          <PdfPages
            bytes={value?.pdf ?? null}
            label={opinionText.pages}
            waiting={making}
            isStale={isMaking}
            place={place}
            {...(onTexts === undefined ? {} : { onTexts })}
            tools={
              <>
                <span className="opinion-pages-kind">{opinionText.preview}</span>
                {value !== null && (
                  <span role="status">{isCurrent ? opinionText.upToDate : isMaking ? refreshing : ''}</span>
                )}
                {value !== null && value.fontsSubstituted.length > 0 && (
                  <span className="opinion-pages-fonts" title={opinionText.substituted(value.fontsSubstituted)}>
                    {opinionText.substituted(value.fontsSubstituted)}
                  </span>
                )}
              </>
            }
          />
        )}
      </div>
    </div>
  );
}
