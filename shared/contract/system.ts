import { lawPackReference, rulePackReference } from './common.ts';
import { defineCall, z } from './schema.ts';

/** What the application is and stands on. */
export const systemCalls = {
  'system.about': defineCall({
    summary: 'Says which application, law pack and rule packs these are.',
    input: z.object({}),
    output: z.object({
      name: z.string(),
      version: z.string(),
      lawPack: lawPackReference.extend({ statutes: z.int(), repealed: z.int(), organs: z.int() }),
      rulePacks: z.array(rulePackReference.extend({ title: z.string(), notice: z.string().nullable() })),
      checks: z.array(z.object({ id: z.string(), title: z.string() })),
    }),
  }),
};
