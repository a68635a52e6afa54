import { documentTypes } from '../check/finding.ts';
import { blockKinds } from '../document/document.ts';
import { z } from './schema.ts';

/** YYYY-MM-DD. */
export const isoDate = z.iso.date();
/** Absolute or working-directory path as the operating system gives it. */
export const filePath = z.string().min(1).max(32_767);
/** SHA-256 in lower-case hex. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);
/** 规范性文件, 政府协议 or 重大决策. */
export const documentType = z.enum(documentTypes);

/** Which rule pack, in which version. */
export const rulePackReference = z.object({ id: z.string(), version: z.string(), sha256 });
/** Which law pack. */
export const lawPackReference = z.object({ version: z.string(), sha256 });

/** Name of a case and of its folder in the store; never a path. */
export const caseId = z.string().regex(/^\d{8}-\d{6}-[0-9a-f]{4}$/u);

/** One paragraph of a draft, as {@link Block} describes it. */
export const documentBlock = z.object({
  id: z.string(),
  kind: z.enum(blockKinds),
  level: z.literal([0, 1, 2, 3, 4, 5, 6]).nullable(),
  label: z.string().nullable(),
  text: z.string(),
  start: z.int(),
  end: z.int(),
  page: z.int().nullable(),
});
/** Something that a printed page would not show, tied to its block. */
export const xrayEntry = z.object({ kind: z.string(), detail: z.string(), block: z.string().nullable() });
/** What must be said of how a file was read. */
export const readingWarning = z.object({ code: z.string(), message: z.string() });
