import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { issueWeights, type Issue } from '../../../shared/cases/case-work.ts';
import { useCase } from '../../app/case-store.ts';
import { deskText } from '../../text/desk.ts';
import { ChoiceRow } from './choice-row.tsx';
import { changeIssue, removeIssue, selectFinding } from './desk-actions.ts';
import { show, useDeskView } from './desk-view.ts';
import { Difference } from './difference.tsx';
import { DraftField } from './draft-field.tsx';
import { BasisField, CategoryField, ItemsField } from './issue-fields.tsx';
import { visibleText } from '../../ui/visible-text.ts';

/** Puts the keyboard into the text of the issue where that was asked for. */
function useWantedProblem(): React.RefObject<HTMLTextAreaElement | null> {
  const field = useRef<HTMLTextAreaElement>(null);
  const isWanted = useDeskView((view) => view.wanted === 'problem');
  useEffect(() => {
    if (!isWanted) return;
    show({ wanted: null });
    field.current?.focus();
    field.current?.setSelectionRange(field.current.value.length, field.current.value.length);
  }, [isWanted]);
  return field;
}

/** Esc in a text leads back: to the finding that the issue came from where it is still selected, else to the draft. */
function leaveEditor(event: KeyboardEvent, issue: Issue): void {
  if (event.key !== 'Escape' || event.nativeEvent.isComposing || !(event.target instanceof HTMLTextAreaElement)) return;
  event.preventDefault();
  const { pane, finding } = useDeskView.getState();
  pane?.focus();
  if (issue.finding !== null && issue.finding === finding) show({ right: 'finding' });
}

/** An issue as it is being written. Must have its id as `key`. */
export function IssueEditor(props: { readonly issue: Issue; readonly number: number }): ReactNode {
  const { issue, number } = props;
  const { id } = issue;
  const isDisabled = useCase((state) => !state.isEditable);
  const problem = useWantedProblem();
  const words = deskText.issue;
  return (
    <article
      className="desk-card desk-issue-card"
      aria-label={deskText.issues.number(number)}
      onKeyDown={(event) => leaveEditor(event, issue)}
    >
      <header className="desk-card-head">
        <span className="desk-issue-mark" aria-hidden="true">
          §
        </span>
        <h3>{deskText.issues.number(number)}</h3>
        {issue.finding === null ? (
          <span className="desk-chip">{words.own}</span>
        ) : (
          <button
            type="button"
            className="desk-chip desk-chip-button"
            title={words.toFinding}
            onClick={() => selectFinding(issue.finding ?? '', 'scroll')}
          >
            {words.from(issue.check ?? '')}
          </button>
        )}
        <button
          type="button"
          className="desk-link desk-card-remove"
          disabled={isDisabled}
          onClick={() => removeIssue(id)}
        >
          {words.remove}
        </button>
      </header>
      <div className="desk-card-body">
        <blockquote className="desk-quote desk-quote-issue">{visibleText(issue.anchor.quote)}</blockquote>
        <div className="desk-form">
          <span className="desk-form-label">{words.category}</span>
          <div className="desk-form-field">
            <CategoryField issue={id} category={issue.category} isDisabled={isDisabled} />
          </div>
          <span className="desk-form-label">{words.problem}</span>
          <DraftField
            label={words.problem}
            value={issue.problem}
            placeholder={words.problemHint}
            isDisabled={isDisabled}
            rows={3}
            ref={problem}
            onWrite={(text, group) => changeIssue(id, { problem: text }, group)}
          />
          <span className="desk-form-label">{words.basis}</span>
          <BasisField issue={id} bases={issue.basis} isDisabled={isDisabled} />
          <span className="desk-form-label">{words.suggestion}</span>
          <div className="desk-form-field">
            <DraftField
              label={words.suggestion}
              value={issue.suggestion}
              placeholder={words.suggestionHint}
              isDisabled={isDisabled}
              onWrite={(text, group) => changeIssue(id, { suggestion: text }, group)}
            />
            {issue.suggestion === '' && !isDisabled && (
              <button
                type="button"
                className="desk-link"
                onClick={() => changeIssue(id, { suggestion: issue.anchor.quote }, null)}
              >
                {words.fromQuote}
              </button>
            )}
            <Difference quote={issue.anchor.quote} suggestion={issue.suggestion} />
          </div>
          <span className="desk-form-label">{words.weight}</span>
          <ChoiceRow
            label={words.weight}
            value={issue.weight}
            isDisabled={isDisabled}
            choices={issueWeights.map((value) => ({
              value,
              name: deskText.weights[value],
              ...(value === 'note' ? { hint: deskText.weightHint } : {}),
            }))}
            onChoose={(weight) => changeIssue(id, { weight }, null)}
          />
          <span className="desk-form-label">{words.items}</span>
          <div className="desk-form-field">
            <ItemsField issue={id} linked={issue.items} isDisabled={isDisabled} />
          </div>
        </div>
      </div>
    </article>
  );
}
