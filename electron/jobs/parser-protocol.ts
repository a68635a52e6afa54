import { errorCodes, type ErrorCode } from '../../shared/contract/errors.ts';
import { z } from '../../shared/contract/schema.ts';
import { documentFormats, type Extraction } from '../../shared/document/source.ts';

const limit = z.number().positive();

/** What the parser process is asked for: one file, and the bounds that it keeps to. */
export const parseRequest = z.object({
  /** Absolute. */
  path: z.string().min(1),
  /** What the person calls the file: its stored copy is named after its hash. */
  name: z.string(),
  assets: z.string(),
  limits: z.object({
    maxFileBytes: limit,
    maxEntries: limit,
    maxEntryBytes: limit,
    maxTotalBytes: limit,
    maxRatio: limit,
    maxXmlDepth: limit,
    maxTextLength: limit,
    maxPages: limit,
  }),
  /** Bytes of resident memory and milliseconds after which the process ends itself. */
  maxMemory: limit,
  wallClock: limit,
});

/** A validated request. */
export type ParseRequest = z.output<typeof parseRequest>;

const index = z.int().nonnegative();
const maxParagraphs = 1_000_000;

const paragraph = z.object({
  part: z.enum(['body', 'table-row', 'text-box', 'footnote', 'header', 'footer', 'comment']),
  label: z.string().nullable(),
  text: z.string(),
  originalLabel: z.string().nullable(),
  originalText: z.string().nullable(),
  deleted: z.boolean(),
  style: z.string().nullable(),
  outline: z.int().min(0).max(8).nullable(),
  alignment: z.enum(['left', 'center', 'right', 'justify']).nullable(),
  page: z.int().positive().nullable(),
});

const xrayNote = z.object({
  kind: z.enum([
    'tracked-change',
    'comment',
    'hidden-text',
    'macro',
    'embedded-object',
    'external-link',
    'metadata',
    'stale-reference',
  ]),
  detail: z.string(),
  paragraph: index.nullable(),
});

/** An extraction as it comes out of a process that has read a file nobody vouches for. */
const extraction = z
  .object({
    format: z.enum(documentFormats),
    paragraphs: z.array(paragraph).max(maxParagraphs),
    xray: z.array(xrayNote).max(maxParagraphs),
    warnings: z.array(z.object({ code: z.string(), message: z.string() })).max(1000),
  })
  .refine(
    ({ paragraphs, xray }) => xray.every((note) => note.paragraph === null || note.paragraph < paragraphs.length),
    { error: 'a note points past the paragraphs' },
  );

/** What the parser process answers, once. `failed` is a bug, or a file that a reader was not made for. */
export type ParseReply =
  | { readonly kind: 'extraction'; readonly sha256: string; readonly extraction: Extraction }
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly message: string }
  | { readonly kind: 'failed'; readonly detail: string };

/** Checks an answer: it comes from outside, however well the process meant it. */
export const parseReply: z.ZodType<ParseReply> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('extraction'), sha256: z.string().regex(/^[0-9a-f]{64}$/u), extraction }),
  z.object({ kind: z.literal('refused'), code: z.enum(errorCodes), message: z.string() }),
  z.object({ kind: z.literal('failed'), detail: z.string() }),
]);

/** What the process writes to stderr before it ends itself. */
export const endedItself = { memory: 'desk-parser: memory limit', time: 'desk-parser: time limit' } as const;
