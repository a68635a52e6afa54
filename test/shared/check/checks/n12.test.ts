import { n12 } from '../../../../shared/check/checks/n12.ts';
import { testCheck } from '../../../support/check-table.ts';

const article = (text: string): readonly string[] => ['卧龙区某某管理办法', `第一条 ${text}`];

testCheck(n12, {
  valid: [
    article('当事人不服的，可以依法申请行政复议或者提起行政诉讼。'),
    article('不得因当事人申请行政复议而加重处理。'),
    article('任何单位和个人不得阻挠、压制信访活动，不得打击报复信访人。'),
    article('不得对提出信访的群众打击报复。'),
    article('不得拒绝受理符合条件的行政复议申请。'),
    article('评审意见报区政府研究，由区政府作出最终决定。'),
    article('领导小组对项目选址有最终决定权。'),
    article('逾期不补正的，视为放弃行政复议申请。'),
    article('行政复议期间，具体行政行为不停止执行。'),
    article('不得以信访为名扰乱公共秩序。'),
  ],
  invalid: [
    {
      name: 'final and barred in one sentence',
      text: article('经营者对处理不服的，由区人民政府作出最终决定，经营者不得再申请行政复议或者提起行政诉讼。'),
      findings: [
        {
          messageId: 'barred',
          quote: '由区人民政府作出最终决定，经营者不得再申请行政复议或者提起行政诉讼',
          severity: 'blocking',
          certainty: 'A',
        },
      ],
    },
    {
      name: 'a decision called final',
      text: article('区城市管理局的复核决定为最终决定。'),
      findings: [{ messageId: 'final', quote: '区城市管理局的复核决定为最终决定', certainty: 'A' }],
    },
    {
      name: 'petitions forbidden',
      text: article('补偿方案公布后，被征收人不得信访。'),
      findings: [{ messageId: 'barred', quote: '被征收人不得信访' }],
    },
    {
      name: 'litigation over a matter barred',
      text: article('当事人不得就补偿决定提起行政诉讼。'),
      findings: [{ messageId: 'barred', quote: '当事人不得就补偿决定提起行政诉讼' }],
    },
    {
      name: 'a right waived',
      text: article('申请补助的，须承诺放弃诉讼权利。'),
      findings: [{ messageId: 'waived', quote: '须承诺放弃诉讼权利', certainty: 'B' }],
    },
    {
      name: 'the way of petitioning',
      text: article('信访人应当逐级反映问题，不得越级上访。'),
      findings: [{ messageId: 'skipping', quote: '不得越级上访', certainty: 'B' }],
    },
    {
      name: 'a final ruling restated from a law',
      text: article('依照《中华人民共和国行政复议法》第二十六条申请国务院裁决的，国务院的裁决为最终裁决。'),
      findings: [{ messageId: 'final', quote: '国务院的裁决为最终裁决', certainty: 'B', severity: 'major' }],
    },
    {
      name: 'litigation while a reconsideration is pending',
      text: article('行政复议机关已经受理的，在复议期限内不得向人民法院提起行政诉讼。'),
      findings: [
        { messageId: 'barred', quote: '在复议期限内不得向人民法院提起行政诉讼', certainty: 'B', severity: 'major' },
      ],
    },
  ],
});
