import { blockIds } from './block-id.ts';
import { labelSeparator, type Block, type BlockKind, type DocumentXray, type ReviewedDocument } from './document.ts';
import { findParts, type LinePart } from './find-parts.ts';
import { toLabelledLine, type LabelledLine } from './labelled-line.ts';
import { findSignatureLines } from './signature-lines.ts';
import type { Extraction } from './source.ts';

type Level = Block['level'];

interface Placed {
  readonly line: LabelledLine;
  readonly kind: BlockKind;
  readonly level: Level;
}

const partKinds = {
  'table-row': 'table-row',
  'text-box': 'text-box',
  footnote: 'footnote',
  header: 'header',
  footer: 'footer',
  comment: 'comment',
} as const satisfies Record<Exclude<LabelledLine['source']['part'], 'body'>, BlockKind>;

const headingLevels = { book: 0, chapter: 1, section: 2 } as const;

/**
 * Makes the one document of what a format reader found: tells labels from text, finds title, parts, articles, 款, 项 and
 * signature lines, and lays everything out in one canonical text.
 * @param sha256 of the file's bytes, lower-case hex
 */
export function buildDocument(extraction: Extraction, sha256: string): ReviewedDocument {
  const lines = extraction.paragraphs
    .map((paragraph, index) => ({ paragraph, index }))
    .filter(({ paragraph }) => !paragraph.deleted)
    .map(({ paragraph, index }) => toLabelledLine(paragraph, index))
    .filter((line) => line.text !== '' || line.printedLabel !== null);
  const parts = findParts(lines);
  const placed = parts.flatMap((part) => placePart(lines, part));
  const ids = blockIds(placed.map(({ line }) => line.text));
  let text = '';
  const blocks = placed.map(({ line, kind, level }, index): Block => {
    if (index > 0) text += '\n';
    const start = text.length;
    text += (line.printedLabel ?? '') + labelSeparator(line.printedLabel, line.text) + line.text;
    const id = ids[index] ?? '';
    return {
      id,
      kind,
      level,
      label: line.printedLabel,
      text: line.text,
      start,
      end: text.length,
      page: line.source.page,
    };
  });
  const blockOf = new Map(placed.map(({ line }, index) => [line.index, ids[index] ?? null]));
  const xray = extraction.xray.map((note): DocumentXray => ({
    kind: note.kind,
    detail: note.detail,
    block: note.paragraph === null ? null : (blockOf.get(note.paragraph) ?? null),
  }));
  return {
    format: extraction.format,
    sha256,
    title: titleOf(lines, parts),
    text,
    blocks,
    xray,
    warnings: extraction.warnings,
  };
}

function titleOf(lines: readonly LabelledLine[], parts: readonly LinePart[]): string {
  const main = parts.find((part) => part.kind === 'body');
  if (!main) return '';
  return lines
    .slice(main.titleFirst, main.titleEnd)
    .map((line) => line.text)
    .join('');
}

const contentsHead = /^目\s{0,6}[录次]$/u;

/**
 * The lines of a table of contents: what follows 目录 up to the line whose label is the first of them again.
 * @returns index range into `lines`; empty where there is none
 */
function findContents(lines: readonly LabelledLine[], part: LinePart): readonly [number, number] {
  for (let head = part.first; head < Math.min(part.end, part.first + 30); head += 1) {
    if (!contentsHead.test(lines[head]?.text ?? '')) continue;
    const first = lines[head + 1]?.label?.text;
    if (first === undefined) return [head, head + 1];
    for (let index = head + 2; index < part.end; index += 1) {
      if (lines[index]?.label?.text === first) return [head, index];
    }
    return [head, head + 1];
  }
  return [part.first, part.first];
}

/** Kind and level of every line of a part. */
function placePart(lines: readonly LabelledLine[], part: LinePart): readonly Placed[] {
  const signatureLines = findSignatureLines(lines, part);
  const [contentsFirst, contentsEnd] = findContents(lines, part);
  const placed: Placed[] = [];
  let isInArticle = false;
  let hasItems = false;
  for (let index = part.first; index < part.end; index += 1) {
    const line = lines[index];
    if (!line) break;
    if (line.source.part !== 'body') {
      placed.push({ line, kind: partKinds[line.source.part], level: null });
      continue;
    }
    if (index >= contentsFirst && index < contentsEnd) {
      placed.push({ line, kind: 'paragraph', level: null });
      continue;
    }
    if (index >= part.titleFirst && index < part.titleEnd) {
      placed.push({ line, kind: 'title', level: null });
      continue;
    }
    if (signatureLines.has(index)) {
      isInArticle = false;
      placed.push({ line, kind: 'signature', level: null });
      continue;
    }
    const kind = line.label?.kind;
    if (kind === 'book' || kind === 'chapter' || kind === 'section') {
      isInArticle = false;
      placed.push({ line, kind: 'heading', level: headingLevels[kind] });
    } else if (kind !== undefined && kind === part.numbering) {
      isInArticle = true;
      hasItems = false;
      placed.push({ line, kind: 'article', level: 3 });
    } else if (kind !== undefined) {
      const isSecond = kind !== 'chinese' && kind !== 'bracket' && kind !== 'multilevel' && hasItems;
      const isDeep = kind === 'multilevel' && (line.label?.depth ?? 1) > 2;
      if (kind === 'chinese' || kind === 'bracket') hasItems = true;
      placed.push({ line, kind: 'item', level: isSecond || isDeep ? 6 : 5 });
    } else {
      if (line.printedLabel === null) hasItems = false;
      placed.push({ line, kind: 'paragraph', level: isInArticle ? 4 : null });
    }
  }
  return placed;
}
