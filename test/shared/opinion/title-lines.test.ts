import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { titleLines } from '../../../shared/opinion/title-lines.ts';

describe('titleLines', () => {
  it('keeps a short title in one line', () => {
    expect(titleLines('合法性审查意见书')).toEqual(['合法性审查意见书']);
  });

  it('breaks before the last words, not inside the name', () => {
    expect(titleLines('关于《卧龙区农贸市场管理办法》的合法性审核意见')).toEqual([
      '关于《卧龙区农贸市场管理办法》的',
      '合法性审核意见',
    ]);
  });

  it('breaks a very long name in even lines and never before a closing mark', () => {
    const lines = titleLines('关于《卧龙区农贸市场升级改造和规范化管理暂行办法（试行）（送审稿）》的合法性审核意见');
    expect(lines).toHaveLength(3);
    for (const line of lines) expect(line).not.toMatch(/^[》）、，。]|[《（]$/u);
  });

  it('never loses or adds a character', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('关', '于', '《', '》', '的', '（', '）', 'a', '意', '见'), { maxLength: 90 }),
        (characters) => {
          expect(titleLines(characters.join('')).join('')).toBe(characters.join(''));
        },
      ),
    );
  });
});
