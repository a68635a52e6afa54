import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../../../../electron/services/extract/format.ts';
import { pdfReader } from '../../../../electron/services/extract/pdf.ts';

const root = join(import.meta.dirname, '..', '..', '..', '..');
const assets = join(root, 'dist', 'assets');

const fixture = (name: string) => new Uint8Array(readFileSync(join(root, 'test', 'fixtures', 'pdf', name)));
const extract = (name: string, limits = defaultLimits) => pdfReader.extract(fixture(name), limits, assets);
const texts = async (name: string) => (await extract(name)).paragraphs.map((paragraph) => paragraph.text);

describe('a document of several pages', () => {
  it('gives one paragraph for each that was set, whether it wraps, crosses a page or stands alone', async () => {
    expect(await texts('measure.pdf')).toEqual([
      '南阳市卧龙区城区共享单车管理暂行办法',
      '第一章　总则',
      '第一条　为了规范城区共享单车停放秩序，保障行人通行安全，维护市容环境，根据有关法律法规，结合本区实际，制定本办法。',
      '第二条　本办法适用于本区城区范围内共享单车的投放、停放和管理。',
      '第三条　区城市管理部门负责本办法的组织实施，履行下列职责：',
      '（一）划定停放区域并向社会公布；',
      '（二）核定投放总量；',
      '（三）法律、法规规定的其他职责。',
      '第二章　停放管理',
      '第四条　运营企业应当按照核定的总量和划定的区域投放车辆，不得占用盲道、消防通道和机动车道，并应当安排专人负责车辆的日常调度、清理和维护，对损坏的车辆在二十四小时内予以回收。',
      '第五条　使用人应当在划定的区域内停放车辆。',
      '运营企业应当采取技术措施引导使用人规范停放。',
      '第六条　任何单位和个人不得损毁、侵占共享单车。',
      '第三章　监督检查',
      '第七条　区城市管理部门应当加强日常巡查，发现违规投放、停放的，责令运营企业限期改正；逾期不改正的，依照有关法律、法规的规定处理，并将处理结果纳入企业年度考核，作为下一年度核定投放总量的依据。',
      '第八条　街道办事处协助做好本辖区内共享单车停放秩序的管理工作。',
      '第九条　运营企业应当每季度向区城市管理部门报送车辆投放、调度和维护情况。',
      '第十条　本办法自2026年3月1日起施行，有效期二年。',
      '南阳市卧龙区人民政府',
      '2026年1月5日',
    ]);
  });

  it('says on which page each paragraph begins', async () => {
    const { paragraphs } = await extract('measure.pdf');
    const page = (start: string) => paragraphs.find((paragraph) => paragraph.text.startsWith(start))?.page;
    expect([page('第一章'), page('第四条'), page('第五条'), page('2026年1月5日')]).toEqual([1, 1, 2, 3]);
  });

  it('drops the running head and the page numbers, and names the head', async () => {
    const { paragraphs, warnings } = await extract('measure.pdf');
    expect(paragraphs.map((paragraph) => paragraph.text).join('\n')).not.toMatch(/卧龙区行政规范性文件|— \d —/u);
    expect(warnings).toEqual([
      { code: 'running-lines-dropped', message: '已略去各页重复的页眉页脚：卧龙区行政规范性文件。' },
    ]);
  });

  it('marks centred and right-set lines', async () => {
    const { paragraphs } = await extract('measure.pdf');
    const set = (alignment: string | null) =>
      paragraphs.filter((paragraph) => paragraph.alignment === alignment).map((paragraph) => paragraph.text);
    expect(set('center')).toEqual([
      '南阳市卧龙区城区共享单车管理暂行办法',
      '第一章　总则',
      '第二章　停放管理',
      '第三章　监督检查',
    ]);
    expect(set('right')).toEqual(['南阳市卧龙区人民政府', '2026年1月5日']);
  });
});

describe('an awkward page', () => {
  it('joins hanging list items, parts table columns by tabs, and keeps figures on a shifted baseline in place', async () => {
    expect(await texts('layout.pdf')).toEqual([
      '申请补助的单位应当同时符合下列条件，并对所提交材料的真实性负责，不得弄虚作假：',
      '1.　在本区依法登记注册，具有独立法人资格，财务制度健全，连续两年以上正常经营；',
      '2.　近三年内未受到行政处罚，没有被列入严重失信主体名单的记录，也没有拖欠职工工资的情形；',
      '序号\t项目名称\t金额（万元）',
      '1\t停车场改造\t120.50',
      '2\t道路维修\t88.00',
      '根据我市2023年工作安排执行。',
    ]);
  });

  it('keeps a watermark out of the text and says so', async () => {
    const { warnings } = await extract('layout.pdf');
    expect(warnings.map((warning) => warning.code)).toEqual(['slanted-text-skipped']);
  });

  it('maps the radicals that Chromium writes back to characters and counts them', async () => {
    const { paragraphs, warnings } = await extract('skia.pdf');
    expect(paragraphs.map((paragraph) => paragraph.text)).toEqual([
      '卧龙区人民政府工作办法',
      '第一条　为了保障人民群众用水安全，方便生产生活，制定本办法。',
      '第二条　区人民政府各工作部门应当一视同仁，自行负责本行业的水、土、石、金、木、火管理。',
    ]);
    expect(warnings).toEqual([
      { code: 'look-alike-mapped', message: '有 27 个字被写成形近的部首字符，已还原为通用汉字。' },
    ]);
  });

  it('reads a face that is not embedded through its predefined character map', async () => {
    expect(await texts('predefined-cmap.pdf')).toEqual([
      '第一条　区人民政府负责本行政区域内的工作。',
      '第二条　本办法自公布之日起施行。',
    ]);
  });

  it('refuses to work without the character maps, where that text would come out empty', async () => {
    const empty = await mkdtemp(join(tmpdir(), 'desk-assets-'));
    await expect(pdfReader.extract(fixture('predefined-cmap.pdf'), defaultLimits, empty)).rejects.toThrow(
      'no character maps',
    );
    await rm(empty, { recursive: true });
  });

  it('names scripts, attached files, the author, comments and filled fields', async () => {
    const { xray, warnings } = await extract('hidden.pdf');
    expect(xray.map((note) => [note.kind, note.detail])).toEqual([
      ['macro', 'PDF 内含脚本（未运行）'],
      ['embedded-object', 'PDF 内附文件“附件.txt”（未读取）'],
      ['metadata', '文件属性中的作者：张三'],
      ['comment', '第 1 页批注：此处与上位法不一致'],
    ]);
    expect(warnings.map((warning) => warning.code)).toEqual(['form-fields-skipped']);
  });
});

describe('what cannot be read', () => {
  it('names the pages that are pictures among pages of text, and passes over the blank one', async () => {
    const { paragraphs, warnings } = await extract('mixed.pdf');
    expect(paragraphs.map((paragraph) => [paragraph.page, paragraph.text])).toEqual([
      [1, '第一条　为了加强管理，制定本办法。'],
      [4, '第二条　本办法自公布之日起施行。'],
    ]);
    expect(warnings).toEqual([
      {
        code: 'page-without-text',
        message: '第 2 页没有文字，可能是扫描图片，内容不在审查范围内，请对照原件核对。',
      },
    ]);
  });

  it.each([
    ['a scan', 'scan.pdf', 'no-text', '扫描件'],
    ['a file with a password', 'encrypted.pdf', 'encrypted-file', '取消密码保护'],
  ])('refuses %s', async (_, name, code, words) => {
    await expect(extract(name)).rejects.toMatchObject({ code, message: expect.stringContaining(words) as string });
  });

  it('refuses a file that was cut off', async () => {
    const cut = fixture('measure.pdf').slice(0, 900);
    await expect(pdfReader.extract(cut, defaultLimits, assets)).rejects.toMatchObject({ code: 'damaged-file' });
  });

  it('refuses more pages and more text than the limits allow', async () => {
    await expect(extract('measure.pdf', { ...defaultLimits, maxPages: 2 })).rejects.toMatchObject({
      code: 'limit-exceeded',
      message: expect.stringContaining('3 页') as string,
    });
    await expect(extract('measure.pdf', { ...defaultLimits, maxTextLength: 100 })).rejects.toMatchObject({
      code: 'limit-exceeded',
    });
  });
});

it('leaves the bytes that it was given as they are', async () => {
  const bytes = fixture('mixed.pdf');
  await pdfReader.extract(bytes, defaultLimits, assets);
  expect(bytes).toEqual(fixture('mixed.pdf'));
});

it('recognises a PDF by its header, also after leading junk, and nothing else', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  expect(pdfReader.recognise(fixture('scan.pdf'))).toBe(true);
  expect(pdfReader.recognise(bytes('junk\r\n%PDF-1.4'))).toBe(true);
  expect(pdfReader.recognise(bytes(`${' '.repeat(2000)}%PDF-1.4`))).toBe(false);
  expect(pdfReader.recognise(bytes('第一条'))).toBe(false);
});
