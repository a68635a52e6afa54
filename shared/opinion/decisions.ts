import { z } from 'zod';

/** Answers to a checklist item: 符合, 不符合, 不适用, 待补正. */
export const verdicts = ['meets', 'fails', 'not-applicable', 'to-supplement'] as const;

/** Every conclusion of every document type, and the outcomes of procedure. */
export const conclusions = [
  'lawful',
  'modify',
  'unlawful',
  'risk',
  'may-sign',
  'modify-then-sign',
  'should-not-sign',
  'supplement',
  'return',
  'out-of-scope',
] as const;
/** One of {@link conclusions}. */
export type Conclusion = (typeof conclusions)[number];

const text = z.string().trim().min(1);

/** What a person decided, as the decisions file and the desk give it. Names are fixed by the command's public JSON. */
export const decisionsSchema = z.object({
  reviewer: z.object({ name: text, role: text }),
  conclusion: z.enum(conclusions),
  answers: z.array(z.object({ item: text, verdict: z.enum(verdicts), note: z.string().default('') })).default([]),
  issues: z
    .array(
      z.object({
        /** The check it came from; absent for what the reviewer found. */
        check: z.string().optional(),
        quote: text,
        problem: text,
        basis: z.array(z.object({ source: text, article: z.string().default('') })).min(1),
        suggestion: z.string().default(''),
        /** 必改 (true) or 建议 (false). */
        must: z.boolean(),
        items: z.array(z.string()).default([]),
      }),
    )
    .default([]),
  dismissals: z.array(z.object({ check: text, quote: z.string(), reason: text })).default([]),
  materials: z.array(z.object({ role: text, state: z.enum(['present', 'missing', 'not-applicable']) })).default([]),
  /** What the head of the opinion needs; the form's own words stand where one is absent. */
  opinion: z
    .object({
      number: z.string().optional(),
      addressee: z.string().optional(),
      organ: z.string().optional(),
      date: z.iso.date().optional(),
      submittedBy: z.string().optional(),
      submissionNumber: z.string().optional(),
      receivedOn: z.iso.date().optional(),
    })
    .default({}),
});

/** A validated decisions file. */
export type Decisions = z.infer<typeof decisionsSchema>;
