import type { ReactNode } from 'react';
import { useDesk } from '../../app/desk-store.ts';
import { formatMoment } from '../../app/format.ts';
import { text } from '../../app/text.ts';
import { CaseHeadForm, DocumentTypeChoice } from './case-head-form.tsx';
import { DraftProblem, DraftXray } from './draft-xray.tsx';
import { FilesTable } from './files-table.tsx';
import { MaterialsList } from './materials-list.tsx';
import { RefusedFiles } from './refused-files.tsx';
import { useIntake } from './use-intake.ts';
import './intake-room.css';

/** 收件: what was taken and what it is, what a printed page would not show, and what is missing. */
export function IntakeRoom(): ReactNode {
  const intake = useIntake();
  const navigate = useDesk((desk) => desk.navigate);
  if (intake === null) return null;
  const { opened } = intake;
  return (
    <div className="intake">
      <header className="intake-head">
        <div>
          <h2>{text.intake.title}</h2>
          <p>{text.intake.summary(opened.files.length, opened.refused.length, formatMoment(opened.takenAt))}</p>
        </div>
        <button type="button" className="button" onClick={() => navigate('desk')}>
          {text.intake.enter} <span aria-hidden="true">{text.intake.enterNext}</span>
        </button>
      </header>
      <div className="intake-panes">
        <div className="intake-files" data-pane="intake-files" role="region" aria-label={text.intake.paneFiles}>
          <FilesTable intake={intake} />
          <RefusedFiles refused={opened.refused} />
          <DraftProblem intake={intake} />
          {opened.draft !== null && <DraftXray draft={opened.draft} />}
        </div>
        <div className="intake-case" data-pane="intake-case" role="region" aria-label={text.intake.paneCase}>
          <DocumentTypeChoice intake={intake} />
          <CaseHeadForm intake={intake} />
          <MaterialsList intake={intake} />
        </div>
      </div>
    </div>
  );
}
