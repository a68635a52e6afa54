import type { XrayNote } from '../../../../shared/document/source.ts';
import type { Revision } from '../docx/revision.ts';
import { ElementMaker, type OpenElement } from '../wordml/element.ts';
import type { XmlElement } from '../xml.ts';
import { FontTable } from './font-table.ts';
import { ListTables } from './list-tables.ts';
import type { RevisionMark } from './state.ts';
import { RtfStyles } from './style-sheet.ts';

/** What was found in an RTF file so far: its tables, its parts, what the X-ray says, what went wrong. */
export class RtfGathering {
  readonly maker = new ElementMaker();
  readonly fonts = new FontTable();
  readonly styles = new RtfStyles();
  readonly lists = new ListTables();
  readonly body: OpenElement = this.maker.make('w:body');
  readonly headers: XmlElement[] = [];
  readonly footers: XmlElement[] = [];
  readonly footnotes: OpenElement = this.maker.make('w:footnotes');
  readonly endnotes: OpenElement = this.maker.make('w:endnotes');
  readonly comments: OpenElement = this.maker.make('w:comments');
  readonly xray: XrayNote[] = [];
  /** `\revtbl` */
  authors: readonly string[] = [];
  /** Of the comment that is about to be read, or is being read. */
  comment: { author: string | null; reference: string | null; date: string | null } = {
    author: null,
    reference: null,
    date: null,
  };
  /** The object that is being read. */
  object: { readonly kind: 'embedded' | 'control' | 'linked'; readonly class: string } | null = null;
  /** Whether the note that is being read is an endnote (`\\ftnalt`). */
  isEndnote = false;
  /** Whether the properties of a row in a table in a table are being read. */
  isInNestedRow = false;
  unknownSymbols = 0;
  hasDamagedBytes = false;
  hasChangedMarks = false;
  /** Whether anything follows the end of the document. */
  hasTrailingContent = false;

  /** A tracked change with its author's name. */
  revisionOf({ kind, author, date }: RevisionMark): Revision | null {
    if (kind === null) return null;
    const name = author === null ? null : (this.authors[author] ?? null);
    return { kind, author: name === 'Unknown' ? null : name, date };
  }

  setObjectKind(kind: 'embedded' | 'control' | 'linked'): void {
    if (this.object) this.object = { ...this.object, kind };
  }
}
