import { certainties, documentTypes, severities } from '../check/finding.ts';
import { z } from './schema.ts';

/** YYYY-MM-DD. */
export const isoDate = z.iso.date();
/** Absolute or working-directory path as the operating system gives it. */
export const filePath = z.string().min(1).max(32_767);
/** SHA-256 in lower-case hex. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);
/** 规范性文件, 政府协议 or 重大决策. */
export const documentType = z.enum(documentTypes);

/** A legal basis; unconfirmed ones are shown as 待核. */
export const basis = z.object({ source: z.string(), article: z.string(), confirmed: z.boolean() });

/** A finding in the public JSON's field order. */
export const finding = z.object({
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
  basis: z.array(basis),
  suggestion: z.string().nullable(),
});

/** Which rule pack, in which version. */
export const rulePackReference = z.object({ id: z.string(), version: z.string(), sha256 });
/** Which law pack. */
export const lawPackReference = z.object({ version: z.string(), sha256 });
