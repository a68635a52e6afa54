import { blockKinds } from '../document/document.ts';
import { filePath, sha256 } from './common.ts';
import { defineCall, z } from './schema.ts';

/** Reading one file into the one document form. */
export const extractCalls = {
  'extract.file': defineCall({
    summary: 'Reads one file in a separate process and returns its blocks, labels and X-ray.',
    input: z.object({ path: filePath }),
    output: z.object({
      format: z.enum(['docx', 'pdf', 'txt']),
      sha256,
      title: z.string(),
      text: z.string(),
      articles: z.int(),
      chapters: z.int(),
      blocks: z.array(
        z.object({
          id: z.string(),
          kind: z.enum(blockKinds),
          level: z.int().min(0).max(6).nullable(),
          label: z.string().nullable(),
          text: z.string(),
          start: z.int(),
          end: z.int(),
          page: z.int().nullable(),
        }),
      ),
      xray: z.array(z.object({ kind: z.string(), detail: z.string(), block: z.string().nullable() })),
      warnings: z.array(z.object({ code: z.string(), message: z.string() })),
    }),
  }),
};
