import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockKinds } from '../../../../shared/document/document.ts';
import { splitSections } from '../../../../renderer/ui/document-pane/split-sections.ts';
import { layOut, longPane, type Line } from './long-document.ts';

const lineOf = (kind: Line['kind'], text: string): Line => ({ kind, level: null, label: null, text });

describe('the sections of a document', () => {
  it('hold every block once and in order, and none is empty', () => {
    const line = fc
      .tuple(fc.constantFrom(...blockKinds), fc.integer({ min: 1, max: 900 }))
      .map(([kind, length]) => lineOf(kind, '字'.repeat(length)));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 700 }), (lines) => {
        const { blocks } = layOut(lines);
        const sections = splitSections(blocks);
        expect(sections.flatMap((section) => section.blocks)).toEqual(blocks);
        for (const section of sections) {
          expect(section.blocks.length).toBeGreaterThan(0);
          expect(section.blocks[0]).toBe(blocks[section.first]);
          expect([section.start, section.end]).toEqual([section.blocks[0]?.start, section.blocks.at(-1)?.end]);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('are short enough to be laid out within a frame, and begin with an article where one is near', () => {
    const { blocks } = longPane(4500, 0);
    const sections = splitSections(blocks);
    for (const section of sections) expect(section.blocks.length).toBeLessThanOrEqual(110);
    const begins = sections.slice(1).map((section) => section.blocks[0]?.kind);
    expect(begins.every((kind) => kind === 'article' || kind === 'heading')).toBe(true);
  });

  it('do not part a table of a usual length', () => {
    const rows = Array.from({ length: 200 }, () => lineOf('table-row', '一\t二'));
    const before = Array.from({ length: 20 }, () => lineOf('paragraph', '字'.repeat(60)));
    const sections = splitSections(layOut([...before, ...rows, lineOf('paragraph', '后')]).blocks);
    const parts = sections.filter((section) => section.blocks.some((block) => block.kind === 'table-row'));
    expect(parts).toHaveLength(1);
  });

  it('hold even a block that is longer than any section should be', () => {
    const sections = splitSections(
      layOut([lineOf('paragraph', '字'.repeat(90_000)), lineOf('paragraph', '后')]).blocks,
    );
    expect(sections.map((section) => section.blocks.length)).toEqual([1, 1]);
  });
});
