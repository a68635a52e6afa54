import type { ReactNode } from 'react';
import { useCase } from '../../app/case-store.ts';
import { deskText } from '../../text/desk.ts';
import { articleAt } from './article-at.ts';
import { reanchorIssue, removeIssue, selectIssue } from './desk-actions.ts';
import { placedOf } from './desk-derived.ts';
import { useDeskView } from './desk-view.ts';
import { memoRow, OptionList } from './option-list.tsx';
import { isExact, type PlacedIssue } from './resolve-issues.ts';
import { visibleText } from '../../ui/visible-text.ts';

function useProblem(id: string): string {
  return useCase((state) => state.work?.issues.find((issue) => issue.id === id)?.problem ?? '');
}

const IssueRow = memoRow<PlacedIssue>(({ entry }) => {
  const { issue, place } = entry;
  const problem = useProblem(issue.id);
  const path = useCase((state) =>
    place.kind === 'exact' ? (articleAt(state.opened?.draft?.outline ?? [], place.start)?.label ?? '') : '',
  );
  return (
    <div className="desk-issue" data-weight={issue.weight}>
      <span className="desk-issue-weight">{deskText.weights[issue.weight]}</span>
      <span className="desk-finding-title">{problem === '' ? deskText.issues.untold : problem}</span>
      <span className="desk-chip">{path === '' ? deskText.findings.elsewhere : path}</span>
      <span className="desk-finding-note">
        {deskText.categories[issue.category]} · {visibleText(issue.anchor.quote.slice(0, 40))}
      </span>
    </div>
  );
});

function idOf({ issue }: PlacedIssue): string {
  return issue.id;
}

function select(id: string): void {
  selectIssue(id, 'scroll');
}

/** The issues that stand exactly where they were made, and apart from them those that a person must look at. */
export function IssueList(): ReactNode {
  const placed = useCase(placedOf);
  const selected = useDeskView((view) => view.issue);
  const exact = placed.filter(isExact);
  const lost = placed.filter((each) => !isExact(each));
  return (
    <>
      {lost.length > 0 && <Unplaced placed={lost} />}
      {exact.length > 0 && (
        <OptionList
          name="desk-issues"
          label={deskText.issues.label}
          groups={[{ title: null, entries: exact }]}
          idOf={idOf}
          selected={selected}
          onSelect={select}
          row={IssueRow}
        />
      )}
    </>
  );
}

/** 无法准确定位: what the words of each became, and the places that a person may choose. Nothing is moved unasked. */
function Unplaced(props: { readonly placed: readonly PlacedIssue[] }): ReactNode {
  const words = deskText.issues.unplaced;
  return (
    <section className="desk-unplaced" aria-label={words.title}>
      <h3>{words.title}</h3>
      <p>{words.advice}</p>
      <ul>
        {props.placed.map((each) => (
          <UnplacedIssue key={each.issue.id} placed={each} />
        ))}
      </ul>
    </section>
  );
}

/** How many candidates are offered; more are not told apart by number any more. */
const mostCandidates = 9;

function UnplacedIssue(props: { readonly placed: PlacedIssue }): ReactNode {
  const { placed } = props;
  const { issue, place } = placed;
  const problem = useProblem(issue.id);
  const isEditable = useCase((state) => state.isEditable);
  const words = deskText.issues.unplaced;
  const candidates =
    place.kind === 'moved' ? [place] : place.kind === 'uncertain' ? place.candidates.slice(0, mostCandidates) : [];
  return (
    <li>
      <button type="button" className="desk-link" onClick={() => selectIssue(issue.id, 'stay')}>
        {problem === '' ? deskText.issues.untold : problem}
      </button>
      <q>{visibleText(issue.anchor.quote.slice(0, 60))}</q>
      <span>
        {place.kind === 'moved' && words.moved}
        {place.kind === 'uncertain' && words.uncertain(place.candidates.length)}
        {place.kind === 'lost' && words.lost}
      </span>
      <span className="desk-unplaced-actions">
        {candidates.map((candidate, index) => (
          <button
            key={candidate.start}
            type="button"
            className="desk-pick"
            disabled={!isEditable}
            onFocus={() => useDeskView.getState().pane?.scrollTo(candidate.start, 'nearest')}
            onClick={() => reanchorIssue(placed, candidate)}
          >
            {place.kind === 'moved' ? words.useMoved : words.use(index + 1)}
          </button>
        ))}
        <button type="button" className="desk-pick" disabled={!isEditable} onClick={() => removeIssue(issue.id)}>
          {deskText.issue.remove}
        </button>
      </span>
    </li>
  );
}
