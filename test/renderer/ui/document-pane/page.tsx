import { createRoot } from 'react-dom/client';
import { DocumentPane } from '../../../../renderer/ui/document-pane/document-pane.tsx';
import type {
  DocumentPaneHandle,
  DocumentPaneProps,
  PaneHighlight,
  PaneReference,
} from '../../../../renderer/ui/document-pane/types.ts';
import type { Block, Span } from '../../../../shared/document/document.ts';

/** What a test may set; plain values, because they travel to the page as JSON. */
export interface PagePane {
  readonly blocks: readonly Block[];
  readonly text: string;
  readonly caption: string;
  readonly highlights: readonly PaneHighlight[];
  readonly selected: string | null;
  readonly references: readonly PaneReference[];
  readonly marked: readonly string[];
  readonly fontSize: number;
  readonly canAnnotate: boolean;
}

/** What the page offers to a test. */
export interface PanePage {
  show: (pane: PagePane) => void;
  change: (part: Partial<PagePane>) => void;
  readonly handle: DocumentPaneHandle | null;
  readonly selectedIds: (readonly string[])[];
  readonly annotated: Span[];
  readonly inView: string[];
}

declare global {
  /** Set by this page for the test that drives it. */
  var pane: PanePage;
}

const root = createRoot(document.body.appendChild(document.createElement('div')));
let shown: PagePane | undefined;
let handle: DocumentPaneHandle | null = null;
const callbacks: Pick<DocumentPaneProps, 'onSelectHighlight' | 'onAnnotate' | 'onArticleInView'> = {
  onSelectHighlight: (ids) => globalThis.pane.selectedIds.push(ids),
  onAnnotate: (range) => globalThis.pane.annotated.push(range),
  onArticleInView: (id) => globalThis.pane.inView.push(id),
};

let markedIds: readonly string[] = [];
let marked: ReadonlySet<string> = new Set();

function render(pane: PagePane): void {
  if (pane.marked !== markedIds) {
    markedIds = pane.marked;
    marked = new Set(markedIds);
  }
  shown = pane;
  root.render(
    <div style={{ height: '100vh', display: 'grid', gridTemplateRows: 'auto minmax(0, 1fr)' }}>
      <input aria-label="elsewhere" />
      <DocumentPane
        {...pane}
        {...callbacks}
        marked={marked}
        ref={(value) => {
          handle = value;
        }}
      />
    </div>,
  );
}

globalThis.pane = {
  show: render,
  change: (part) => {
    if (shown) render({ ...shown, ...part });
  },
  get handle() {
    return handle;
  },
  selectedIds: [],
  annotated: [],
  inView: [],
};
