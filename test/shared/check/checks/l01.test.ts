import { l01 } from '../../../../shared/check/checks/l01.ts';
import { testCheck } from '../../../support/check-table.ts';

const title = '卧龙区户外广告管理办法';
const articles = (...numbers: readonly string[]): readonly string[] =>
  numbers.map((number) => `第${number}条　设置户外广告应当符合规划。`);

testCheck(l01, {
  valid: [
    {
      name: 'articles that run on through the chapters',
      text: [title, '第一章　总则', ...articles('一', '二'), '第二章　设置', ...articles('三')],
    },
    {
      name: 'sections that start anew in each chapter',
      text: [
        title,
        '第一章　总则',
        '第一节　目的',
        ...articles('一'),
        '第二节　范围',
        ...articles('二'),
        '第二章　设置',
        '第一节　程序',
        ...articles('三'),
      ],
    },
    {
      name: 'an inserted article',
      text: [title, ...articles('一', '二'), '第二条之一　设置户外广告应当备案。', ...articles('三')],
    },
    {
      name: 'articles that are numbered 一、',
      text: [title, '一、设置应当符合规划。', '二、设置应当安全。', '三、本办法自印发之日起施行。'],
    },
    {
      name: 'an issuing notice that numbers for itself',
      text: [
        '关于印发《卧龙区户外广告管理办法》的通知',
        '各乡镇人民政府：',
        '现将《卧龙区户外广告管理办法》印发给你们。',
        '一、认真学习。',
        '二、抓好落实。',
        '2026年3月2日',
        title,
        ...articles('一', '二'),
      ],
    },
    {
      name: 'an annex that numbers for itself',
      text: [title, ...articles('一', '二'), '附件1', '户外广告设置标准', '一、牢固。', '二、美观。'],
    },
    {
      name: 'items that start anew in each 款',
      text: [
        title,
        '第一条　下列广告应当备案：',
        '（一）立柱；',
        '（二）屏幕。',
        '下列广告不得设置：',
        '（一）占道；',
        '（二）挡光。',
      ],
    },
    {
      name: 'items that go on after a 款 between them',
      text: [title, '第一条　下列广告应当备案：', '（一）立柱；', '（二）屏幕。', '屏幕包括投影。', '（三）灯箱。'],
    },
    {
      name: '目 that start anew under each 项',
      text: [
        title,
        '第一条　按照下列标准：',
        '（一）立柱：',
        '1.高度；',
        '2.宽度。',
        '（二）屏幕：',
        '1.亮度；',
        '2.音量。',
      ],
    },
    {
      name: 'brackets of mixed width',
      text: [title, '第一条　下列广告：', '（一）立柱；', '（二)屏幕；', '(三)灯箱。'],
    },
    {
      name: '（一） under 一、 inside an article',
      text: [
        title,
        '第一条　标准如下：',
        '一、立柱',
        '（一）高度；',
        '（二）宽度。',
        '二、屏幕',
        '（一）亮度；',
        '（二）音量。',
      ],
    },
    {
      name: 'multilevel labels of an agreement',
      type: 'agreement',
      text: ['广告位租赁合同', '第一条　标的', '1.1 位置。', '1.2 面积。', '第二条　价款', '2.1 租金。', '2.2 押金。'],
    },
    {
      name: 'a published text whose copy lost one chapter heading',
      text: ['郑州市殡葬管理条例', '第一章　总则', ...articles('一', '二'), '第三章　火葬管理', ...articles('三')],
    },
    {
      name: 'items that run on through the text under 一、',
      text: [
        title,
        '一、支持备案',
        '（一）简化材料；',
        '（二）压缩时限。',
        '二、加强监管',
        '（三）定期巡查；',
        '（四）公开结果。',
      ],
    },
    {
      name: 'the list of annexes with its first name in the line',
      text: [title, ...articles('一', '二'), '附件：1.设置标准', '2.申请表'],
    },
    {
      name: 'items whose first stands in the line above',
      text: [title, '第一条　下列广告应当备案：（一）立柱；（二）屏幕；', '（三）灯箱。'],
    },
    {
      name: 'a table of contents',
      text: [
        title,
        '目　录',
        '第一章　总则',
        '第二章　附则',
        '第一章　总则',
        ...articles('一'),
        '第二章　附则',
        ...articles('二'),
      ],
    },
  ],
  invalid: [
    {
      name: 'an article left out',
      text: [title, ...articles('一', '二', '四', '五')],
      findings: [
        {
          messageId: 'skipped',
          quote: '第四条',
          message: '应为“第三条”，实为“第四条”',
          severity: 'major',
          certainty: 'A',
          path: '第四条',
        },
      ],
    },
    {
      name: 'an article left out at a chapter’s beginning',
      text: [title, '第一章　总则', ...articles('一', '二'), '第二章　设置', ...articles('四')],
      findings: [{ messageId: 'skipped', quote: '第四条' }],
    },
    {
      name: 'articles that start anew in the second chapter',
      text: [title, '第一章　总则', ...articles('一', '二', '三'), '第二章　设置', ...articles('一', '二')],
      findings: [{ messageId: 'backwards', quote: '第一条' }],
    },
    {
      name: 'an article number used twice',
      text: [title, ...articles('一', '二', '二', '三')],
      findings: [{ messageId: 'repeated', quote: '第二条', message: '“第二条”已经用过，应为“第三条”' }],
    },
    {
      name: 'one wrong number between right ones, reported once',
      text: [title, ...articles('一', '二', '九', '四')],
      findings: [{ messageId: 'skipped', quote: '第九条' }],
    },
    {
      name: 'a number left out in the style 一、',
      text: [title, '一、设置应当符合规划。', '三、本办法自印发之日起施行。'],
      findings: [{ messageId: 'skipped', quote: '三、', message: '应为“二、”' }],
    },
    {
      name: 'a chapter left out',
      text: [title, '第一章　总则', ...articles('一'), '第三章　附则', ...articles('二')],
      findings: [{ messageId: 'skipped', quote: '第三章', message: '应为“第二章”' }],
    },
    {
      name: 'a section that does not start anew',
      text: [
        title,
        '第一章　总则',
        '第一节　目的',
        ...articles('一'),
        '第二章　设置',
        '第二节　程序',
        ...articles('二'),
      ],
      findings: [{ messageId: 'skipped', quote: '第二节' }],
    },
    {
      name: 'two chapters with one number in a published text',
      text: ['郑州市殡葬管理条例', '第一章　总则', ...articles('一', '二'), '第一章　火葬管理', ...articles('三')],
      findings: [{ messageId: 'repeated', quote: '第一章' }],
    },
    {
      name: 'an item left out',
      text: [title, '第一条　下列广告应当备案：', '（一）立柱；', '（三）灯箱。'],
      findings: [{ messageId: 'skipped', quote: '（三）', message: '应为“（二）”，实为“（三）”' }],
    },
    {
      name: 'an item in Arabic figures left out',
      text: [title, '第一条　标准：', '（一）立柱：', '1.高度；', '3.宽度。'],
      findings: [{ messageId: 'skipped', quote: '3.', message: '应为“2.”' }],
    },
    {
      name: 'a circled item left out',
      text: [title, '第一条　标准：', '①高度；', '③宽度。'],
      findings: [{ messageId: 'skipped', quote: '③', message: '应为“②”' }],
    },
    {
      name: 'a multilevel label used twice',
      type: 'agreement',
      text: ['广告位租赁合同', '第一条　标的', '1.1 位置。', '1.1 面积。'],
      findings: [{ messageId: 'repeated', quote: '1.1', message: '应为“1.2”' }],
    },
    {
      name: 'an item of an annex without articles left out',
      text: [title, ...articles('一', '二'), '附件', '申请材料', '所需材料：', '（一）申请书；', '（三）图纸。'],
      findings: [{ messageId: 'skipped', quote: '（三）' }],
    },
    {
      name: 'an item left out of those that run on under 一、',
      text: [title, '一、支持备案', '（一）简化材料；', '（二）压缩时限。', '二、加强监管', '（四）公开结果。'],
      findings: [{ messageId: 'skipped', quote: '（四）' }],
    },
    {
      name: 'an annex left out of the list',
      text: [title, ...articles('一', '二'), '附件：1.设置标准', '3.申请表'],
      findings: [{ messageId: 'skipped', quote: '3.', message: '应为“2.”' }],
    },
  ],
});
