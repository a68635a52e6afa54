import type { XmlElement } from '../xml.ts';
import { listBlocks, type Block } from './blocks.ts';
import type { FieldTracker } from './fields.ts';
import { readInline, type InlineContent } from './inline.ts';
import { isKnownNumberFormat } from './number-formats.ts';
import type { NumberingCounter } from './numbering-counter.ts';
import { readParagraphProperties, type ParagraphProperties, type PropertyView } from './paragraph-properties.ts';
import type { LooseNote, Reading } from './reading.ts';
import { describeRevision, quote, type Place } from './revision.ts';

/** The two views of a document: all changes accepted, all changes rejected. */
export type View = 'final' | 'original';

/** A part of the document that is numbered for itself. */
export interface Story {
  readonly counters: Readonly<Record<View, NumberingCounter>>;
  readonly fields: FieldTracker;
}

/** A paragraph in one view. */
export interface ViewedParagraph {
  readonly label: string | null;
  /** Line breaks are U+000A. */
  readonly text: string;
  readonly properties: PropertyView;
}

/** What became of one or more paragraphs of the file that count as one. */
export interface ReadParagraph {
  /** Null where the paragraph does not exist in that view. */
  readonly final: ViewedParagraph | null;
  readonly original: ViewedParagraph | null;
  /** Of the paragraphs that went into it, in order. */
  readonly contents: readonly InlineContent[];
  readonly notes: readonly LooseNote[];
}

/** Receives what a container holds, in order. */
export interface BlockSink {
  readonly paragraph: (paragraph: ReadParagraph) => void;
  readonly table: (table: Block) => void;
}

/** Names of bookmarks and ids of comments that begin at a place. */
export type Anchors = Pick<Block, 'bookmarks' | 'comments'>;

/** Where nothing begins. */
export const noAnchors: Anchors = { bookmarks: [], comments: [] };

const isBlank = (text: string) => text.trim() === '';

/** Tracked changes of a paragraph as notes; a mark that changed along with its text needs no note of its own. */
function revisionNotes(content: InlineContent, properties: ParagraphProperties, place: Place): readonly LooseNote[] {
  const details = content.revisions.map(({ revision, text }) => describeRevision(revision, quote(text)));
  for (const mark of properties.markRevisions) {
    const isSaid = content.revisions.some(({ revision }) => revision.kind === mark.kind);
    if (!isSaid && place.revision === null) details.push(describeRevision(mark, '段落标记'));
  }
  return details.map((detail) => ({ kind: 'tracked-change', detail }));
}

function bookmarkParagraph(reading: Reading, names: readonly string[], label: string | null): void {
  for (const name of names) {
    // Names compare without case (ISO/IEC 29500-1, 17.13.6.2); of two alike Word keeps the first.
    const key = name.toLowerCase();
    if (!reading.bookmarkLabels.has(key)) reading.bookmarkLabels.set(key, label);
  }
}

/**
 * Reads the paragraphs of a container (body, cell, note, text box) and hands them on with their labels.
 *
 * A paragraph whose mark is gone in a view joins the next one there and takes that one's properties and number, as
 * Word does on accepting or rejecting. What cannot join, before a table or at the end, stays a paragraph of its own
 * while any text of it is left.
 * @param anchors what begins before the container and belongs to its first paragraph
 */
export function readBlocks(
  container: XmlElement,
  place: Place,
  story: Story,
  reading: Reading,
  sink: BlockSink,
  anchors: Anchors = noAnchors,
): void {
  const blocks = listBlocks(container, place, ['w:p', 'w:tbl', 'w:altChunk', 'w:sectPr']);
  const pending: Record<View, string> = { final: '', original: '' };
  let carriedContents: InlineContent[] = [];
  let carriedNotes: LooseNote[] = [];
  let carriedBookmarks: string[] = [...anchors.bookmarks];
  let carriedComments: readonly string[] = anchors.comments;

  for (const [index, block] of blocks.entries()) {
    if (block.element.name !== 'w:p') {
      if (block.element.name === 'w:tbl') sink.table(block);
      if (block.element.name === 'w:sectPr') reading.sections.push(block.element);
      if (block.element.name === 'w:altChunk') reading.alternativeParts += 1;
      continue;
    }
    const properties = readParagraphProperties(block.element, reading.styles, reading.numbering);
    const { style } = properties.final;
    const content = readInline(block.element, block.place, style, reading.styles, story.fields);
    for (const id of carriedComments) content.comments.push(id);
    for (const id of block.comments) content.comments.push(id);
    carriedComments = [];
    if (properties.section) reading.sections.push(properties.section);

    const settle = (view: View): ViewedParagraph | null => {
      if (!block.place[view]) return null;
      const text = pending[view] + content[view];
      const gone = view === 'final' ? ['delete', 'move-from'] : ['insert', 'move-to'];
      const isMarkGone = properties.markRevisions.some(({ kind }) => gone.includes(kind));
      const next = blocks[index + 1];
      const canJoin = next?.element.name === 'w:p' && next.place[view];
      const isHiddenAway = isBlank(text) && properties.isMarkHidden && content.hidden !== '';
      pending[view] = '';
      if (isHiddenAway || (isMarkGone && !canJoin && isBlank(text))) return null;
      if (isMarkGone && canJoin) {
        pending[view] = text;
        return null;
      }
      const { numbering } = properties[view];
      const isCounted = numbering !== null && !(properties.section && isBlank(text));
      const counted = isCounted ? story.counters[view].count(numbering.instance, numbering.level) : null;
      const format = isCounted ? numbering.instance.levels[numbering.level]?.format : undefined;
      if (format !== undefined && !isKnownNumberFormat(format)) reading.oddFormats.add(format);
      const label = view === 'original' ? (properties.notedLabel ?? counted) : counted;
      return { label, text, properties: properties[view] };
    };
    const final = settle('final');
    const original = settle('original');

    const notes = [...carriedNotes, ...revisionNotes(content, properties, block.place)];
    if (properties.numberingRevision && final && original) {
      const change = `：原为“${original.label ?? '无编号'}”，现为“${final.label ?? '无编号'}”`;
      notes.push({ kind: 'tracked-change', detail: describeRevision(properties.numberingRevision, change) });
    }
    const contents = [...carriedContents, content];
    const bookmarks = [...carriedBookmarks, ...block.bookmarks, ...content.bookmarks];
    // Text that joins the next paragraph takes its bookmarks along; with deleted text they are gone.
    carriedBookmarks = final === null && pending.final !== '' ? bookmarks : [];
    if (final) bookmarkParagraph(reading, bookmarks, final.label);
    if (!final && !original) {
      carriedContents = contents;
      carriedNotes = notes;
      continue;
    }
    carriedContents = [];
    carriedNotes = [];
    sink.paragraph({ final, original, contents, notes });
  }
  if (carriedContents.length > 0) {
    sink.paragraph({ final: null, original: null, contents: carriedContents, notes: carriedNotes });
  }
}
