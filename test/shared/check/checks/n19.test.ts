import { readFileSync } from 'node:fs';
import { n19 } from '../../../../shared/check/checks/n19.ts';
import { testCheck } from '../../../support/check-table.ts';
import { resources } from '../../../support/resources.ts';

const draft = (last: string, title = '卧龙区某某管理办法'): readonly string[] => [
  title,
  '第一条 为规范管理，制定本办法。',
  '第二条 相关部门应当做好工作。',
  `第三条 ${last}`,
];
const rules = readFileSync(`${resources}/rules/wolong-work-rules.txt`, 'utf8');

testCheck(n19, {
  valid: [
    draft('本办法自2026年5月1日起施行，有效期5年。'),
    draft('本办法自印发之日起施行，有效期至2030年12月31日。'),
    draft('本办法由区司法局负责解释，自2026年1月1日起施行，有效期至2030年12月31日。'),
    draft('本办法2026年5月1日起施行。本办法有效期为三年。'),
    draft('本办法自2026年5月1日起试行，试行期2年。', '卧龙区某某管理办法（试行）'),
    {
      name: 'the notice says it',
      text: [
        '卧龙区人民政府关于印发某某管理办法的通知',
        '各有关单位：',
        '现将《某某管理办法》印发给你们，自印发之日起施行，有效期3年。',
        '卧龙区人民政府',
        '2026年4月1日',
        '某某管理办法',
        '第一条 为规范管理，制定本办法。',
        '第二条 相关部门应当做好工作。',
      ],
    },
    {
      name: 'a statute has no term',
      text: ['中华人民共和国食品安全法', '第一条 为了保证食品安全，制定本法。', '第二条 本法自2015年10月1日起施行。'],
    },
    {
      name: 'a notice to the public with a day and a term',
      text: ['关于禁止燃放烟花爆竹的通告', '自2026年1月1日起，城区禁止燃放烟花爆竹。', '本通告有效期2年。'],
    },
  ],
  invalid: [
    {
      name: 'nothing of either',
      text: draft('区政府各部门应当遵守本办法。'),
      findings: [
        {
          messageId: 'no-effect',
          quote: '卧龙区某某管理办法',
          message: '未规定施行日期',
          certainty: 'A',
          severity: 'major',
        },
        { messageId: 'no-validity', quote: '卧龙区某某管理办法', certainty: 'B' },
      ],
    },
    {
      name: 'no term',
      text: draft('本办法自2026年5月1日起施行。'),
      findings: [{ messageId: 'no-validity', quote: '卧龙区某某管理办法', message: '待核226号令', certainty: 'B' }],
    },
    {
      name: 'the term of a permit is no term of the document',
      text: draft('本办法自2026年5月1日起施行。许可证有效期三年。'),
      findings: [{ messageId: 'no-validity', quote: '卧龙区某某管理办法' }],
    },
    {
      name: 'too long',
      text: draft('本办法自2026年5月1日起施行，有效期10年。'),
      findings: [{ messageId: 'too-long', quote: '有效期10年', certainty: 'B', severity: 'major' }],
    },
    {
      name: 'too long by dates',
      text: draft('本办法自2026年1月1日起施行，有效期至2033年12月31日。'),
      findings: [{ messageId: 'too-long', quote: '有效期至2033年12月31日' }],
    },
    {
      name: 'on trial for too long',
      text: draft('本办法自2026年5月1日起施行，有效期5年。', '卧龙区某某管理办法（试行）'),
      findings: [{ messageId: 'trial-too-long', quote: '有效期5年', message: '2年' }],
    },
    {
      name: 'a permit that takes effect is not the document',
      text: draft('许可决定自送达之日起生效。'),
      findings: [
        { messageId: 'no-effect', quote: '卧龙区某某管理办法' },
        { messageId: 'no-validity', quote: '卧龙区某某管理办法' },
      ],
    },
    {
      name: 'the work rules of the district',
      text: rules,
      findings: [
        { messageId: 'no-effect', quote: '卧龙区人民政府工作规则', certainty: 'A' },
        { messageId: 'no-validity', quote: '卧龙区人民政府工作规则' },
      ],
    },
  ],
});
