import type { ReactNode } from 'react';
import { useCase } from '../../app/case-store.ts';
import { useDesk } from '../../app/desk-store.ts';
import { deskText } from '../../text/desk.ts';
import { useDeskView } from './desk-view.ts';
import type { DeskDraft } from './desk-types.ts';

const smallest = 14;
const largest = 26;

function zoom(step: 1 | -1): void {
  const { settings, changeSettings } = useDesk.getState();
  changeSettings({ paperSize: Math.min(largest, Math.max(smallest, settings.paperSize + step)) });
}

/** Above the text: what it is, finding in it, how long it is, how large it is shown. */
export function Toolbar(props: { readonly draft: DeskDraft }): ReactNode {
  const { articles, chapters, characters } = props.draft;
  const size = useDesk((desk) => desk.settings.paperSize);
  const isEditable = useCase((state) => state.isEditable);
  const words = deskText.toolbar;
  return (
    <div className="desk-toolbar">
      <span className="desk-toolbar-name">{words.text}</span>
      <button type="button" className="desk-find" onClick={() => useDeskView.getState().pane?.find()}>
        {words.find}
        <kbd>Ctrl+F</kbd>
      </button>
      {!isEditable && <span className="desk-chip desk-chip-caution">{deskText.states.readOnly}</span>}
      <span className="desk-toolbar-counts">{words.counts(articles, chapters, characters)}</span>
      <span className="desk-zoom" role="group" aria-label={words.size(size)}>
        <button
          type="button"
          className="desk-icon desk-smaller"
          aria-label={words.smaller}
          title={words.smaller}
          disabled={size <= smallest}
          onClick={() => zoom(-1)}
        />
        <button
          type="button"
          className="desk-icon desk-larger"
          aria-label={words.larger}
          title={words.larger}
          disabled={size >= largest}
          onClick={() => zoom(1)}
        />
      </span>
    </div>
  );
}

/** A quiet line while the checks run beside the reader, and one with a way on where they failed. */
export function CheckLine(): ReactNode {
  const checks = useCase((state) => state.checks);
  const words = deskText.toolbar;
  if (checks.kind === 'ready') return null;
  if (checks.kind === 'failed') {
    return (
      <div className="desk-check-line desk-check-failed" role="alert">
        <span>{words.checkFailed(checks.error.message)}</span>
        <button type="button" className="desk-link" onClick={() => useCase.getState().check()}>
          {words.retry}
        </button>
      </div>
    );
  }
  const { done, total } = checks;
  const isCounted = done !== null && total !== null;
  return (
    <div className="desk-check-line" role="status">
      <span>{isCounted ? words.checkingCount(done, total) : words.checking}</span>
      <progress {...(isCounted ? { value: done, max: total } : {})} aria-label={words.checking} />
      <button type="button" className="desk-link" onClick={() => useCase.getState().cancelCheck()}>
        {words.cancel}
      </button>
    </div>
  );
}
