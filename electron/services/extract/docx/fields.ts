import type { XmlElement } from '../xml.ts';
import { shownAlternative } from './vocabulary.ts';

/** A field that has been read to its end within one paragraph. */
export interface ClosedField {
  readonly instruction: string;
  /** What was last computed and is printed, in the final view. */
  readonly result: string;
}

interface OpenField {
  instruction: string;
  /** Where the result begins in the paragraph's final text; null before `separate`. */
  resultStart: number | null;
  /** The paragraph in which the result begins. */
  owner: object | null;
}

/**
 * Complex fields (ISO/IEC 29500-1, 17.16.18) of one story. They may span paragraphs; marks without their counterpart
 * are ignored, or a lone `begin` would hide the rest of the document.
 */
export class FieldTracker {
  readonly #ignored: ReadonlySet<XmlElement>;
  readonly #open: OpenField[] = [];

  constructor(story: XmlElement) {
    this.#ignored = unmatchedMarks(story);
  }

  /** Whether text here is printed: every open field shows its result, none is in its instruction. */
  get isPrinting(): boolean {
    return this.#open.every((field) => field.resultStart !== null);
  }

  addInstruction(text: string): void {
    const field = this.#open.at(-1);
    if (field && field.resultStart === null && field.instruction.length < 1000) field.instruction += text;
  }

  /**
   * Follows one `w:fldChar`.
   * @param owner stands for the paragraph; `text` is its final text so far
   * @returns the field that it closes, where its result lies in this paragraph
   */
  mark(element: XmlElement, owner: object, text: string): ClosedField | null {
    if (this.#ignored.has(element)) return null;
    const type = element.attributes['w:fldCharType'];
    if (type === 'begin') this.#open.push({ instruction: '', resultStart: null, owner: null });
    const field = this.#open.at(-1);
    if (!field) return null;
    if (type === 'separate') {
      field.resultStart = text.length;
      field.owner = owner;
    }
    if (type !== 'end') return null;
    this.#open.pop();
    if (field.owner !== null && field.owner !== owner) return null;
    return { instruction: field.instruction, result: text.slice(field.resultStart ?? text.length) };
  }
}

/** Field marks that lack their counterpart within the story; text boxes are stories of their own. */
function unmatchedMarks(story: XmlElement): ReadonlySet<XmlElement> {
  const unmatched = new Set<XmlElement>();
  const open: XmlElement[][] = [];
  const visit = (element: XmlElement): void => {
    for (const node of element.children) {
      if (typeof node === 'string' || node.name === 'w:txbxContent') continue;
      if (node.name === 'mc:AlternateContent') {
        const shown = shownAlternative(node);
        if (shown) visit(shown);
      } else if (node.name === 'w:fldChar') {
        const type = node.attributes['w:fldCharType'];
        const current = open.at(-1);
        if (type === 'begin') open.push([node]);
        else if (!current) unmatched.add(node);
        else if (type === 'end') open.pop();
        else current.push(node);
      } else {
        visit(node);
      }
    }
  };
  visit(story);
  for (const mark of open.flat()) unmatched.add(mark);
  return unmatched;
}
