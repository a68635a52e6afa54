import { describe, expect, it } from 'vitest';
import { loadRulePacks } from '../../../electron/services/rules/load-rule-packs.ts';
import { checklistFor, materialsFor } from '../../../shared/rules/checklist.ts';
import { resources } from '../../support/resources.ts';

const packs = await loadRulePacks({ resources });

describe('the checklist', () => {
  it.each([
    ['normative', 43],
    ['agreement', 22],
    ['decision', 24],
  ] as const)('for a document of type %s has %i questions', (type, count) => {
    const items = checklistFor(packs, type);
    expect(items).toHaveLength(count);
    expect(items.every((item) => item.appliesTo.includes(type))).toBe(true);
  });

  it('for an agreement asks these questions, in the order of the rules', () => {
    expect(checklistFor(packs, 'agreement').map((item) => item.id)).toEqual(
      (
        'R05-1 R06-1 R06-2 R07-1 R07-2 R08-1 R11-1 R12-2 R13-1 R15-1 R15-2 R21-1 R22-3 R22-4 ' +
        'R24-1 R24-2 R24-3 R24-4 R24-5 R26-1 R27-1 R28-1'
      ).split(' '),
    );
  });

  it('carries the article each question comes from and the name to cite it by', () => {
    const item = checklistFor(packs, 'agreement').find(({ id }) => id === 'R24-3');
    expect(item).toMatchObject({ articleLabel: '二十四、', citeAs: '卧龙区人民政府工作规则', group: '协议签订' });
    expect(item?.articleText.includes(item.quote)).toBe(true);
  });

  it('comes in the order of the rules even where a pack lists its questions otherwise', () => {
    const shuffled = packs.map((loaded) => ({
      ...loaded,
      pack: { ...loaded.pack, items: loaded.pack.items.toReversed() },
    }));
    const articles = checklistFor(shuffled, 'normative').map((item) => item.article);
    expect(articles).toEqual(articles.toSorted((a, b) => a - b));
  });
});

describe('the materials', () => {
  const shown = (type: 'normative' | 'agreement' | 'decision') =>
    materialsFor(packs, type).map(({ role, requirement }) => `${requirement === 'required' ? '●' : '○'}${role}`);

  it('of a normative document are these', () => {
    expect(shown('normative').join(' ')).toBe(
      '●送审函 ●草案文本 ●起草说明 ●依据文本 ●公开征求意见材料 ●部门会签意见 ○公平竞争审查表 ○风险评估报告 ' +
        '○专家论证意见 ○听证记录 ●单位法制机构审核意见 ○法律顾问意见 ●单位集体讨论记录 ●分管副区长阅批单 ●保密审查和公开属性材料',
    );
  });

  it('of an agreement are these', () => {
    expect(shown('agreement').join(' ')).toBe(
      '●送审函 ●草案文本 ●协议说明 ○依据文本 ○部门会签意见 ○公平竞争审查表 ○风险评估报告 ○专家论证意见 ○听证记录 ' +
        '●单位法制机构审核意见 ●法律顾问意见 ●单位集体讨论记录 ●分管副区长阅批单 ○保密审查和公开属性材料 ●相对方资料 ' +
        '○项目批准文件 ○既往合同',
    );
  });

  it('of a decision are these', () => {
    expect(shown('decision').join(' ')).toBe(
      '●送审函 ●草案文本 ●起草说明 ●依据文本 ●公开征求意见材料 ●部门会签意见 ○公平竞争审查表 ●风险评估报告 ' +
        '●专家论证意见 ○听证记录 ●单位法制机构审核意见 ●单位集体讨论记录 ●分管副区长阅批单',
    );
  });
});
