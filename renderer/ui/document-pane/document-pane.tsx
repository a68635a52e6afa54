import {
  useImperativeHandle,
  useRef,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
  type Ref,
} from 'react';
import { blockTextStart } from '../../../shared/document/document.ts';
import { documentPaneText } from '../../text/document-pane.ts';
import './document-pane.css';
import './highlights.css';
import { FindBar } from './find-bar.tsx';
import { GutterMap } from './gutter-map.tsx';
import { hitAt, offsetAtPoint, referenceAt } from './hit-test.ts';
import { extendSelection, readCaret, readSelection, select } from './pane-selection.ts';
import type { PaneView } from './pane-view.ts';
import { SelectionBar } from './selection-bar.tsx';
import type { DocumentPaneHandle, DocumentPaneProps, PaneReference } from './types.ts';
import { useFind } from './use-find.ts';
import { stepArticle, useFollowing } from './use-following.ts';
import { useArticleInView, usePaneView, useShown } from './use-pane-view.ts';

/** The document on the desk: its text as paper, what is marked in it, finding, following and selecting. */
export function DocumentPane(props: DocumentPaneProps & { readonly ref?: Ref<DocumentPaneHandle> }): ReactNode {
  const { blocks, text, highlights, references, ref } = props;
  const [view, attach] = usePaneView(blocks, text);
  const find = useFind(view, text);
  const following = useFollowing(view);
  const hovered = useRef(0);
  useShown(view, props);
  useArticleInView(view, props.onArticleInView);

  useImperativeHandle(
    ref,
    () => ({
      scrollTo: (offset, how = 'centre') => view?.scrollTo(offset, how),
      find: find.open,
      back: following.back,
      selection: () => (view ? readSelection(view.sheet) : null),
      nextArticle: (step) => {
        if (view) stepArticle(view, step);
      },
      focus: () => view?.scroller.focus({ preventScroll: true }),
    }),
    [view, find.open, following.back],
  );

  const follow = (reference: PaneReference): void => {
    if (props.onReference) props.onReference(reference);
    else following.follow(reference);
  };

  const hit = (event: MouseEvent): ReturnType<typeof hitAt> => {
    const offset = view ? offsetAtPoint(view.sheet, event.clientX, event.clientY) : null;
    return offset === null ? null : hitAt(highlights, references, offset, event.ctrlKey || event.metaKey);
  };

  const onClick = (event: MouseEvent): void => {
    // The end of a drag is a selection, not a click.
    if (!document.getSelection()?.isCollapsed) return;
    const under = hit(event);
    if (under?.kind === 'reference') follow(under.reference);
    else if (under) props.onSelectHighlight(under.ids);
  };

  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    cancelAnimationFrame(hovered.current);
    const { currentTarget } = event;
    hovered.current = requestAnimationFrame(() => {
      const under = event.buttons === 0 ? hit(event) : null;
      currentTarget.dataset['over'] = under?.kind ?? 'text';
    });
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!view || event.nativeEvent.isComposing || !pressKey(view, event, props, follow, following.back)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  if (blocks.length === 0) {
    return (
      <div className="document-pane document-pane-empty">
        <h2>{documentPaneText.empty.title}</h2>
        <p>{documentPaneText.empty.advice}</p>
      </div>
    );
  }
  return (
    <div className="document-pane">
      <div
        ref={attach}
        className="document-pane-scroll"
        role="document"
        aria-label={documentPaneText.label}
        tabIndex={0}
        onClick={onClick}
        onPointerMove={onPointerMove}
        onKeyDown={onKeyDown}
      />
      {view && props.canAnnotate && <SelectionBar view={view} onAnnotate={props.onAnnotate} />}
      <GutterMap view={view} highlights={highlights} length={text.length} />
      <FindBar find={find} />
      {following.backTo !== null && (
        <div className="document-pane-back">
          <button type="button" onClick={following.back}>
            ← {documentPaneText.back(following.backTo)}
            <kbd>Alt+←</kbd>
          </button>
          <button
            type="button"
            aria-label={documentPaneText.forgetBack}
            title={documentPaneText.forgetBack}
            onClick={following.forget}
          >
            ×
          </button>
        </div>
      )}
    </div>
  );
}

/** Answers a key on the paper; false leaves it to the browser and to the desk. */
function pressKey(
  view: PaneView,
  event: KeyboardEvent,
  props: DocumentPaneProps,
  follow: (reference: PaneReference) => void,
  back: () => void,
): boolean {
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
  // All of the document, not all of the window.
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
    select(view.sheet, { start: 0, end: view.sheet.text.length });
    return true;
  }
  if (event.altKey && event.key === 'ArrowLeft') {
    back();
    return true;
  }
  // The browser's own way to the end stops where the estimates of unseen parts end.
  if (isPlain && (event.key === 'Home' || event.key === 'End')) {
    view.scrollToEnd(event.key);
    return true;
  }
  if (isPlain && event.key === 'Enter') {
    const reference = referenceAtCaret(view, props);
    if (reference) follow(reference);
    return reference !== null;
  }
  if (event.shiftKey && !event.altKey) {
    const block = view.sheet.blocks[view.visible().block];
    return extendSelection(view.sheet, event.key, event.ctrlKey, block ? blockTextStart(block) : 0);
  }
  return false;
}

/** The reference that Enter follows. With only a caret in it, the key belongs to the highlight that is selected. */
function referenceAtCaret(view: PaneView, props: DocumentPaneProps): PaneReference | null {
  const selection = readSelection(view.sheet);
  const caret = selection?.start ?? (props.selected === null ? readCaret(view.sheet) : null);
  return caret === null ? null : referenceAt(props.references, caret);
}
