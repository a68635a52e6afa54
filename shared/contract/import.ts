import { filePath, sha256 } from './common.ts';
import { defineCall, z } from './schema.ts';

/** Taking a submission in. */
export const importCalls = {
  'import.take': defineCall({
    summary: 'Copies files and folders into a case, proves each copy by hash, and refuses what cannot be read.',
    input: z.object({ paths: z.array(filePath).min(1), into: filePath }),
    output: z.object({
      case: z.string(),
      folder: z.string(),
      taken: z.array(
        z.object({ name: z.string(), stored: z.string(), size: z.int(), sha256, format: z.string(), role: z.string() }),
      ),
      refused: z.array(z.object({ name: z.string(), code: z.string(), reason: z.string() })),
    }),
  }),
};
