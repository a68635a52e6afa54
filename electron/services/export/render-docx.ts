import {
  AlignmentType,
  Document,
  DocumentGridType,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
  type IParagraphOptions,
  type Table,
} from 'docx';
import { assertNever } from '../../../shared/contract/errors.ts';
import type { OpinionBlock, OpinionDocument } from '../../../shared/opinion/opinion.ts';
import { sealPackage } from './docx-package.ts';
import { docxCell, docxFooterDistance, docxLine, twips, type StyleId } from './docx-styles.ts';
import { docxTable } from './docx-table.ts';
import { officialNames, type FontRole } from './font-library.ts';
import { margins, pageNumber, sheet, signature, textArea, typeSize } from './layout-constants.ts';
import { assertWritable, nominalWidth, printable, printableLines, signatureDate } from './opinion-text.ts';
import { blankLinesAbove } from './spacing.ts';

/**
 * 28 characters of 16 pt need 448 pt and the text area has 442: each is set a quarter point closer. A document grid of
 * characters would say the same, but LibreOffice misreads its negative spacing (14 characters in a line).
 */
const BODY_SPACING = -5;

/**
 * Renders an opinion as a Word document in the layout of GB/T 9704—2012, with the official faces by name. The same
 * document and record give the same bytes, whenever and wherever.
 * @param options.record bytes of the review record, to be embedded as a custom XML part
 * @throws AppError `missing-glyph` when a character cannot be written at all
 */
export async function renderDocx(
  document: OpinionDocument,
  options: { readonly record?: Uint8Array | null } = {},
): Promise<Uint8Array> {
  assertWritable(document);
  const file = new Document({
    title: document.title,
    creator: document.author,
    lastModifiedBy: document.author,
    subject: document.subject,
    compatabilityModeVersion: 15,
    evenAndOddHeaderAndFooters: true,
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(sheet.width), height: twips(sheet.height) },
            margin: {
              top: twips(margins.top),
              right: twips(margins.right),
              bottom: twips(margins.bottom),
              left: twips(margins.left),
              header: twips(margins.top / 2),
              footer: docxFooterDistance,
              gutter: 0,
            },
          },
          grid: { type: DocumentGridType.LINES, linePitch: docxLine, charSpace: 0 },
        },
        footers: { default: pageFooter('odd'), even: pageFooter('even') },
        children: document.blocks.flatMap((block, index) => [
          ...blankLines(blankLinesAbove(block, document.blocks[index - 1])),
          ...renderBlock(block, document.blocks[index + 1]?.kind === 'signature'),
        ]),
      },
    ],
  });
  const bytes = await Packer.toBuffer(file);
  return sealPackage(bytes, { date: document.date, record: options.record ?? null });
}

/** Face by its official name for every script; Chinese punctuation that Latin shares is taken as Chinese. */
function run(text: string, role: FontRole, size: number, isOnNewLine = false): TextRun {
  const name = officialNames[role];
  return new TextRun({
    text: printable(text),
    font: { ascii: name, hAnsi: name, cs: name, eastAsia: name, hint: 'eastAsia' },
    size: size * 2,
    ...(size === typeSize.body ? { characterSpacing: BODY_SPACING } : {}),
    ...(isOnNewLine ? { break: 1 } : {}),
  });
}

function paragraph(style: StyleId, children: readonly TextRun[], options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ style, ...options, children });
}

function blankLines(count: number): readonly Paragraph[] {
  return Array.from({ length: count }, () => paragraph('Normal', [], { keepNext: true }));
}

function renderBlock(block: OpinionBlock, staysWithNext: boolean): readonly (Paragraph | Table)[] {
  const keep = staysWithNext ? { keepNext: true } : {};
  switch (block.kind) {
    case 'title':
      return [
        paragraph(
          'OpinionTitle',
          block.lines.map((text, index) => run(text, 'title', typeSize.title, index > 0)),
        ),
      ];
    case 'number':
      return [
        paragraph('Normal', [run(block.text, 'body', typeSize.body)], {
          alignment: AlignmentType.CENTER,
          keepNext: true,
        }),
      ];
    case 'addressee':
      return textParagraphs(block.text, 'Normal', 'body', keep);
    case 'heading':
      return textParagraphs(block.text, `OpinionHeading${block.level}`, headingRoles[block.level], {});
    case 'paragraph':
    case 'note':
      return textParagraphs(block.text, 'OpinionBody', 'body', keep);
    case 'table':
      return [docxTable(block, twips(textArea.width), staysWithNext, run)];
    case 'signature':
      return signatureParagraphs(block.organ, signatureDate(block.date));
    default:
      return assertNever(block);
  }
}

const headingRoles: Readonly<Record<1 | 2 | 3, FontRole>> = { 1: 'heading1', 2: 'heading2', 3: 'body' };

function textParagraphs(
  text: string,
  style: StyleId,
  role: FontRole,
  options: IParagraphOptions,
): readonly Paragraph[] {
  return printableLines(text).map((line) => paragraph(style, [run(line, role, typeSize.body)], options));
}

/** 署名 centred over 成文日期: both end at the right, the organ's indent follows from the two widths. */
function signatureParagraphs(organ: string, date: string): readonly Paragraph[] {
  const dateEnd = signature.dateIndent;
  const organEnd = Math.max(0, dateEnd + (nominalWidth(date) - nominalWidth(organ)) / 2);
  const line = (text: string, end: number): Paragraph =>
    paragraph('Normal', [run(text, 'body', typeSize.body)], {
      alignment: AlignmentType.RIGHT,
      indent: { right: Math.round(end * docxCell) },
      ...(text === organ ? { keepNext: true } : {}),
    });
  return [line(organ, organEnd), line(date, dateEnd)];
}

function pageFooter(side: 'odd' | 'even'): Footer {
  const indent = pageNumber.indent * typeSize.pageNumber * 20;
  const name = officialNames.pageNumber;
  const number = new TextRun({
    children: ['— ', PageNumber.CURRENT, ' —'],
    font: { ascii: name, hAnsi: name, cs: name, eastAsia: name, hint: 'eastAsia' },
    size: typeSize.pageNumber * 2,
  });
  return new Footer({
    children: [
      paragraph('OpinionFooter', [number], {
        alignment: side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: side === 'odd' ? { right: indent } : { left: indent },
      }),
    ],
  });
}
