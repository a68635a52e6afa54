import { formatChineseNumeral } from '../../../shared/text/chinese-numeral.ts';

/** Articles as an office names them: 第十五至十七、二十条. Three or more in a row are joined by 至. */
export function articleRange(numbers: readonly number[]): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const runs: { first: number; last: number }[] = [];
  for (const number of sorted) {
    const run = runs.at(-1);
    if (run?.last === number - 1) run.last = number;
    else runs.push({ first: number, last: number });
  }
  const words = runs.flatMap(({ first, last }) =>
    last - first >= 2
      ? [`${formatChineseNumeral(first)}至${formatChineseNumeral(last)}`]
      : [...new Set([first, last])].map(formatChineseNumeral),
  );
  return words.length === 0 ? '' : `第${words.join('、')}条`;
}
