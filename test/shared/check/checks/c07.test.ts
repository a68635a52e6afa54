import { c07 } from '../../../../shared/check/checks/c07.ts';
import { testCheck } from '../../../support/check-table.ts';

const agreement = (...articles: readonly string[]): readonly string[] => [
  '卧龙区某某项目合作协议',
  '甲方：南阳市卧龙区人民政府',
  '乙方：南阳某某投资有限公司',
  ...articles,
  '甲方（盖章）：',
  '乙方（盖章）：',
];

testCheck(c07, {
  type: 'agreement',
  valid: [
    agreement('第一条　乙方应当于五日内向甲方提交履约担保，担保金额为十万元。'),
    agreement('第一条　乙方保证按期完成建设，并承担产品质量保证责任。'),
    agreement('第一条　甲方不得为乙方融资提供任何形式的担保。'),
    agreement('第一条　甲方不对乙方的债务承担连带责任。'),
    agreement('第一条　乙方承诺该地块未设定抵押、担保等权利负担。'),
    agreement('第一条　合作期满，设备由乙方按照残值回购。'),
    agreement('第一条　甲方有权要求乙方回购不合格设备。'),
    agreement('第一条　乙方以其资产为项目贷款提供担保。'),
    agreement('第一条　依照《中华人民共和国担保法》和《融资担保公司监督管理条例》执行。'),
    agreement('第一条　乙方承诺甲方每年最低收益不少于二十万元。'),
    agreement('第一条　本办法未尽事宜适用兜底条款。'),
    agreement('第一条　甲方每年收取固定回报二十万元。'),
    agreement('第一条　甲方承担保密义务和保修期内的保管责任。'),
    agreement('第一条　乙方项目达产后年营业收入不低于一亿元。'),
    agreement('第一条　乙方的义务', '（一）承担施工安全的连带责任；', '（二）出具承诺函。'),
  ],
  invalid: [
    {
      name: 'a shortfall made up from public money',
      text: agreement('第一条　甲方承诺乙方年收益不低于投资额的8%，不足部分由甲方以财政资金差额补足。'),
      findings: [
        {
          messageId: 'government',
          quote: '甲方承诺乙方年收益不低于投资额的8%，不足部分由甲方以财政资金差额补足',
          severity: 'blocking',
          certainty: 'A',
        },
      ],
    },
    {
      name: 'a guarantee for the other side',
      text: agreement('第一条　甲方为乙方的银行贷款提供连带责任保证担保。'),
      findings: [{ messageId: 'government', quote: '甲方为乙方的银行贷款提供连带责任保证担保', certainty: 'A' }],
    },
    {
      name: 'the government named as such',
      text: agreement('第一条　乙方融资不能按期偿还的，由区政府承担连带责任。'),
      findings: [{ messageId: 'government', quote: '由区政府承担连带责任' }],
    },
    {
      name: 'buying back a share',
      text: agreement('第一条　合作期满，甲方按照约定价格回购乙方股权。'),
      findings: [{ messageId: 'government', quote: '甲方按照约定价格回购乙方股权' }],
    },
    {
      name: 'an irrevocable guarantee among the duties of the government side',
      text: agreement('第一条　甲方的义务', '（一）协调办理手续；', '（二）向银行出具不可撤销的担保函。'),
      findings: [{ messageId: 'government', quote: '向银行出具不可撤销的担保函', path: '第一条第（二）项' }],
    },
    {
      name: 'a shortfall that the government side makes up',
      text: agreement('第一条　乙方投资收益未达到8%的，差额部分由甲方补足。'),
      findings: [{ messageId: 'government', quote: '差额部分由甲方补足' }],
    },
    {
      name: 'capital that the government side assures',
      text: agreement('第一条　甲方对乙方投资本金提供保本安排。'),
      findings: [{ messageId: 'government', quote: '甲方对乙方投资本金提供保本安排' }],
    },
    {
      name: 'a return that nobody is named for',
      text: agreement('第一条　乙方享有每年6%的固定回报。'),
      findings: [{ messageId: 'unclear', quote: '乙方享有每年6%的固定回报', certainty: 'B', severity: 'blocking' }],
    },
    {
      name: 'a guarantee that nobody is named for',
      text: agreement('第一条　项目融资应当落实担保和流动性支持。'),
      findings: [{ messageId: 'unclear', quote: '项目融资应当落实担保和流动性支持', certainty: 'B' }],
    },
  ],
});
