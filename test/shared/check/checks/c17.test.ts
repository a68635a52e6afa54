import { c17 } from '../../../../shared/check/checks/c17.ts';
import { testCheck } from '../../../support/check-table.ts';

const between = (first: string, ...articles: readonly string[]): readonly string[] => [
  '某某项目合作协议',
  `甲方：${first}`,
  '乙方：南阳某某有限公司',
  ...articles,
];
const companies = (...articles: readonly string[]): readonly string[] => between('南阳某某建设有限公司', ...articles);
const government = (...articles: readonly string[]): readonly string[] => between('南阳市卧龙区人民政府', ...articles);

testCheck(c17, {
  type: 'agreement',
  valid: [
    companies('第一条　因本协议发生争议，协商不成的，提交南阳仲裁委员会仲裁。'),
    government('第一条　因本协议发生争议，协商不成的，向甲方所在地人民法院提起诉讼。'),
    government('第一条　乙方与其职工发生争议的，依法申请劳动争议仲裁或者提起诉讼。'),
    government('第一条　乙方承诺未涉及任何诉讼或者仲裁，不存在未了结的争议。'),
    government('第一条　双方发生争议的，不得申请仲裁，应当向人民法院起诉。'),
    government('第一条　因争议产生的诉讼费、仲裁费由责任方承担。'),
    companies('第一条　发生争议的，提交中国国际经济贸易仲裁委员会仲裁，任何一方可以向人民法院申请执行仲裁裁决。'),
    companies(
      '第一条　因本协议发生争议，协商不成的，按照下列第（二）种方式解决：',
      '（一）提交仲裁委员会仲裁；',
      '（二）向人民法院起诉。',
    ),
  ],
  invalid: [
    {
      name: 'both ways left open, no body named, a government party',
      text: government(
        '第一条　因履行本协议发生争议的，双方应当协商解决；协商不成的，可以向仲裁委员会申请仲裁，也可以向人民法院提起诉讼。',
      ),
      findings: [
        {
          messageId: 'either',
          quote: '可以向仲裁委员会申请仲裁，也可以向人民法院提起诉讼',
          severity: 'blocking',
          certainty: 'A',
          basis: [
            { source: '法释〔2019〕17号', article: '第二十六条', confirmed: true },
            { source: '仲裁法', article: '第二十七条', confirmed: false },
          ],
        },
        { messageId: 'administrative', quote: '可以向仲裁委员会申请仲裁，也可以向人民法院提起诉讼', certainty: 'B' },
      ],
    },
    {
      name: 'the court first, in the law before its revision',
      asOf: '2025-12-01',
      text: companies('第一条　发生纠纷的，向人民法院起诉或者提交南阳仲裁委员会仲裁。'),
      findings: [
        {
          messageId: 'either',
          quote: '向人民法院起诉或者提交南阳仲裁委员会仲裁',
          basis: [
            { source: '仲裁法', article: '第十六条', confirmed: true },
            { source: '仲裁法', article: '第十八条', confirmed: true },
          ],
        },
      ],
    },
    {
      name: 'both ways in a heading word',
      text: companies('第一条　争议解决方式：仲裁或诉讼。'),
      findings: [{ messageId: 'either', quote: '仲裁或诉讼' }],
    },
    {
      name: 'no body named',
      text: companies('第一条　发生争议，协商不成的，提交有管辖权的仲裁机构仲裁。'),
      findings: [{ messageId: 'no-institution', quote: '提交有管辖权的仲裁机构仲裁' }],
    },
    {
      name: 'two bodies named',
      text: companies('第一条　发生争议的，提交南阳仲裁委员会或者郑州仲裁委员会仲裁。'),
      findings: [{ messageId: 'several', quote: '提交南阳仲裁委员会或者郑州仲裁委员会仲裁' }],
    },
    {
      name: 'a body told by its place alone',
      text: companies('第一条　发生争议的，向甲方所在地仲裁委员会申请仲裁。'),
      findings: [{ messageId: 'vague', quote: '向甲方所在地仲裁委员会申请仲裁', certainty: 'B' }],
    },
    {
      name: 'a choice that was not made',
      text: companies(
        '第一条　发生争议的，按照下列第____种方式解决：',
        '（一）提交南阳仲裁委员会仲裁；',
        '（二）向人民法院起诉。',
      ),
      findings: [{ messageId: 'unchosen', quote: '提交南阳仲裁委员会仲裁', certainty: 'B' }],
    },
    {
      name: 'a sound clause in an agreement of government',
      text: government('第一条　发生争议的，提交南阳仲裁委员会仲裁。'),
      findings: [
        {
          messageId: 'administrative',
          quote: '提交南阳仲裁委员会仲裁',
          certainty: 'B',
          message: '若属行政协议，仲裁条款无效',
        },
      ],
    },
  ],
});
