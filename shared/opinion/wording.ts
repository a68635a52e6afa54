import { z } from 'zod';
import { documentTypes } from '../check/finding.ts';
import { conclusions, verdicts } from './decisions.ts';

const text = z.string().min(1);

/** The words of the form, which the office may change: data, never code. `{name}` marks a place. */
export const wordingSchema = z.object({
  schema: z.literal('opinion-wording/1'),
  version: text,
  organ: text,
  addressee: text,
  /** `{year}` is the year of the opinion; the number itself is left blank where none is given. */
  number: text,
  types: z.record(
    z.enum(documentTypes),
    z.object({
      name: text,
      /** 合法性审核意见 or 合法性审查意见. */
      term: text,
      /** 审核 or 审查. */
      verb: text,
      title: text,
      conclusions: z.partialRecord(z.enum(conclusions), z.object({ name: text, sentence: text })),
    }),
  ),
  verdicts: z.record(z.enum(verdicts), text),
  report: z.object({ title: text, preface: text, closing: text }),
  /** Said in every opinion after the issues. */
  declarations: z.array(text).min(1),
});

/** A validated set of words. */
export type Wording = z.infer<typeof wordingSchema>;

/** Puts values into the places of a sentence. @throws Error for a place without a value, which is a bug in the data */
export function fillPlaces(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/gu, (place, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`no value for ${place} in “${template}”`);
    return String(value);
  });
}
