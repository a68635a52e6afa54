import type { ReactNode } from 'react';
import { useCase } from '../../app/case-store.ts';
import { deskText } from '../../text/desk.ts';
import { CallFailure } from '../../ui/call-failure.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';

/** What stands in place of findings where there are none: the checks run, failed, or found nothing. */
export function CheckStatus(): ReactNode {
  const checks = useCase((state) => state.checks);
  const check = useCase((state) => state.check);
  const words = deskText.findings;
  if (checks.kind === 'running' && checks.value === null) {
    return (
      <div className="desk-blank" aria-busy="true">
        <Skeleton lines={5} label={words.pending} />
      </div>
    );
  }
  if (checks.kind === 'failed') {
    return (
      <div className="desk-blank">
        <CallFailure title={words.failed} {...checks.error} retry={check} retryLabel={deskText.toolbar.retry} />
      </div>
    );
  }
  return (
    <div className="desk-blank">
      <h3>{words.none.title}</h3>
      <p>{words.none.advice}</p>
      {checks.value !== null && (
        <>
          <p className="desk-faint">{words.run(checks.value.run.length, Math.round(checks.value.milliseconds))}</p>
          {checks.value.skipped.length > 0 && (
            <details className="desk-faint">
              <summary>{words.skipped(checks.value.skipped.length)}</summary>
              <ul>
                {checks.value.skipped.map((skipped) => (
                  <li key={skipped.check}>
                    {skipped.check} {skipped.title}：{skipped.reason}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </div>
  );
}
