import type { OpinionBlock, OpinionDocument } from '../../../shared/opinion/opinion.ts';
import { AppError, assertNever } from '../../../shared/contract/errors.ts';

/**
 * 成文日期 as it is printed: Arabic figures, months and days without leading zero (GB/T 9704—2012).
 * @param date YYYY-MM-DD, or a date already in Chinese, which stays as it is
 */
export function signatureDate(date: string): string {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(date);
  if (!iso) return date;
  const [, year, month, day] = iso;
  return `${Number(year)}年${Number(month)}月${Number(day)}日`;
}

/**
 * The text as it goes on paper: every space but the full-width one becomes a plain space, and marks of no width and no
 * ink (soft hyphen, zero-width spaces and joiners, byte order mark) are left out. Nothing that shows is changed.
 */
export function printable(text: string): string {
  return text.replaceAll(/[\u00AD\u200B-\u200F\u2060-\u2064\uFEFF]/gu, '').replaceAll(/[^\S\u3000]/gu, ' ');
}

/** The lines of a text in which the writer set line breaks of his own, each {@link printable}. */
export function printableLines(text: string): readonly string[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/u).map(printable);
}

/**
 * Width in characters of the 28-character line, with half-width letters and figures as half: what the official faces
 * take, whichever face is at hand.
 */
export function nominalWidth(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + (/^[\u0020-\u024F]$/u.test(character) ? 0.5 : 1), 0);
}

/**
 * The rows of a table, at least one, so that a table without entries is still drawn.
 * @throws Error when a row has not one cell for each column, which is a bug: a word would be lost without a trace
 */
export function tableRows(block: Extract<OpinionBlock, { kind: 'table' }>): readonly (readonly string[])[] {
  const { columns, rows } = block;
  if (rows.some((row) => row.length !== columns.length)) throw new Error('a row has not one cell for each column');
  return rows.length > 0 ? rows : [columns.map(() => '')];
}

/** The strings of one block in the order in which they are read; a table goes row by row, heads of columns first. */
export function blockStrings(block: OpinionBlock): readonly string[] {
  switch (block.kind) {
    case 'title':
      return block.lines;
    case 'table':
      return [...block.columns.map((column) => column.title), ...tableRows(block).flat()];
    case 'signature':
      return [block.organ, signatureDate(block.date)];
    case 'number':
    case 'addressee':
    case 'heading':
    case 'paragraph':
    case 'note':
      return [block.text];
    default:
      return assertNever(block);
  }
}

/** The plain words of an opinion, one string a line: what DOCX and PDF must both say, and nothing else. */
export function opinionText(document: OpinionDocument): string {
  return document.blocks.flatMap(blockStrings).join('\n');
}

/** Characters that neither XML nor a printer knows: controls other than spaces, lone surrogates, non-characters. */
const unwritable = /(?!\s)[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;

/**
 * Refuses what no file can hold; such characters come from damaged drafts.
 * @throws AppError `missing-glyph` naming every such character
 */
export function assertWritable(document: OpinionDocument): void {
  const all = [document.title, document.author, document.subject, opinionText(document)].join('\n');
  const found = [...new Set(all.match(unwritable))].map(
    (character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
  if (found.length === 0) return;
  throw new AppError(
    'missing-glyph',
    `意见书中有不能书写的控制字符（${found.join('、')}），已停止导出，请删去后重试。`,
    {
      data: { characters: found },
    },
  );
}
