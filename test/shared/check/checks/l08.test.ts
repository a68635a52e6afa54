import { l08 } from '../../../../shared/check/checks/l08.ts';
import { testCheck } from '../../../support/check-table.ts';

const title = '卧龙区经营场所管理办法';
const first = (text: string): readonly string[] => [title, `第一条　${text}`];
const notice = (text: string): readonly string[] => [
  '关于印发《卧龙区经营场所管理办法》的通知',
  '各乡镇人民政府：',
  `现将《卧龙区经营场所管理办法》印发给你们，${text}`,
  '卧龙区人民政府',
  '2026年3月2日',
];

testCheck(l08, {
  valid: [
    first('定于2026年3月2日（星期一）召开。'),
    first('截至2024年2月29日。'),
    first('每年2月29日或者4月30日前申报。'),
    first('自2026年1月1日起至2028年12月31日止。'),
    first('自2026年11月1日至2027年3月31日。'),
    first('自2026年5月1日起施行，有效期至2031年4月30日。'),
    first('二〇二六年三月二日印发。'),
    {
      name: 'a term of whole years to the day before',
      type: 'agreement',
      text: ['租赁合同', '第一条　租赁期限为三年，自2026年1月1日起至2028年12月31日止。'],
    },
    {
      name: 'a term of whole years to the same day',
      type: 'agreement',
      text: ['租赁合同', '第一条　租赁期限3年，自2026年1月1日至2029年1月1日。'],
    },
    {
      name: 'a term of months to a short month',
      type: 'agreement',
      text: ['租赁合同', '第一条　服务期6个月，自2026年8月31日至2027年2月28日。'],
    },
    {
      name: 'a normative document in force before its date, which N14 reports',
      text: [...first('本办法自2026年1月1日起施行。'), '卧龙区人民政府', '2026年3月2日'],
    },
    {
      name: 'a notice and a text that name the same day',
      text: [...notice('自2026年5月1日起施行。'), ...first('本办法自2026年5月1日起施行。')],
    },
    {
      name: 'an agreement that takes effect when signed',
      type: 'agreement',
      text: ['租赁合同', '第一条　本合同自2026年3月2日起生效。', '甲方：卧龙区人民政府', '签订日期：2026年3月2日'],
    },
  ],
  invalid: [
    {
      text: first('自2026年2月30日起执行。'),
      findings: [{ messageId: 'impossible', quote: '2026年2月30日', severity: 'major', certainty: 'A' }],
    },
    {
      text: first('每年4月31日前申报，2026年13月汇总。'),
      findings: [
        { messageId: 'impossible', quote: '4月31日' },
        { messageId: 'impossible', quote: '2026年13月' },
      ],
    },
    {
      text: first('定于2026年3月2日（星期三）召开。'),
      findings: [
        { messageId: 'weekday', quote: '2026年3月2日（星期三）', message: '2026年3月2日是星期一，不是星期三' },
      ],
    },
    {
      text: first('自2026年5月1日起至2025年4月30日止。'),
      findings: [{ messageId: 'reversed', quote: '2026年5月1日起至2025年4月30日' }],
    },
    {
      text: first('公示期为2026年5月10日至5月1日。'),
      findings: [{ messageId: 'reversed', quote: '2026年5月10日至5月1日' }],
    },
    {
      text: first('自2026年5月1日起施行，有效期至2021年4月30日。'),
      findings: [{ messageId: 'reversed', quote: '2026年5月1日起施行，有效期至2021年4月30日' }],
    },
    {
      name: 'a term that does not fit its days',
      type: 'agreement',
      text: ['租赁合同', '第一条　租赁期限为三年，自2026年1月1日起至2028年6月30日止。'],
      findings: [
        {
          messageId: 'duration',
          quote: '租赁期限为三年，自2026年1月1日起至2028年6月30日',
          certainty: 'B',
          message: '应至2028年12月31日',
        },
      ],
    },
    {
      name: 'a notice and a text that name two days',
      text: [...notice('自2026年6月1日起施行。'), ...first('本办法自2026年5月1日起施行。')],
      findings: [
        { messageId: 'conflict', quote: '本办法自2026年5月1日起施行', message: '与印发通知所写（2026年6月1日）不一致' },
      ],
    },
    {
      name: 'an agreement in force before it is signed',
      type: 'agreement',
      text: ['租赁合同', '第一条　本合同自2026年1月1日起生效。', '甲方：卧龙区人民政府', '签订日期：2026年3月2日'],
      findings: [{ messageId: 'beforeSigning', quote: '2026年1月1日', certainty: 'B' }],
    },
  ],
});
