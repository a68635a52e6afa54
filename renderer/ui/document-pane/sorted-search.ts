/**
 * The index of the last entry of a sorted list that begins at or before a value; -1 where all begin later.
 * @param valueAt gives the value by which the list is sorted
 */
export function lastAtOrBefore(length: number, value: number, valueAt: (index: number) => number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (valueAt(middle) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
