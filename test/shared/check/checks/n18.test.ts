import { n18 } from '../../../../shared/check/checks/n18.ts';
import { testCheck } from '../../../support/check-table.ts';

const named = (...title: readonly string[]): readonly string[] => [
  ...title,
  '第一条 为规范管理，制定本规定。',
  '第二条 自发布之日起施行。',
];

testCheck(n18, {
  valid: [
    named('卧龙区农贸市场管理办法'),
    named('卧龙区农贸市场管理办法（试行）'),
    named('卧龙区行政处罚裁量基准适用方法'),
    named('卧龙区贯彻《优化营商环境条例》实施细则'),
    named('卧龙区人民政府关于推行柔性执法的意见'),
    {
      name: 'a regulation by its enacting line',
      text: named('南阳市白河水系保护条例', '（2023年5月31日河南省第十四届人民代表大会常务委员会第三次会议批准）'),
    },
    { name: 'a statute by its known name', text: named('中华人民共和国食品安全法') },
    {
      name: 'a regulation passed on',
      text: ['关于转发《河南省优化营商环境条例》的通知', '各有关单位：', '现转发给你们，请遵照执行。'],
    },
  ],
  invalid: [
    {
      name: '条例',
      text: named('卧龙区农贸市场管理条例'),
      findings: [
        { messageId: 'name', quote: '卧龙区农贸市场管理条例', message: '“条例”', certainty: 'A', severity: 'major' },
      ],
    },
    {
      name: '条例 on trial',
      text: named('卧龙区农贸市场管理条例（试行）'),
      findings: [{ quote: '卧龙区农贸市场管理条例（试行）' }],
    },
    { name: '法', text: named('卧龙区养犬管理法'), findings: [{ quote: '卧龙区养犬管理法', message: '“法”' }] },
    {
      name: 'the title in two lines',
      text: named('卧龙区农贸市场管理条例', '（送审稿）'),
      findings: [{ quote: '卧龙区农贸市场管理条例\n（送审稿）' }],
    },
    {
      name: 'a notice alone that issues one',
      text: ['卧龙区人民政府关于印发《卧龙区养犬管理条例》的通知', '各有关单位：', '现印发给你们，请遵照执行。'],
      findings: [{ quote: '卧龙区人民政府关于印发《卧龙区养犬管理条例》的通知' }],
    },
  ],
});
