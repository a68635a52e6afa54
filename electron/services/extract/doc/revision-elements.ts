import type { XmlElement } from '../xml.ts';
import type { CharacterProperties, RevisionMark } from './character-properties.ts';
import type { WordElements } from './elements.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** A packed date and time (DTTM, [MS-DOC] 2.9.70) in ISO form, as .docx writes it; null where there is none. */
export function readPackedTime(packed: number): string | null {
  const minute = packed & 0x3f;
  const hour = (packed >>> 6) & 0x1f;
  const day = (packed >>> 11) & 0x1f;
  const month = (packed >>> 16) & 0xf;
  const year = ((packed >>> 20) & 0x1ff) + 1900;
  if (day === 0 || month === 0 || month > 12) return null;
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:00Z`;
}

/** Who changed something and when, as the attributes of a revision element. */
export function revisionAttributes(mark: RevisionMark, authors: readonly string[]): XmlElement['attributes'] {
  return { 'w:author': authors[mark.author], 'w:date': readPackedTime(mark.time) ?? undefined };
}

/** The revisions of a character or a mark, outermost first, as names with attributes. */
export function listRevisions(
  properties: CharacterProperties,
  authors: readonly string[],
): readonly (readonly [name: string, attributes: XmlElement['attributes']])[] {
  const { isInserted, isDeleted, isMoved, inserted, deleted } = properties;
  const revisions: (readonly [string, XmlElement['attributes']])[] = [];
  if (isInserted) revisions.push([isMoved ? 'w:moveTo' : 'w:ins', revisionAttributes(inserted, authors)]);
  if (isDeleted) {
    revisions.push([isMoved && !isInserted ? 'w:moveFrom' : 'w:del', revisionAttributes(deleted, authors)]);
  }
  return revisions;
}

/** The revisions of a paragraph mark or a row's end as empty elements. */
export function revisionElements(
  properties: CharacterProperties,
  authors: readonly string[],
  maker: WordElements,
): readonly XmlElement[] {
  return listRevisions(properties, authors).map(([name, attributes]) => maker.make(name, attributes));
}
