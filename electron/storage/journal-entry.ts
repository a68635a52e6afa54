import { createHash } from 'node:crypto';
import { z } from '../../shared/contract/schema.ts';

/** What a journal's first entry names as the hash of the line before it. */
export const noHash = '0'.repeat(64);

const outcomes = ['done', 'refused', 'failed'] as const;

const entryForm = z.strictObject({
  seq: z.int().positive(),
  utc: z.iso.datetime(),
  monotonic: z.number(),
  user: z.string(),
  workstation: z.string(),
  role: z.string(),
  action: z.string().min(1),
  outcome: z.enum(outcomes),
  objectHash: z.string().nullable(),
  payload: z.unknown(),
  prev: z.string().regex(/^[0-9a-f]{64}$/u),
});

/** One line of a journal: who did what to which object, chained to the line before. */
export interface JournalEntry<P> {
  /** From 1, without gaps. */
  readonly seq: number;
  /** The wall clock, ISO 8601 in UTC: a claim, since clocks can be set. */
  readonly utc: string;
  /** Milliseconds on a clock of the writing process that nobody can set; comparable within one process only. */
  readonly monotonic: number;
  readonly user: string;
  readonly workstation: string;
  readonly role: string;
  readonly action: string;
  readonly outcome: (typeof outcomes)[number];
  /** SHA-256 of what was acted on, where there is such a thing. */
  readonly objectHash: string | null;
  readonly payload: P;
  /** SHA-256, in hexadecimal, of the previous line's bytes without its line feed; {@link noHash} for the first. */
  readonly prev: string;
}

/** What a writer says of an entry; number, times and chain are the journal's. */
export type NewEntry<P> = Pick<
  JournalEntry<P>,
  'user' | 'workstation' | 'role' | 'action' | 'outcome' | 'objectHash' | 'payload'
>;

/** Turns what was stored into the payload; throws on what it does not know. */
export type ParsePayload<P> = (value: unknown) => P;

/** The last sound entry of a journal: all that an anchor elsewhere must keep to notice a cut-off tail. */
export interface JournalHead {
  /** 0 for an empty journal. */
  readonly seq: number;
  /** SHA-256 of the last line; {@link noHash} for an empty journal. */
  readonly hash: string;
}

/** The hash by which the next line names this one. @param line its bytes without the line feed */
export function lineHash(line: Uint8Array): string {
  return createHash('sha256').update(line).digest('hex');
}

/** The line of an entry without its line feed. Its fields stand in a fixed order, so that equal entries are equal bytes. */
export function encodeEntry<P>(entry: JournalEntry<P>): string {
  const { seq, utc, monotonic, user, workstation, role, action, outcome, objectHash, payload, prev } = entry;
  return JSON.stringify({
    seq,
    utc,
    monotonic,
    user,
    workstation,
    role,
    action,
    outcome,
    objectHash,
    payload,
    prev,
  });
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** An entry whose payload nobody has looked at yet; null where the line is no entry. @param line without its line feed */
export function decodeEntry(line: Uint8Array): JournalEntry<unknown> | null {
  try {
    const parsed = entryForm.safeParse(JSON.parse(decoder.decode(line)));
    return parsed.success ? parsed.data : null;
  } catch {
    // Whether it was the encoding or the syntax, the caller says which line it was and keeps its bytes.
    return null;
  }
}
