import { findingSchema } from '../check/finding-schema.ts';
import { documentType, filePath, isoDate, lawPackReference, rulePackReference, sha256 } from './common.ts';
import { defineCall, z } from './schema.ts';

/** Running the catalogue over one file. */
export const checkCalls = {
  'check.run': defineCall({
    summary: 'Runs the checks of a document type over one file and says what was and was not examined.',
    input: z.object({
      path: filePath,
      type: documentType,
      asOf: isoDate.optional(),
      only: z.array(z.string()).optional(),
    }),
    output: z.object({
      document: z.object({
        format: z.string(),
        sha256,
        title: z.string(),
        characters: z.int(),
        articles: z.int(),
        chapters: z.int(),
      }),
      findings: z.array(findingSchema),
      coverage: z.object({
        articlesExamined: z.int(),
        articlesTotal: z.int(),
        run: z.array(z.string()),
        skipped: z.array(z.object({ check: z.string(), reason: z.string() })),
        lawPack: lawPackReference,
        rulePacks: z.array(rulePackReference),
      }),
    }),
  }),
};
