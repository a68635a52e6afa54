import {
  PDFName,
  PDFNumber,
  PDFOperator,
  PDFOperatorNames,
  type PDFContext,
  type PDFHexString,
  type PDFPage,
} from 'pdf-lib';
import { margins, points, sheet, table } from './layout-constants.ts';
import type { Page, PlacedLine } from './page.ts';
import type { PdfFonts } from './pdf-fonts.ts';

/** Adjustments below this many thousandths of the type size cannot be seen and are left out. */
const SMALLEST_ADJUSTMENT = 0.5;

/** Draws one page: rules first, then the type in reading order. */
export async function drawPage(context: PDFContext, page: PDFPage, content: Page, fonts: PdfFonts): Promise<void> {
  const operators: PDFOperator[] = [];
  operators.push(...drawRules(content));
  for (const line of content.lines) operators.push(...(await drawLine(context, page, line, fonts)));
  page.pushOperators(...operators);
}

function fromLeft(x: number): PDFNumber {
  return number(points(margins.left) + x);
}

function fromTop(y: number): PDFNumber {
  return number(points(sheet.height - margins.top) - y);
}

/** A thousandth of a point is finer than any printer. */
function number(value: number): PDFNumber {
  return PDFNumber.of(Math.round(value * 1000) / 1000);
}

function drawRules(content: Page): readonly PDFOperator[] {
  if (content.rules.length === 0) return [];
  return [
    PDFOperator.of(PDFOperatorNames.BeginMarkedContent, [PDFName.of('Artifact')]),
    PDFOperator.of(PDFOperatorNames.PushGraphicsState),
    PDFOperator.of(PDFOperatorNames.SetLineWidth, [number(table.rule)]),
    // Square ends, so that the corners of a table are closed.
    PDFOperator.of(PDFOperatorNames.SetLineCapStyle, [number(2)]),
    ...content.rules.flatMap(({ from, to }) => [
      PDFOperator.of(PDFOperatorNames.MoveTo, [fromLeft(from.x), fromTop(from.y)]),
      PDFOperator.of(PDFOperatorNames.LineTo, [fromLeft(to.x), fromTop(to.y)]),
    ]),
    PDFOperator.of(PDFOperatorNames.StrokePath),
    PDFOperator.of(PDFOperatorNames.PopGraphicsState),
    PDFOperator.of(PDFOperatorNames.EndMarkedContent),
  ];
}

/** Characters of one subset and size, side by side. */
interface Run {
  readonly resource: string;
  readonly size: number;
  readonly start: number;
  /** Codes, and between them the adjustments of TJ, in thousandths of the type size. */
  readonly parts: (PDFHexString | PDFNumber)[];
  end: number;
}

async function drawLine(
  context: PDFContext,
  page: PDFPage,
  line: PlacedLine,
  fonts: PdfFonts,
): Promise<readonly PDFOperator[]> {
  const runs: Run[] = [];
  for (const { glyph, x } of line.glyphs) {
    const { font, resource, code } = await fonts.encode(glyph.face, glyph.character, glyph.glyphId);
    page.node.setFontDictionary(PDFName.of(resource), font.ref);
    const at = x + glyph.shift;
    const last = runs.at(-1);
    if (last?.resource !== resource || last.size !== glyph.size) {
      runs.push({ resource, size: glyph.size, start: at, parts: [code], end: at + glyph.advance });
      continue;
    }
    const adjustment = ((last.end - at) * 1000) / glyph.size;
    if (Math.abs(adjustment) >= SMALLEST_ADJUSTMENT) {
      last.parts.push(number(adjustment));
      last.end = at;
    }
    last.parts.push(code);
    last.end += glyph.advance;
  }
  const text = [
    PDFOperator.of(PDFOperatorNames.BeginText),
    ...runs.flatMap((run) => [
      PDFOperator.of(PDFOperatorNames.SetFontAndSize, [PDFName.of(run.resource), number(run.size)]),
      PDFOperator.of(PDFOperatorNames.SetTextMatrix, [
        ...[1, 0, 0, 1].map(number),
        fromLeft(run.start),
        fromTop(line.baseline),
      ]),
      PDFOperator.of(PDFOperatorNames.ShowTextAdjusted, [context.obj(run.parts)]),
    ]),
    PDFOperator.of(PDFOperatorNames.EndText),
  ];
  if (!line.isArtifact) return text;
  return [
    PDFOperator.of(PDFOperatorNames.BeginMarkedContent, [PDFName.of('Artifact')]),
    ...text,
    PDFOperator.of(PDFOperatorNames.EndMarkedContent),
  ];
}
