import { n03 } from '../../../../shared/check/checks/n03.ts';
import { testCheck } from '../../../support/check-table.ts';

const article = (text: string): readonly string[] => ['卧龙区某某管理办法', `第一条 ${text}`];

testCheck(n03, {
  valid: [
    article('项目实施方案应当报区政府批准。'),
    article('各乡镇人民政府编制的年度计划，应当报区人民政府审批后实施。'),
    article('未经区政府批准，各部门不得擅自调整年度预算。'),
    article('未经业主大会同意，物业服务企业不得改变公共设施用途。'),
    article('未经本人同意，任何单位和个人不得公开其个人信息。'),
    article('从事餐饮服务的，应当依法取得食品经营许可证。'),
    article('法律、法规规定应当取得许可的，从其规定。'),
    article('申请人取得营业执照之日起三十日内报告经营情况，应当持许可证原件。'),
    article('行政审批部门应当向申请人颁发许可证，并公示许可事项。'),
    article('经营者应当在显著位置标明其经营许可证编号。'),
    article('不得从未经许可的单位购进商品。'),
    article('工作人员外出应当向主管领导报告，未经批准不得离岗。'),
    article('取消户外广告审批，不再实行许可管理制度。'),
  ],
  invalid: [
    {
      name: 'a market entry permit',
      text: article(
        '农贸市场开业前，市场开办者应当取得区市场监督管理局核发的农贸市场准入证；未取得准入证的，不得开业。',
      ),
      findings: [
        {
          messageId: 'permit',
          quote: '市场开办者应当取得区市场监督管理局核发的农贸市场准入证；未取得准入证的，不得开业',
          severity: 'blocking',
          certainty: 'B',
          path: '第一条',
        },
      ],
    },
    {
      name: 'no business without approval',
      text: article('未经区城市管理局批准，任何单位和个人不得设置户外广告。'),
      findings: [{ quote: '未经区城市管理局批准，任何单位和个人不得设置户外广告' }],
    },
    {
      name: 'filing as a permit in disguise',
      text: article('个体工商户开展促销活动，经街道办事处备案后，方可进行。'),
      findings: [{ quote: '经街道办事处备案后，方可进行' }],
    },
    {
      name: 'approval by a bureau',
      text: article('商户占用门前区域的，应当报区城市管理局审批。'),
      findings: [{ quote: '应当报区城市管理局审批' }],
    },
    {
      name: 'a permit system',
      text: article('本区对流动摊点实行准入许可制度。'),
      findings: [{ quote: '本区对流动摊点实行准入许可制度' }],
    },
    {
      name: 'a licence that is asked for',
      text: article('从事家政服务的企业须向区商务局申领家政服务资格证。'),
      findings: [{ quote: '从事家政服务的企业须向区商务局申领家政服务资格证' }],
    },
    {
      name: 'the same article cites a law with its article',
      text: article(
        '依据《中华人民共和国食品安全法》第三十五条，国家对食品经营有专门规定。食品小作坊应当取得区市场监督管理局核发的登记证。',
      ),
      findings: [{ quote: '食品小作坊应当取得区市场监督管理局核发的登记证', severity: 'major', message: '食品安全法' }],
    },
    {
      name: 'a citation in another article lowers nothing',
      text: [...article('根据《中华人民共和国食品安全法》第三十五条，制定本办法。'), '第二条 未经许可，不得摆摊设点。'],
      findings: [{ quote: '未经许可，不得摆摊设点', severity: 'blocking', path: '第二条' }],
    },
    {
      name: 'a lapsed law lowers nothing',
      text: article(
        '依照《中华人民共和国城市规划法》第三十二条，建设单位另行准备。建设单位应当取得区规划站核发的规划合格证。',
      ),
      findings: [{ quote: '建设单位应当取得区规划站核发的规划合格证', severity: 'blocking' }],
    },
    {
      name: 'approval by a higher authority',
      text: article('未经省人民政府批准，任何单位不得开采地下水。'),
      findings: [{ quote: '未经省人民政府批准，任何单位不得开采地下水', severity: 'major', message: '上级机关' }],
    },
    {
      name: 'a qualification that an organ grants',
      text: article('建筑垃圾运输企业应具备区城市管理局核发的运输资质。'),
      findings: [{ quote: '建筑垃圾运输企业应具备区城市管理局核发的运输资质' }],
    },
    {
      name: 'a registration without which business is forbidden',
      text: article('外地建筑企业承揽业务的，应当到区住房和城乡建设局办理登记备案手续，未办理的不得参加投标。'),
      findings: [{ quote: '应当到区住房和城乡建设局办理登记备案手续，未办理的不得参加投标' }],
    },
    {
      name: 'a permit in an item',
      text: [
        '卧龙区某某管理办法',
        '第一条 养犬人应当遵守下列规定：',
        '（一）为犬只佩戴标识；',
        '（二）未取得养犬证的，不得携犬外出。',
      ],
      findings: [{ quote: '未取得养犬证的，不得携犬外出', path: '第一条第（二）项' }],
    },
  ],
});
