import { formatChineseNumeral } from '../../shared/text/chinese-numeral.ts';

/** Characters on a page of 22 lines of 28 (GB/T 9704—2012). */
const charactersOfPage = 22 * 28;

const sentences = [
  '农贸市场的规划、建设、经营和管理，应当遵循统筹规划、合理布局、方便群众、安全卫生的原则。',
  '市场开办者应当建立食品安全管理制度，配备专职食品安全管理人员，对入场销售者的证照进行查验并留存复印件。',
  '区市场监督管理局会同区商务局、区城市管理局建立信息共享机制，定期通报监督检查情况。',
  '经营者应当在摊位显著位置公示营业执照、食品经营许可证和从业人员健康证明。',
  '鼓励社会资本参与农贸市场标准化改造，具体办法由区人民政府另行制定。',
];

/**
 * A normative document of about so many pages, with chapters, articles, items, references that lead somewhere and some
 * that do not, for benches.
 */
export function largeDraft(pages: number): string {
  const lines = ['卧龙区农贸市场管理办法（试行）', ''];
  const target = pages * charactersOfPage;
  let length = 0;
  const add = (line: string): void => {
    lines.push(line);
    length += line.length;
  };
  for (let article = 1; length < target; article += 1) {
    if (article % 25 === 1) add(`第${formatChineseNumeral((article - 1) / 25 + 1)}章　市场管理`);
    const sentence = (offset: number): string => sentences[(article + offset) % sentences.length] ?? '';
    add(`第${formatChineseNumeral(article)}条　${sentence(0)}${sentence(1)}`);
    if (article % 7 === 0)
      add(`违反本办法第${formatChineseNumeral(article - 3)}条规定的，由区市场监督管理局责令改正。`);
    if (article % 40 === 0) add('根据《中华人民共和国城市规划法》和本办法第九千九百条的规定，制定实施细则。');
    if (article % 5 === 0) {
      add('市场开办者应当具备下列条件：');
      for (const [index, item] of ['有固定的经营场所', '有必要的检测设备', '有健全的管理制度'].entries()) {
        add(`（${formatChineseNumeral(index + 1)}）${item}；`);
      }
    }
    add(sentence(2));
  }
  return `${lines.join('\n')}\n`;
}
