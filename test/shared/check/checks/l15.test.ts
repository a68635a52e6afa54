import { l15 } from '../../../../shared/check/checks/l15.ts';
import { testCheck } from '../../../support/check-table.ts';

const title = '卧龙区经营场所管理办法';
const first = (text: string): readonly string[] => [title, `第一条　${text}`];
const long = '经营场所应当符合消防、环境保护和城市管理的要求，并保持整洁。';
const note = (kind: string, detail: string) => [{ kind, detail, block: null }];

testCheck(l15, {
  valid: [
    { name: 'the mark of a draft in the title', text: [`${title}（送审稿）`, '第一条　本办法由区司法局负责解释。'] },
    first('起草单位应当将送审稿报送区司法局审核。'),
    { name: 'a draft of another document', text: first('按照《河南省市容条例（草案）》的要求执行。') },
    first('面积按3×4米计算，X光设备除外。'),
    first('（2026年版）目录由区司法局公布。'),
    { name: 'the number still to be given', text: ['宛龙政〔2026〕  号', ...first('由区司法局负责。')] },
    { name: 'a form', text: [...first('申请表见附件。'), '附件', '申请表', '申请人：______', '填写【 】年×月'] },
    {
      name: 'a signature',
      type: 'agreement',
      text: ['租赁合同', '第一条　租金按年支付。', '甲方（盖章）：________', '签订日期：____年__月__日'],
    },
    {
      name: 'a lead-in that repeats',
      text: [
        title,
        '第一条　有下列情形之一的，由区城市管理局责令限期改正并予以公示：',
        '（一）占道。',
        '第二条　有下列情形之一的，由区城市管理局责令限期改正并予以公示：',
        '（一）挡光。',
      ],
    },
    {
      name: 'an item that repeats in another article',
      text: [title, '第一条　甲类应当符合：', `（一）${long}`, '第二条　乙类应当符合：', `（一）${long}`],
    },
    { name: 'short paragraphs that repeat', text: [title, '第一条　依法承担责任。', '第二条　依法承担责任。'] },
    { name: 'other things of the X-ray', text: first('由区司法局负责。'), xray: note('metadata', '作者：张三') },
  ],
  invalid: [
    {
      text: first('由____负责，联系电话____。'),
      findings: [{ messageId: 'blank', quote: '____', severity: 'minor', certainty: 'A', path: '第一条' }],
    },
    {
      text: first('自2026年  月  日起施行，由出生年月日确定。'),
      findings: [{ messageId: 'blank', quote: '2026年  月  日' }],
    },
    { text: first('自2026年5月 日起施行。'), findings: [{ messageId: 'blank', quote: '年5月 日' }] },
    { text: first('期限为【 】年。'), findings: [{ messageId: 'blank', quote: '【 】' }] },
    { text: first('期限为（　）年。'), findings: [{ messageId: 'blank', quote: '（　）' }] },
    {
      text: first('由××市XX局于X年X月X日前完成。'),
      findings: ['××', 'XX', 'X', 'X', 'X'].map((quote) => ({ messageId: 'placeholder', quote })),
    },
    {
      text: first('标准为每亩500元（待定），由区财政局【此处待补充】。'),
      findings: [
        { messageId: 'placeholder', quote: '（待定）' },
        { messageId: 'placeholder', quote: '【此处待补充】' },
      ],
    },
    {
      name: 'the mark of a draft in the notice',
      text: [
        '关于印发《卧龙区经营场所管理办法》的通知',
        '各乡镇人民政府：',
        '现将《卧龙区经营场所管理办法（征求意见稿）》印发给你们。',
        '2026年3月2日',
        ...first('由区司法局负责。'),
      ],
      findings: [{ messageId: 'draftMark', quote: '（征求意见稿）' }],
    },
    {
      name: 'tracked changes',
      text: first('由区司法局负责。'),
      xray: note('tracked-change', '删除“区政府法制办”'),
      findings: [{ messageId: 'trackedChange', quote: '', message: '删除“区政府法制办”' }],
    },
    {
      name: 'a comment',
      text: first('由区司法局负责。'),
      xray: note('comment', '请核实'),
      findings: [{ messageId: 'comment', quote: '' }],
    },
    {
      name: 'hidden text',
      text: first('由区司法局负责。'),
      xray: note('hidden-text', '内部掌握'),
      findings: [{ messageId: 'hiddenText', quote: '' }],
    },
    {
      name: 'an article pasted twice',
      text: [title, `第一条　${long}`, '第二条　由区司法局负责。', `第三条　${long}`],
      findings: [
        { messageId: 'duplicate', quote: `第三条　${long}`, certainty: 'A', message: '与第一条的文字完全相同' },
      ],
    },
    {
      name: 'an item pasted twice in one list',
      text: [title, '第一条　应当符合：', `（一）${long}`, '（二）安全。', `（三）${long}`],
      findings: [{ messageId: 'duplicate', quote: `（三）${long}`, certainty: 'A', message: '与第一条第（一）项' }],
    },
    {
      name: 'a 款 that stands in two articles',
      text: [title, '第一条　由区司法局负责。', long, '第二条　由区财政局负责。', long],
      findings: [{ messageId: 'duplicate', quote: long, certainty: 'B', severity: 'hint' }],
    },
    {
      name: 'a paragraph of a notice pasted twice',
      text: ['关于加强经营场所管理的通知', '各乡镇人民政府：', long, '请认真执行。', long],
      findings: [{ messageId: 'duplicate', quote: long, certainty: 'A', message: '与前文的文字完全相同' }],
    },
  ],
});
