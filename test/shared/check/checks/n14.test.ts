import { n14 } from '../../../../shared/check/checks/n14.ts';
import { testCheck } from '../../../support/check-table.ts';

const draft = (from: string, ...more: readonly string[]): readonly string[] => [
  '卧龙区某某管理办法',
  '第一条 为规范管理，制定本办法。',
  ...more,
  `第九条 本办法${from}施行。`,
  '卧龙区人民政府',
  '2026年3月2日',
];

testCheck(n14, {
  valid: [
    { name: 'a later day', text: draft('自2026年5月1日起') },
    { name: 'the same day', text: draft('自2026年3月2日起') },
    { name: 'from publication', text: draft('自印发之日起') },
    { name: 'no closing date', text: draft('自2020年1月1日起').slice(0, -2) },
    {
      name: 'tracing of products',
      text: draft('自2026年5月1日起', '第二条 建立食品追溯体系，做到来源可追溯到生产者。'),
    },
    { name: 'no retroactivity', text: draft('自2026年5月1日起', '第二条 本办法不溯及既往。') },
    {
      name: 'a standard that begins later',
      text: draft('自2026年5月1日起', '第二条 补助标准自2026年7月1日起执行。'),
    },
  ],
  invalid: [
    {
      name: 'an earlier day',
      text: draft('自2026年1月1日起'),
      findings: [
        {
          messageId: 'earlier',
          quote: '本办法自2026年1月1日起施行',
          certainty: 'A',
          severity: 'major',
          path: '第九条',
        },
      ],
    },
    {
      name: 'the notice bears the later date',
      text: [
        '卧龙区人民政府关于印发某某管理办法的通知',
        '各有关单位：',
        '现将《某某管理办法》印发给你们，请遵照执行。',
        '卧龙区人民政府',
        '2026年4月1日',
        '某某管理办法',
        '第一条 为规范管理，制定本办法。',
        '第二条 本办法自2026年3月1日起施行。',
      ],
      findings: [{ messageId: 'earlier', quote: '本办法自2026年3月1日起施行', message: '2026年4月1日' }],
    },
    {
      name: 'a standard that begins earlier',
      text: draft('自2026年5月1日起', '第二条 补助标准自2025年1月1日起执行。'),
      findings: [{ messageId: 'backdated', quote: '自2025年1月1日起执行', certainty: 'B' }],
    },
    {
      name: 'wording that reaches back',
      text: draft('自2026年5月1日起', '第二条 本办法施行前已经建成的设施，适用本办法。'),
      findings: [{ messageId: 'reaching-back', quote: '施行前已经建成的设施，适用本', certainty: 'B' }],
    },
    {
      name: 'tracing back to a year',
      text: draft('自2026年5月1日起', '第二条 奖补政策追溯至2023年1月1日。'),
      findings: [{ messageId: 'reaching-back', quote: '追溯至2023年' }],
    },
  ],
});
