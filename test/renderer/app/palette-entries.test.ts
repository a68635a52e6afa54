import { describe, expect, it } from 'vitest';
import { filterEntries } from '../../../renderer/app/palette-entries.ts';

const entry = (id: string, title: string, group: string) => ({ id, title, group, run: () => undefined });
const entries = [
  entry('a', '前往 案卷', '前往'),
  entry('b', '第五条 农贸市场', '目录'),
  entry('c', '打开 Park 协议', '打开案卷'),
];

describe('the palette', () => {
  it.each([
    ['', 'abc'],
    ['农贸', 'b'],
    ['目录 第五条', 'b'],
    ['PARK', 'c'],
    ['  案卷 ', 'ac'],
    ['没有这样的', ''],
  ])('finds by every word of “%s”', (query, ids) => {
    expect(
      filterEntries(entries, query)
        .map(({ id }) => id)
        .join(''),
    ).toBe(ids);
  });
});
