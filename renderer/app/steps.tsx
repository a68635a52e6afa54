import type { ReactNode } from 'react';
import type { CaseWork } from '../../shared/cases/case-work.ts';
import { useCase, type OpenedCase } from './case-store.ts';
import { useDesk, type Room } from './desk-store.ts';
import { text } from './text.ts';

/** One of the steps of a case. */
export type Step = 'received' | 'materials' | 'review' | 'opinion' | 'issue' | 'archive';

const roomOf: Readonly<Record<Step, Room>> = {
  received: 'intake',
  materials: 'intake',
  review: 'desk',
  opinion: 'opinion',
  issue: 'issue',
  archive: 'issue',
};
const steps: readonly Step[] = ['received', 'materials', 'review', 'opinion', 'issue', 'archive'];

/** Which steps a case has behind it; what is signed or filed away has everything before that behind it. */
export function stepsDone(opened: Pick<OpenedCase, 'materials' | 'checklist'>, work: CaseWork): ReadonlySet<Step> {
  const required = opened.materials.filter(({ requirement }) => requirement === 'required');
  const isIssued = work.issued !== null;
  const done: Readonly<Record<Step, boolean>> = {
    received: true,
    materials: isIssued || required.every(({ role }) => work.materials[role] !== undefined),
    review: isIssued || (opened.checklist.length > 0 && opened.checklist.every(({ id }) => id in work.answers)),
    opinion: isIssued || work.conclusion !== null,
    issue: isIssued,
    archive: work.closedAt !== null,
  };
  return new Set(steps.filter((step) => done[step]));
}

/** The step that a room stands for; null for a room that belongs to no case. */
export function stepOf(room: Room, work: CaseWork): Step | null {
  if (room === 'issue' && work.issued !== null) return 'archive';
  return steps.find((step) => roomOf[step] === room) ?? null;
}

/** The case's road, each step a way into its room. */
export function Steps(): ReactNode {
  const opened = useCase((open) => open.opened);
  const work = useCase((open) => open.work);
  const room = useDesk((desk) => desk.room);
  const navigate = useDesk((desk) => desk.navigate);
  if (opened === null || work === null) return null;
  const done = stepsDone(opened, work);
  const current = stepOf(room, work);
  const go = (step: Step): void => {
    navigate(roomOf[step]);
    if (step !== 'materials') return;
    // The room is there once the frame after the next has been painted.
    requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById('intake-materials')?.focus()));
  };
  return (
    <nav aria-label={text.app.steps.label} className="steps">
      {steps.map((step) => (
        <button
          key={step}
          type="button"
          className={`step${done.has(step) ? ' step-done' : ''}`}
          aria-current={step === current ? 'step' : undefined}
          onClick={() => go(step)}
        >
          {done.has(step) && step !== current && (
            <span className="step-tick" role="img" aria-label={text.app.steps.done}>
              ✓
            </span>
          )}
          {text.app.steps[step]}
        </button>
      ))}
    </nav>
  );
}
