import { documentTypes } from '../check/finding.ts';
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
