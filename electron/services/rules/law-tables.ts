import type {
  OrganRename,
  OtherInstrument,
  RepealedInstrument,
  StatuteRevision,
  StatuteVersion,
} from '../../../shared/rules/law-index.ts';
import { plainLawName } from '../../../shared/rules/law-index.ts';
import { parseTsv, tableError, type TsvRow } from './parse-tsv.ts';

type Reader<Column extends string, Value> = (row: TsvRow<Column>, cell: Cell<Column>) => Value;

/** Typed access to the cells of one row; each accessor fails with file and line. */
interface Cell<Column extends string> {
  readonly text: (column: Column) => string;
  readonly filled: (column: Column) => string;
  readonly yesNo: (column: Column) => boolean;
  /** YYYY-MM-DD; null where empty. */
  readonly date: (column: Column) => string | null;
  /** A positive whole number; null where empty. */
  readonly count: (column: Column) => number | null;
}

function isDay(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

function readTable<Column extends string, Value>(
  file: string,
  text: string,
  columns: readonly Column[],
  read: Reader<Column, Value>,
): readonly Value[] {
  return parseTsv(file, text, columns).map((row) => {
    const wrong = (column: Column, demand: string) =>
      tableError(file, row.line, `“${column}”列的“${row.cells[column]}”${demand}`);
    return read(row, {
      text: (column) => row.cells[column],
      filled: (column) => {
        if (row.cells[column] === '') throw wrong(column, '不得为空');
        return row.cells[column];
      },
      yesNo: (column) => {
        const value = row.cells[column];
        if (value !== 'yes' && value !== 'no') throw wrong(column, '应为 yes 或 no');
        return value === 'yes';
      },
      date: (column) => {
        const value = row.cells[column];
        if (value !== '' && !isDay(value)) throw wrong(column, '不是日期');
        return value === '' ? null : value;
      },
      count: (column) => {
        const value = row.cells[column];
        if (value !== '' && !/^[1-9]\d{0,3}$/u.test(value)) throw wrong(column, '不是条数');
        return value === '' ? null : Number(value);
      },
    });
  });
}

/** Groups by plain name; within a name the order of the rows stays. */
function groupByName<Value extends { readonly name: string }>(values: readonly Value[]): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    const plain = plainLawName(value.name);
    groups.set(plain, [...(groups.get(plain) ?? []), value]);
  }
  return groups;
}

const statuses = ['现行', '被修订取代', '已失效'];

/** Reads `statutes.tsv`; versions of one name come oldest first. @throws AppError `law-pack-invalid` */
export function readStatutes(file: string, text: string): ReadonlyMap<string, readonly StatuteVersion[]> {
  const columns = [
    'name',
    'level',
    'scope',
    'promulgated',
    'effective',
    'status_in_2025_04',
    'max_article',
    'source',
    'dates_known',
  ] as const;
  const versions = readTable(file, text, columns, (row, cell): StatuteVersion => {
    const status = cell.filled('status_in_2025_04');
    if (!statuses.includes(status)) throw tableError(file, row.line, `不认识的状态“${status}”`);
    const promulgated = cell.date('promulgated');
    const effective = cell.date('effective');
    if (cell.yesNo('dates_known') !== (promulgated !== null && effective !== null)) {
      throw tableError(file, row.line, 'dates_known 与日期不符');
    }
    return {
      name: cell.filled('name'),
      level: cell.filled('level'),
      scope: cell.filled('scope'),
      promulgated,
      effective,
      status,
      maxArticle: cell.count('max_article'),
      source: cell.filled('source'),
    };
  });
  const groups = groupByName(versions);
  for (const group of groups.values()) {
    group.sort((a, b) => ((a.promulgated ?? '') < (b.promulgated ?? '') ? -1 : 1));
  }
  return groups;
}

/** Applies `corrections.tsv`: values of the snapshot that are evidently wrong. @throws AppError `law-pack-invalid` */
export function correctStatutes(
  statutes: ReadonlyMap<string, readonly StatuteVersion[]>,
  file: string,
  text: string,
): ReadonlyMap<string, readonly StatuteVersion[]> {
  const columns = ['name', 'promulgated', 'column', 'snapshot_value', 'value', 'reason'] as const;
  const corrected = new Map(statutes);
  readTable(file, text, columns, (row, cell) => {
    if (cell.filled('column') !== 'max_article') throw tableError(file, row.line, '只能更正 max_article');
    cell.filled('reason');
    const plain = plainLawName(cell.filled('name'));
    const isMeant = (version: StatuteVersion) =>
      version.promulgated === cell.date('promulgated') && version.maxArticle === cell.count('snapshot_value');
    const versions = corrected.get(plain) ?? [];
    if (!versions.some(isMeant)) throw tableError(file, row.line, '没有与之相符的法规版本');
    const maxArticle = cell.count('value');
    corrected.set(
      plain,
      versions.map((version) => (isMeant(version) ? { ...version, maxArticle } : version)),
    );
  });
  return corrected;
}

/** Reads `repealed.tsv`. @throws AppError `law-pack-invalid`, also where a name stands twice */
export function readRepealed(file: string, text: string): ReadonlyMap<string, RepealedInstrument> {
  const columns = ['old_name', 'kind', 'ceased', 'replacement', 'basis', 'confirmed'] as const;
  const repealed = new Map<string, RepealedInstrument>();
  readTable(file, text, columns, (row, cell) => {
    const ceased = cell.filled('ceased');
    if (ceased !== '待确认' && !isDay(ceased) && !/^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/u.test(ceased)) {
      throw tableError(file, row.line, `“ceased”列的“${ceased}”不是日期，也不是“待确认”`);
    }
    const name = cell.filled('old_name');
    const plain = plainLawName(name);
    if (repealed.has(plain)) throw tableError(file, row.line, `“${name}”重复`);
    repealed.set(plain, {
      name,
      kind: cell.filled('kind'),
      ceased: ceased === '待确认' ? null : ceased,
      replacement: cell.filled('replacement'),
      basis: cell.text('basis'),
      confirmed: cell.yesNo('confirmed'),
    });
  });
  return repealed;
}

/** Reads `organ-renames.tsv`; one old name may have several rows with conditions. @throws AppError `law-pack-invalid` */
export function readOrgans(file: string, text: string): readonly OrganRename[] {
  const columns = ['old', 'now', 'when', 'condition', 'confirmed', 'note'] as const;
  return readTable(file, text, columns, (_row, cell) => ({
    old: cell.filled('old'),
    now: cell.filled('now'),
    when: cell.text('when'),
    condition: cell.text('condition'),
    confirmed: cell.yesNo('confirmed'),
    note: cell.text('note'),
  }));
}

/**
 * Reads `instruments.tsv`, keyed by plain name, number and alias.
 * @throws AppError `law-pack-invalid`, also where one key would name two instruments
 */
export function readInstruments(file: string, text: string): ReadonlyMap<string, OtherInstrument> {
  const columns = ['name', 'number', 'aliases', 'kind', 'max_article', 'confirmed', 'mark', 'note'] as const;
  const others = new Map<string, OtherInstrument>();
  readTable(file, text, columns, (row, cell) => {
    const name = cell.filled('name');
    const number = cell.text('number');
    const aliases = cell
      .text('aliases')
      .split('|')
      .filter((alias) => alias !== '');
    const instrument: OtherInstrument = {
      name,
      number,
      aliases,
      kind: cell.filled('kind'),
      maxArticle: cell.count('max_article'),
      confirmed: cell.yesNo('confirmed'),
      note: `[${cell.filled('mark')}]${cell.text('note')}`,
    };
    for (const key of new Set([name, ...(number === '' ? [] : [number]), ...aliases].map(plainLawName))) {
      if (others.has(key)) throw tableError(file, row.line, `“${key}”重复`);
      others.set(key, instrument);
    }
  });
  return others;
}

/** Reads `revisions.tsv`. @throws AppError `law-pack-invalid` */
export function readRevisions(file: string, text: string): ReadonlyMap<string, readonly StatuteRevision[]> {
  const columns = ['name', 'year', 'effective', 'confirmed', 'mark', 'note'] as const;
  const revisions = readTable(file, text, columns, (row, cell): StatuteRevision => {
    const year = cell.count('year');
    if (year === null) throw tableError(file, row.line, '缺年份');
    return {
      name: cell.filled('name'),
      year,
      effective: cell.date('effective'),
      confirmed: cell.yesNo('confirmed'),
      note: `[${cell.filled('mark')}]${cell.text('note')}`,
    };
  });
  return groupByName(revisions);
}
