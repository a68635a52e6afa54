import { n01 } from '../../../../shared/check/checks/n01.ts';
import { testCheck } from '../../../support/check-table.ts';

const text = ['卧龙区农贸市场管理办法', '第一条 为规范市场秩序，制定本办法。', '第二条 本办法自2026年5月1日起施行。'];
const signedBy = (...organs: readonly string[]): readonly string[] => [...text, ...organs, '2026年3月2日'];

testCheck(n01, {
  valid: [
    { name: 'a department called 委员会', text: signedBy('南阳市卧龙区卫生健康委员会') },
    { name: 'the government', text: signedBy('南阳市卧龙区人民政府') },
    { name: 'the office of the government', text: signedBy('南阳市卧龙区人民政府办公室') },
    { name: 'a subdistrict office', text: signedBy('卧龙区七一街道办事处') },
    {
      name: 'a government office that passes on the paper of a leading group',
      text: [
        '卧龙区人民政府办公室转发区食品安全工作领导小组关于加强食品安全工作意见的通知',
        '各有关单位：',
        '现将意见转发给你们。',
        '卧龙区人民政府办公室',
        '2026年3月2日',
      ],
    },
    {
      name: 'a notice that sets up a leading group',
      text: [
        '关于成立农贸市场改造工作领导小组的通知',
        '各有关单位：',
        '现决定成立领导小组。',
        '卧龙区人民政府',
        '2026年3月2日',
      ],
    },
    { name: 'a leading group that the text gives a task', text: [...text, '第三条 区农贸市场改造指挥部负责协调。'] },
    { name: 'a text without a closing', text },
  ],
  invalid: [
    {
      name: 'a leading group in the closing',
      text: signedBy('卧龙区农贸市场建设管理工作领导小组'),
      findings: [
        {
          messageId: 'coordinating',
          quote: '卧龙区农贸市场建设管理工作领导小组',
          certainty: 'A',
          severity: 'blocking',
        },
      ],
    },
    {
      name: 'the office of a headquarters in the closing',
      text: signedBy('卧龙区大气污染防治攻坚指挥部办公室'),
      findings: [{ messageId: 'coordinating', quote: '卧龙区大气污染防治攻坚指挥部办公室' }],
    },
    {
      name: 'a headquarters in the title',
      text: [
        '卧龙区城市管理攻坚指挥部关于规范户外广告的通告',
        '一、户外广告应当整洁。',
        '二、本通告自发布之日起施行。',
      ],
      findings: [{ quote: '卧龙区城市管理攻坚指挥部', message: '议事协调机构' }],
    },
    {
      name: 'a section of a bureau in the closing',
      text: signedBy('卧龙区城市管理局市容管理股'),
      findings: [{ messageId: 'internal', quote: '卧龙区城市管理局市容管理股' }],
    },
    {
      name: 'the office of a bureau in the closing',
      text: signedBy('卧龙区市场监督管理局办公室'),
      findings: [{ messageId: 'internal', quote: '卧龙区市场监督管理局办公室' }],
    },
    {
      name: 'a committee that as a rule coordinates',
      text: signedBy('卧龙区安全生产委员会'),
      findings: [{ messageId: 'perhaps', quote: '卧龙区安全生产委员会', certainty: 'B' }],
    },
    {
      name: 'two organs of which one may not issue',
      text: signedBy('卧龙区市场监督管理局', '卧龙区食品安全工作联席会议'),
      findings: [{ quote: '卧龙区食品安全工作联席会议' }],
    },
  ],
});
