/** The role of the text under review itself; every other role is that of a material beside it. */
export const draftRole = '草案';

/**
 * Words of a file name and the role they stand for, the more telling first: 《…（草案）》起草说明 is the explanation and
 * not the draft, 送审稿 is the draft and 送审函 the covering letter.
 */
const roles: readonly (readonly [RegExp, string])[] = [
  [/起草(?:情况)?(?:的)?说明|(?:编制|制定|修订)(?:情况)?(?:的)?说明/u, '起草说明'],
  // A draft may regulate what a material is about: 政府采购管理办法（送审稿）.
  [/(?:草案|送审稿|征求意见稿|讨论稿|审议稿|修订稿|代拟稿|报审稿)[）)\]】]?[\s\d.v-]{0,12}$/iu, draftRole],
  [/公平竞争/u, '公平竞争审查表'],
  [/征求[^稿]{0,8}意见(?!稿)|意见(?:采纳|反馈|征集|汇总)|采纳情况/u, '征求意见情况'],
  [/会签|协商意见|部门[^。]{0,4}意见/u, '部门会签意见'],
  [/风险评估|稳定风险|稳评/u, '风险评估报告'],
  [/专家[^。]{0,4}(?:论证|意见|评审)/u, '专家论证意见'],
  [/听证/u, '听证记录'],
  [/法律顾问|律师[^。]{0,4}意见|法律意见书/u, '法律顾问意见'],
  [/送审(?:函|报告)|请示|提请[^。]{0,30}函|报送[^。]{0,30}函|审查的函|审核的函/u, '送审函'],
  [/合法性审[核查]|法制审核|法制机构[^。]{0,6}意见/u, '单位法制机构审核意见'],
  [/集体讨论|集体研究/u, '单位集体讨论记录'],
  [/纪要|会议记录/u, '纪要'],
  [/(?:协议|合同)[^。]{0,8}说明/u, '协议说明'],
  [/原(?:协议|合同)|既往(?:协议|合同)/u, '既往合同'],
  [/阅批|批示/u, '分管副区长阅批单'],
  [/保密审查|公开属性/u, '保密审查和公开属性材料'],
  [/立项|批复|批文|招标|中标|采购|预算/u, '项目批准文件'],
  [/执照|资信|授权委托|信用报告|涉诉/u, '相对方资料'],
  [/依据|上位法|对照表|^中华人民共和国.{1,30}(?:法|条例)/u, '依据'],
  [/草案|送审稿|征求意见稿/u, draftRole],
];

/** Guesses from its name what a file is within a submission; empty where the name says nothing. A person may correct it. */
export function guessRole(name: string): string {
  const base = name.replace(/^.*[/\\]/u, '').replace(/\.[A-Za-z0-9]{1,5}$/u, '');
  return roles.find(([pattern]) => pattern.test(base))?.[1] ?? '';
}

/**
 * {@link guessRole} over a whole submission: where no name says draft, the first file whose name says nothing is it, an
 * editable document before others and a .docx before all.
 * @returns one role a file, in the same order
 */
export function guessRoles(files: readonly { readonly name: string; readonly format: string }[]): readonly string[] {
  const guessed = files.map((file) => guessRole(file.name));
  if (guessed.includes(draftRole)) return guessed;
  const isOpen = (index: number) => guessed[index] === '';
  const firstOpen = (formats: readonly string[]) =>
    files.findIndex((file, index) => isOpen(index) && formats.includes(file.format));
  const candidates = [firstOpen(['docx']), firstOpen(['doc', 'rtf', 'odt']), guessed.indexOf('')];
  const draft = candidates.find((index) => index !== -1);
  return guessed.map((role, index) => (index === draft ? draftRole : role));
}
