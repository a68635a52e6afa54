import { c05 } from '../../../../shared/check/checks/c05.ts';
import { testCheck } from '../../../support/check-table.ts';

const agreement = (...signing: readonly string[]): readonly string[] => [
  '卧龙区智慧停车项目合作协议',
  '甲方：南阳市卧龙区人民政府',
  '乙方：南阳智泊停车管理有限公司',
  '第一条　双方开展合作。',
  '第二条　本协议自双方签字盖章之日起生效。',
  ...signing,
];
const stamp = '甲方（盖章）：南阳市卧龙区人民政府';

testCheck(c05, {
  type: 'agreement',
  valid: [
    { name: 'the head of the district', text: agreement(stamp, '区长（签字）：张某') },
    { name: 'the executive deputy', text: agreement(stamp, '授权代表：张某', '职务：常务副区长') },
    { name: 'a deputy head', text: agreement(stamp, '法定代表人或授权代表（签字）：卧龙区副区长 张某') },
    { name: 'an unfilled line that names the office', text: agreement(stamp, '区　长：__________') },
    { name: 'the office in brackets', text: agreement(stamp, '签字（主管领导）：') },
    {
      name: 'a department for itself',
      text: [
        '合作协议',
        '甲方：卧龙区城市管理局',
        '乙方：某某公司',
        '第一条　合作。',
        '甲方（盖章）：卧龙区城市管理局',
        '授权代表：局长 王某',
      ],
    },
    {
      name: 'the other side',
      text: agreement(stamp, '区长：张某', '乙方（盖章）：南阳智泊停车管理有限公司', '授权代表（签字）：经理 李某'),
    },
    { name: 'no signature block', text: agreement() },
  ],
  invalid: [
    {
      name: 'the head of a bureau',
      text: agreement(stamp, '授权代表（签字）：城市管理局局长　王建民'),
      findings: [
        {
          messageId: 'office',
          quote: '授权代表（签字）：城市管理局局长　王建民',
          message: '“城市管理局局长”',
          severity: 'blocking',
          certainty: 'A',
        },
      ],
    },
    {
      name: 'the head of the office',
      text: agreement('甲方（盖章）：', '签字人：王某', '职务：区政府办公室主任'),
      findings: [{ messageId: 'office', quote: '签字人：王某', message: '办公室主任' }],
    },
    {
      name: 'a blank line',
      text: agreement(stamp, '法定代表人（签字）：______'),
      findings: [
        {
          messageId: 'blank',
          quote: '法定代表人（签字）：______',
          severity: 'hint',
          certainty: 'B',
          message: '签订时核对',
        },
      ],
    },
    {
      name: 'an agent without an office',
      text: agreement(stamp, '授权代表（签字）：王某'),
      findings: [{ messageId: 'agent', quote: '授权代表（签字）：王某', certainty: 'B', severity: 'major' }],
    },
    {
      name: 'a representative without an office',
      text: agreement(stamp, '法定代表人（签字）：王某'),
      findings: [{ messageId: 'no-office', quote: '法定代表人（签字）：王某', certainty: 'B' }],
    },
    {
      name: 'an assistant',
      text: agreement(stamp, '授权代表（签字）：区长助理 王某'),
      findings: [{ messageId: 'office', quote: '授权代表（签字）：区长助理 王某' }],
    },
  ],
});
