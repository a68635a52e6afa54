import { describe, expect, it } from 'vitest';
import { guessType } from '../../../shared/cases/guess-type.ts';

describe('guessing the type of a draft', () => {
  it.each([
    ['卧龙区智慧停车项目合作协议（送审稿）', 0, 'agreement'],
    ['国有建设用地使用权出让合同', 0, 'agreement'],
    ['卧龙区政府合同管理办法（草案）', 0, 'normative'],
    ['关于废止两件合作协议的决定', 0, 'normative'],
    ['', 2, 'agreement'],
    ['', 0, 'normative'],
  ])('takes “%s” with %i parties for %s', (title, parties, type) => {
    expect(guessType(title, parties)).toBe(type);
  });
});
