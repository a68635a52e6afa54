import { AppError } from '../../../../shared/contract/errors.ts';
import type { ExtractLimits } from '../format.ts';
import type { OpenElement } from '../wordml/element.ts';
import type { RunLook } from '../wordml/paragraph-draft.ts';
import { decodeBytes, escapedByte } from './code-pages.ts';
import { countUnknown } from './font-table.ts';
import { RtfGathering } from './gathering.ts';
import { initialState, plainParagraphState, type GroupState } from './state.ts';
import { StoryBuilder } from './story-builder.ts';
import type { TokenSink } from './tokens.ts';

/** What a control word does. */
export type WordHandler = (reader: RtfReader, parameter: number | null) => void;

/** The control words that are understood; all others change nothing about what is read. */
export interface Vocabulary {
  readonly words: ReadonlyMap<string, WordHandler>;
  /** Words that begin a destination, known whether or not `\*` stands before them. */
  readonly destinations: ReadonlyMap<string, WordHandler>;
  /** Words that are one character. */
  readonly characters: ReadonlyMap<string, string>;
}

interface Frame {
  readonly outer: GroupState;
  onClose: (() => void) | null;
  /** Nothing was read in the group yet, so that a destination may follow. */
  isFresh: boolean;
  isStarred: boolean;
  /** The group is `\upr`: of the groups in it only `\ud` counts. */
  hasAlternatives: boolean;
}

/** Control symbols that print something. */
const symbols: ReadonlyMap<string, string> = new Map([
  ['{', '{'],
  ['}', '}'],
  ['\\', '\\'],
  ['~', '\u00a0'],
  ['_', '-'],
  ['\t', '\t'],
]);
/** Longest text that is captured for a name, a date, a label. */
const maxCaptured = 20_000;

/** Reads the tokens of an RTF file into the parts of a Word document. */
export class RtfReader extends RtfGathering implements TokenSink {
  readonly #limits: ExtractLimits;
  readonly #vocabulary: Vocabulary;
  readonly #frames: Frame[] = [];
  #state: GroupState;
  #skipDepth = 0;
  #fallback = 0;
  #bytes: number[] = [];
  /** The first half of a character beyond the BMP, until its second half comes. */
  #highSurrogate = '';
  #textLength = 0;
  #isStarted = false;

  constructor(limits: ExtractLimits, vocabulary: Vocabulary) {
    super();
    this.#limits = limits;
    this.#vocabulary = vocabulary;
    this.#state = initialState(new StoryBuilder(this.maker, this.body));
  }

  get state(): GroupState {
    return this.#state;
  }

  /** Whether every group has ended. */
  get isComplete(): boolean {
    return this.#isStarted && this.#frames.length === 0;
  }

  /** Whether text here is printed text or a field's instruction. */
  get isInText(): boolean {
    const { kind } = this.#state.destination;
    return kind === 'content' || kind === 'instruction';
  }

  change(change: Partial<GroupState>): void {
    this.#state = { ...this.#state, ...change };
  }

  changeParagraph(change: Partial<GroupState['paragraph']>): void {
    this.change({ paragraph: { ...this.#state.paragraph, ...change } });
  }

  /** Changes what makes the look of runs. */
  changeLook(change: Partial<Pick<GroupState, 'isHidden' | 'revision'>>): void {
    const { isHidden, revision } = { ...this.#state, ...change };
    const marks = [revision.insert, revision.move, revision.delete].filter(({ kind }) => kind !== null);
    const look: RunLook = {
      isHidden,
      revisions: marks.map((mark) => this.revisionOf(mark)).filter((one) => one !== null),
    };
    this.change({ ...change, look });
  }

  open(): void {
    this.#flush();
    this.#fallback = 0;
    if (this.#skipDepth > 0) {
      this.#skipDepth += 1;
      return;
    }
    if (this.isComplete) {
      this.hasTrailingContent = true;
      return;
    }
    this.#isStarted = true;
    if (this.#frames.length >= this.#limits.maxXmlDepth) {
      throw new AppError(
        'limit-exceeded',
        `文件的嵌套超过 ${this.#limits.maxXmlDepth} 层，已停止读取。请确认文件来源，或用 Word 另存后提交。`,
      );
    }
    const frame = this.#frames.at(-1);
    if (frame && this.#isPassedOver(frame)) {
      this.skip();
      this.#skipDepth = 2;
      return;
    }
    if (frame) frame.isFresh = false;
    this.#frames.push({
      outer: this.#state,
      onClose: null,
      isFresh: true,
      isStarred: false,
      hasAlternatives: false,
    });
    const isEntry = this.#state.context === 'styles' && this.#state.destination.kind === 'none';
    if (isEntry) this.styles.begin(this);
  }

  close(): void {
    this.#flush();
    this.#fallback = 0;
    if (this.#skipDepth > 1) {
      this.#skipDepth -= 1;
      return;
    }
    this.#skipDepth = 0;
    const frame = this.#frames.at(-1);
    if (!frame) return;
    frame.onClose?.();
    this.#frames.pop();
    if (this.#frames.length === 0) this.endStory();
    this.#state = frame.outer;
  }

  word(name: string, parameter: number | null): void {
    if (this.#skipDepth > 0 || this.#isOver()) return;
    const character = this.#vocabulary.characters.get(name);
    if (character !== undefined && this.#isFallback()) return;
    this.#fallback = 0;
    this.#flush();
    const frame = this.#frames.at(-1);
    if (!frame) return;
    const isFirst = frame.isFresh;
    const isPassedOver = this.#isPassedOver(frame);
    frame.isFresh = false;
    if (name !== 'ud' && isPassedOver) {
      this.skip();
      return;
    }
    const destination = isFirst ? this.#vocabulary.destinations.get(name) : undefined;
    if (destination) {
      destination(this, parameter);
    } else if (isFirst && frame.isStarred) {
      this.skip();
    } else if (character !== undefined) {
      this.emit(character);
    } else {
      this.#vocabulary.words.get(name)?.(this, parameter);
    }
  }

  symbol(character: string): void {
    if (this.#skipDepth > 0 || this.#isOver() || this.#isFallback()) return;
    this.#flush();
    const frame = this.#frames.at(-1);
    if (character === '*') {
      if (frame?.isFresh) frame.isStarred = true;
      return;
    }
    if (frame) frame.isFresh = false;
    const text = symbols.get(character);
    if (text !== undefined) this.emit(text);
    else if (character === '\n' || character === '\r') this.#vocabulary.words.get('par')?.(this, null);
  }

  byte(value: number, isEscaped: boolean): void {
    if (this.#skipDepth > 0) return;
    if (this.isComplete) {
      if (value > 0x20) this.hasTrailingContent = true;
      return;
    }
    if (this.#isFallback()) return;
    const frame = this.#frames.at(-1);
    if (frame && this.#isPassedOver(frame)) {
      this.skip();
      return;
    }
    if (frame) frame.isFresh = false;
    const { kind } = this.#state.destination;
    if (kind === 'none') return;
    this.#bytes.push(isEscaped ? value + escapedByte : value);
    if (this.#bytes.length > this.#limits.maxTextLength * 2) throw this.#tooLong();
  }

  /** `\u`: a UTF-16 unit; what stands for it in other programs follows and is passed over. */
  unicode(value: number): void {
    const code = value < 0 ? value + 0x10000 : value;
    const high = this.#highSurrogate;
    this.#highSurrogate = '';
    if (code >= 0xd800 && code < 0xdc00) this.#highSurrogate = String.fromCharCode(code);
    else if (code >= 0xdc00 && code < 0xe000) this.emit(high === '' ? '\ufffd' : high + String.fromCharCode(code));
    else if (code > 0 && code <= 0x10ffff) this.emit(String.fromCodePoint(code));
    this.#fallback = this.#state.fallbackLength;
  }

  /** Leaves the rest of the group out. */
  skip(): void {
    const frame = this.#frames.at(-1);
    if (frame) frame.onClose = null;
    this.#skipDepth = 1;
  }

  /** Calls back at the end of the group. */
  onClose(callback: () => void): void {
    const frame = this.#frames.at(-1);
    if (frame) frame.onClose = callback;
  }

  /** Reads of the groups in this one only the one for programs that know Unicode. */
  expectAlternatives(): void {
    const frame = this.#frames.at(-1);
    if (frame) frame.hasAlternatives = true;
  }

  /** Gives the text of the group to the callback at its end. */
  capture(finish: (text: string) => void): void {
    let captured = '';
    const write = (text: string): void => {
      if (captured.length < maxCaptured) captured += text;
    };
    this.change({ destination: { kind: 'capture', write } });
    this.onClose(() => {
      finish(captured.slice(0, maxCaptured));
    });
  }

  /** Reads the group as a story of its own. */
  startStory(container: OpenElement, finish: (story: OpenElement) => void): void {
    const story = new StoryBuilder(this.maker, container);
    this.change({ story, destination: { kind: 'content' }, context: 'document', paragraph: plainParagraphState });
    this.onClose(() => {
      this.endStory();
      finish(container);
    });
  }

  /** Ends the paragraph in force, if anything stands in it, and the tables of its story. */
  endStory(): void {
    const { story } = this.#state;
    if (story.isPending) this.endParagraph();
    story.finish();
  }

  /** Ends a paragraph. @param atLeast depth in tables that the ending word implies */
  endParagraph(atLeast = 0): void {
    const { story, paragraph, look } = this.#state;
    if (look.revisions.length > 0) this.hasChangedMarks = true;
    const { list, level, style, outline, alignment } = paragraph;
    const printed = story.printedLabel;
    const isNumbered = (list > 0 || printed !== null) && level >= 0 && level <= 8;
    const number = isNumbered ? { id: this.lists.addOccurrence(list, level, printed), level } : null;
    story.endParagraph({ style: String(style), number, outline, alignment, mark: look }, Math.max(this.depth, atLeast));
  }

  /** How deep in tables the paragraph stands. */
  get depth(): number {
    const { isInTable, depth } = this.#state.paragraph;
    return Math.max(depth, isInTable ? 1 : 0);
  }

  /** Adds text where it belongs. A tab and a line break are elements of their own in a story. */
  emit(text: string): void {
    const { destination, story, look } = this.#state;
    switch (destination.kind) {
      case 'content':
        this.#textLength += text.length;
        if (this.#textLength > this.#limits.maxTextLength) throw this.#tooLong();
        if (text === '\t') story.draft.inline(this.maker.make('w:tab'), look);
        else if (text === '\n') story.draft.inline(this.maker.make('w:br'), look);
        else this.#addText(text);
        break;
      case 'instruction':
        story.draft.instruction(text, look);
        break;
      case 'capture':
        destination.write(this.fonts.shown(text, this.#state.font));
        break;
      case 'none':
        break;
    }
  }

  #addText(text: string): void {
    const { story, look, font } = this.#state;
    const shown = this.fonts.shown(text, font);
    if (shown !== text) this.unknownSymbols += countUnknown(shown);
    story.draft.text(shown, look);
  }

  #flush(): void {
    if (this.#bytes.length === 0) return;
    const bytes = this.#bytes;
    this.#bytes = [];
    const { text, isDamaged } = decodeBytes(bytes, this.fonts.encoding(this.#state.font));
    if (isDamaged) this.hasDamagedBytes = true;
    this.emit(text);
  }

  /** Whether a group that has just begun is the part of `\\upr` for programs that do not know Unicode. */
  #isPassedOver(frame: Frame): boolean {
    return frame.isFresh && this.#frames.at(-2)?.hasAlternatives === true;
  }

  #isFallback(): boolean {
    if (this.#fallback === 0) return false;
    this.#fallback -= 1;
    return true;
  }

  #isOver(): boolean {
    if (!this.isComplete) return false;
    this.hasTrailingContent = true;
    return true;
  }

  #tooLong(): AppError {
    return new AppError(
      'limit-exceeded',
      `文件的文字超过 ${this.#limits.maxTextLength} 字的上限，已停止读取。请拆分后分别提交。`,
    );
  }
}
