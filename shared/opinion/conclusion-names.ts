import type { Conclusion } from './decisions.ts';

/** What conclusions are called in lists and accounts; an opinion takes its own words from the form's wording. */
export const conclusionNames: Readonly<Record<Conclusion, string>> = {
  lawful: '合法',
  modify: '应当予以修改',
  unlawful: '不合法',
  risk: '明示法律风险',
  'may-sign': '可以签订',
  'modify-then-sign': '修改后签订',
  'should-not-sign': '不宜签订',
  supplement: '补正',
  return: '退回',
  'out-of-scope': '不属于审查范围',
};
