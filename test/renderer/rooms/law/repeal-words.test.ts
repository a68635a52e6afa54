import { describe, expect, it } from 'vitest';
import { repealBasisWords, replacementWords } from '../../../../renderer/rooms/law/repeal-words.ts';
import { law } from '../../../support/law.ts';

describe('the words for what was repealed', () => {
  it.each([
    ['城乡规划法', '由《城乡规划法》取代'],
    ['行政复议法（2023修订）', '由《行政复议法》（2023修订）取代'],
    ['婚姻登记条例（2025修订[K]）', '由《婚姻登记条例》（2025修订，待核）取代'],
    ['（收容教育制度废止）', '收容教育制度废止'],
    ['（无）', '没有替代文件'],
    ['', ''],
  ])('say of “%s”: “%s”', (replacement, words) => {
    expect(replacementWords(replacement)).toBe(words);
  });

  it.each([
    ['民法典1260', '民法典第1260条'],
    ['行政复议法(2017)43', '行政复议法(2017)第43条'],
    ['保密法实施条例45(2014版)', '保密法实施条例第45条(2014版)'],
    ['信访工作条例50；旧条例在数据集中标失效', '信访工作条例第50条；旧条例在数据集中标失效'],
    ['治安管理处罚法（2025修订，2026-01-01施行）', '治安管理处罚法（2025修订，2026-01-01施行）'],
    ['婚姻登记条例', '婚姻登记条例'],
  ])('name the article of “%s”: “%s”', (basis, words) => {
    expect(repealBasisWords(basis)).toBe(words);
  });

  it('carry no mark of the pack’s editors to a reader, and every name in one pair of marks', () => {
    for (const { replacement, basis } of law.repealed.values()) {
      expect(replacementWords(replacement)).not.toMatch(/\[[A-Z]\]|《.*《|（）/u);
      expect(repealBasisWords(basis)).not.toMatch(/条第|第第/u);
    }
  });
});
