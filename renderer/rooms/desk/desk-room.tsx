import { useEffect, useLayoutEffect, useState, type CSSProperties, type ReactNode } from 'react';
import { useCase } from '../../app/case-store.ts';
import { useDesk } from '../../app/desk-store.ts';
import { deskText } from '../../text/desk.ts';
import { Notice } from '../../ui/notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import './desk-room.css';
import './desk-lists.css';
import './desk-card.css';
import { show, showCase, useDeskView } from './desk-view.ts';
import { LeftPane } from './left-pane.tsx';
import { PaneDivider, useWidth, type PaneWidth } from './pane-divider.tsx';
import { Paper } from './paper.tsx';
import { RightPane } from './right-pane.tsx';
import { CheckLine, Toolbar } from './toolbar.tsx';
import { useDeskCommands } from './use-desk-commands.ts';
import { useDeskKeys } from './use-desk-keys.ts';

/** The text needs no more than its measure, so that a wide screen gives the rest to what stands beside it. */
const isWide = matchMedia('(min-width: 1920px)').matches;
const leftWidth: PaneWidth = { least: 220, most: 560, usual: isWide ? 400 : 300 };
const rightWidth: PaneWidth = { least: 300, most: 720, usual: isWide ? 560 : 372 };

/** 审查台: the draft with what is marked in it, what the checks found, the checklist, and the issues. */
export function DeskRoom(): ReactNode {
  const state = useCase((each) => each.state);
  const error = useCase((each) => each.error);
  const hasDraft = useCase((each) => (each.opened?.draft ?? null) !== null);
  const problem = useCase((each) => each.opened?.draftProblem ?? null);
  const words = deskText.states;
  if (state === 'loading') {
    return (
      <div className="desk-waiting" aria-busy="true">
        <Skeleton lines={4} label={words.loading} />
        <Skeleton lines={9} />
        <Skeleton lines={6} />
      </div>
    );
  }
  if (state === 'failed' && error) {
    const { caseId } = useDesk.getState();
    return (
      <Notice
        title={words.failed.title}
        message={error.message}
        detail={words.failed.code(error.code)}
        action={{
          label: words.failed.retry,
          run: () => {
            if (caseId !== null) void useCase.getState().open(caseId);
          },
        }}
      />
    );
  }
  if (state !== 'open') return <Elsewhere words={words.none} room="cases" />;
  if (!hasDraft) return <Elsewhere words={words.noDraft} room="intake" reason={problem} />;
  return <Desk />;
}

/** Puts the keyboard on the text when the desk is entered, unless it is on the desk already. */
function useReadingFocus(): void {
  const pane = useDeskView((view) => view.pane);
  useEffect(() => {
    const { activeElement } = document;
    if (useDesk.getState().overlay === null && !activeElement?.closest('.desk-room, [role="dialog"]')) pane?.focus();
  }, [pane]);
}

/** Says what is missing and leads to where it is found. */
function Elsewhere(props: {
  readonly words: { readonly title: string; readonly advice: string; readonly action: string };
  readonly room: 'cases' | 'intake';
  readonly reason?: string | null;
}): ReactNode {
  const { words, room, reason = null } = props;
  return (
    <section className="desk-elsewhere">
      <h2>{words.title}</h2>
      {reason !== null && <p>{reason}</p>}
      <p>{words.advice}</p>
      <button type="button" className="button" onClick={() => useDesk.getState().navigate(room)}>
        {words.action}
      </button>
    </section>
  );
}

/** False until the text has been painted once: what stands beside it need not hold it up. */
function useTextPainted(): boolean {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => {
    let second = 0;
    const first = requestAnimationFrame(() => (second = requestAnimationFrame(() => setPainted(true))));
    return () => {
      cancelAnimationFrame(first);
      cancelAnimationFrame(second);
    };
  }, []);
  return isPainted;
}

function Desk(): ReactNode {
  const isTextPainted = useTextPainted();
  const caseId = useCase((state) => state.opened?.case);
  const draft = useCase((state) => state.opened?.draft);
  const narrow = useDeskView((view) => view.narrow);
  const left = useWidth('desk.left', leftWidth);
  const right = useWidth('desk.right', rightWidth);
  useDeskKeys();
  useDeskCommands();
  useReadingFocus();
  useLayoutEffect(() => {
    if (caseId !== undefined) showCase(caseId);
  }, [caseId]);
  if (!draft) return null;
  const widths: CSSProperties & Record<`--${string}`, string> = {
    '--desk-left': `${left}px`,
    '--desk-right': `${right}px`,
  };
  const words = deskText.panes;
  return (
    <div className="desk-room" data-narrow={narrow} style={widths}>
      <div className="desk-narrow" role="group" aria-label={deskText.narrow.label}>
        {(['left', 'centre', 'right'] as const).map((pane) => (
          <button
            key={pane}
            type="button"
            className="desk-choice"
            aria-pressed={narrow === pane}
            onClick={() => show({ narrow: pane })}
          >
            {deskText.narrow[pane]}
          </button>
        ))}
      </div>
      <section className="desk-pane desk-pane-left" data-pane="desk-left" aria-label={words.left}>
        {isTextPainted && <LeftPane />}
      </section>
      <PaneDivider name="desk.left" label={deskText.separators.left} width={leftWidth} side="left" />
      <section className="desk-pane desk-pane-centre" data-pane="desk-centre" aria-label={words.centre}>
        <Toolbar draft={draft} />
        <CheckLine />
        <div className="desk-paper">
          <Paper draft={draft} />
        </div>
      </section>
      <PaneDivider name="desk.right" label={deskText.separators.right} width={rightWidth} side="right" />
      <section className="desk-pane desk-pane-right" data-pane="desk-right" aria-label={words.right}>
        {isTextPainted && <RightPane />}
      </section>
    </div>
  );
}
