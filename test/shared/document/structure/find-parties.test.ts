import { describe, expect, it } from 'vitest';
import { analyse } from '../../../../shared/document/structure/analyse.ts';
import type { Structure } from '../../../../shared/document/structure/structure.ts';
import { documentOf } from '../../../support/document.ts';

const agreement = (head: readonly string[], signing: readonly Parameters<typeof documentOf>[number][]): Structure =>
  analyse(
    documentOf(
      '某某合作协议',
      ...head,
      '第一条　合作内容',
      '双方合作。',
      '第二条　本协议自签字之日起生效。',
      ...signing,
    ),
  );
const head = ['甲方：南阳市卧龙区人民政府', '乙方：南阳某某有限公司'];

describe('the parties of an agreement', () => {
  const parties = (...lines: readonly string[]): readonly (readonly [string, string])[] =>
    agreement(lines, []).parties.map(({ role, name }) => [role, name]);

  it('are read from lines of their own', () => {
    expect(parties('甲方（全称）：南阳市卧龙区人民政府', '乙　方：南阳某某有限公司（以下简称“某某公司”）')).toEqual([
      ['甲方', '南阳市卧龙区人民政府'],
      ['乙方', '南阳某某有限公司'],
    ]);
  });

  it('are read from a sentence that gives them their roles', () => {
    expect(parties('本协议由南阳市卧龙区人民政府（以下简称“甲方”）与南阳某某有限公司（以下简称乙方）签订。')).toEqual([
      ['甲方', '南阳市卧龙区人民政府'],
      ['乙方', '南阳某某有限公司'],
    ]);
  });

  it('have an empty name where it is left blank', () => {
    expect(parties('甲方：南阳市卧龙区人民政府', '乙方：________')[1]).toEqual(['乙方', '']);
  });
});

describe('the signatures of an agreement', () => {
  const signatures = (
    ...lines: readonly Parameters<typeof documentOf>[number][]
  ): readonly (readonly [string, string, string, string])[] =>
    agreement(head, lines).signatures.map(({ role, name, signer, office }) => [role, name, signer, office]);

  it('tell the office from the signer', () => {
    expect(signatures('甲方（盖章）：南阳市卧龙区人民政府', '授权代表（签字）：城市管理局局长　王某')).toEqual([
      ['甲方', '南阳市卧龙区人民政府', '王某', '城市管理局局长'],
    ]);
  });

  it('take the office from the label', () => {
    expect(signatures('甲方（盖章）：南阳市卧龙区人民政府', '法定代表人（区长）签字：张某')).toEqual([
      ['甲方', '南阳市卧龙区人民政府', '张某', '区长'],
    ]);
    expect(signatures('甲方（盖章）：', '区　长：________')).toEqual([['甲方', '', '', '区长']]);
  });

  it('take the office from a line or a place of its own', () => {
    expect(signatures('甲方（盖章）：', '签字人：李某', '职务：副区长')).toEqual([['甲方', '', '李某', '副区长']]);
    expect(signatures('甲方（盖章）：', '签字：李某　　职务：区财政局局长')).toEqual([
      ['甲方', '', '李某', '区财政局局长'],
    ]);
  });

  it('tell a name that is written onto the office', () => {
    expect(signatures('甲方：南阳市卧龙区人民政府（盖章）', '授权代表：王建民局长')).toEqual([
      ['甲方', '南阳市卧龙区人民政府', '王建民', '局长'],
    ]);
  });

  it('keep a signer that is filled in when a further line is blank', () => {
    expect(signatures('乙方：南阳某某有限公司', '法定代表人：李某', '委托代理人：______')).toEqual([
      ['乙方', '南阳某某有限公司', '李某', ''],
    ]);
  });

  it('are told by the role that a line names', () => {
    expect(signatures('甲方（盖章）：', '乙方（盖章）：', '甲方代表：副区长 张某', '乙方代表（签字）：李某')).toEqual([
      ['甲方', '', '张某', '副区长'],
      ['乙方', '', '李某', ''],
    ]);
  });

  it('are read column by column', () => {
    const found = signatures(
      { part: 'table-row', text: '甲方（盖章）：南阳市卧龙区人民政府\t乙方（盖章）：南阳某某有限公司' },
      { part: 'table-row', text: '区长（签字）：\t法定代表人（签字）：李某' },
    );
    expect(found).toEqual([
      ['甲方', '南阳市卧龙区人民政府', '', '区长'],
      ['乙方', '南阳某某有限公司', '李某', ''],
    ]);
  });
});
