import { AppError } from '../../../shared/contract/errors.ts';

/** One line of a table: its cells by column, and where it stands, for the message when a cell is wrong. */
export interface TsvRow<Column extends string> {
  readonly cells: Readonly<Record<Column, string>>;
  /** Counted from 1; the header is line 1. */
  readonly line: number;
}

/** The failure of a law-pack file at a line. */
export function tableError(file: string, line: number, problem: string): AppError {
  return new AppError('law-pack-invalid', `法规库文件“${file}”第${line}行有误：${problem}。请更换完好的法规库。`, {
    data: { file, line },
  });
}

/**
 * Reads a tab-separated table whose header is exactly `columns`. No quoting: a cell holds neither tab nor line feed.
 * @throws AppError `law-pack-invalid` naming file and line
 */
export function parseTsv<Column extends string>(
  file: string,
  text: string,
  columns: readonly Column[],
): readonly TsvRow<Column>[] {
  if (text.includes('\r')) throw tableError(file, text.slice(0, text.indexOf('\r')).split('\n').length, '含回车符');
  const lines = text.split('\n');
  if (lines.at(-1) !== '') throw tableError(file, lines.length, '文件末尾缺换行，可能不完整');
  const header = (lines[0] ?? '').split('\t');
  const unknown = header.find((name) => !columns.some((column) => column === name));
  if (unknown !== undefined) throw tableError(file, 1, `不认识的列“${unknown}”`);
  if (header.join('\t') !== columns.join('\t')) throw tableError(file, 1, `列应依次为：${columns.join('、')}`);
  return lines.slice(1, -1).map((content, index) => {
    const line = index + 2;
    const values = content.split('\t');
    if (values.length !== columns.length) {
      throw tableError(file, line, `应有${columns.length}列，实有${values.length}列`);
    }
    const broken = values.find((value) => value !== value.trim() || value.includes('\u{fffd}'));
    if (broken !== undefined) throw tableError(file, line, `单元格“${broken}”首尾有空白或含乱码`);
    // Every column has its value: the counts were compared just above.
    const cells = Object.fromEntries(columns.map((column, at) => [column, values[at] ?? ''])) as Record<Column, string>;
    return { cells, line };
  });
}
