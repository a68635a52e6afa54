import type { ReactNode } from 'react';
import { Skeleton } from '../ui/skeleton.tsx';
import { useCase } from './case-store.ts';
import { useDesk } from './desk-store.ts';
import { text } from './text.ts';

/** Lets a room of the case be seen once a case is open; until then it says what is being done or what to do. */
export function CaseGate(props: { readonly children: ReactNode }): ReactNode {
  const state = useCase((open) => open.state);
  const error = useCase((open) => open.error);
  const caseId = useDesk((desk) => desk.caseId);
  const open = useCase((current) => current.open);
  const navigate = useDesk((desk) => desk.navigate);
  if (state === 'open') return props.children;
  if (state === 'loading') {
    return (
      <div className="gate">
        <Skeleton lines={10} label={text.app.head.opening} />
      </div>
    );
  }
  const isFailed = state === 'failed' && error !== null;
  return (
    <section className="notice" role={isFailed ? 'alert' : undefined}>
      <h2>{isFailed ? text.app.openFailed.title : text.app.noCase.title}</h2>
      <p>{isFailed ? error.message : text.app.noCase.advice}</p>
      {isFailed && <p className="notice-detail">{text.app.code(error.code)}</p>}
      <p className="notice-actions">
        {isFailed && caseId !== null && (
          <button type="button" className="button" onClick={() => void open(caseId)}>
            {text.app.retry}
          </button>
        )}
        <button type="button" className={isFailed ? 'quiet-button' : 'button'} onClick={() => navigate('cases')}>
          {isFailed ? text.app.openFailed.back : text.app.noCase.goto}
        </button>
      </p>
    </section>
  );
}
