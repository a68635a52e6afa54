import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type * as Pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import { AppError } from '../../../../shared/contract/errors.ts';

/** One run of text as pdf.js reports it; `transform` is the text matrix in PDF user space. */
export interface PdfTextItem {
  readonly str: string;
  readonly transform: readonly number[];
  /** Along the baseline, in user space units. */
  readonly width: number;
  readonly fontName: string;
}

/** A note, link or field on a page. */
export interface PdfAnnotation {
  readonly subtype?: string;
  readonly contentsObj?: { readonly str: string };
  readonly fieldValue?: unknown;
  readonly fieldType?: string | null;
  readonly url?: string;
}

/** The part of pdf.js's page that is used. */
export interface PdfPage {
  getViewport(options: { scale: number }): { width: number; height: number; transform: readonly number[] };
  getTextContent(options: { disableNormalization: boolean }): Promise<{
    items: readonly (PdfTextItem | { readonly type: string })[];
    styles: Readonly<Record<string, { readonly vertical?: boolean }>>;
  }>;
  getOperatorList(): Promise<{ fnArray: readonly number[] }>;
  getAnnotations(): Promise<readonly PdfAnnotation[]>;
  cleanup(): boolean;
}

/** The part of pdf.js's document that is used. */
export interface PdfFile {
  readonly numPages: number;
  getPage(number: number): Promise<PdfPage>;
  getMetadata(): Promise<{ info: object }>;
  getAttachments(): Promise<Readonly<Record<string, { readonly filename: string }>> | null>;
  hasJSActions(): Promise<boolean>;
}

/** An open PDF; `close` gives its memory back. */
export interface OpenPdf {
  readonly file: PdfFile;
  /** Numbers of the operators that put anything on a page. */
  readonly painting: { readonly images: ReadonlySet<number>; readonly paths: ReadonlySet<number> };
  readonly close: () => Promise<void>;
}

/**
 * Loads pdf.js without its worker thread and without the native canvas that it looks for in Node: this process draws
 * nothing, and the packaged application has no canvas to find.
 */
async function loadPdfjs(): Promise<typeof Pdfjs> {
  const place = globalThis as unknown as Record<string, unknown>; // names that Node's types do not have
  // pdf.js makes one DOMMatrix while it loads, and uses it for drawing only.
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) place[name] ??= Object;
  place['pdfjsWorker'] ??= await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

function explain(cause: unknown): unknown {
  if (!(cause instanceof Error)) return cause;
  if (cause.name === 'PasswordException') {
    return new AppError('encrypted-file', 'PDF 设有打开密码，无法读取。请取消密码保护后重新提交。', { cause });
  }
  if (cause.name === 'InvalidPDFException' || cause.name === 'FormatError' || cause.name === 'UnknownErrorException') {
    return new AppError('damaged-file', 'PDF 已损坏或不完整，无法读取。请重新导出或重新复制后提交。', { cause });
  }
  return cause;
}

/**
 * Opens a PDF with the character maps that faces without embedding need: without them pdf.js returns empty text and no
 * error.
 * @param assets folder that holds `pdfjs/cmaps/` and `pdfjs/standard_fonts/`
 * @throws AppError `encrypted-file`, `damaged-file`
 */
export async function openPdf(bytes: Uint8Array, assets: string): Promise<OpenPdf> {
  const [cmaps, standardFonts] = [join(assets, 'pdfjs', 'cmaps'), join(assets, 'pdfjs', 'standard_fonts')];
  if (!existsSync(join(cmaps, 'UniGB-UCS2-H.bcmap'))) throw new Error(`no character maps in ${cmaps}`);
  const pdfjs = await loadPdfjs();
  const { OPS, VerbosityLevel } = pdfjs;
  const task = pdfjs.getDocument({
    data: new Uint8Array(bytes), // a copy: pdf.js takes its input away from the caller
    cMapUrl: `${cmaps}/`,
    cMapPacked: true,
    standardFontDataUrl: `${standardFonts}/`,
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWasm: false,
    useWorkerFetch: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  const close = () => task.destroy();
  try {
    // The declared interface is the part of pdf.js's own types that is used, without the DOM behind them.
    const file = (await task.promise) as unknown as PdfFile;
    return {
      file,
      painting: {
        images: new Set([
          OPS.paintImageXObject,
          OPS.paintInlineImageXObject,
          OPS.paintImageMaskXObject,
          OPS.paintInlineImageXObjectGroup,
          OPS.paintImageXObjectRepeat,
          OPS.paintImageMaskXObjectRepeat,
          OPS.paintImageMaskXObjectGroup,
          OPS.paintSolidColorImageMask,
        ]),
        paths: new Set([OPS.constructPath, OPS.shadingFill]),
      },
      close,
    };
  } catch (error) {
    await close();
    throw explain(error);
  }
}
