import { conclusions } from '../opinion/decisions.ts';
import { documentType, filePath, isoDate } from './common.ts';
import { defineCall, z } from './schema.ts';

/** The whole road from a submission to its opinion. */
export const opinionCalls = {
  'opinion.review': defineCall({
    summary: 'Takes a submission in, checks its draft and, with the decisions of a person, issues the signed opinion.',
    input: z.object({
      paths: z.array(filePath).min(1),
      type: documentType,
      out: filePath,
      asOf: isoDate.optional(),
      decisions: filePath.optional(),
      /** A .p12 or .pfx; without it the office's own self-signed certificate signs. */
      p12: filePath.optional(),
      password: z.string().optional(),
    }),
    output: z.object({
      case: z.string(),
      conclusion: z.enum(conclusions).nullable(),
      findings: z.object({ blocking: z.int(), major: z.int(), minor: z.int(), hint: z.int() }),
      gate: z.array(
        z.object({
          code: z.string(),
          message: z.string(),
          item: z.string().optional(),
          check: z.string().optional(),
          quote: z.string().optional(),
        }),
      ),
      files: z.object({
        docx: z.string().nullable(),
        pdf: z.string().nullable(),
        p7s: z.string().nullable(),
        record: z.string().nullable(),
        report: z.string().nullable(),
      }),
      fontsSubstituted: z.array(z.object({ wanted: z.string(), used: z.string() })),
      /** What was taken in, and what was refused with the reason. */
      taken: z.array(z.object({ name: z.string(), sha256: z.string(), role: z.string() })),
      refused: z.array(z.object({ name: z.string(), reason: z.string() })),
      /** Sentences for the person: limits, substitutions, what the certificate is. */
      notices: z.array(z.string()),
    }),
  }),
};
