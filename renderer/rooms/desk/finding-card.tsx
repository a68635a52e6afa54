import type { ReactNode } from 'react';
import { useCase } from '../../app/case-store.ts';
import { useDesk } from '../../app/desk-store.ts';
import { deskText } from '../../text/desk.ts';
import {
  beginDismissing,
  convertFinding,
  editIssue,
  restoreFinding,
  selectItem,
  stepSelection,
} from './desk-actions.ts';
import { decisionsOf, itemsOf } from './desk-derived.ts';
import { useDeskView } from './desk-view.ts';
import type { DeskFinding } from './desk-types.ts';
import { stateOfFinding } from './finding-states.ts';
import { ReasonForm } from './reason-form.tsx';
import { CertaintyChip, SeverityMark, UnconfirmedChip } from './severity-mark.tsx';
import { useFalseAlarms } from './use-false-alarms.ts';
import { visibleText } from '../../ui/visible-text.ts';

/** What a check says of one place: what, where, why, how sure, what often makes it a false alarm; and what to do. */
export function FindingCard(props: { readonly finding: DeskFinding }): ReactNode {
  const { finding } = props;
  const words = deskText.finding;
  return (
    <article className="desk-card" aria-label={`${deskText.severities[finding.severity]} ${finding.title}`}>
      <header className="desk-card-head">
        <SeverityMark severity={finding.severity} isWordShown />
        <h3>{finding.title}</h3>
        <button
          type="button"
          className="desk-chip desk-chip-button"
          title={words.helpLink(finding.check)}
          aria-label={words.helpLink(finding.check)}
          onClick={() => useDesk.getState().help(finding.check)}
        >
          {finding.check}
        </button>
        <CertaintyChip certainty={finding.certainty} />
      </header>
      <div className="desk-card-body">
        <blockquote className="desk-quote" data-severity={finding.severity}>
          {finding.quote === '' ? words.missingQuote : visibleText(finding.quote)}
        </blockquote>
        <Facts finding={finding} />
      </div>
      <Decision finding={finding} />
    </article>
  );
}

function Facts(props: { readonly finding: DeskFinding }): ReactNode {
  const { finding } = props;
  const falseAlarms = useFalseAlarms(finding.check);
  const items = useCase(itemsOf).filter((item) => item.checks.includes(finding.check));
  const words = deskText.finding;
  return (
    <dl className="desk-facts">
      <dt>{words.problem}</dt>
      <dd>{finding.message}</dd>
      <dt>{words.basis}</dt>
      <dd>
        {finding.basis.length === 0 ? (
          <span className="desk-faint">{words.noBasis}</span>
        ) : (
          finding.basis.map((basis) => (
            <span key={`${basis.source} ${basis.article}`} className="desk-basis">
              《{basis.source}》{basis.article}
              {!basis.confirmed && <UnconfirmedChip />}
            </span>
          ))
        )}
      </dd>
      {falseAlarms.length > 0 && (
        <>
          <dt>{words.falseAlarms}</dt>
          <dd>
            {falseAlarms.map((line) => (
              <span key={line} className="desk-line">
                {line}
              </span>
            ))}
          </dd>
        </>
      )}
      <dt>{words.suggestion}</dt>
      <dd>{finding.suggestion ?? <span className="desk-faint">{words.noSuggestion}</span>}</dd>
      {items.length > 0 && (
        <>
          <dt>{words.items}</dt>
          <dd>
            {items.map((item) => (
              <button
                key={item.id}
                type="button"
                className="desk-link"
                title={item.question}
                onClick={() => selectItem(item.id)}
              >
                {item.id}
              </button>
            ))}
          </dd>
        </>
      )}
    </dl>
  );
}

/** What was decided about a finding, or what can be. */
function Decision(props: { readonly finding: DeskFinding }): ReactNode {
  const { key } = props.finding;
  const decisions = useCase(decisionsOf);
  const isEditable = useCase((state) => state.isEditable);
  const isDismissing = useDeskView((view) => view.dismissing?.kind === 'one' && view.dismissing.finding === key);
  const decision = stateOfFinding(decisions, key);
  const words = deskText.finding;
  if (isDismissing) return <ReasonForm label={deskText.reason.label} />;
  return (
    <>
      {decision.kind !== 'open' && (
        <p className="desk-decided" role="status">
          <strong>{decision.kind === 'issue' ? words.converted : words.dismissed}</strong>
          {decision.kind === 'dismissed' && <span>{decision.reason}</span>}
        </p>
      )}
      <footer className="desk-card-actions">
        {decision.kind === 'open' && (
          <>
            <button
              type="button"
              className="desk-button desk-button-first"
              disabled={!isEditable}
              onClick={convertFinding}
            >
              {words.convert}
              <kbd>Enter</kbd>
            </button>
            <button type="button" className="desk-button" disabled={!isEditable} onClick={beginDismissing}>
              {words.dismiss}
              <kbd>X</kbd>
            </button>
          </>
        )}
        {decision.kind === 'issue' && (
          <button type="button" className="desk-button" onClick={() => editIssue(decision.issue)}>
            {words.edit}
            <kbd>E</kbd>
          </button>
        )}
        {decision.kind !== 'open' && (
          <button type="button" className="desk-button" disabled={!isEditable} onClick={() => restoreFinding(key)}>
            {words.restore}
          </button>
        )}
        <button type="button" className="desk-button desk-button-last" onClick={() => stepSelection(1)}>
          {words.next}
          <kbd>J</kbd>
        </button>
      </footer>
    </>
  );
}
