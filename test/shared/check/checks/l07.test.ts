import { l07 } from '../../../../shared/check/checks/l07.ts';
import { testCheck } from '../../../support/check-table.ts';

const first = (text: string): readonly string[] => ['卧龙区项目资金管理办法', `第一条　${text}`];

testCheck(l07, {
  valid: [
    first('合同总价为人民币叁佰贰拾万元整（¥3,200,000.00）。'),
    first('合同总价（大写）：人民币壹佰零伍万叁仟元整，（小写）：1053000.00元。'),
    first('补助资金1.2亿元（12000万元）。'),
    first('人民币叁佰万元整、200万元分别用于两个项目。'),
    first('甲类补助10万元、乙类补助20万元，合计30万元。'),
    first('补助总额30万元，其中甲类10万元、乙类15万元。'),
    first('总投资约1.2亿元（11800万元）。'),
    first('每亩补助500元（其中市级承担300元）。'),
    first('对甲类处1万元以上5万元以下罚款，共计不超过10万元。'),
    first('费用由区财政承担60%，乡镇承担40%。'),
    first('按40%、30%、30%的比例分担。'),
    first('处货值金额20%以上50%以下罚款。'),
    first('逾期一日按1%承担违约金，超过三十日按5%承担违约金。'),
    {
      name: 'weights that make 100%',
      text: [...first('考核权重如下：'), '（一）进度占40%；', '（二）质量占60%；', '（三）合计100%。'],
    },
    first('支付合同价的30%，验收后支付65%。'),
  ],
  invalid: [
    {
      text: first('合同总价为人民币叁佰贰拾万元整（¥3,300,000.00）。'),
      findings: [
        {
          messageId: 'capitals',
          quote: '叁佰贰拾万元整（¥3,300,000.00',
          message: '“叁佰贰拾万元整”为3,200,000.00元，“¥3,300,000.00”为3,300,000.00元',
          severity: 'major',
          certainty: 'A',
        },
      ],
    },
    {
      text: first('合同总价32万元（大写：叁佰贰拾万元整）。'),
      findings: [{ messageId: 'capitals', quote: '32万元（大写：叁佰贰拾万元整' }],
    },
    {
      text: first('合同总价（大写）：叁拾万元整，（小写）：310000.00。'),
      findings: [{ messageId: 'capitals', quote: '叁拾万元整，（小写）：310000.00' }],
    },
    {
      text: first('合同总价人民币伍仟元整¥50,000.00元。'),
      findings: [{ messageId: 'capitals', quote: '伍仟元整¥50,000.00元' }],
    },
    {
      text: first('补助资金1.2亿元（1200万元）。'),
      findings: [{ messageId: 'unit', quote: '1.2亿元（1200万元', message: '相差10倍' }],
    },
    {
      text: first('补助资金120万元（即1250000元）。'),
      findings: [{ messageId: 'figures', quote: '120万元（即1250000元' }],
    },
    {
      text: first('甲类补助10万元、乙类补助20万元，合计35万元。'),
      findings: [{ messageId: 'sum', quote: '10万元、乙类补助20万元，合计35万元', message: '分项之和为300,000.00元' }],
    },
    {
      text: first('补助总额30万元，其中甲类20万元、乙类15万元。'),
      findings: [{ messageId: 'excess', quote: '30万元，其中甲类20万元、乙类15万元', message: '350,000.00元' }],
    },
    {
      name: 'weights that do not make 100%',
      text: [...first('考核权重如下：'), '（一）进度占40%；', '（二）质量占50%；', '（三）合计100%。'],
      findings: [{ messageId: 'percent', quote: '40%；\n（二）质量占50%；\n（三）合计100%', message: '之和为90%' }],
    },
    {
      text: first('进度占33.3%、质量占33.3%、安全占33.3%，合计100%。'),
      findings: [{ messageId: 'percent', quote: '33.3%、质量占33.3%、安全占33.3%，合计100%', message: '之和为99.9%' }],
    },
    {
      text: first('费用由区财政承担60%，乡镇承担50%。'),
      findings: [{ messageId: 'shares', quote: '60%，乡镇承担50%', certainty: 'B', message: '之和为110%' }],
    },
    {
      text: first('按40%、30%、20%的比例分担。'),
      findings: [{ messageId: 'shares', quote: '40%、30%、20%', certainty: 'B' }],
    },
  ],
});
