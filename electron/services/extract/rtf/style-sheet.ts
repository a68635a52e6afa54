import { namelessStyle, type ParagraphStyle, type StyleSheet } from '../docx/styles.ts';
import type { GroupState } from './state.ts';
import { plainParagraphState } from './state.ts';

/** What the reader of an RTF file offers to its style sheet. */
export interface StyleGroup {
  readonly state: GroupState;
  readonly change: (change: Partial<GroupState>) => void;
  readonly capture: (finish: (text: string) => void) => void;
}

const maxStyles = 10_000;

/**
 * The paragraph styles of an RTF file. A paragraph repeats all that its style says (RTF 1.9.1, "Style sheet"), so only
 * the name counts, and the outline level for writers that leave it out.
 */
export class RtfStyles {
  readonly #styles = new Map<number, ParagraphStyle>();

  /** Reads the group that begins as one style. */
  begin(group: StyleGroup): void {
    group.change({ paragraph: plainParagraphState });
    group.capture((text) => {
      const { style, outline } = group.state.paragraph;
      const name = text.split(';')[0]?.trim().toLowerCase() ?? '';
      if (this.#styles.size >= maxStyles || this.#styles.has(style)) return;
      this.#styles.set(style, { ...namelessStyle, name: name === '' ? null : name, outline });
    });
  }

  /** The styles as the reader of paragraphs wants them; ids are the numbers of `\s`. */
  finish(): StyleSheet {
    return {
      paragraph: (id) => this.#styles.get(Number(id ?? 0)) ?? this.#styles.get(0) ?? namelessStyle,
      isCharacterHidden: () => false,
      numberingOf: () => null,
    };
  }
}
