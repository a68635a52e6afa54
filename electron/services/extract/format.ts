import type { DocumentFormat, Extraction } from '../../../shared/document/source.ts';

/** Bounds that hold for every file, whatever it claims of itself. Sizes are bytes after decompression. */
export interface ExtractLimits {
  readonly maxFileBytes: number;
  readonly maxEntries: number;
  readonly maxEntryBytes: number;
  readonly maxTotalBytes: number;
  /** Uncompressed to compressed. */
  readonly maxRatio: number;
  readonly maxXmlDepth: number;
  /** UTF-16 units of text in the whole file. */
  readonly maxTextLength: number;
  readonly maxPages: number;
}

/** Generous for what people send (the largest draft seen is about a tenth of these), small beside what kills a process. */
export const defaultLimits: ExtractLimits = {
  maxFileBytes: 200 * 1024 * 1024,
  maxEntries: 2000,
  maxEntryBytes: 64 * 1024 * 1024,
  maxTotalBytes: 200 * 1024 * 1024,
  maxRatio: 200,
  maxXmlDepth: 256,
  maxTextLength: 5_000_000,
  maxPages: 5000,
};

/** One document format. Runs inside the parser process only. */
export interface FormatReader {
  readonly id: DocumentFormat;
  /** Lower case, without the dot. Only for naming: content decides. */
  readonly extensions: readonly string[];
  /** Whether the bytes are of this format, by content. */
  readonly recognise: (bytes: Uint8Array) => boolean;
  /**
   * @param assets folder of the built assets (`pdfjs/cmaps/` …)
   * @throws AppError `encrypted-file`, `damaged-file`, `limit-exceeded`, `no-text`
   */
  readonly extract: (bytes: Uint8Array, limits: ExtractLimits, assets: string) => Promise<Extraction>;
}
