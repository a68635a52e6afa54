import type { SourceParagraph } from '../../../../shared/document/source.ts';
import type { Revision } from '../docx/revision.ts';
import { plainLook, type RunLook } from '../wordml/paragraph-draft.ts';
import type { StoryBuilder } from './story-builder.ts';

/** Where text goes: into the story, into a field's instruction, to whoever asked for it, or nowhere. */
export type Destination =
  | { readonly kind: 'content' }
  | { readonly kind: 'instruction' }
  | { readonly kind: 'capture'; readonly write: (text: string) => void }
  | { readonly kind: 'none' };

/** The table or part in which words have another meaning than in the text. */
export type Context = 'document' | 'fonts' | 'styles' | 'lists' | 'info';

/** Paragraph formatting in force (RTF 1.9.1, "Paragraph formatting properties"). */
export interface ParagraphState {
  readonly style: number;
  /** `\ls`; 0 for none. */
  readonly list: number;
  /** `\ilvl` */
  readonly level: number;
  readonly outline: number | null;
  readonly alignment: SourceParagraph['alignment'];
  readonly isInTable: boolean;
  /** `\itap` */
  readonly depth: number;
}

/** A paragraph after `\pard`. */
export const plainParagraphState: ParagraphState = {
  style: 0,
  list: 0,
  level: 0,
  outline: null,
  alignment: null,
  isInTable: false,
  depth: 0,
};

/** A tracked change as the words of a run state it; null date or author where they do not. */
export type RevisionState = Readonly<Record<'insert' | 'delete' | 'move', RevisionMark>>;

/** One kind of tracked change in force. */
export interface RevisionMark {
  readonly kind: Revision['kind'] | null;
  /** Index into `\revtbl`. */
  readonly author: number | null;
  readonly date: string | null;
}

const noMark: RevisionMark = { kind: null, author: null, date: null };

/** No tracked change in force. */
export const noRevision: RevisionState = { insert: noMark, delete: noMark, move: noMark };

/** Everything that a group inherits and gives back at its end. */
export interface GroupState {
  readonly destination: Destination;
  readonly context: Context;
  readonly story: StoryBuilder;
  readonly paragraph: ParagraphState;
  readonly font: number | null;
  /** Characters that stand for one `\u` where it is not understood. */
  readonly fallbackLength: number;
  readonly isHidden: boolean;
  readonly revision: RevisionState;
  /** Made of the two before. */
  readonly look: RunLook;
  readonly isInField: boolean;
  /** Where the text of the object that is being read goes that is shown in its place; null outside of objects. */
  readonly shown: Destination | null;
}

/** The state in which a file begins. */
export function initialState(story: StoryBuilder): GroupState {
  return {
    destination: { kind: 'content' },
    context: 'document',
    story,
    paragraph: plainParagraphState,
    font: null,
    fallbackLength: 1,
    isHidden: false,
    revision: noRevision,
    look: plainLook,
    isInField: false,
    shown: null,
  };
}

/**
 * Date and time of a tracked change or comment: a DTTM ([MS-DOC] 2.9.70) as a number.
 * @returns ISO without a zone; null where it states none
 */
export function readDttm(value: number): string | null {
  const bits = value >>> 0;
  const minute = bits & 0x3f;
  const hour = (bits >>> 6) & 0x1f;
  const day = (bits >>> 11) & 0x1f;
  const month = (bits >>> 16) & 0x0f;
  const year = 1900 + ((bits >>> 20) & 0x1ff);
  if (day === 0 || month === 0 || month > 12 || hour > 23 || minute > 59) return null;
  const two = (part: number) => String(part).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:00`;
}
