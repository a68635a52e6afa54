import { describe, expect, it } from 'vitest';
import { isConfirmedBasis } from '../../../shared/rules/confirmed-basis.ts';
import { law } from '../../support/law.ts';

describe('isConfirmedBasis', () => {
  it.each([
    ['行政许可法', '第十七条', '2026-04-10', true],
    ['中华人民共和国行政许可法', '', '2026-04-10', true],
    ['行政许可法', '第九百条', '2026-04-10', false],
    // Lapsed, not yet in force, and of open status.
    ['合同法', '第五十二条', '2026-04-10', false],
    ['民法典', '第一千二百六十条', '2020-06-01', false],
    ['环境保护法', '第一条', '2026-04-10', false],
    // Other instruments: as the pack marks them; what it does not hold is never confirmed.
    ['法释〔2019〕17号', '第二十六条', '2026-04-10', true],
    ['国办发〔2018〕37号', '', '2026-04-10', false],
    ['某区从未有过的规定', '第一条', '2026-04-10', false],
  ])('of %s %s on %s: %s', (source, article, asOf, expected) => {
    expect(isConfirmedBasis(law, source, article, asOf)).toBe(expected);
  });
});
