import { l06 } from '../../../../shared/check/checks/l06.ts';
import { testCheck } from '../../../support/check-table.ts';

const title = '卧龙区项目管理办法';
const first = (text: string): readonly string[] => [title, `第一条　${text}`];

testCheck(l06, {
  valid: [
    first('由区自然资源和规划局会同区文化广电和旅游局、区农业农村局负责。'),
    first('由区司法局、区市场监督管理局、区教育体育局负责。'),
    {
      name: 'a name that is said to be former',
      text: first('原区国土资源局核发的证书继续有效；原南阳市规划局的批复继续有效。'),
    },
    { name: 'a name that is explained', text: first('由国土资源局（现自然资源局）负责。') },
    { name: 'the title of a document', text: first('按照《国土资源局关于用地审批的通知》执行。') },
    { name: 'the number of a document', text: first('按照国土资源部令第42号执行。') },
    { name: 'who issued a document', text: first('国家旅游局、公安部发布的《出国旅游办法》同时废止。') },
    { name: 'the end of a longer word', text: first('加强劳动监察局面的分析，关注监察局势。') },
    { name: 'longer organs', text: first('由劳动监察局、水利工程规划局负责。') },
    {
      name: 'other words with the same characters',
      text: first('农业部门、环境保护部门和文化部门按照金融办法、法制办理流程办理。'),
    },
    { name: 'a duty that did not move', text: first('由区民政局负责殡葬管理。') },
    { name: 'the same duty in another sentence', text: first('由区民政局负责殡葬管理。医疗救助由区医疗保障局负责。') },
    { name: 'before the reform', asOf: '2016-05-01', text: first('由区国土资源局负责。') },
  ],
  invalid: [
    {
      text: first('由区政府督查室、区监察局加强督促检查。'),
      findings: [
        {
          messageId: 'renamed',
          quote: '监察局',
          severity: 'minor',
          certainty: 'A',
          message: '2018年3月起为监察委员会',
          path: '第一条',
        },
      ],
    },
    {
      text: first('由区国土资源局、区工商局和环保局负责。'),
      findings: [
        {
          messageId: 'unconfirmed',
          quote: '国土资源局',
          certainty: 'B',
          severity: 'minor',
          suggestion: '现为：自然资源局（自然资源和规划局）。请核对后改写。',
        },
        { messageId: 'unconfirmed', quote: '工商局', certainty: 'B' },
        { messageId: 'unconfirmed', quote: '环保局', certainty: 'B' },
      ],
    },
    {
      name: 'the longest name',
      text: first('由城乡规划局、法制办公室负责。'),
      findings: [{ quote: '城乡规划局' }, { quote: '法制办公室' }],
    },
    {
      name: 'a common noun',
      text: first('报区政府法制机构备案。'),
      findings: [
        {
          messageId: 'commonNoun',
          quote: '政府法制机构',
          certainty: 'B',
          severity: 'hint',
          message: '降级：该词为普通名词',
        },
      ],
    },
    {
      name: 'a name that depends on the district',
      text: first('由区教育局、区林业局负责。'),
      findings: [
        { messageId: 'local', quote: '教育局', certainty: 'B', severity: 'hint' },
        { messageId: 'local', quote: '林业局', certainty: 'B', severity: 'hint', message: '视本区三定' },
      ],
    },
    {
      name: 'a duty that moved',
      text: first('医疗救助由区民政局负责。'),
      findings: [{ messageId: 'duty', quote: '民政局', certainty: 'B', message: '“医疗救助”职责已划归医疗保障局' }],
    },
    {
      name: 'a second duty that moved',
      text: first('优抚安置由区民政局负责。'),
      findings: [{ messageId: 'duty', quote: '民政局', message: '退役军人事务局' }],
    },
    {
      name: 'ministries',
      text: first('报中国银监会、环境保护部备案。'),
      findings: [{ quote: '银监会' }, { quote: '环境保护部' }],
    },
  ],
});
