import { documentFormats } from '../document/source.ts';
import { documentBlock, filePath, readingWarning, sha256, xrayEntry } from './common.ts';
import { defineCall, z } from './schema.ts';

/** Reading one file into the one document form. */
export const extractCalls = {
  'extract.file': defineCall({
    summary: 'Reads one file in a separate process and returns its blocks, labels and X-ray.',
    input: z.object({ path: filePath }),
    output: z.object({
      format: z.enum(documentFormats),
      sha256,
      title: z.string(),
      text: z.string(),
      articles: z.int(),
      chapters: z.int(),
      blocks: z.array(documentBlock),
      xray: z.array(xrayEntry),
      warnings: z.array(readingWarning),
    }),
  }),
};
