import { z } from 'zod';
import { findingSchema } from '../check/finding-schema.ts';
import { documentTypes } from '../check/finding.ts';
import { decisionsSchema } from './decisions.ts';

const pack = z.object({ id: z.string(), version: z.string(), sha256: z.string() });

/**
 * The record of a review: what was reviewed (by hash), what the machine found, what the person decided, on which
 * rules and law. It is embedded in the signed files, so that a verifier can tell years later which exact draft an
 * opinion is about. Canonical form: JSON with keys sorted, no white space, UTF-8.
 */
export const reviewRecordSchema = z.object({
  schema: z.literal('review-record/1'),
  case: z.string(),
  /** RFC 3339 with offset: the workstation's clock, a claim and no proof. */
  claimedTime: z.string(),
  application: z.object({ name: z.string(), version: z.string() }),
  type: z.enum(documentTypes),
  asOf: z.string(),
  /** First the draft under review, then the other files of the submission. */
  files: z.array(
    z.object({
      name: z.string(),
      /** 草案, 起草说明 …; empty where not stated. */
      role: z.string(),
      size: z.int(),
      sha256: z.string().regex(/^[0-9a-f]{64}$/u),
    }),
  ),
  draft: z.object({
    name: z.string(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/u),
    /** SHA-256 over the canonical text, to tell a re-saved file with the same words from a changed draft. */
    textSha256: z.string().regex(/^[0-9a-f]{64}$/u),
    title: z.string(),
    format: z.string(),
    characters: z.int(),
    articles: z.int(),
  }),
  findings: z.array(findingSchema),
  decisions: decisionsSchema,
  lawPack: z.object({ version: z.string(), sha256: z.string() }),
  rulePacks: z.array(pack),
});

/** A validated review record. */
export type ReviewRecord = z.infer<typeof reviewRecordSchema>;

/** The name under which the record is attached to the PDF. */
export const recordFileName = 'review-record.json';

/** JSON with sorted keys and no white space: one record, one spelling. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value)
      .filter(([, entry]) => entry !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonicalJson(entry)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}
