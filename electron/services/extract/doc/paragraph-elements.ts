import type { XmlElement } from '../xml.ts';
import type { WordElements } from './elements.ts';
import type { ParagraphState } from './paragraph-properties.ts';

const alignments = ['left', 'center', 'right', 'both'];

/** What a paragraph or a style states, as the content of `w:pPr` without the style itself. */
export function paragraphElements(state: ParagraphState, maker: WordElements): readonly XmlElement[] {
  const elements: XmlElement[] = [];
  if (state.list !== null || state.level !== null) {
    elements.push(
      maker.make('w:numPr', undefined, [
        ...(state.level === null ? [] : [maker.value('w:ilvl', state.level)]),
        ...(state.list === null ? [] : [maker.value('w:numId', state.list)]),
      ]),
    );
  }
  if (state.outline !== null) elements.push(maker.value('w:outlineLvl', state.outline));
  if (state.alignment !== null) elements.push(maker.value('w:jc', alignments[state.alignment] ?? 'both'));
  return elements;
}
