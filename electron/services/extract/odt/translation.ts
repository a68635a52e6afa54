import { AppError } from '../../../../shared/contract/errors.ts';
import type { XrayNote } from '../../../../shared/document/source.ts';
import type { Revision } from '../docx/revision.ts';
import type { ExtractLimits } from '../format.ts';
import type { XmlElement } from '../xml.ts';
import { ElementMaker, type OpenElement } from '../wordml/element.ts';
import { plainLook, type RunLook } from '../wordml/paragraph-draft.ts';
import type { OdfChange } from './changes.ts';
import { OdfLists } from './lists.ts';
import type { OdfStyles } from './style-sheet.ts';

/** Everything found so far while an OpenDocument text is translated; one object travels through its stories. */
export class Translation {
  readonly maker = new ElementMaker();
  readonly lists = new OdfLists();
  readonly footnotes: OpenElement = this.maker.make('w:footnotes');
  readonly endnotes: OpenElement = this.maker.make('w:endnotes');
  readonly comments: OpenElement = this.maker.make('w:comments');
  readonly xray: XrayNote[] = [];
  /** By id, of all stories. */
  readonly changes = new Map<string, OdfChange>();
  unknownSymbols = 0;
  readonly #limits: ExtractLimits;
  /** Changes that have begun and not ended. */
  readonly #running = new Map<string, Revision>();
  #deleting: Revision | null = null;
  #looks = new Map<boolean, RunLook>([[false, plainLook]]);
  #textLength = 0;

  constructor(limits: ExtractLimits) {
    this.#limits = limits;
  }

  /** How text stands here: the same object until a change begins or ends. */
  look(isHidden: boolean): RunLook {
    let look = this.#looks.get(isHidden);
    if (!look) {
      const running = [...this.#running.values(), ...(this.#deleting ? [this.#deleting] : [])];
      // What was inserted and then deleted stands in neither view: the deletion is inside the insertion.
      const inserted = running.filter(({ kind }) => kind === 'insert');
      look = { isHidden, revisions: [...inserted, ...running.filter(({ kind }) => kind === 'delete').slice(0, 1)] };
      this.#looks.set(isHidden, look);
    }
    return look;
  }

  /** Where a change begins; a deletion whose text stands in its place begins and ends like an insertion. */
  beginChange(id: string): void {
    const change = this.changes.get(id);
    if (!change) return;
    this.#running.set(id, change.revision);
    this.#looks = new Map();
  }

  endChange(id: string): void {
    if (this.#running.delete(id)) this.#looks = new Map();
  }

  /** Ends what a story has left open: no change reaches beyond its story. */
  endStory(): void {
    this.#running.clear();
    this.#looks = new Map();
  }

  /** Whether deleted text is being read. */
  get isDeleting(): boolean {
    return this.#deleting !== null;
  }

  /** Reads deleted text; a deletion in a deletion belongs to the outer one. */
  inDeletion(revision: Revision, read: () => void): void {
    const outer = this.#deleting;
    this.#deleting ??= revision;
    this.#looks = new Map();
    read();
    this.#deleting = outer;
    this.#looks = new Map();
  }

  note(kind: XrayNote['kind'], detail: string): void {
    this.xray.push({ kind, detail, paragraph: null });
  }

  /** Counts text that a few bytes of the file stand for. @throws AppError `limit-exceeded` */
  count(length: number): void {
    this.#textLength += length;
    if (this.#textLength > this.#limits.maxTextLength) {
      throw new AppError(
        'limit-exceeded',
        `文件的文字超过 ${this.#limits.maxTextLength} 字的上限，已停止读取。请拆分后分别提交。`,
      );
    }
  }
}

/** Where blocks stand: what they inherit. */
export interface Surroundings {
  readonly styles: OdfStyles;
  /** Whether a section around them is hidden. */
  readonly isHidden: boolean;
  readonly list: ListSurroundings | null;
}

/** The list around a paragraph. */
export interface ListSurroundings {
  /** Which list it is; null while no style says how it is numbered. */
  readonly list: string | null;
  /** Name of the list style; null where only the paragraph's style may say. */
  readonly style: string | null;
  /** 0-based. */
  readonly level: number;
  /** The `text:list` outside of any other. */
  readonly outermost: XmlElement;
}
