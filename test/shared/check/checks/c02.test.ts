import { c02 } from '../../../../shared/check/checks/c02.ts';
import { testCheck } from '../../../support/check-table.ts';

const body = ['第一条　合作内容', '双方开展合作。', '第二条　本协议自双方签字盖章之日起生效。'];
const government = '甲方：南阳市卧龙区人民政府';
const company = '乙方：南阳智泊停车管理有限公司';
const agreement = (head: readonly string[], signing: readonly string[] = []): readonly string[] => [
  '卧龙区智慧停车项目合作协议',
  ...head,
  ...body,
  ...signing,
];
const signing = ['甲方（盖章）：南阳市卧龙区人民政府', '乙方（盖章）：南阳智泊停车管理有限公司'];

testCheck(c02, {
  type: 'agreement',
  valid: [
    { name: 'the same names', text: agreement([government, company], signing) },
    { name: 'names left for the seal', text: agreement([government, company], ['甲方（盖章）：', '乙方（盖章）：']) },
    {
      name: 'brackets and spaces that differ in width',
      text: agreement(
        ['甲方：卧龙区某局', '乙方：某某(南阳)有限公司'],
        ['甲方：卧龙区某局', '乙方：某某（南阳） 有限公司（公章）'],
      ),
    },
    {
      name: 'codes that can exist',
      text: agreement(
        [government, '统一社会信用代码：114113030060022229', company, '统一社会信用代码：91411303MA45ABCD14'],
        signing,
      ),
    },
    { name: 'a name with its short form', text: agreement([government, `${company}（以下简称“智泊公司”）`], signing) },
    { name: 'no signature block yet', text: agreement([government, company]) },
    {
      name: 'a number that is no credit code',
      text: agreement([government, company, '合同编号：91411303MA45ABCD18'], signing),
    },
  ],
  invalid: [
    {
      name: 'another company at the signature',
      text: agreement(
        [government, company],
        ['甲方（盖章）：南阳市卧龙区人民政府', '乙方（盖章）：南阳智泊科技有限公司'],
      ),
      findings: [
        {
          messageId: 'differs',
          quote: '南阳智泊科技有限公司',
          message: '南阳智泊停车管理有限公司',
          severity: 'major',
          certainty: 'A',
        },
      ],
    },
    {
      name: 'a blank name',
      text: agreement([government, '乙方：__________'], ['甲方：', '乙方：']),
      findings: [{ messageId: 'blank', quote: '乙方：__________' }],
    },
    {
      name: 'a party without a place to sign',
      text: agreement([government, company, '丙方：南阳某某担保有限公司'], signing),
      findings: [{ messageId: 'unsigned', quote: '南阳某某担保有限公司', message: '丙方' }],
    },
    {
      name: 'a signer that the head does not name',
      text: agreement([government, company], [...signing, '丙方（盖章）：南阳某某置业有限公司']),
      findings: [{ messageId: 'unnamed', quote: '南阳某某置业有限公司' }],
    },
    {
      name: 'a code one character short',
      text: agreement([government, company, '统一社会信用代码：91411303MA45ABCD1'], signing),
      findings: [{ messageId: 'code-length', quote: '91411303MA45ABCD1', message: '17位' }],
    },
    {
      name: 'a code with the letter O',
      text: agreement([government, company, '统一社会信用代码：91411303MA45ABCDO4'], signing),
      findings: [{ messageId: 'code-character', quote: '91411303MA45ABCDO4' }],
    },
    {
      name: 'a code with a wrong check character',
      text: agreement([government, '统一社会信用代码：11411303006002222X', company], signing),
      findings: [
        {
          messageId: 'code-check',
          quote: '11411303006002222X',
          basis: [{ source: 'GB 32100—2015', article: '', confirmed: false }],
        },
      ],
    },
    {
      name: 'one code for two parties',
      text: agreement(
        [government, '统一社会信用代码：91350100M000100Y43', company, '统一社会信用代码：91350100M000100Y43'],
        signing,
      ),
      findings: [{ messageId: 'shared-code', quote: '91350100M000100Y43' }],
    },
  ],
});
