import { asciiDigits } from './chinese-numeral.ts';

/** An amount of money found in a text; `fen` is exact. */
export interface FoundAmount {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Value in fen (0.01 yuan). */
  readonly fen: number;
  readonly form: 'figures' | 'capitals';
}

const capitalDigits = '零壹贰叁肆伍陆柒捌玖';
const capitalUnits: Readonly<Record<string, number>> = { 拾: 10, 佰: 100, 仟: 1000 };
const capitals =
  /[壹贰叁肆伍陆柒捌玖拾][零壹贰叁肆伍陆柒捌玖拾佰仟萬万亿]{0,30}(?:[元圆](?:[零壹贰叁肆伍陆柒捌玖角分]{1,8})?[整正]?|[整正])/gu;
const figures =
  /([¥￥]\s?|(?:人民币|RMB|小写[）)]?)[:：]?\s?)?((?:[0-9]{1,3}(?:[,，][0-9]{3}){1,5}|[0-9]{1,15})(?:\.[0-9]{1,6})?)\s?(万亿|亿|千万|百万|万|千)?(元)?/gu;
const scales: Readonly<Record<string, number>> = {
  万亿: 1e12,
  亿: 1e8,
  千万: 1e7,
  百万: 1e6,
  万: 1e4,
  千: 1e3,
};

/** A whole number below 10000 in capitals; null where it is none. */
function parseGroup(text: string): number | null {
  let total = 0;
  let pending: number | null = null;
  for (const character of text) {
    const digit = capitalDigits.indexOf(character);
    const unit = capitalUnits[character];
    if (digit >= 0) {
      if (pending !== null && pending !== 0) return null;
      pending = digit;
    } else if (unit !== undefined) {
      total += (pending === null || pending === 0 ? 1 : pending) * unit;
      pending = null;
    } else {
      return null;
    }
  }
  return total + (pending ?? 0);
}

/**
 * The value of an amount in financial capitals, e.g. 叁佰贰拾万元整, 壹仟零伍元叁角贰分.
 * @returns fen; null where the text is no such amount
 */
export function parseCapitalAmount(text: string): number | null {
  const match = /^([^元圆整正]+)(?:[元圆](?:(.)角)?零?(?:(.)分)?[整正]?|[整正])$/u.exec(text.replace(/萬/gu, '万'));
  if (!match?.[1]) return null;
  let yuan = 0;
  let rest = match[1];
  for (const [name, scale] of [
    ['亿', 1e8],
    ['万', 1e4],
  ] as const) {
    const at = rest.indexOf(name);
    if (at < 0) continue;
    const group = parseGroup(rest.slice(0, at));
    if (group === null) return null;
    yuan += group * scale;
    rest = rest.slice(at + 1);
  }
  const last = parseGroup(rest);
  if (last === null) return null;
  const jiao = match[2] === undefined ? 0 : capitalDigits.indexOf(match[2]);
  const fen = match[3] === undefined ? 0 : capitalDigits.indexOf(match[3]);
  if (jiao < 0 || fen < 0) return null;
  return (yuan + last) * 100 + jiao * 10 + fen;
}

/**
 * The value of a decimal figure times a scale, exact to the fen.
 * @returns fen; null where it is finer than a fen or too large to be exact
 */
function figureToFen(figure: string, scale: number): number | null {
  const plain = asciiDigits(figure).replace(/[,，]/gu, '');
  const [whole = '0', fraction = ''] = plain.split('.');
  const digits = BigInt(whole + fraction) * BigInt(scale) * 100n;
  const divisor = 10n ** BigInt(fraction.length);
  if (digits % divisor !== 0n) return null;
  const fen = digits / divisor;
  return fen <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(fen) : null;
}

/** Every amount of money in a text, in figures (marked by ¥, 人民币, 小写 or 元) or capitals, in order of start. */
export function findAmounts(text: string): readonly FoundAmount[] {
  const found: FoundAmount[] = [];
  for (const match of text.matchAll(capitals)) {
    const fen = parseCapitalAmount(match[0]);
    if (fen !== null) {
      found.push({ start: match.index, end: match.index + match[0].length, text: match[0], fen, form: 'capitals' });
    }
  }
  for (const match of text.matchAll(figures)) {
    if (match[1] === undefined && match[4] === undefined) continue;
    const scale = match[3] === undefined ? 1 : (scales[match[3]] ?? 1);
    const fen = figureToFen(match[2] ?? '', scale);
    if (fen !== null) {
      found.push({
        start: match.index,
        end: match.index + match[0].length,
        text: match[0].trimEnd(),
        fen,
        form: 'figures',
      });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** An amount as people read it: 3,200,000.00元. */
export function formatYuan(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const whole = Math.floor(Math.abs(fen) / 100).toString();
  const cents = (Math.abs(fen) % 100).toString().padStart(2, '0');
  return `${sign}${whole.replace(/\B(?=(?:[0-9]{3})+$)/gu, ',')}.${cents}元`;
}
