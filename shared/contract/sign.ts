import { filePath, sha256 } from './common.ts';
import { defineCall, z } from './schema.ts';

/** Verifying what was signed. */
export const signCalls = {
  'sign.verify': defineCall({
    summary: 'Verifies a signed PDF, or a DOCX with its .p7s, to the last byte and holds a draft against its record.',
    input: z.object({ path: filePath, draft: filePath.optional() }),
    output: z.object({
      kind: z.enum(['pdf', 'docx', 'p7s', 'unknown']),
      verdict: z.enum(['valid', 'invalid', 'unsigned', 'unreadable']),
      signatures: z.array(
        z.object({
          signer: z.string(),
          issuer: z.string(),
          selfSigned: z.boolean(),
          /** SHA-256 of the certificate, to compare by hand: a self-signed one proves no name. Null where unreadable. */
          certificateSha256: sha256.nullable(),
          algorithm: z.string(),
          claimedTime: z.string().nullable(),
          intact: z.boolean(),
          coversWholeFile: z.boolean(),
          problems: z.array(z.string()),
        }),
      ),
      record: z.object({ present: z.boolean(), code: z.string().nullable() }),
      draft: z.object({
        given: z.boolean(),
        matches: z.boolean(),
        sha256: z.string().nullable(),
        differs: z.array(z.string()),
      }),
      problems: z.array(z.string()),
    }),
  }),
};
