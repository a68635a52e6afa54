import { rolePattern } from '../document/signature-lines.ts';

/** Whose act a sentence of an agreement states. */
export type Side = 'government' | 'other' | 'unknown';

/** How far back a party may be named, in characters. */
const reach = 300;

/** A mention of a party before the words of interest. */
interface Mention {
  readonly start: number;
  readonly end: number;
  readonly side: Side;
}

const mention = new RegExp(
  `(${rolePattern})|(双方|各方|甲乙)|((?:区|市|县)?(?:人民)?政府(?!采购|投资|定价|指导价|工程)|[区市县]财政|财政部门|财政局)|(项目公司|社会资本方?|投资人|平台公司|实施主体|运营公司|供应商|施工方|承建方)`,
  'gu',
);
/** 为乙方, 对乙方的……: the party for whom, not the one who acts. 承诺乙方年收益 embeds the one who gains. */
const receives = /(?:为|向|对|给|替|与|同|就|以|按照?|因|承诺|保证|确保|支持|协助|归|和|、)(?:了)?$/u;
const owns = /^的/u;

/**
 * Whose act the words at `at` state, by the nearest party before them that acts: neither the one for whom something is
 * done nor one whose thing is named.
 * @param text the sentence with what leads up to it
 * @param government roles that are organs of government
 */
export function whoActs(text: string, at: number, government: ReadonlySet<string>): Side {
  const from = Math.max(0, at - reach);
  const mentions = [...text.slice(from, at).matchAll(mention)].map((match): Mention => {
    const role = match[1]?.replace(/\s/gu, '');
    const side: Side =
      role !== undefined
        ? government.has(role)
          ? 'government'
          : 'other'
        : match[3] !== undefined
          ? 'government'
          : match[4] !== undefined
            ? 'other'
            : 'unknown';
    return { start: from + match.index, end: from + match.index + match[0].length, side };
  });
  const acting = mentions.findLast(
    ({ start, end }) => !receives.test(text.slice(Math.max(0, start - 4), start)) && !owns.test(text.charAt(end)),
  );
  return acting?.side ?? captionSide(text, government);
}

const caption = new RegExp(`^(${rolePattern})的?(?:权利|义务|责任|承诺|职责|保证)`, 'u');

/** Whose duties an article lists by its heading: 甲方的权利和义务. */
function captionSide(text: string, government: ReadonlySet<string>): Side {
  const role = caption.exec(text)?.[1]?.replace(/\s/gu, '');
  if (role === undefined) return 'unknown';
  return government.has(role) ? 'government' : 'other';
}
