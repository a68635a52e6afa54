import type { ReactNode } from 'react';
import { useCase, type ChecksState } from './case-store.ts';
import { useDesk } from './desk-store.ts';
import { text } from './text.ts';

/** The status line: whether everything is saved, what the checks do, on which packs this stands, and the journal. */
export function StatusLine(): ReactNode {
  const state = useCase((open) => open.state);
  const checks = useCase((open) => open.checks);
  const opened = useCase((open) => open.opened);
  const seq = useCase((open) => open.seq);
  const about = useDesk((desk) => desk.about);
  const show = useDesk((desk) => desk.show);
  const isOpen = state === 'open' && opened !== null;
  const law = opened?.lawPack.version ?? about?.lawPack.version;
  const rules = (opened?.rulePacks ?? about?.rulePacks ?? []).map(({ version }) => version);
  return (
    <footer className="status" aria-label={text.app.status.label} data-pane="status">
      {isOpen ? <Saving /> : <span>{text.app.status.noCase}</span>}
      {isOpen && <span className="status-checks">{describeChecks(checks)}</span>}
      {law !== undefined && <span>{text.app.status.law(law)}</span>}
      {rules.length > 0 && <span>{text.app.status.rules(rules.join('、'))}</span>}
      <span className="status-right">
        {isOpen && (
          <button
            type="button"
            className="status-button"
            title={text.app.status.auditLabel}
            onClick={() => show('audit')}
          >
            {text.app.status.audit(seq)}
          </button>
        )}
        <button type="button" className="status-button" onClick={() => show('shortcuts')}>
          <kbd>?</kbd> {text.app.status.shortcuts}
        </button>
      </span>
    </footer>
  );
}

function Saving(): ReactNode {
  const saving = useCase((open) => open.saving);
  return (
    <span className={`status-${saving}`} role="status">
      <span aria-hidden="true">{saving === 'failed' ? '■' : '●'}</span> {text.app.status[saving]}
    </span>
  );
}

function describeChecks(checks: ChecksState): string {
  const { status } = text.app;
  if (checks.kind === 'failed') return status.checkFailed;
  if (checks.kind === 'ready') {
    return status.checked(checks.value.run.length, (checks.value.milliseconds / 1000).toFixed(1));
  }
  const counted = checks.done !== null && checks.total !== null ? ` ${status.counted(checks.done, checks.total)}` : '';
  return status.running(checks.message) + counted;
}
