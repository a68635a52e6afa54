import type * as Pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy, PDFPageProxy, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import { joinItems, type PageText } from './page-text.ts';

/** Size of a page in CSS pixels at 100 %. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** An open PDF whose pages can be painted and read. Pages are counted from 1. */
export interface OpenPdf {
  readonly pages: readonly PageSize[];
  /**
   * Paints a page into a canvas of its own, which it sizes to whole device pixels.
   * @param scale device pixels for each CSS pixel at 100 %
   * @returns null where the signal came first
   */
  readonly paint: (page: number, scale: number, signal: AbortSignal) => Promise<HTMLCanvasElement | null>;
  readonly readText: (page: number) => Promise<PageText>;
  readonly close: () => Promise<void>;
}

/** PDF points to CSS pixels. */
const pixelsPerPoint = 96 / 72;
/** Past this a canvas costs more memory than sharpness is worth. */
const mostPixels = 24_000_000;

/** pdf.js is half a megabyte: it is loaded with the first document, and its worker then stays for the next ones. */
async function loadEngine(): Promise<{ pdfjs: typeof Pdfjs; worker: PDFWorker }> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // Made here and not by pdf.js, which would wrap an address that it does not take for its own origin in a blob.
  const port = new Worker(workerUrl, { type: 'module', name: 'pdf' });
  // Its types have the port as null alone, because they are made from the default of the parameter.
  const options = { port, verbosity: pdfjs.VerbosityLevel.ERRORS } as unknown as ConstructorParameters<
    typeof PDFWorker
  >[0];
  return { pdfjs, worker: new pdfjs.PDFWorker(options) };
}

let engine: ReturnType<typeof loadEngine> | null = null;

/** Loads the engine ahead of the first document; a failure is told by {@link openPdf}. */
export function preparePdf(): void {
  engine ??= loadEngine();
  engine.catch(() => (engine = null));
}

/**
 * Opens a PDF. Only files made by this application are shown, so neither character maps nor standard faces are offered.
 * @throws Error when the bytes are no PDF, or the signal came first
 */
export async function openPdf(bytes: Uint8Array, signal: AbortSignal): Promise<OpenPdf> {
  preparePdf();
  if (engine === null) throw new Error('the PDF engine did not load');
  const { pdfjs, worker } = await engine;
  signal.throwIfAborted();
  const task = pdfjs.getDocument({
    worker,
    data: bytes.slice(), // a copy: pdf.js takes its input away from the caller
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: false,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  const destroy = (): void => void task.destroy();
  signal.addEventListener('abort', destroy, { once: true });
  try {
    const file = await task.promise;
    const pages = await readPages(file);
    signal.throwIfAborted();
    return {
      pages: pages.map(sizeOf),
      paint: (page, scale, stop) => paint(pageAt(pages, page), scale, stop),
      readText: (page) => readText(pageAt(pages, page)),
      close: () => task.destroy(),
    };
  } catch (error) {
    await task.destroy();
    throw error;
  } finally {
    signal.removeEventListener('abort', destroy);
  }
}

async function readPages(file: PDFDocumentProxy): Promise<readonly PDFPageProxy[]> {
  return Promise.all(Array.from({ length: file.numPages }, (_, index) => file.getPage(index + 1)));
}

function pageAt(pages: readonly PDFPageProxy[], number: number): PDFPageProxy {
  const page = pages[number - 1];
  if (page === undefined) throw new Error(`no page ${number}`);
  return page;
}

function sizeOf(page: PDFPageProxy): PageSize {
  const { width, height } = page.getViewport({ scale: pixelsPerPoint });
  return { width, height };
}

async function paint(page: PDFPageProxy, scale: number, signal: AbortSignal): Promise<HTMLCanvasElement | null> {
  const natural = sizeOf(page);
  const affordable = Math.sqrt(mostPixels / (natural.width * natural.height));
  const viewport = page.getViewport({ scale: pixelsPerPoint * Math.min(scale, affordable) });
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  const task = page.render({ canvas, viewport });
  const stop = (): void => task.cancel();
  signal.addEventListener('abort', stop, { once: true });
  try {
    await task.promise;
    return canvas;
  } catch (error) {
    // Cancelling is the one way in which a painting that was taken back ends.
    if (signal.aborted) return null;
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

async function readText(page: PDFPageProxy): Promise<PageText> {
  const { items } = await page.getTextContent({ disableNormalization: true });
  const { height } = page.getViewport({ scale: 1 });
  return joinItems(
    items.flatMap((item) =>
      'str' in item
        ? [{ text: item.str, endsLine: item.hasEOL, baseline: 1 - Number(item.transform[5]) / height }]
        : [],
    ),
  );
}
