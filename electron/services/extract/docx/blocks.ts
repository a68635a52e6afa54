import { child, type XmlElement } from '../xml.ts';
import { placeWithin, readRevision, type Place } from './revision.ts';
import { shownAlternative } from './vocabulary.ts';

/** A paragraph, table, row or cell, with the wrappers around it taken off. */
export interface Block {
  readonly element: XmlElement;
  readonly place: Place;
  /** Names of bookmarks that begin between this block and the one before. */
  readonly bookmarks: readonly string[];
  /** Ids of comments that begin there. */
  readonly comments: readonly string[];
}

const wrappers = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:smartTag']);
const revisions = new Set(['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo']);

/** The blocks of those names inside a container, through content controls, revisions and alternatives. */
export function listBlocks(container: XmlElement, place: Place, names: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  let bookmarks: string[] = [];
  let comments: string[] = [];
  const visit = (element: XmlElement, within: Place): void => {
    for (const node of element.children) {
      if (typeof node === 'string') continue;
      if (names.includes(node.name)) {
        blocks.push({ element: node, place: within, bookmarks, comments });
        bookmarks = [];
        comments = [];
      } else if (wrappers.has(node.name)) {
        visit(node, within);
      } else if (revisions.has(node.name)) {
        visit(node, placeWithin(within, readRevision(node)));
      } else if (node.name === 'mc:AlternateContent') {
        const shown = shownAlternative(node);
        if (shown) visit(shown, within);
      } else if (node.name === 'w:bookmarkStart') {
        bookmarks.push(node.attributes['w:name'] ?? '');
      } else if (node.name === 'w:commentRangeStart') {
        comments.push(node.attributes['w:id'] ?? '');
      }
    }
  };
  visit(container, place);
  return blocks;
}

/** The rows of a table; a tracked row stands only in one view (`w:trPr/w:ins`, `w:trPr/w:del`). */
export function listRows(table: Block): readonly Block[] {
  return markedBlocks(table, 'w:tr', 'w:trPr', ['w:ins', 'w:del']);
}

/** The cells of a row; a tracked cell stands only in one view (`w:tcPr/w:cellIns`, `w:tcPr/w:cellDel`). */
export function listCells(row: Block): readonly Block[] {
  return markedBlocks(row, 'w:tc', 'w:tcPr', ['w:cellIns', 'w:cellDel']);
}

/** What begins before a table or row begins in its first row or cell. */
function markedBlocks(outer: Block, name: string, properties: string, marks: readonly string[]): readonly Block[] {
  return listBlocks(outer.element, outer.place, [name]).map((block, index) => {
    let { place } = block;
    for (const mark of marks) {
      const element = child(child(block.element, properties), mark);
      if (element) place = placeWithin(place, readRevision(element));
    }
    if (index > 0) return { ...block, place };
    const bookmarks = [...outer.bookmarks, ...block.bookmarks];
    return { ...block, place, bookmarks, comments: [...outer.comments, ...block.comments] };
  });
}
