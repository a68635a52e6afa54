import { n20 } from '../../../../shared/check/checks/n20.ts';
import { testCheck } from '../../../support/check-table.ts';

const article = (text: string): readonly string[] => ['卧龙区某某管理办法', `第一条 ${text}`];

testCheck(n20, {
  valid: [
    article('区政府相关部门应当做好政策宣传、解释工作。'),
    article('鉴定结果由鉴定机构负责解释。'),
    article('工作人员应当向群众解释政策。'),
    article('本办法自2026年5月1日起施行。'),
    article('行政机关应当对裁量理由作出解释。'),
    article('对征收补偿有疑问的，征收部门应当予以解释。'),
  ],
  invalid: [
    {
      text: article('本办法由区司法局负责解释。'),
      findings: [
        {
          messageId: 'interpreted',
          quote: '本办法由区司法局负责解释',
          severity: 'hint',
          certainty: 'A',
          message: '“区司法局”',
        },
      ],
    },
    {
      text: article('本办法由区市场监督管理局负责解释，自2026年5月1日起施行。'),
      findings: [{ quote: '本办法由区市场监督管理局负责解释' }],
    },
    {
      text: article('规范性文件的解释工作由区政府法制机构负责。'),
      findings: [{ quote: '规范性文件的解释工作由区政府法制机构负责' }],
    },
    {
      text: article('本办法的解释权归卧龙区人民政府。'),
      findings: [{ quote: '本办法的解释权归卧龙区人民政府', message: '“卧龙区人民政府”' }],
    },
    { text: article('本通告由区公安分局解释。'), findings: [{ quote: '本通告由区公安分局解释' }] },
    {
      text: article('区财政局负责解释本办法。区城市管理局负责本办法的解释工作。'),
      findings: [{ quote: '区财政局负责解释本办法' }, { quote: '区城市管理局负责本办法的解释工作' }],
    },
  ],
});
