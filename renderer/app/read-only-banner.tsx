import type { ReactNode } from 'react';
import { useCase } from './case-store.ts';
import { formatMoment } from './format.ts';
import { text } from './text.ts';

/** Says, above the rooms of a case that cannot be edited, why; and what opening had to repair. */
export function ReadOnlyBanner(): ReactNode {
  const opened = useCase((open) => open.opened);
  const work = useCase((open) => open.work);
  if (opened === null || work === null) return null;
  const { readOnly } = text.app;
  const reason =
    work.closedAt !== null
      ? readOnly.closed
      : work.issued !== null
        ? readOnly.issued
        : opened.mode === 'read-only'
          ? (opened.readOnlyReason ?? readOnly.opened)
          : null;
  const { heldBy } = opened;
  return (
    <>
      {reason !== null && (
        <p className="banner" role="note">
          <b>{readOnly.title}</b>
          {reason}
          {heldBy !== null &&
            !reason.includes(heldBy.user) &&
            readOnly.heldBy(heldBy.user, heldBy.workstation, formatMoment(heldBy.since))}
        </p>
      )}
      {opened.repairs.length > 0 && (
        <p className="banner banner-repair" role="note">
          <b>{text.app.repairs}</b>
          {opened.repairs.join('')}
        </p>
      )}
    </>
  );
}
