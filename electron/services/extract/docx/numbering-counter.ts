import { formatNumber } from './number-formats.ts';
import { levelCount, type NumberingInstance, type NumberingLevel } from './numbering.ts';

/** The running numbers of one story (body, one text box, the footnotes …) in one view of the document. */
export interface NumberingCounter {
  /**
   * Counts one paragraph and returns its label, trimmed and without `w:suff`.
   * @returns null where the level prints none: a bullet, an empty text, a hidden label, no such level
   */
  readonly count: (instance: NumberingInstance, level: number) => string | null;
}

/** Whether a level starts anew after a paragraph at a shallower one, both 0-based (`w:lvlRestart`, 17.9.11). */
function restartsAfter(level: NumberingLevel | null, counted: number): boolean {
  const restart = level?.restart ?? null;
  // The value is 1-based; 0 therefore means never, and one that is not shallower than the level means always.
  return restart === null || restart < 0 || counted < restart;
}

function writeLabel(instance: NumberingInstance, index: number, counts: readonly (number | null)[]): string | null {
  const level = instance.levels[index];
  if (!level || level.format === 'bullet' || level.isHidden) return null;
  const label = level.text.replace(/%([1-9])/gu, (_, digit: string) => {
    const place = Number(digit) - 1;
    const count = place > index ? null : counts[place];
    const format = instance.levels[place]?.format ?? 'none';
    if (count === null || count === undefined || format === 'none' || format === 'bullet') return '';
    return formatNumber(count, level.isLegal && format !== 'decimalZero' ? 'decimal' : format);
  });
  return label.trim() === '' ? null : label.trim();
}

/**
 * Starts counting. The rules are Word's: counters belong to the list (`w:abstractNum`) and are shared by its
 * instances; an instance's `w:startOverride` takes effect the first time it is met at that level, and whenever the
 * level restarts; a shallower level that was skipped counts as begun, so that the next paragraph there is its second.
 */
export function startNumbering(): NumberingCounter {
  const lists = new Map<string, (number | null)[]>();
  const spentOverrides = new Set<string>();
  return {
    count(instance, index) {
      const level = instance.levels[index];
      if (!level) return null;
      let counts = lists.get(instance.listId);
      if (!counts) {
        counts = Array.from({ length: levelCount }, () => null);
        lists.set(instance.listId, counts);
      }
      for (let shallower = 0; shallower < index; shallower += 1) {
        counts[shallower] ??= instance.startOverrides[shallower] ?? instance.levels[shallower]?.start ?? null;
      }
      const override = instance.startOverrides[index] ?? null;
      const overrideKey = `${instance.numId}/${index}`;
      const current = counts[index] ?? null;
      if (override !== null && !spentOverrides.has(overrideKey)) counts[index] = override;
      else counts[index] = current === null ? (override ?? level.start) : current + 1;
      spentOverrides.add(overrideKey);
      for (let deeper = index + 1; deeper < levelCount; deeper += 1) {
        if (restartsAfter(instance.levels[deeper] ?? null, index)) counts[deeper] = null;
      }
      return writeLabel(instance, index, counts);
    },
  };
}
