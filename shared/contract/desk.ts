import { rulePackSchema } from '../rules/rule-pack.ts';
import { choiceKinds } from './choice.ts';
import { caseId, isoDate, rulePackReference } from './common.ts';
import { defineCall, z } from './schema.ts';

/** What a person set once for this desk. */
export const settingsSchema = z.object({
  reviewer: z.object({ name: z.string().max(100), role: z.string().max(100) }),
  /** Office that issues; empty where the form's own name stands. */
  organ: z.string().max(200),
  theme: z.enum(['system', 'light', 'dark']),
  /** Size of the draft's text in CSS pixels. */
  paperSize: z.int().min(14).max(26),
  /** Where cases are kept; empty for the application's own folder. */
  store: z.string().max(4000),
  /** Sizes of panes and what else the window remembers of itself, by name. */
  layout: z.record(z.string().max(60), z.number()),
});
/** Validated settings. */
export type Settings = z.infer<typeof settingsSchema>;

const lawVersion = z.object({
  promulgated: isoDate.nullable(),
  effective: isoDate.nullable(),
  /** As the source states it. */
  status: z.string(),
  maxArticle: z.int().nullable(),
  source: z.string(),
});

/** One instrument of the law pack, with its status on the day asked for. */
const lawEntry = z.object({
  name: z.string(),
  kind: z.enum(['statute', 'repealed', 'instrument']),
  level: z.string(),
  scope: z.string(),
  number: z.string(),
  status: z.enum(['in-force', 'lapsed', 'unknown']),
  confirmed: z.boolean(),
  maxArticle: z.int().nullable(),
  versions: z.array(lawVersion),
  /** What replaced it; empty where nothing is known. */
  replacement: z.string(),
  ceased: z.string().nullable(),
  /** Where the claim that it lapsed comes from. */
  basis: z.string(),
  note: z.string(),
});

/** What belongs to the desk as a whole: settings, dialogs, help, and the packs as they are read. */
export const deskCalls = {
  'desk.settings': defineCall({
    summary: 'Reads the settings of this desk.',
    input: z.object({}),
    output: settingsSchema,
  }),
  'desk.change-settings': defineCall({
    summary: 'Changes settings of this desk; they are on the disk when this answers.',
    input: settingsSchema.partial(),
    output: settingsSchema,
  }),
  'desk.choose': defineCall({
    summary: 'Lets the person choose files or a folder.',
    input: z.object({ kind: z.enum(choiceKinds) }),
    output: z.object({ paths: z.array(z.string()) }),
  }),
  'desk.reveal': defineCall({
    summary: 'Shows a case’s folder, or an issued file of it, in the system’s file manager.',
    input: z.object({ case: caseId, name: z.string().max(255).optional() }),
    output: z.object({}),
  }),
  'desk.help': defineCall({
    summary: 'Reads the help of a room, or of a check, as Markdown.',
    input: z.object({ topic: z.string().regex(/^[a-z][a-z-]{0,30}$|^[LNC]\d{2}$/u) }),
    output: z.object({ markdown: z.string() }),
  }),
  'rules.packs': defineCall({
    summary: 'Reads the rule packs in full.',
    input: z.object({}),
    output: z.object({
      packs: z.array(
        rulePackReference.extend(
          rulePackSchema.pick({
            title: true,
            edition: true,
            source: true,
            date: true,
            status: true,
            notice: true,
            truncated: true,
            citeAs: true,
            articles: true,
            items: true,
          }).shape,
        ),
      ),
    }),
  }),
  'law.search': defineCall({
    summary: 'Searches the law pack by name and says what applied on a day.',
    input: z.object({
      query: z.string().max(200),
      asOf: isoDate.optional(),
      status: z.enum(['all', 'in-force', 'lapsed', 'unknown']).default('all'),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(50),
    }),
    output: z.object({
      total: z.int(),
      entries: z.array(lawEntry),
      version: z.string(),
      sha256: z.string(),
      snapshot: z.string(),
      limits: z.array(z.string()),
      asOf: isoDate,
    }),
  }),
  'law.complete': defineCall({
    summary: 'Completes the name of a legal basis while it is typed.',
    input: z.object({
      query: z.string().max(200),
      asOf: isoDate.optional(),
      limit: z.int().min(1).max(50).default(12),
    }),
    output: z.object({
      names: z.array(
        z.object({
          name: z.string(),
          status: z.enum(['in-force', 'lapsed', 'unknown']),
          confirmed: z.boolean(),
          maxArticle: z.int().nullable(),
          level: z.string(),
        }),
      ),
    }),
  }),
};
