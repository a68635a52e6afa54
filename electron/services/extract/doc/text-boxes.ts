import type { XmlElement } from '../xml.ts';
import type { AnchorMap } from './anchor-map.ts';
import { readPlex, readStretches } from './plex.ts';
import type { WordFile } from './word-file.ts';

const shapeSize = 26;
const boxSize = 22;

/** A text box: the shape it belongs to and where its text lies. */
export interface TextBox {
  readonly shape: number;
  readonly from: number;
  readonly to: number;
}

/** The text boxes of the body or of the headers, in the order of their text ([MS-DOC] 2.8.32, 2.8.20). */
export function readTextBoxes(file: WordFile, part: 'body' | 'headers'): readonly TextBox[] {
  const [table, story] =
    part === 'body' ? (['textBoxes', 'textBoxes'] as const) : (['headerTextBoxes', 'headerTextBoxes'] as const);
  return file.optional('文本框', [], () => {
    const { positions, data } = readPlex(file.table(table), boxSize);
    // The last entry closes the row and is no text box.
    const stretches = readStretches(positions, file.story(story), Math.max(0, positions.length - 2), '文本框');
    return stretches.map(([from, to], index) => ({ shape: data(index).i32(14), from, to }));
  });
}

/**
 * Places each text box at the character that its shape is anchored to.
 * @param build makes the content of a text box
 * @returns the boxes without an anchor, as elements: shapes that stand in a group have none of their own
 */
export function anchorTextBoxes(
  file: WordFile,
  part: 'body' | 'headers',
  anchors: AnchorMap,
  build: (box: TextBox) => readonly XmlElement[],
): readonly XmlElement[] {
  const { maker } = file;
  const toElement = (box: TextBox): XmlElement =>
    maker.make('w:pict', undefined, [maker.make('w:txbxContent', undefined, build(box))]);
  const boxes = new Map(readTextBoxes(file, part).map((box) => [box.shape, box]));
  const unplaced: XmlElement[] = [];
  const [offset, end] = file.story(part === 'body' ? 'main' : 'headers');
  file.optional('文本框的位置', undefined, () => {
    const { positions, data } = readPlex(file.table(part === 'body' ? 'shapes' : 'headerShapes'), shapeSize);
    for (let index = 0; index + 1 < positions.length; index += 1) {
      const shape = data(index).i32(0);
      const box = boxes.get(shape);
      const position = offset + (positions[index] ?? 0);
      if (!box || position >= end) continue;
      boxes.delete(shape);
      anchors.add(position, toElement(box));
    }
  });
  for (const box of boxes.values()) unplaced.push(toElement(box));
  return unplaced;
}
