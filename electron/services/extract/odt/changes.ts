import type { Revision } from '../docx/revision.ts';
import { child, childElements, textContent, type XmlElement } from '../xml.ts';

/** A tracked change by its id. */
export interface OdfChange {
  readonly revision: Revision & { readonly kind: 'insert' | 'delete' };
  /** What was deleted; null for an insertion. */
  readonly deleted: XmlElement | null;
}

/**
 * The changes that a `text:tracked-changes` lists (ODF 1.3, part 3, 5.5), by id; changes of format are not among them,
 * for they change no text.
 */
export function readChanges(tracked: XmlElement | null): ReadonlyMap<string, OdfChange> {
  const changes = new Map<string, OdfChange>();
  for (const region of childElements(tracked, 'text:changed-region')) {
    const id = region.attributes['xml:id'] ?? region.attributes['text:id'];
    const deletion = child(region, 'text:deletion');
    const change = deletion ?? child(region, 'text:insertion');
    if (id === undefined || !change || changes.has(id)) continue;
    const info = child(change, 'office:change-info');
    const author = textContent(child(info, 'dc:creator')).trim();
    const date = textContent(child(info, 'dc:date')).trim();
    changes.set(id, {
      revision: {
        kind: deletion ? 'delete' : 'insert',
        author: author === '' ? null : author,
        date: date === '' ? null : date,
      },
      deleted: deletion,
    });
  }
  return changes;
}
