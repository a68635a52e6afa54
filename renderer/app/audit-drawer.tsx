import { useMemo, type ReactNode } from 'react';
import { CallFailure } from '../ui/call-failure.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useDesk } from './desk-store.ts';
import { formatMoment } from './format.ts';
import { text } from './text.ts';
import { useCall } from './use-call.ts';

/** The journal of the case, newest first, and whether its chain holds. */
export function AuditDrawer(props: { readonly caseId: string }): ReactNode {
  const { caseId } = props;
  const show = useDesk((desk) => desk.show);
  const input = useMemo(() => ({ case: caseId, limit: 500 }), [caseId]);
  const [state, retry] = useCall('cases.audit', input);
  const { audit } = text.app;
  return (
    <Dialog title={audit.title} shape="drawer" close={() => show(null)}>
      <div className="dialog-body audit" tabIndex={0} role="group" aria-label={audit.title}>
        <p className="audit-intro">{audit.intro}</p>
        {state.kind === 'loading' && <Skeleton lines={10} label={audit.loading} />}
        {state.kind === 'failed' && <CallFailure title={audit.failed} {...state.error} retry={retry} />}
        {state.kind === 'ready' && (
          <>
            <p className={state.value.problems.length === 0 ? 'audit-holds' : 'audit-broken'}>
              <b>{state.value.problems.length === 0 ? `✓ ${audit.holds}` : `■ ${audit.broken}`}</b>
              <span className="mono">{audit.head(state.value.head)}</span>
            </p>
            {state.value.problems.map((problem) => (
              <p key={problem} className="audit-problem">
                {problem}
              </p>
            ))}
            <p className="audit-count">{audit.shown(state.value.entries.length, state.value.total)}</p>
            {state.value.entries.length === 0 && <p className="empty">{audit.empty}</p>}
            <ol className="audit-list">
              {state.value.entries.map((entry) => (
                <li key={entry.seq}>
                  <span className="audit-seq">#{entry.seq}</span>
                  <div>
                    <p className="audit-action">
                      {entry.action}
                      {entry.outcome !== 'done' && <span className="pill">{audit.outcomes[entry.outcome]}</span>}
                    </p>
                    {entry.detail !== '' && <p className="audit-detail">{entry.detail}</p>}
                    <p className="audit-who">
                      {formatMoment(entry.utc)} ·{' '}
                      {[entry.user, entry.role, entry.workstation].filter(Boolean).join(' · ')}
                    </p>
                  </div>
                </li>
              ))}
            </ol>
          </>
        )}
      </div>
    </Dialog>
  );
}
