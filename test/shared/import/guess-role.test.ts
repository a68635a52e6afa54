import { describe, expect, it } from 'vitest';
import { guessRole, guessRoles } from '../../../shared/import/guess-role.ts';

describe('guessRole', () => {
  it.each([
    ['卧龙区城区犬只管理办法（草案）.docx', '草案'],
    ['卧龙区城区犬只管理办法(送审稿).docx', '草案'],
    ['卧龙区城区犬只管理办法（征求意见稿）.docx', '草案'],
    ['产业园合作协议（代拟稿）.docx', '草案'],
    ['《卧龙区城区犬只管理办法（草案）》起草说明.docx', '起草说明'],
    ['关于《办法（草案）》的起草情况说明.pdf', '起草说明'],
    ['编制说明.txt', '起草说明'],
    ['办法（征求意见稿）公开征求意见情况.docx', '征求意见情况'],
    ['公开征求社会公众意见的公告.pdf', '征求意见情况'],
    ['意见采纳情况表.docx', '征求意见情况'],
    ['部门会签表.pdf', '部门会签意见'],
    ['公平竞争审查表.docx', '公平竞争审查表'],
    ['公平竞争审查征求意见情况.docx', '公平竞争审查表'],
    ['社会稳定风险评估报告.pdf', '风险评估报告'],
    ['专家论证会意见.docx', '专家论证意见'],
    ['听证报告.docx', '听证记录'],
    ['法律顾问意见书.pdf', '法律顾问意见'],
    ['关于提请审查《办法（草案）》的函.docx', '送审函'],
    ['送审函.docx', '送审函'],
    ['关于印发办法的请示.docx', '送审函'],
    ['关于提请合法性审查的函.docx', '送审函'],
    ['区司法局合法性审核意见.docx', '单位法制机构审核意见'],
    ['局党组集体讨论记录.docx', '单位集体讨论记录'],
    ['局长办公会议纪要.pdf', '纪要'],
    ['合作协议有关情况说明.docx', '协议说明'],
    ['原合同.pdf', '既往合同'],
    ['乙方营业执照及授权委托书.pdf', '相对方资料'],
    ['领导阅批单.pdf', '分管副区长阅批单'],
    ['公开属性审查表.docx', '保密审查和公开属性材料'],
    ['项目立项批复.pdf', '项目批准文件'],
    ['政府采购管理办法（送审稿）.docx', '草案'],
    ['听证办法(草案) 20260105.docx', '草案'],
    ['办法（草案）清洁版.docx', '草案'],
    ['制定依据.docx', '依据'],
    ['依据对照表.docx', '依据'],
    ['中华人民共和国行政许可法.txt', '依据'],
    ['送审材料/02 起草说明.docx', '起草说明'],
    ['起草说明\\草案.docx', '草案'],
    ['卧龙区城区犬只管理办法.docx', ''],
    ['1.docx', ''],
    ['', ''],
  ])('takes %s for %s', (name, role) => {
    expect(guessRole(name)).toBe(role);
  });
});

describe('guessRoles', () => {
  const roles = (...names: string[]) =>
    guessRoles(names.map((name) => ({ name, format: name.slice(name.lastIndexOf('.') + 1) })));

  it('takes a single file for the draft', () => {
    expect(roles('卧龙区城区犬只管理办法.docx')).toEqual(['草案']);
  });

  it('takes the first open Word file for the draft, before a text file', () => {
    expect(roles('说明.txt', '办法.docx', '其他.docx')).toEqual(['', '草案', '']);
    expect(roles('一.txt', '二.pdf')).toEqual(['草案', '']);
    expect(roles('一.pdf', '二.doc', '三.odt')).toEqual(['', '草案', '']);
    expect(roles('一.doc', '二.docx')).toEqual(['', '草案']);
  });

  it('takes nobody else for the draft once a name says draft', () => {
    expect(roles('办法.docx', '办法（草案）.docx')).toEqual(['', '草案']);
  });

  it('makes no draft out of materials', () => {
    expect(roles('起草说明.docx', '送审函.docx')).toEqual(['起草说明', '送审函']);
    expect(guessRoles([])).toEqual([]);
  });
});
