import { createHash } from 'node:crypto';
import { canonicalJson, reviewRecordSchema, type ReviewRecord } from '../../../shared/opinion/record.ts';

/**
 * The short code by which a record is named on paper and on screen: the first 16 hex digits of its SHA-256, in groups
 * of four.
 * @param canonical the record's canonical bytes, as embedded
 */
export function recordCode(canonical: Uint8Array): string {
  const digits = createHash('sha256').update(canonical).digest('hex').slice(0, 16);
  return digits.match(/.{4}/gu)?.join('-') ?? '';
}

/** An embedded record that could be read. */
export interface EmbeddedRecord {
  readonly record: ReviewRecord;
  readonly code: string;
}

/** Reads an embedded record; null where it is not one in its canonical spelling. */
export function readRecord(bytes: Uint8Array): EmbeddedRecord | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    if (canonicalJson(value) !== text) return null;
    const parsed = reviewRecordSchema.safeParse(value);
    return parsed.success ? { record: parsed.data, code: recordCode(bytes) } : null;
  } catch {
    return null;
  }
}
