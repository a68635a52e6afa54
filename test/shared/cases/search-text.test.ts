import { describe, expect, it } from 'vitest';
import { foldWidth, searchText } from '../../../shared/cases/search-text.ts';

describe('searching a text', () => {
  it('takes full and half width, large and small letters for the same, and answers with the text as it stands', () => {
    expect(searchText('编号ＷＬ－０１的泊位', foldWidth('wl-01'), 5)).toEqual([
      { before: '编号', match: 'ＷＬ－０１', after: '的泊位' },
    ]);
  });

  it('keeps offsets where letters change their length with their case', () => {
    expect(searchText('İİ准入证', '准入证', 5)).toEqual([{ before: 'İİ', match: '准入证', after: '' }]);
  });

  it('gives no more than asked for, and none twice', () => {
    expect(searchText('甲甲甲甲', '甲甲', 5)).toHaveLength(2);
    expect(searchText('甲甲甲甲', '甲', 3)).toHaveLength(3);
  });
});
