import { createHash } from 'node:crypto';
import * as fontkit from '@cantoo/fontkit';
import { AFRelationship, PDFDocument, PDFHexString } from 'pdf-lib';
import type { FontSubstitution, OpinionDocument } from '../../../shared/opinion/opinion.ts';
import { flowDocument } from './flow.ts';
import type { FaceSet } from './font-library.ts';
import { naturalWidth } from './line-breaker.ts';
import { ascent, pageNumber, pageNumberText, points, sheet, textArea, typeSize } from './layout-constants.ts';
import { assertWritable, opinionText } from './opinion-text.ts';
import { paginate } from './paginate.ts';
import { drawPage } from './pdf-content.ts';
import { createPdfFonts } from './pdf-fonts.ts';
import type { Page, PlacedLine } from './page.ts';
import { createTypesetter, type Typesetter } from './typesetter.ts';

/** A file that travels inside the PDF (ISO 32000-2, 14.13). */
export interface PdfAttachment {
  /** File name, ASCII. */
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
  readonly description: string;
}

/** A finished PDF. */
export interface RenderedPdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** Single characters that a bundled face lent to a face of the workstation. */
  readonly borrowed: readonly FontSubstitution[];
}

const PRODUCER = '法审台 Review Desk';

/**
 * Renders an opinion in the layout of GB/T 9704—2012, all faces embedded as subsets. The same document, faces and
 * attachments give the same bytes, whenever and wherever.
 * @throws AppError `missing-glyph` when no face can draw a character; nothing is drawn in its place
 */
export async function renderPdf(
  document: OpinionDocument,
  faces: FaceSet,
  options: { readonly attachments?: readonly PdfAttachment[] } = {},
): Promise<RenderedPdf> {
  assertWritable(document);
  const typesetter = createTypesetter(faces);
  const bodies = paginate(flowDocument(document, typesetter));
  const pages = bodies.map((page, index) => withPageNumber(page, index + 1, typesetter));
  typesetter.assertComplete();

  const attachments = options.attachments ?? [];
  const pdf = await PDFDocument.create({ updateMetadata: false });
  pdf.registerFontkit(fontkit);
  describe(pdf, document, attachments);
  const fonts = createPdfFonts(pdf);
  for (const page of pages) {
    await drawPage(pdf.context, pdf.addPage([points(sheet.width), points(sheet.height)]), page, fonts);
  }
  // Object streams would save a few kilobytes; a plain cross-reference table is read by every signing tool.
  const bytes = await pdf.save({ useObjectStreams: false, updateFieldAppearances: false });
  return { bytes, pages: pages.length, borrowed: typesetter.borrowed() };
}

function describe(pdf: PDFDocument, document: OpinionDocument, attachments: readonly PdfAttachment[]): void {
  const date = new Date(`${document.date}T00:00:00Z`);
  pdf.setTitle(document.title, { showInWindowTitleBar: true });
  pdf.setAuthor(document.author);
  pdf.setSubject(document.subject);
  pdf.setProducer(PRODUCER);
  pdf.setCreator(PRODUCER);
  pdf.setLanguage('zh-CN');
  pdf.setCreationDate(date);
  pdf.setModificationDate(date);
  const hash = createHash('sha256').update(document.title).update(document.date).update(opinionText(document));
  for (const { name, mime, bytes, description } of attachments) {
    hash.update(name).update(bytes);
    void pdf.attach(bytes, name, {
      mimeType: mime,
      description,
      creationDate: date,
      modificationDate: date,
      afRelationship: AFRelationship.Data,
    });
  }
  // File identifier (ISO 32000-1, 14.4): from the content instead of the clock, so that equal exports are equal files.
  const id = PDFHexString.of(hash.digest('hex').slice(0, 32));
  pdf.context.trailerInfo.ID = pdf.context.obj([id, id]);
}

function withPageNumber(page: Page, number: number, typesetter: Typesetter): Page {
  const size = typeSize.pageNumber;
  const glyphs = typesetter.set(pageNumberText(number), 'pageNumber', size);
  const indent = pageNumber.indent * size;
  const isOdd = number % 2 === 1;
  let x = isOdd ? points(textArea.width) - indent - naturalWidth(glyphs) : indent;
  const placed = glyphs.map((glyph) => {
    const at = x;
    x += glyph.width;
    return { glyph, x: at };
  });
  const line: PlacedLine = {
    // The dash lies in the middle of the em; it is the dash that stands 7 mm below the text area.
    baseline: points(textArea.height + pageNumber.drop) + (ascent - 0.5) * size,
    glyphs: placed,
    isArtifact: true,
  };
  return { ...page, lines: [...page.lines, line] };
}
