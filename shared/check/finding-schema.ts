import { z } from 'zod';
import { certainties, severities } from './finding.ts';

/** Schema of a legal basis; unconfirmed ones are shown as 待核. */
export const basisSchema = z.object({ source: z.string().min(1), article: z.string(), confirmed: z.boolean() });

/** Schema of a finding, in the public JSON's field order. */
export const findingSchema = z.object({
  check: z.string(),
  title: z.string(),
  severity: z.enum(severities),
  certainty: z.enum(certainties),
  message: z.string(),
  quote: z.string(),
  start: z.int(),
  end: z.int(),
  article: z.int().nullable(),
  path: z.string(),
  basis: z.array(basisSchema),
  suggestion: z.string().nullable(),
});
