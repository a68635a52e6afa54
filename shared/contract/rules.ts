import { documentTypes, severities } from '../check/finding.ts';
import { filePath } from './common.ts';
import { defineCall, z } from './schema.ts';

const range = z.object({ start: z.int(), end: z.int() });

/** Reading a rule book. */
export const rulesCalls = {
  'rules.read': defineCall({
    summary:
      'Reads a rule book and returns its articles and the checklist items that the shipped packs derive from them.',
    input: z.object({ path: filePath }),
    output: z.object({
      title: z.string(),
      articles: z.array(
        z.object({ number: z.int(), label: z.string(), chapter: z.string().nullable(), text: z.string() }),
      ),
      items: z.array(
        z.object({
          id: z.string(),
          article: z.int(),
          question: z.string(),
          appliesTo: z.array(z.enum(documentTypes)),
          evidence: z.string(),
          severity: z.enum(severities),
          from: range,
        }),
      ),
      constraints: z.array(
        z.object({
          kind: z.enum(['order', 'role', 'level']),
          article: z.int(),
          steps: z.array(z.string()),
          from: range,
        }),
      ),
      /** Articles from which nothing is derived, each with the reason. */
      unreviewable: z.array(z.object({ article: z.int(), reason: z.string() })),
      /** What must be said of the rule book, e.g. that it was replaced. */
      notices: z.array(z.string()),
    }),
  }),
};
