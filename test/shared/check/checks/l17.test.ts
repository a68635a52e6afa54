import { l17 } from '../../../../shared/check/checks/l17.ts';
import { testCheck } from '../../../support/check-table.ts';

const title = '卧龙区经营场所管理办法';
const closed = [title, '第一条　由区司法局负责。', '第二条　本办法自印发之日起施行。'];

testCheck(l17, {
  valid: [
    closed,
    { name: 'organ and date below', text: [...closed, '卧龙区人民政府', '2026年3月2日'] },
    { name: 'a list of annexes below', text: [...closed, '附件：1.申请表', '2.承诺书'] },
    { name: 'annexes below', text: [...closed, '附件1', '申请材料目录', '一、申请书', '二、承诺书'] },
    { name: 'an annex that is headed 附：', text: [...closed, '附：', '型式审查目录', '1.衡器', '2.传感器'] },
    { name: 'a remark in brackets below', text: [...closed, '（此件公开发布）'] },
    { name: 'who prints and receives', text: [...closed, '抄送：区委各部门', '卧龙区人民政府办公室2026年3月2日印发'] },
    {
      name: 'an agreement with its signatures',
      type: 'agreement',
      text: ['租赁合同', '第一条　租金按年支付。', '（以下无正文）', '甲方（盖章）：', '乙方（盖章）：'],
    },
    { name: 'items to the end', text: [title, '第一条　应当符合：', '（一）安全；', '（二）整洁。'] },
    { name: 'a table to the end', text: [title, '第一条　标准如下：', { part: 'table-row', text: '甲类\t500元' }] },
    {
      name: 'a notice and its text',
      text: [
        '关于印发《卧龙区经营场所管理办法》的通知',
        '各乡镇人民政府：',
        '现将《卧龙区经营场所管理办法》印发给你们，请遵照执行。',
        '卧龙区人民政府',
        '2026年3月2日',
        ...closed,
      ],
    },
    { name: 'the closing formula of a notice', text: [title, '一、由区司法局负责。', '二、请遵照执行。', '特此通知'] },
    {
      name: 'a bank account',
      type: 'agreement',
      text: ['租赁合同', '第一条　租金按年支付至下列账户。', '户名：卧龙区财政局', '账号：2580 0000 0000'],
    },
  ],
  invalid: [
    {
      text: [title, '第一条　由区司法局负责。', '第二条　涉及公共利益、公众权益以及国务院、省政府规定需要公'],
      findings: [
        { messageId: 'unfinished', quote: '省政府规定需要公', severity: 'major', certainty: 'A', path: '第二条' },
      ],
    },
    {
      name: 'with organ and date below',
      text: [title, '第一条　由区司法局负责。', '第二条　本办法自印发之日起', '卧龙区人民政府', '2026年3月2日'],
      findings: [{ messageId: 'unfinished', quote: '本办法自印发之日起' }],
    },
    {
      name: 'a list that breaks off',
      text: [title, '第一条　应当符合：', '（一）安全；', '（二）整洁；'],
      findings: [{ messageId: 'openList', quote: '整洁；' }],
    },
    {
      name: 'a colon and nothing after',
      text: [title, '第一条　由区司法局负责。', '第二条　应当提交下列材料：'],
      findings: [{ messageId: 'openList', quote: '应当提交下列材料：' }],
    },
    {
      name: 'an article without text',
      text: [title, '第一条　由区司法局负责。', '第二条'],
      findings: [{ messageId: 'emptyArticle', quote: '第二条' }],
    },
    {
      name: 'a chapter without articles',
      text: [title, '第一章　总则', '第一条　由区司法局负责。', '第二章　附则'],
      findings: [{ messageId: 'emptyHeading', quote: '第二章　附则' }],
    },
    {
      name: 'a notice that breaks off before its text',
      text: [
        '关于印发《卧龙区经营场所管理办法》的通知',
        '各乡镇人民政府：',
        '现将《卧龙区经营场所管理办法》印发给你们，请遵照执行。',
        '执行中的问题请反馈至',
        '卧龙区人民政府',
        '2026年3月2日',
        ...closed,
      ],
      findings: [{ messageId: 'unfinished', quote: '执行中的问题请反馈至' }],
    },
  ],
});
