import { describe, expect, it } from 'vitest';
import { draftFacts } from '../../../shared/cases/draft-view.ts';
import { analyse } from '../../../shared/document/structure/analyse.ts';
import { documentOf } from '../../support/document.ts';

const document = documentOf(
  '停车管理办法',
  '第一章　总则',
  '第一条　为了规范停车，制定本办法。',
  '第二条　违反本办法第一条规定的，责令改正；违反本办法第九条规定的，从其规定。',
);
const { outline, references, articles, chapters } = draftFacts(document, analyse(document));

describe('what is known of a draft', () => {
  it('is its outline in the order of the text', () => {
    expect(outline.map(({ kind, level, label }) => [kind, level, label])).toEqual([
      ['heading', 1, '第一章'],
      ['article', 3, '第一条'],
      ['article', 3, '第二条'],
    ]);
    expect(outline.every((entry) => document.blocks.some((block) => block.id === entry.block))).toBe(true);
    expect({ articles, chapters }).toEqual({ articles: 2, chapters: 1 });
  });

  it('is where its references lead, of which one into nothing is none', () => {
    expect(references).toHaveLength(1);
    const [reference] = references;
    expect(document.text.slice(reference?.start, reference?.end)).toContain('第一条');
    expect(document.text.slice(reference?.target).startsWith('第一条')).toBe(true);
  });
});
