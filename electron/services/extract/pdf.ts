import { AppError } from '../../../shared/contract/errors.ts';
import type { Extraction, ExtractionWarning, XrayNote } from '../../../shared/document/source.ts';
import type { ExtractLimits, FormatReader } from './format.ts';
import { joinLines } from './pdf/join-lines.ts';
import { openPdf, type OpenPdf, type PdfTextItem } from './pdf/open-pdf.ts';
import { pageLines, type PageText } from './pdf/page-lines.ts';
import { annotationXray, fileXray, hasFilledFields } from './pdf/pdf-xray.ts';
import { dropRunningLines } from './pdf/running-lines.ts';

/** Pages without text that are looked into for pictures: decoding scans takes time and memory. */
const inspectedPages = 10;
/** Share of characters without a meaning above which a page's text is not to be relied on. */
const doubtfulShare = 0.05;

/** What was read, page by page. */
interface ReadPages {
  readonly texts: readonly PageText[];
  readonly xray: readonly XrayNote[];
  /** Pages that pdf.js could not read. */
  readonly failed: readonly number[];
  readonly filled: readonly number[];
}

const emptyPage: PageText = {
  lines: [],
  width: 0,
  height: 1,
  mapped: 0,
  slanted: [],
  meaningless: 0,
  characters: 0,
};

async function readPages({ file }: OpenPdf, limits: ExtractLimits): Promise<ReadPages> {
  const texts: PageText[] = [];
  const xray: XrayNote[] = [];
  const failed: number[] = [];
  const filled: number[] = [];
  let length = 0;
  for (let number = 1; number <= file.numPages; number += 1) {
    try {
      const page = await file.getPage(number);
      const { width, height, transform } = page.getViewport({ scale: 1 });
      const content = await page.getTextContent({ disableNormalization: true });
      const isVertical = (font: string) => content.styles[font]?.vertical === true;
      const items = content.items.filter((item): item is PdfTextItem => 'str' in item);
      const text = pageLines(items, { page: number, width, height, transform, isVertical });
      const annotations = await page.getAnnotations();
      texts.push(text);
      xray.push(...annotationXray(annotations, number));
      if (hasFilledFields(annotations)) filled.push(number);
      length += text.characters;
      page.cleanup();
    } catch {
      texts.push(emptyPage);
      failed.push(number);
    }
    if (length > limits.maxTextLength) {
      throw new AppError('limit-exceeded', `PDF 的文字超过 ${limits.maxTextLength} 字的上限。请拆分后分别提交。`);
    }
  }
  return { texts, xray, failed, filled };
}

/** What stands on pages that have no text. */
async function inspectBlankPages(
  pdf: OpenPdf,
  numbers: readonly number[],
): Promise<{ readonly pictured: readonly number[]; readonly blank: readonly number[] }> {
  const pictured: number[] = [];
  const blank: number[] = [];
  for (const [index, number] of numbers.entries()) {
    // Beyond the bound a page counts as pictured: better named once too often than passed over.
    const operators = index < inspectedPages ? await operatorsOf(pdf, number) : null;
    const isPainted = !operators || operators.some((op) => pdf.painting.images.has(op) || pdf.painting.paths.has(op));
    (isPainted ? pictured : blank).push(number);
  }
  return { pictured, blank };
}

async function operatorsOf(pdf: OpenPdf, number: number): Promise<readonly number[] | null> {
  try {
    return (await (await pdf.file.getPage(number)).getOperatorList()).fnArray;
  } catch {
    return null;
  }
}

function listPages(numbers: readonly number[]): string {
  const shown = numbers.slice(0, 20).join('、');
  return numbers.length > 20 ? `第 ${shown} 等共 ${numbers.length} 页` : `第 ${shown} 页`;
}

/** One warning where its pages are not none. */
function warnOf(code: string, pages: readonly number[], say: (pages: string) => string): readonly ExtractionWarning[] {
  return pages.length === 0 ? [] : [{ code, message: say(listPages(pages)) }];
}

function warningsOf(read: ReadPages, pictured: readonly number[], running: readonly string[]): ExtractionWarning[] {
  const pagesWhere = (test: (text: PageText) => boolean) =>
    read.texts.flatMap((text, index) => (test(text) ? [index + 1] : []));
  const mapped = read.texts.reduce((sum, text) => sum + text.mapped, 0);
  return [
    ...warnOf('page-unreadable', read.failed, (pages) => `${pages}无法读取，内容不在审查范围内，请对照原件核对。`),
    ...warnOf(
      'page-without-text',
      pictured,
      (pages) => `${pages}没有文字，可能是扫描图片，内容不在审查范围内，请对照原件核对。`,
    ),
    ...warnOf(
      'text-unreliable',
      pagesWhere((text) => text.meaningless > doubtfulShare * text.characters),
      (pages) => `${pages}的字体没有说明文字含义，取出的文字不可靠，请索取 .docx 原稿。`,
    ),
    ...warnOf(
      'slanted-text-skipped',
      pagesWhere((text) => text.slanted.length > 0),
      (pages) => `${pages}有斜排或竖排的文字（多为水印），没有并入正文。`,
    ),
    ...warnOf('form-fields-skipped', read.filled, (pages) => `${pages}有已填写的表单域，填写的内容没有并入正文。`),
    ...(running.length === 0
      ? []
      : [
          { code: 'running-lines-dropped', message: `已略去各页重复的页眉页脚：${running.join('；').slice(0, 200)}。` },
        ]),
    ...(mapped === 0
      ? []
      : [{ code: 'look-alike-mapped', message: `有 ${mapped} 个字被写成形近的部首字符，已还原为通用汉字。` }]),
  ];
}

async function extractPdf(pdf: OpenPdf, limits: ExtractLimits): Promise<Extraction> {
  const { numPages } = pdf.file;
  if (numPages > limits.maxPages) {
    throw new AppError('limit-exceeded', `PDF 有 ${numPages} 页，超过 ${limits.maxPages} 页的上限。请拆分后分别提交。`);
  }
  const read = await readPages(pdf, limits);
  const isEmpty = (text: PageText) => text.lines.length === 0;
  const isFailed = (number: number) => read.failed.includes(number);
  const textless = read.texts.flatMap((text, index) => (isEmpty(text) && !isFailed(index + 1) ? [index + 1] : []));
  if (read.failed.length === numPages) {
    throw new AppError('damaged-file', 'PDF 的各页都无法读取，文件可能已损坏。请重新导出后提交。');
  }
  if (read.texts.every(isEmpty)) {
    const { pictured } = await inspectBlankPages(pdf, textless.slice(0, 3));
    const message =
      pictured.length > 0
        ? 'PDF 是扫描件或图片，没有可读取的文字，本版暂不能识别。请提交有文字的 PDF 或 .docx 原稿。'
        : 'PDF 里没有任何内容。请核对是否选错了文件。';
    throw new AppError('no-text', message);
  }
  const { pictured } = await inspectBlankPages(pdf, textless);
  const body = dropRunningLines(read.texts);
  return {
    format: 'pdf',
    paragraphs: joinLines(
      body.pages,
      read.texts.map((text) => text.width),
    ),
    xray: [...(await fileXray(pdf.file)), ...read.xray],
    warnings: warningsOf(read, pictured, body.running),
  };
}

/** PDF with text, through pdf.js: printed lines joined into paragraphs, look-alike radicals mapped back. */
export const pdfReader: FormatReader = {
  id: 'pdf',
  extensions: ['pdf'],
  recognise(bytes) {
    // ISO 32000-1 Annex H: readers take the header anywhere within the first 1024 bytes.
    const head = Array.from(bytes.subarray(0, 1024), (byte) => String.fromCharCode(byte)).join('');
    return head.includes('%PDF-');
  },
  async extract(bytes, limits, assets) {
    const pdf = await openPdf(bytes, assets);
    try {
      return await extractPdf(pdf, limits);
    } finally {
      await pdf.close();
    }
  },
};
