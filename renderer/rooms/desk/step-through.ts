/**
 * The next or previous entry of a list of which only a part is shown, from one that need not be shown any more: after a
 * decision a finding may fall out of the filter, and the way goes on from where it stood.
 * @param all ids in order
 * @param shown ids that may be stepped to
 * @returns the id; null at the end
 */
export function stepThrough(
  all: readonly string[],
  shown: ReadonlySet<string>,
  current: string | null,
  step: 1 | -1,
): string | null {
  const here = current === null ? -1 : all.indexOf(current);
  const start = here < 0 ? (step === 1 ? 0 : all.length - 1) : here + step;
  for (let index = start; index >= 0 && index < all.length; index += step) {
    const id = all[index];
    if (id !== undefined && shown.has(id)) return id;
  }
  return null;
}
