import { findAmounts } from '../../text/amount.ts';
import { formatNumber, type Mismatch } from './mismatch.ts';
import { unitIn, type Table, type TableCell } from './tables.ts';

type Row = readonly TableCell[];

const grandTotal = /^(?:合\s{0,4}计|总\s{0,4}计|共\s{0,4}计|总金额|总价款?|总费用|合计金额)/u;
const subtotal = /^小\s{0,4}计/u;
const partOfAbove = /^(?:其中|其中[:：])/u;
const moneyColumn = /金额|总价|合价|小计|合计|价款|费用|投资|造价|预算|总额|元/u;
const noSumColumn = /单价|均价|序号|比例|占比|税率|备注|数量|年限|期限|折扣|下浮|系数|电话/u;
const unitPrice = /单价/u;
const quantity = /^(?:采购)?数\s{0,4}量|^工程量|^面积/u;
const rowAmount = /金额|总价|合价|小计|合计|总额/u;
const furtherFactor = /期限|月数|年限|天数|次数|折扣|下浮|系数|税率|频次/u;
const blank = /^[-—–/／\s]*$/u;

const labelOf = (row: Row): string => row.find((cell) => !blank.test(cell.text))?.text ?? '';
const isGrandTotal = (row: Row): boolean => row.slice(0, 2).some((cell) => grandTotal.test(cell.text));
const isSubtotal = (row: Row): boolean => row.slice(0, 2).some((cell) => subtotal.test(cell.text));

function isNumber(cell: TableCell | undefined): cell is TableCell & { readonly value: number } {
  return cell !== undefined && cell.value !== null;
}

/** Half a unit of the last printed digit. */
const precision = (decimals: number): number => 0.5 * 10 ** -decimals + 1e-7;

/** The values of a column over some rows; null where a cell is neither number nor blank, or fewer than two are numbers. */
function columnOf(rows: readonly Row[], index: number): readonly TableCell[] | null {
  const cells = rows.map((row) => row[index]).filter((cell) => cell !== undefined && !blank.test(cell.text));
  const numbers = cells.filter((cell): cell is TableCell => cell !== undefined && cell.value !== null);
  return numbers.length === cells.length && numbers.length >= 2 ? numbers : null;
}

function sumOf(cells: readonly TableCell[], columnUnit: number): number {
  return cells.reduce((sum, cell) => sum + ((cell.value ?? 0) * (cell.unit ?? columnUnit)) / columnUnit, 0);
}

function compare(cell: TableCell, items: readonly TableCell[], columnUnit: number): readonly Mismatch[] {
  const stated = ((cell.value ?? 0) * (cell.unit ?? columnUnit)) / columnUnit;
  const computed = sumOf(items, columnUnit);
  const difference = Math.abs(stated - computed);
  const decimals = Math.max(cell.decimals, ...items.map((item) => item.decimals));
  if (difference < precision(decimals)) return [];
  // Each rounded item may be off by half a unit of its last digit.
  const isSure = decimals === 0 || difference > items.length * precision(decimals);
  return [
    { kind: 'sum', start: cell.start, end: cell.end, stated: cell.text, computed: formatNumber(computed), isSure },
  ];
}

/** Columns of amounts, by their heading; without a heading, every column but the first. */
function sumColumns(table: Table, width: number): readonly number[] {
  const columns = [...Array(width).keys()];
  if (!table.head) return columns.slice(1);
  return columns.filter((index) => {
    const heading = table.head?.[index]?.text ?? '';
    return moneyColumn.test(heading) && !noSumColumn.test(heading);
  });
}

function totalMismatches(table: Table, total: Row, items: readonly Row[]): readonly Mismatch[] {
  const width = Math.max(...items.map((row) => row.length), 0);
  const aligned = items.filter((row) => row.length === width);
  if (aligned.length < 2 || aligned.length < items.length) return [];
  // Merged cells make a row of totals shorter; its numbers stand at the right.
  const shift = width - total.length;
  const columns = sumColumns(table, width);
  const unitOf = (index: number): number => unitIn(table.head?.[index]?.text ?? '') ?? 1;
  const byCell = total.flatMap((cell, position): readonly Mismatch[] => {
    const index = position + shift;
    if (cell.value === null || !columns.includes(index)) return [];
    const column = columnOf(aligned, index);
    return column ? compare(cell, column, unitOf(index)) : [];
  });
  if (total.some((cell) => cell.value !== null)) return byCell;
  return writtenTotal(
    total,
    columns.flatMap((index) => {
      const column = columnOf(aligned, index);
      return column ? [Math.round(sumOf(column, unitOf(index)) * unitOf(index) * 100)] : [];
    }),
  );
}

/** A total written out in a merged cell: 合计：人民币叁佰万元整（¥3,000,000.00）. Figures count; capitals are compared elsewhere. */
function writtenTotal(total: Row, sums: readonly number[]): readonly Mismatch[] {
  const [sum] = sums;
  if (sum === undefined || sums.length !== 1) return [];
  const amounts = total.flatMap((cell) => findAmounts(cell.text).map((amount) => ({ ...amount, cell })));
  const chosen = amounts.filter((amount) => amount.form === 'figures');
  const [stated] = chosen.length > 0 ? chosen : amounts;
  if (!stated || amounts.some((amount) => amount.fen === sum)) return [];
  const start = stated.cell.start + stated.start;
  const computed = `${formatNumber(sum / 100)}元`;
  return [{ kind: 'sum', start, end: start + stated.text.length, stated: stated.text, computed, isSure: true }];
}

function rowMismatches(table: Table): readonly Mismatch[] {
  const { head } = table;
  if (!head || head.some((cell) => furtherFactor.test(cell.text))) return [];
  const price = head.findIndex((cell) => unitPrice.test(cell.text));
  const count = head.findIndex((cell) => quantity.test(cell.text));
  const amount = head.findIndex((cell, index) => index !== price && rowAmount.test(cell.text));
  if (price < 0 || count < 0 || amount < 0) return [];
  const scale =
    (unitIn(head[price]?.text ?? '') ?? 1) / (unitIn(head[amount]?.text ?? '') ?? unitIn(head[price]?.text ?? '') ?? 1);
  return table.rows.flatMap((row): readonly Mismatch[] => {
    const [p, q, a] = [row[price], row[count], row[amount]];
    if (row.length !== head.length || isGrandTotal(row) || isSubtotal(row)) return [];
    if (!isNumber(p) || !isNumber(q) || !isNumber(a)) return [];
    const computed = p.value * q.value * scale;
    const difference = Math.abs(computed - a.value);
    if (difference < precision(a.decimals)) return [];
    const isSure = difference > q.value * precision(p.decimals) * scale * (p.decimals === 0 ? 0 : 1);
    return [{ kind: 'product', start: a.start, end: a.end, stated: a.text, computed: formatNumber(computed), isSure }];
  });
}

/** Totals of a table that are not the sum of its rows, and amounts that are not 单价 times 数量. */
export function tableMismatches(table: Table): readonly Mismatch[] {
  const found: Mismatch[] = [];
  let items: Row[] = [];
  let since: Row[] = [];
  for (const row of table.rows) {
    if (isSubtotal(row)) {
      found.push(...totalMismatches(table, row, since));
      since = [];
    } else if (isGrandTotal(row)) {
      found.push(...totalMismatches(table, row, items));
      items = [];
      since = [];
    } else if (!partOfAbove.test(labelOf(row))) {
      items.push(row);
      since.push(row);
    }
  }
  return [...found, ...rowMismatches(table)];
}
