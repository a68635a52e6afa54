import { l02 } from '../../../../shared/check/checks/l02.ts';
import { testCheck } from '../../../support/check-table.ts';

const head = [
  '卧龙区户外广告管理办法',
  '第一条　下列广告应当备案：',
  '（一）立柱；',
  '（二）屏幕。',
  '备案由区城市管理局办理。',
];
const withText = (text: string): readonly string[] => [...head, `第二条　${text}`];

testCheck(l02, {
  valid: [
    withText('违反本办法第一条规定的，责令改正。'),
    withText('违反本办法第一条第二款规定的，责令改正。'),
    withText('违反本办法第一条第一款第（二）项、第（一）项规定的，责令改正。'),
    withText('违反本办法第一条第（二）项规定的，责令改正。'),
    withText('违反《河南省市容条例》第九十条规定的，依法处理。'),
    withText('本办法第一条至第二条自印发之日起施行。'),
    {
      name: 'items inside one line',
      text: [
        '卧龙区户外广告管理办法',
        '第一条　应当备案的有：（一）立柱；（二）屏幕。',
        '第二条　本办法第一条第（二）项所称屏幕，包括投影。',
      ],
    },
    {
      name: '项 that go on after a 款',
      text: [
        '卧龙区户外广告管理办法',
        '第一条　下列广告应当备案：',
        '（一）立柱；',
        '立柱包括支架。',
        '（二）屏幕。',
        '第二条　违反本办法第一条第一款第（二）项的，责令改正。',
      ],
    },
    {
      name: 'a notice that speaks of the text it issues',
      text: [
        '关于印发《卧龙区户外广告管理办法》的通知',
        '各乡镇人民政府：',
        '现将《卧龙区户外广告管理办法》印发给你们，本办法第二条自四月起施行。',
        '2026年3月2日',
        ...withText('由区城市管理局负责。'),
      ],
    },
    {
      name: 'an annex that speaks of the text',
      text: [...withText('标准见附件。'), '附件', '户外广告标准', '一、立柱按照本办法第二条执行。'],
    },
    {
      name: 'an agreement',
      type: 'agreement',
      text: ['租赁合同', '第一条　租金为每年一万元。', '第二条　逾期支付本合同第一条租金的，承担违约责任。'],
    },
    {
      name: 'a published text whose copy ran two 款 together',
      text: [
        '郑州市殡葬管理条例',
        '第一条　禁止新建墓地。现有墓地应当在三年内迁出。',
        '第二条　违反本条例第一条第二款的，责令改正。',
      ],
    },
    { name: 'a text without articles', text: ['关于加强户外广告管理的通知', '请按照本通知第三条执行。'] },
  ],
  invalid: [
    {
      text: withText('违反本办法第四条规定的，责令改正。'),
      findings: [
        {
          messageId: 'noArticle',
          quote: '本办法第四条',
          message: '没有第四条，最末一条为第二条',
          severity: 'major',
          certainty: 'A',
          path: '第二条',
        },
      ],
    },
    {
      text: withText('违反本办法第一条、第三条规定的，责令改正。'),
      findings: [{ messageId: 'noArticle', quote: '第三条' }],
    },
    {
      text: withText('违反本办法第一条第三款规定的，责令改正。'),
      findings: [{ messageId: 'noParagraph', quote: '本办法第一条第三款', message: '第一条只有2款' }],
    },
    {
      text: withText('违反本办法第一条第一款、第三款规定的，责令改正。'),
      findings: [{ messageId: 'noParagraph', quote: '第三款' }],
    },
    {
      text: withText('违反本办法第一条第一款第（三）项规定的，责令改正。'),
      findings: [{ messageId: 'noItem', quote: '本办法第一条第一款第（三）项', message: '第一条第一款没有第（三）项' }],
    },
    {
      text: withText('违反本办法第一条第二款第（一）项规定的，责令改正。'),
      findings: [{ messageId: 'noItem', quote: '本办法第一条第二款第（一）项' }],
    },
    {
      text: withText('违反本办法第一条第三项规定的，责令改正。'),
      findings: [{ messageId: 'noItem', quote: '本办法第一条第三项', message: '第一条没有第（三）项' }],
    },
    {
      name: 'an agreement',
      type: 'agreement',
      text: ['租赁合同', '第一条　租金为每年一万元。', '第二条　逾期支付的，按照本合同第八条承担违约责任。'],
      findings: [{ messageId: 'noArticle', quote: '本合同第八条' }],
    },
    {
      name: 'an annex that speaks of what neither it nor the text has',
      text: [...withText('标准见附件。'), '附件', '户外广告标准', '一、立柱按照本办法第九条执行。'],
      findings: [{ messageId: 'noArticle', quote: '本办法第九条' }],
    },
    {
      name: 'articles in the style 一、',
      text: ['卧龙区工作规则', '一、会议由区长召集。', '二、按照本规则第五条执行。'],
      findings: [{ messageId: 'noArticle', quote: '本规则第五条' }],
    },
  ],
});
