import type { Block, Span } from '../../../shared/document/document.ts';

/** How a marked stretch of text looks: the four severities, what a person made, and what only points somewhere. */
export type PaneLook = 'blocking' | 'major' | 'minor' | 'hint' | 'issue' | 'note' | 'dismissed' | 'evidence';

/** A stretch of the document's text that is shown as marked; may overlap others and span blocks. */
export interface PaneHighlight extends Span {
  readonly id: string;
  readonly look: PaneLook;
  /** What the gutter map says about it, to the eye and to screen readers. */
  readonly label: string;
}

/** Words in the text that name another place of the same text, such as 本办法第三条. */
export interface PaneReference extends Span {
  /** The offset it leads to. */
  readonly target: number;
}

/** What the document pane shows and whom it tells. Offsets are those of the document's text. */
export interface DocumentPaneProps {
  readonly blocks: readonly Block[];
  /** The document's canonical text, into which every offset points. */
  readonly text: string;
  /** The line under the title. */
  readonly caption: string;
  readonly highlights: readonly PaneHighlight[];
  /** Id of the highlight that is framed. */
  readonly selected: string | null;
  readonly references: readonly PaneReference[];
  /** Ids of the article blocks whose label is shown as having a finding. */
  readonly marked: ReadonlySet<string>;
  /** In pixels, 14 to 26; 17 is the usual one. */
  readonly fontSize: number;
  readonly canAnnotate: boolean;
  /** Ids of all highlights under the click, topmost first; never empty. */
  readonly onSelectHighlight: (ids: readonly string[]) => void;
  /** The person wants to annotate the selected text; the range is not empty. */
  readonly onAnnotate: (range: Span) => void;
  /** Replaces the pane's own way of following a reference (jump, flash, offer 返回). */
  readonly onReference?: (reference: PaneReference) => void;
  /** Id of the article or heading at the upper edge of the view, whenever it changes. */
  readonly onArticleInView?: (blockId: string) => void;
}

/** What the desk may ask of the pane. */
export interface DocumentPaneHandle {
  /** Brings an offset into view, exactly, however far away; `nearest` moves nothing that is already visible. */
  readonly scrollTo: (offset: number, how?: 'centre' | 'nearest') => void;
  /** Opens the find bar, or puts the caret into it. */
  readonly find: () => void;
  /** Returns to where the last reference was followed; nothing where none was. */
  readonly back: () => void;
  /** The selected text; null where nothing of the document is selected. */
  readonly selection: () => Span | null;
  readonly nextArticle: (step: 1 | -1) => void;
  readonly focus: () => void;
}
