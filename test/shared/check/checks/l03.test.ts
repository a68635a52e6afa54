import { l03 } from '../../../../shared/check/checks/l03.ts';
import { testCheck } from '../../../support/check-table.ts';

const title = '卧龙区经营场所管理办法';
const first = (text: string): readonly string[] => [title, `第一条　${text}`];

testCheck(l03, {
  valid: [
    first('根据《中华人民共和国民法典》，制定本办法。'),
    first('根据《中华人民共和国劳动合同法》，制定本办法。'),
    { name: 'a name that ends like a repealed one', text: first('根据《河南省信访条例》，制定本办法。') },
    {
      name: 'a new law under the name of a repealed one',
      text: first('根据《中华人民共和国国家安全法》，制定本办法。'),
    },
    first('《卧龙区合同法宣传办法》由区司法局负责。'),
    { name: 'a law that nobody knows', text: first('根据《卧龙区月球管理条例》，制定本办法。') },
    { name: 'a repeal clause', text: first('本办法自印发之日起施行，《信访条例》同时废止。') },
    {
      name: 'a repeal clause with a document number',
      text: first('《公司登记管理条例》（国务院令第156号）自本办法施行之日起废止。'),
    },
    { name: 'a sentence that repeals', text: first('现决定废止《合同法》《担保法》和《物权法》。') },
    {
      name: 'a list of what is repealed',
      text: [...first('下列文件同时废止：'), '（一）《合同法》；', '（二）《担保法》。'],
    },
    {
      name: 'before the day on which it ceases',
      asOf: '2025-12-31',
      text: first('根据《增值税暂行条例》，制定本办法。'),
    },
    {
      name: 'an unconfirmed repeal before its day',
      asOf: '2017-11-18',
      text: first('根据《营业税暂行条例》，制定本办法。'),
    },
    {
      name: 'a law whose replacement was not in sight yet',
      asOf: '2025-04-01',
      text: first('根据《环境保护法》，制定本办法。'),
    },
    { name: 'the standard that applies', text: first('公文格式执行GB/T 9704—2012。') },
  ],
  invalid: [
    {
      text: first('根据《中华人民共和国合同法》第五十二条，制定本办法。'),
      findings: [
        {
          messageId: 'repealed',
          quote: '《中华人民共和国合同法》第五十二条',
          message: '《合同法》自2021年1月1日起已经失效',
          severity: 'major',
          certainty: 'A',
          path: '第一条',
          basis: [{ source: '民法典', article: '第一千二百六十条', confirmed: true }],
          suggestion: '现为：民法典。请核对相应条款后改引。',
        },
      ],
    },
    {
      name: 'the day on which it ceases',
      asOf: '2026-01-01',
      text: first('根据《增值税暂行条例》，制定本办法。'),
      findings: [{ messageId: 'repealed', quote: '《增值税暂行条例》' }],
    },
    {
      name: 'an article of an older version as the basis',
      text: first('根据《行政复议条例》，制定本办法。'),
      findings: [
        {
          messageId: 'repealed',
          quote: '《行政复议条例》',
          basis: [{ source: '行政复议法', article: '第四十三条（2017）', confirmed: true }],
        },
      ],
    },
    {
      name: 'a basis that the table shortens',
      text: first('根据《城市流浪乞讨人员收容遣送办法》，制定本办法。'),
      findings: [
        {
          quote: '《城市流浪乞讨人员收容遣送办法》',
          basis: [{ source: '城市生活无着的流浪乞讨人员救助管理办法', article: '第十八条', confirmed: true }],
        },
      ],
    },
    {
      name: 'a repeal that nobody has confirmed',
      text: first('根据《社会抚养费征收管理办法》，制定本办法。'),
      findings: [
        {
          messageId: 'unconfirmed',
          quote: '《社会抚养费征收管理办法》',
          certainty: 'B',
          message: '自2021年9月起',
          basis: [],
          suggestion: '没有直接替代的文件（人口与计划生育法2021修正取消），请重新确定依据。',
        },
      ],
    },
    {
      name: 'a law whose fate is not known',
      text: first('根据《中华人民共和国环境保护法》第六条，制定本办法。'),
      findings: [
        {
          messageId: 'undecided',
          quote: '《中华人民共和国环境保护法》第六条',
          certainty: 'B',
          message: '无法确认',
          basis: [],
        },
      ],
    },
    {
      name: 'a regulation that the snapshot marks as lapsed',
      text: first('根据《国有企业监事会暂行条例》，制定本办法。'),
      findings: [
        { messageId: 'lapsed', quote: '《国有企业监事会暂行条例》', certainty: 'A', message: '截至2025年4月19日' },
      ],
    },
    {
      name: 'a local regulation that the snapshot marks as lapsed',
      text: first('根据《河南省宗教事务条例》，制定本办法。'),
      findings: [{ messageId: 'lapsedLocal', quote: '《河南省宗教事务条例》', certainty: 'B' }],
    },
    {
      name: 'in an agreement, each place',
      type: 'agreement',
      text: ['租赁合同', '第一条　根据《合同法》订立。', '第二条　未尽事宜，按照《合同法》《担保法》执行。'],
      findings: [{ quote: '《合同法》' }, { quote: '《合同法》' }, { quote: '《担保法》' }],
    },
    {
      name: 'a sentence in which something else lapses',
      type: 'agreement',
      text: ['租赁合同', '第一条　依据《合同法》，乙方逾期三十日的，本合同失效。'],
      findings: [{ quote: '《合同法》' }],
    },
    {
      name: 'a standard by its number',
      text: first('公文格式执行GB/T9704-1999。'),
      findings: [{ messageId: 'unconfirmed', quote: 'GB/T9704-1999', certainty: 'B' }],
    },
  ],
});
