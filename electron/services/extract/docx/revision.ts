import type { XmlElement } from '../xml.ts';

/** A tracked change: what was done, by whom and when, as the file says. */
export interface Revision {
  readonly kind: 'insert' | 'delete' | 'move-from' | 'move-to' | 'numbering';
  readonly author: string | null;
  /** ISO date and time as written by the author's program, usually local time marked as UTC. */
  readonly date: string | null;
}

/** In which views something stands: all changes accepted, all changes rejected. */
export interface Place {
  readonly final: boolean;
  readonly original: boolean;
  readonly revision: Revision | null;
}

/** What no revision touches. */
export const untouched: Place = { final: true, original: true, revision: null };

const kinds: Readonly<Record<string, Revision['kind'] | undefined>> = {
  'w:ins': 'insert',
  'w:moveTo': 'move-to',
  'w:cellIns': 'insert',
  'w:del': 'delete',
  'w:moveFrom': 'move-from',
  'w:cellDel': 'delete',
  'w:pPrChange': 'numbering',
};

/** Reads who made a tracked change and when; null where the element marks none. */
export function readRevision(element: XmlElement): Revision | null {
  const kind = kinds[element.name];
  if (!kind) return null;
  return { kind, author: element.attributes['w:author'] ?? null, date: element.attributes['w:date'] ?? null };
}

/** The place of what a revision element holds, inside `outer`. */
export function placeWithin(outer: Place, revision: Revision | null): Place {
  const kind = revision?.kind;
  if (kind === 'insert' || kind === 'move-to') return { final: outer.final, original: false, revision };
  if (kind === 'delete' || kind === 'move-from') return { final: false, original: outer.original, revision };
  return outer;
}

/** Longest quotation in a note of the X-ray. */
const quoteLength = 60;

/** Text of the file as a short quotation for a note. */
export function quote(text: string): string {
  const plain = text.replaceAll(/\s{1,20}/gu, ' ').trim();
  const characters = [...plain];
  return `“${characters.length > quoteLength ? `${characters.slice(0, quoteLength).join('')}…` : plain}”`;
}

/** Who and when in brackets, empty where the file says neither. */
export function byWhom(author: string | null, date: string | null): string {
  const day = /^\d{4}-\d{2}-\d{2}/u.exec(date ?? '')?.[0] ?? null;
  const known = [author === null || author === '' ? null : author.slice(0, 60), day].filter((part) => part !== null);
  return known.length === 0 ? '' : `（${known.join('，')}）`;
}

const verbs = {
  insert: '插入',
  delete: '删除',
  'move-from': '移出',
  'move-to': '移入',
  numbering: '改动编号',
} as const;

/** The X-ray's sentence for a tracked change. @param what the changed text, quoted, or what else was changed */
export function describeRevision(revision: Revision, what: string): string {
  return `修订${byWhom(revision.author, revision.date)}：${verbs[revision.kind]}${what}`;
}
