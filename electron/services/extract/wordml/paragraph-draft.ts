import type { SourceParagraph } from '../../../../shared/document/source.ts';
import type { Revision } from '../docx/revision.ts';
import type { XmlElement } from '../xml.ts';
import type { ElementMaker, OpenElement } from './element.ts';

/** How a run of text stands: hidden or not, and in which tracked changes, the outermost first. */
export interface RunLook {
  readonly isHidden: boolean;
  readonly revisions: readonly Revision[];
}

/** Text that is neither hidden nor changed. */
export const plainLook: RunLook = { isHidden: false, revisions: [] };

/** What a finished paragraph has beside its text. */
export interface ParagraphFormat {
  readonly style: string | null;
  /** Instance and level (0-based) of its automatic number. */
  readonly number: { readonly id: number; readonly level: number } | null;
  /** 0–8. */
  readonly outline: number | null;
  readonly alignment: SourceParagraph['alignment'];
  /** Of the paragraph mark: its changes join or split paragraphs. */
  readonly mark: RunLook;
}

const revisionNames: Readonly<Record<Revision['kind'], string>> = {
  insert: 'w:ins',
  delete: 'w:del',
  'move-from': 'w:moveFrom',
  'move-to': 'w:moveTo',
  numbering: 'w:pPrChange',
};

/** A paragraph being written as WordprocessingML (ISO/IEC 29500-1, 17.3). */
export class ParagraphDraft {
  readonly #maker: ElementMaker;
  readonly #element: OpenElement;
  #look: RunLook | null = null;
  #run: OpenElement | null = null;
  #text: OpenElement | null = null;
  #hasText = false;

  constructor(maker: ElementMaker) {
    this.#maker = maker;
    this.#element = maker.make('w:p');
  }

  /** Whether nothing at all was put into it. */
  get isEmpty(): boolean {
    return this.#element.children.length === 0;
  }

  /** Whether any text stands in it. */
  get hasText(): boolean {
    return this.#hasText;
  }

  /** Adds text; what follows in the same look becomes one run. */
  text(text: string, look: RunLook): void {
    if (text === '') return;
    if (text.trim() !== '') this.#hasText = true;
    const run = this.#runOf(look);
    if (!this.#text) {
      this.#text = this.#maker.make('w:t', { 'xml:space': 'preserve' });
      run.children.push(this.#text);
    }
    this.#text.children.push(text);
  }

  /** Adds an element that stands in a run: a tab, a break, a reference, a picture. */
  inline(element: XmlElement, look: RunLook): void {
    this.#runOf(look).children.push(element);
    this.#text = null;
  }

  /** Adds an element that stands between runs: the start of a bookmark or of a comment's range. */
  between(element: XmlElement): void {
    this.#element.children.push(element);
    this.#look = null;
    this.#text = null;
  }

  /** Begins, separates or ends a field (17.16.18). */
  field(type: 'begin' | 'separate' | 'end', look: RunLook): void {
    this.inline(this.#maker.make('w:fldChar', { 'w:fldCharType': type }), look);
  }

  /** Adds text of a field's instruction. */
  instruction(text: string, look: RunLook): void {
    this.inline(this.#maker.make('w:instrText', {}, [text]), look);
  }

  /** The paragraph; the draft is not used again. */
  finish({ style, number, outline, alignment, mark }: ParagraphFormat): XmlElement {
    const make = (name: string, value: string) => this.#maker.make(name, { 'w:val': value });
    const properties = this.#maker.make('w:pPr');
    if (style !== null) properties.children.push(make('w:pStyle', style));
    if (number) {
      const places = [make('w:ilvl', String(number.level)), make('w:numId', String(number.id))];
      properties.children.push(this.#maker.make('w:numPr', {}, places));
    }
    if (outline !== null) properties.children.push(make('w:outlineLvl', String(outline)));
    if (alignment !== null) properties.children.push(make('w:jc', alignment === 'justify' ? 'both' : alignment));
    if (mark.isHidden || mark.revisions.length > 0) {
      const changes = mark.revisions.map((revision) => this.#revision(revision));
      const hidden = mark.isHidden ? [this.#maker.make('w:vanish')] : [];
      properties.children.push(this.#maker.make('w:rPr', {}, [...changes, ...hidden]));
    }
    if (properties.children.length > 0) this.#element.children.unshift(properties);
    return this.#element;
  }

  #revision({ kind, author, date }: Revision): OpenElement {
    return this.#maker.make(revisionNames[kind], { 'w:author': author ?? undefined, 'w:date': date ?? undefined });
  }

  #runOf(look: RunLook): OpenElement {
    if (this.#run && this.#look === look) return this.#run;
    const run = this.#maker.make('w:r');
    if (look.isHidden) run.children.push(this.#maker.make('w:rPr', {}, [this.#maker.make('w:vanish')]));
    let holder = this.#element;
    for (const revision of look.revisions) {
      const element = this.#revision(revision);
      holder.children.push(element);
      holder = element;
    }
    holder.children.push(run);
    this.#look = look;
    this.#run = run;
    this.#text = null;
    return run;
  }
}
