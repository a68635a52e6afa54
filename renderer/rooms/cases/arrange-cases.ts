import type { DocumentType } from '../../../shared/check/finding.ts';
import type { CallOutput } from '../../../shared/contract/contract.ts';

/** One case of the table. */
export type CaseRow = CallOutput<'cases.list'>['cases'][number];

/** What the table can be sorted by. */
export const sortKeys = [
  'registration',
  'title',
  'type',
  'submittedBy',
  'stage',
  'due',
  'issues',
  'answered',
  'reviewer',
  'takenAt',
] as const;
/** One of {@link sortKeys}. */
export type SortKey = (typeof sortKeys)[number];

/** What of the cases is shown, and in which order. */
export interface Arrangement {
  /** Empty for all. */
  readonly query: string;
  readonly type: DocumentType | 'all';
  readonly stage: CaseRow['stage'] | 'all';
  readonly sort: SortKey;
  readonly direction: 'ascending' | 'descending';
}

const stages: readonly CaseRow['stage'][] = ['received', 'reviewing', 'issued', 'closed'];
const collator = new Intl.Collator('zh-CN', { numeric: true });

/** Whether a row bears all the words itself. */
function matches(row: CaseRow, query: string): boolean {
  const haystack = [row.title, row.registration, row.submittedBy, row.reviewer].join('\n').toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => haystack.includes(word));
}

function compare(left: CaseRow, right: CaseRow, key: SortKey): number {
  switch (key) {
    case 'stage':
      return stages.indexOf(left.stage) - stages.indexOf(right.stage);
    case 'due':
      // What has no term comes last, or first when turned round.
      return collator.compare(left.dueOn ?? '9999', right.dueOn ?? '9999');
    case 'issues':
    case 'answered':
      return left[key] - right[key];
    case 'registration':
    case 'title':
    case 'type':
    case 'submittedBy':
    case 'reviewer':
    case 'takenAt':
      return collator.compare(left[key], right[key]);
  }
}

/**
 * The rows to show, in order.
 * @param found cases in whose text the query was found
 */
export function arrangeCases(
  rows: readonly CaseRow[],
  arrangement: Arrangement,
  found: ReadonlySet<string>,
): readonly CaseRow[] {
  const { query, type, stage, sort, direction } = arrangement;
  const sign = direction === 'ascending' ? 1 : -1;
  return rows
    .filter((row) => type === 'all' || row.type === type)
    .filter((row) => stage === 'all' || row.stage === stage)
    .filter((row) => query === '' || found.has(row.case) || matches(row, query))
    .toSorted((left, right) => sign * compare(left, right, sort) || collator.compare(right.takenAt, left.takenAt));
}
