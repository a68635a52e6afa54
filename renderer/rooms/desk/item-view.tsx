import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { verdicts } from '../../../shared/opinion/decisions.ts';
import { useCase } from '../../app/case-store.ts';
import { deskText } from '../../text/desk.ts';
import { ChoiceRow } from './choice-row.tsx';
import { answerItem, goToNextUnanswered, selectFinding, selectIssue } from './desk-actions.ts';
import { findingsOf, issuesOf, itemsOf, materialsOf } from './desk-derived.ts';
import { show, useDeskView } from './desk-view.ts';
import type { DeskItem } from './desk-types.ts';
import { DraftField } from './draft-field.tsx';
import { evidenceOfItem } from './item-evidence.ts';
import { focusList } from './option-list.tsx';
import { SeverityMark, UnconfirmedChip } from './severity-mark.tsx';
import { visibleText } from '../../ui/visible-text.ts';

/** 审查项: the selected question, the article it comes from, what bears on it, and the answer. */
export function ItemView(): ReactNode {
  const selected = useDeskView((view) => view.item);
  const item = useCase(itemsOf).find((each) => each.id === selected);
  if (!item) return <p className="desk-empty">{deskText.item.select}</p>;
  return <ItemCard key={item.id} item={item} />;
}

function ItemCard(props: { readonly item: DeskItem }): ReactNode {
  const { item } = props;
  const words = deskText.item;
  return (
    <article className="desk-card" aria-label={item.question}>
      <header className="desk-card-head">
        <SeverityMark severity={item.severity} isWordShown />
        <h3 className="desk-item-title">{item.question}</h3>
        <span className="desk-chip">{item.id}</span>
      </header>
      <div className="desk-card-body">
        <details className="desk-article" open>
          <summary>
            {words.article} · 《{item.citeAs}》{item.articleLabel}
          </summary>
          <blockquote className="desk-quote desk-quote-rule">{item.articleText}</blockquote>
        </details>
        <dl className="desk-facts">
          {item.condition !== null && (
            <>
              <dt>{words.condition}</dt>
              <dd>{item.condition}</dd>
            </>
          )}
          {(item.remark !== null || item.derived) && (
            <>
              <dt>{words.remark}</dt>
              <dd>
                {item.derived && <span className="desk-chip">{words.derived}</span>} {item.remark}
              </dd>
            </>
          )}
          {item.basis.length > 0 && (
            <>
              <dt>{words.basis}</dt>
              <dd>
                {item.basis.map((basis) => (
                  <span key={`${basis.source} ${basis.article}`} className="desk-basis">
                    《{basis.source}》{basis.article}
                    {!basis.confirmed && <UnconfirmedChip />}
                  </span>
                ))}
              </dd>
            </>
          )}
          <dt>{words.expected}</dt>
          <dd>{item.evidence}</dd>
          <Evidence item={item} />
        </dl>
        <Answer item={item} />
      </div>
    </article>
  );
}

function Evidence(props: { readonly item: DeskItem }): ReactNode {
  const { item } = props;
  const findings = useCase(findingsOf);
  const issues = useCase(issuesOf);
  const materials = useCase(materialsOf);
  const evidence = evidenceOfItem(item, findings, issues, materials);
  const words = deskText.item;
  const isEmpty = evidence.findings.length + evidence.issues.length + evidence.materials.length === 0;
  return (
    <>
      <dt>{words.evidence}</dt>
      <dd>
        {isEmpty && <span className="desk-faint">{words.noEvidence}</span>}
        {evidence.issues.map((issue) => (
          <button
            key={issue.id}
            type="button"
            className="desk-evidence"
            onClick={() => selectIssue(issue.id, 'scroll')}
          >
            <span className="desk-chip">{deskText.tabs.issues}</span>
            {visibleText(issue.anchor.quote.slice(0, 40))}
          </button>
        ))}
        {evidence.findings.map((finding) => (
          <button
            key={finding.key}
            type="button"
            className="desk-evidence"
            onClick={() => selectFinding(finding.key, 'scroll')}
          >
            <SeverityMark severity={finding.severity} />
            {finding.path} {finding.title}
          </button>
        ))}
        {evidence.materials.map(({ material, state, files }) => (
          <span key={material.role} className="desk-evidence">
            <span className="desk-chip">{deskText.materials.states[state ?? 'unknown']}</span>
            {[material.role, ...files].join('：')}
          </span>
        ))}
      </dd>
    </>
  );
}

function Answer(props: { readonly item: DeskItem }): ReactNode {
  const { id } = props.item;
  const answer = useCase((state) => state.work?.answers[id]);
  const isEditable = useCase((state) => state.isEditable);
  const note = useRef<HTMLTextAreaElement>(null);
  const isWanted = useDeskView((view) => view.wanted === 'note');
  useEffect(() => {
    if (!isWanted) return;
    show({ wanted: null });
    note.current?.focus();
  }, [isWanted]);

  const words = deskText.item;
  const isRequired = answer !== undefined && answer.verdict !== 'meets';
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' || (event.key === 'Enter' && !event.shiftKey)) {
      event.preventDefault();
      event.stopPropagation();
      focusList('desk-items');
      if (event.key === 'Enter') goToNextUnanswered();
    }
  };
  return (
    <div className="desk-form desk-answer">
      <div className="desk-verdicts">
        <ChoiceRow
          label={words.verdict}
          value={answer?.verdict ?? null}
          isDisabled={!isEditable}
          choices={verdicts.map((value, index) => ({
            value,
            name: deskText.verdicts[value],
            keys: String(index + 1),
          }))}
          onChoose={(verdict) => answerItem(id, verdict)}
        />
      </div>
      <span className="desk-form-label">{words.note}</span>
      <div className="desk-form-field">
        <DraftField
          label={words.note}
          value={answer?.note ?? ''}
          isDisabled={!isEditable || answer === undefined}
          placeholder={answer === undefined ? words.noteFirst : isRequired ? '' : words.noteOptional}
          ref={note}
          onKeyDown={onKeyDown}
          onWrite={(text, group) => {
            const { work, edit } = useCase.getState();
            const verdict = work?.answers[id]?.verdict;
            if (verdict !== undefined) edit({ kind: 'item.answer', item: id, verdict, note: text, group });
          }}
        />
        {isRequired && answer.note.trim() === '' && <p className="desk-required">{words.noteRequired}</p>}
      </div>
      <span />
      <div className="desk-answer-actions">
        {answer !== undefined && (
          <button type="button" className="desk-link" disabled={!isEditable} onClick={() => answerItem(id, null)}>
            {words.clear}
          </button>
        )}
        <button type="button" className="desk-button desk-button-last" onClick={goToNextUnanswered}>
          {words.next}
        </button>
      </div>
    </div>
  );
}
