import { describe, expect, it } from 'vitest';
import { articleRange } from '../../../../renderer/rooms/desk/article-range.ts';
import { groupItems, nextUnanswered, progressOf } from '../../../../renderer/rooms/desk/checklist-groups.ts';
import { evidenceOfItem } from '../../../../renderer/rooms/desk/item-evidence.ts';
import { listMaterials, missingMaterials } from '../../../../renderer/rooms/desk/material-state.ts';
import type { DeskMaterial } from '../../../../renderer/rooms/desk/desk-types.ts';
import { findingOf, issueOf, itemOf } from './sample.ts';

const items = [itemOf('R1-1'), itemOf('R2-1', { group: '程序', article: 20 }), itemOf('R3-1', { article: 13 })];

describe('the checklist', () => {
  it('stands by group, in the order in which groups and questions first appear', () => {
    expect(groupItems(items).map((group) => [group.title, group.items.map((item) => item.id)])).toEqual([
      ['权限与内容', ['R1-1', 'R3-1']],
      ['程序', ['R2-1']],
    ]);
  });

  it('counts answers, those that do not apply among them, and none to questions it does not hold', () => {
    const answers = {
      'R1-1': { verdict: 'meets', note: '' },
      'R2-1': { verdict: 'not-applicable', note: '' },
      'R9-9': { verdict: 'fails', note: '' },
    } as const;
    expect(progressOf(items, answers)).toEqual({ total: 3, answered: 2, notApplicable: 1 });
  });

  it('leads to the next question without an answer, around the end', () => {
    const answers = { 'R2-1': { verdict: 'meets', note: '' } } as const;
    expect(nextUnanswered(items, answers, 'R1-1')).toBe('R3-1');
    expect(nextUnanswered(items, answers, 'R3-1')).toBe('R1-1');
    expect(nextUnanswered(items, answers, null)).toBe('R1-1');
    const all = Object.fromEntries(items.map((item) => [item.id, { verdict: 'meets', note: '' }] as const));
    expect(nextUnanswered(items, all, 'R1-1')).toBeNull();
  });

  it.each([
    [[15], '第十五条'],
    [[16, 15], '第十五、十六条'],
    [[15, 16, 17, 20, 17], '第十五至十七、二十条'],
    [[], ''],
  ])('names the articles %o as %s', (numbers, words) => {
    expect(articleRange(numbers)).toBe(words);
  });
});

const material = (role: string, requirement: DeskMaterial['requirement']): DeskMaterial => ({
  role,
  requirement,
  detail: null,
  condition: null,
});
const file = (name: string, role: string) => ({ name, role, size: 1, format: 'docx', sha256: name.padEnd(64, '0') });

describe('materials', () => {
  const listed = listMaterials(
    [
      material('草案文本', 'required'),
      material('公平竞争审查表', 'conditional'),
      material('起草说明', 'required'),
      material('部门会签意见', 'required'),
    ],
    [file('甲', '草案文本'), file('乙', '其他')],
    { materials: { 公平竞争审查表: 'missing' }, roles: { [file('乙', '').sha256]: '起草说明' } },
  );

  it('are there where a file has their role, as corrected, and as the reviewer says before all', () => {
    expect(listed.map(({ material: { role }, state, files }) => [role, state, files])).toEqual([
      ['草案文本', 'present', ['甲']],
      ['公平竞争审查表', 'missing', []],
      ['起草说明', 'present', ['乙']],
      ['部门会签意见', null, []],
    ]);
  });

  it('are missing where the reviewer says so, or where a required one is not there', () => {
    expect(missingMaterials(listed).map((each) => each.material.role)).toEqual(['公平竞争审查表', '部门会签意见']);
  });

  it('are evidence of a question that names them, beside findings of its checks and issues linked to it', () => {
    const item = itemOf('R12-2', { checks: ['N09'], evidence: '公平竞争审查表' });
    const finding = findingOf('准入证', { check: 'N09' });
    const linked = issueOf('i-1', '准入证', { items: ['R12-2'] });
    const other = issueOf('i-2', '准入证', { items: ['R15-1'] });
    const evidence = evidenceOfItem(item, [finding, findingOf('准入证')], [other, linked], listed);
    expect(evidence.findings).toEqual([finding]);
    expect(evidence.issues).toEqual([linked]);
    expect(evidence.materials.map((each) => each.material.role)).toEqual(['公平竞争审查表']);
  });
});
