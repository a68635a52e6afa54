import type { Environment } from '../environment.ts';
import { readRecordFromDocx } from '../export/docx-record.ts';
import { recordFileName } from '../../../shared/opinion/record.ts';
import { readAttachment } from '../export/pdf-attachment.ts';
import { extractFile } from '../extract/extract-file.ts';

/** How the verifier gets at what lies inside other formats. */
export interface RecordReaders {
  /** Canonical bytes of the review record in a PDF; null where there is none. */
  readonly pdf: (bytes: Uint8Array) => Promise<Uint8Array | null>;
  /** Likewise in a DOCX. */
  readonly docx: (bytes: Uint8Array) => Promise<Uint8Array | null>;
  /** A draft's canonical text. @throws AppError as reading a draft does */
  readonly text: (path: string, environment: Environment) => Promise<string>;
}

/** The readers of the services. */
export const recordReaders: RecordReaders = {
  pdf: (bytes) => readAttachment(bytes, recordFileName),
  docx: readRecordFromDocx,
  text: async (path, environment) => (await extractFile(path, environment)).text,
};
