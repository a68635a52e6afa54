import { l04 } from '../../../../shared/check/checks/l04.ts';
import type { LawIndex } from '../../../../shared/rules/law-index.ts';
import { testCheck } from '../../../support/check-table.ts';
import { law } from '../../../support/law.ts';

/** The pack that ships, with an older and longer version of one law, as the snapshot has of none. */
const longerBefore: LawIndex = {
  ...law,
  statutes: new Map(law.statutes).set('行政许可法', [
    ...(law.statutes.get('行政许可法') ?? []).map((version) => ({
      ...version,
      promulgated: '2003-08-27',
      effective: '2004-07-01',
      status: '被修订取代',
      maxArticle: 95,
    })),
    ...(law.statutes.get('行政许可法') ?? []),
  ]),
};
const first = (text: string): readonly string[] => ['卧龙区经营场所管理办法', `第一条　${text}`];

testCheck(l04, {
  valid: [
    { name: 'the last article there is', text: first('依照《中华人民共和国民法典》第一千二百六十条执行。') },
    { name: 'a law that nobody knows', text: first('依照《卧龙区月球管理条例》第九百条执行。') },
    { name: 'a law that lapsed, which another check reports', text: first('依照《合同法》第九百条执行。') },
    { name: 'a law revised after the snapshot', text: first('依照《治安管理处罚法》第一百四十条执行。') },
    { name: 'a name alone', text: first('根据《中华人民共和国民法典》，制定本办法。') },
  ],
  invalid: [
    {
      text: first('依照《中华人民共和国行政许可法》第十七条、第九十条执行。'),
      findings: [
        {
          messageId: 'beyond',
          quote: '第九十条',
          message: '《行政许可法》第九十条不存在：现行文本共83条',
          severity: 'major',
          certainty: 'A',
        },
      ],
    },
    {
      text: first('依照《民法典》第一千三百条第二款执行。'),
      findings: [{ messageId: 'beyond', quote: '《民法典》第一千三百条第二款', certainty: 'A' }],
    },
    {
      name: 'an article that only another version has',
      law: longerBefore,
      text: first('依照《行政许可法》第九十条执行。'),
      findings: [{ messageId: 'moved', quote: '《行政许可法》第九十条', certainty: 'B', message: '共83条' }],
    },
    {
      name: 'an instrument that is no statute',
      text: first('依照《卧龙区人民政府工作规则》第四十条执行。'),
      findings: [{ messageId: 'beyond', quote: '《卧龙区人民政府工作规则》第四十条', certainty: 'B' }],
    },
  ],
});
