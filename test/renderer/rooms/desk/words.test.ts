import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { diffParts } from '../../../../renderer/rooms/desk/diff-parts.ts';
import { FieldWriter } from '../../../../renderer/rooms/desk/field-writer.ts';
import { helpSection } from '../../../../renderer/rooms/desk/help-section.ts';
import { rememberLast } from '../../../../renderer/rooms/desk/remember-last.ts';

describe('the difference of a suggestion', () => {
  it('says letter by letter what goes and what comes', () => {
    const parts = diffParts('应当取得准入证', '应当取得登记证');
    expect(
      parts
        .filter((part) => part.kind !== 'added')
        .map((part) => part.text)
        .join(''),
    ).toBe('应当取得准入证');
    expect(
      parts
        .filter((part) => part.kind !== 'removed')
        .map((part) => part.text)
        .join(''),
    ).toBe('应当取得登记证');
  });

  it('compares only the words that an order to replace names', () => {
    expect(diffParts('《中华人民共和国城市规划法》', '改为“《中华人民共和国城乡规划法》”。')).toEqual(
      diffParts('《中华人民共和国城市规划法》', '《中华人民共和国城乡规划法》'),
    );
    expect(diffParts('区政府', '改为“区人民政府”，下同。').at(-1)?.text).toContain('下同');
    expect(diffParts('甲', '改为“乙”，并将“丙”改为“丁”。').at(-1)?.text).toContain('并将');
  });

  it('shows the whole as replaced where next to nothing is common', () => {
    expect(diffParts('停车场应当取得准入证', '删去此处的要求，依法登记。')).toEqual([
      { kind: 'removed', text: '停车场应当取得准入证' },
      { kind: 'added', text: '删去此处的要求，依法登记。' },
    ]);
  });

  it('is nothing where nothing is proposed', () => {
    expect(diffParts('原文', '')).toEqual([]);
  });
});

describe('a section of a help text', () => {
  const markdown = '# N03\n\n## 依据\n\n- 甲\n\n## 常见误报\n\n- 复述 `上位法`\n- 见[说明](a.md)\n\n## 怎么处理\n\n乙';

  it('is its lines without marks', () => {
    expect(helpSection(markdown, '常见误报')).toEqual(['复述 上位法', '见说明']);
    expect(helpSection(markdown, '怎么处理')).toEqual(['乙']);
  });

  it('is empty where there is none', () => {
    expect(helpSection(markdown, '别的')).toEqual([]);
  });
});

describe('a field being written', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());
  const written: [string, string][] = [];
  const write = (text: string, group: string): void => void written.push([text, group]);
  beforeEach(() => void written.splice(0));

  it('hands letters over within 50 ms after the last of them, and only the last state', () => {
    const writer = new FieldWriter('f');
    writer.put('一', write, 10_000);
    vi.advanceTimersByTime(20);
    writer.put('一二', write, 10_020);
    vi.advanceTimersByTime(50);
    expect(written).toEqual([['一二', 'f:1']]);
  });

  it('begins a new step of undo after a pause of two seconds, or after leaving the field', () => {
    const writer = new FieldWriter('f');
    for (const [text, now] of [
      ['一', 10_000],
      ['一二', 11_000],
      ['一二三', 14_000],
    ] as const) {
      writer.put(text, write, now);
      vi.advanceTimersByTime(50);
    }
    writer.rest();
    writer.put('一二三四', write, 14_500);
    writer.rest();
    expect(written.map(([, group]) => group)).toEqual(['f:1', 'f:1', 'f:2', 'f:3']);
  });

  it('hands over at once when the field goes away, and nothing twice', () => {
    const writer = new FieldWriter('f');
    writer.put('一', write, 10_000);
    writer.flush();
    vi.advanceTimersByTime(100);
    writer.flush();
    expect(written).toEqual([['一', 'f:1']]);
  });
});

describe('a remembered value', () => {
  it('is the very same until an argument is another one', () => {
    const list = rememberLast((a: number, b: number) => [a + b]);
    expect(list(1, 2)).toBe(list(1, 2));
    expect(list(1, 2)).not.toBe(list(2, 1));
  });
});
