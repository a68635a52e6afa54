import { c13 } from '../../../../shared/check/checks/c13.ts';
import { testCheck } from '../../../support/check-table.ts';

type Line = Parameters<typeof testCheck>[1]['valid'][number];
const row = (...cells: readonly string[]): { readonly part: 'table-row'; readonly text: string } => ({
  part: 'table-row',
  text: cells.join('\t'),
});
const agreement = (...lines: readonly (string | ReturnType<typeof row>)[]): Extract<Line, readonly unknown[]> => [
  '卧龙区某某项目合作协议',
  '甲方：南阳市卧龙区人民政府',
  '乙方：南阳某某有限公司',
  ...lines,
];
const priced = (...rows: readonly ReturnType<typeof row>[]): Extract<Line, readonly unknown[]> =>
  agreement('第一条　费用由下列各项组成：', ...rows, '第二条　本协议自签字之日起生效。');

testCheck(c13, {
  type: 'agreement',
  valid: [
    priced(row('项目', '金额（元）'), row('划线', '800000'), row('设备', '1,500,000.00'), row('合计', '2300000')),
    priced(
      row('序号', '名称', '单价（元）', '数量', '金额（万元）'),
      row('1', '摄像机', '5000', '20', '10'),
      row('2', '地磁', '300', '1000', '30'),
      row('合计', '', '', '1020', '40'),
    ),
    {
      name: 'subtotals, a part of the row above and a merged row of totals',
      text: priced(
        row('项目', '明细', '金额（元）'),
        row('软件', '平台', '100'),
        row('其中', '授权', '40'),
        row('软件', '接口', '50'),
        row('小计', '', '150'),
        row('硬件', '主机', '350'),
        row('合计', '500'),
      ),
    },
    {
      name: 'a total written out',
      text: priced(
        row('项目', '金额（元）'),
        row('划线', '800000'),
        row('设备', '1500000'),
        row('合计：人民币贰佰叁拾万元整（¥2,300,000.00元）'),
      ),
    },
    {
      name: 'columns that are no amounts',
      text: priced(row('点位', '泊位数'), row('一', '30'), row('二', '40'), row('合计', '71')),
    },
    agreement(
      '第一条　合同价款300000元，分期支付：',
      '（一）签订后支付合同价款的30%；',
      '（二）验收后支付至合同价款的97%；',
      '（三）剩余3%作为质保金。',
    ),
    agreement('第一条　签订后支付合同总价的30%，余款验收后一次性付清。'),
    agreement('第一条　工程进度达到50%时，支付合同价款的40%；验收合格后支付合同价款的60%。'),
    agreement('第一条　签订后支付合同价款的30%；验收后支付合同价款的67%。', '第二条　合同价款的3%作为质保金。'),
    agreement('第一条　支付至合同价款的80%；审计后支付至审定金额的97%。'),
    agreement('第一条　甲方逾期支付的，按1%支付违约金；超过三十日的，按5%支付违约金。'),
    agreement('第一条　设备费30万元、安装费20万元，合计50万元。'),
    agreement('第一条　合同总价人民币壹佰万元整（¥1,000,000.00），其中设备费60万元，安装费40万元。'),
    agreement('第一条　设备单价5,000元，数量20台，合计100,000元。'),
    agreement('第一条　含税价113万元，不含税价100万元。'),
    agreement('第一条　合同总价为90万元。', '第二条　签订后支付合同总价的30%，即27万元；余款验收后付清。'),
    agreement('第一条　设备费由下列各项组成，合计50万元：', '（一）主机30万元；', '（二）软件20万元。'),
    agreement('第一条　甲方以财政资金承担60%，乙方承担50%。'),
  ],
  invalid: [
    {
      name: 'a total that is not the sum of the rows',
      text: priced(
        row('项目', '金额（元）'),
        row('道路泊位划线及标识', '800000'),
        row('泊位检测设备', '1500000'),
        row('管理平台建设', '700000'),
        row('合计', '3200000'),
      ),
      findings: [{ messageId: 'sum', quote: '3200000', message: '3,000,000', severity: 'major', certainty: 'A' }],
    },
    {
      name: 'a row of totals shortened by merged cells',
      text: priced(
        row('序号', '项目', '金额（万元）'),
        row('1', '划线', '80.5'),
        row('2', '设备', '150'),
        row('总计', '231.5'),
      ),
      findings: [{ messageId: 'sum', quote: '231.5', message: '230.5' }],
    },
    {
      name: 'a total written out',
      text: priced(
        row('项目', '金额（元）'),
        row('划线', '800000'),
        row('设备', '1500000'),
        row('合计：贰佰伍拾万元整（¥2,500,000.00）'),
      ),
      findings: [{ messageId: 'sum', quote: '¥2,500,000.00' }],
    },
    {
      name: 'a subtotal',
      text: priced(
        row('项目', '金额（元）'),
        row('甲', '10'),
        row('乙', '20'),
        row('小计', '40'),
        row('丙', '5'),
        row('合计', '35'),
      ),
      findings: [{ messageId: 'sum', quote: '40' }],
    },
    {
      name: 'an amount that is not price times number',
      text: priced(
        row('名称', '单价（元）', '数量', '金额（元）'),
        row('摄像机', '5000', '20', '90000'),
        row('地磁', '300', '1000', '300000'),
        row('合计', '', '', '390000'),
      ),
      findings: [{ messageId: 'product', quote: '90000', message: '100,000' }],
    },
    {
      name: 'the same in a sentence',
      text: agreement('第一条　设备单价5,000元，数量20台，合计90,000元。'),
      findings: [{ messageId: 'product', quote: '90,000元', message: '100,000.00元' }],
    },
    {
      name: 'shares of payment that miss the whole',
      text: agreement(
        '第一条　付款方式',
        '合作费用分三期支付：',
        '（一）本协议签订后支付合作费用的30%；',
        '（二）设备安装完成后支付合作费用的40%；',
        '（三）项目验收合格后支付合作费用的20%。',
      ),
      findings: [{ messageId: 'shares', quote: '合作费用分三期支付：', message: '90%', certainty: 'A' }],
    },
    {
      name: 'shares of payment that exceed the whole',
      text: agreement('第一条　预付款为合同价款的30%，进度款为合同价款的60%，尾款为合同价款的20%。'),
      findings: [
        {
          messageId: 'shares',
          quote: '预付款为合同价款的30%，进度款为合同价款的60%，尾款为合同价款的20%',
          message: '110%',
        },
      ],
    },
    {
      name: 'shares in words',
      text: agreement(
        '第一条　付款方式：',
        '1.签订后10日内支付合同总价的百分之三十；',
        '2.验收后支付百分之六十；',
        '3.质保期满支付百分之二十。',
      ),
      findings: [{ messageId: 'shares', quote: '付款方式：', message: '110%' }],
    },
    {
      name: 'instalments that exceed the price',
      text: agreement('第一条　合同总价100万元，分三期支付：首期支付30万元，二期支付40万元，三期支付40万元。'),
      findings: [{ messageId: 'parts', quote: '100万元' }],
    },
    {
      name: 'two shares without a word on the rest',
      text: agreement('第一条　签订后支付合同价款的30%；完成后支付合同价款的60%。'),
      findings: [{ messageId: 'shares', quote: '签订后支付合同价款的30%；完成后支付合同价款的60%', certainty: 'B' }],
    },
    {
      name: 'an amount that is not the share it is said to be',
      text: agreement('第一条　合同总价为90万元。', '第二条　签订后支付合同总价的30%，即30万元；余款验收后付清。'),
      findings: [{ messageId: 'share', quote: '30万元', message: '270,000.00元' }],
    },
    {
      name: 'parts that exceed the whole',
      text: agreement('第一条　合同总价100万元，其中设备费60万元，安装费30万元，培训费20万元。'),
      findings: [{ messageId: 'parts', quote: '100万元', message: '1,100,000.00元', certainty: 'A' }],
    },
    {
      name: 'items that do not make the whole',
      text: agreement('第一条　设备费由下列各项组成，合计60万元：', '（一）主机30万元；', '（二）软件20万元。'),
      findings: [{ messageId: 'parts', quote: '60万元', message: '500,000.00元' }],
    },
    {
      name: 'a tentative total',
      text: agreement('第一条　设备费30万元、安装费20万元，暂定合计60万元。'),
      findings: [{ messageId: 'sum', quote: '60万元', certainty: 'B' }],
    },
  ],
});
