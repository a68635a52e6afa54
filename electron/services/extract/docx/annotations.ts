import { childElements, type XmlElement } from '../xml.ts';
import type { Reading } from './reading.ts';
import { byWhom, quote } from './revision.ts';
import { readStory, startCounters } from './story.ts';

/** Roots of the parts that hold notes and comments; null where the document has none. */
export interface AnnotationParts {
  readonly footnotes: XmlElement | null;
  readonly endnotes: XmlElement | null;
  readonly comments: XmlElement | null;
}

function byId(root: XmlElement | null, name: string): ReadonlyMap<string, XmlElement> {
  const found = new Map<string, XmlElement>();
  for (const element of childElements(root, name)) {
    const type = element.attributes['w:type'] ?? 'normal';
    if (type === 'normal') found.set(element.attributes['w:id'] ?? '', element);
  }
  return found;
}

/** Footnotes, then endnotes, in the order of their references; what is never referred to is never printed. */
export function readNotes(reading: Reading, parts: AnnotationParts): void {
  for (const kind of ['footnote', 'endnote'] as const) {
    const notes = byId(kind === 'footnote' ? parts.footnotes : parts.endnotes, `w:${kind}`);
    const counters = startCounters();
    const seen = new Set<string>();
    // Reading a note may find references to further notes; they are appended and reached in turn.
    for (let index = 0; index < reading.notes.length; index += 1) {
      const reference = reading.notes[index];
      if (reference?.kind !== kind || seen.has(reference.id)) continue;
      seen.add(reference.id);
      const note = notes.get(reference.id);
      if (note) readStory(note, 'footnote', counters, reading, reference.place);
    }
  }
}

/** Comments in the order of their anchors, those without an anchor last, each with a note saying whose it is. */
export function readComments(reading: Reading, parts: AnnotationParts): void {
  const comments = byId(parts.comments, 'w:comment');
  const anchored = [...reading.commentAnchors.keys()].filter((id) => comments.has(id));
  const counters = startCounters();
  for (const id of new Set([...anchored, ...comments.keys()])) {
    const comment = comments.get(id);
    if (!comment) continue;
    const first = reading.paragraphs.length;
    readStory(comment, 'comment', counters, reading);
    const text = reading.paragraphs.slice(first).map((paragraph) => `${paragraph.label ?? ''}${paragraph.text}`);
    const who = byWhom(comment.attributes['w:author'] ?? null, comment.attributes['w:date'] ?? null);
    const own = first < reading.paragraphs.length ? first : null;
    const detail = `批注${who}：${quote(text.join(' '))}`;
    reading.xray.push({ kind: 'comment', detail, paragraph: reading.commentAnchors.get(id) ?? own });
  }
}
