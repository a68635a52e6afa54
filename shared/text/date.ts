import { parseChineseNumeral } from './chinese-numeral.ts';

/** A date found in a text. `iso` is null where the calendar has no such day. */
export interface FoundDate {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly iso: string | null;
  /** 0 = Sunday; null where no weekday follows. */
  readonly statedWeekday: number | null;
}

const pattern =
  /(?<![0-9〇○零一二三四五六七八九十])([0-9]{4}|[一二三四五六七八九〇○零]{4})\s?年\s?([0-9]{1,2}|[一二三四五六七八九十]{1,3})\s?月\s?([0-9]{1,2}|[一二三四五六七八九十]{1,3})\s?日(?:\s?[（(]?(?:星期|周)([一二三四五六日天])[）)]?)?/gu;
const weekdays = '日一二三四五六';

/** YYYY-MM-DD of a day; null where the Gregorian calendar has no such day. */
export function isoDateOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

/** Day of the week of an ISO date, 0 = Sunday. */
export function weekdayOf(iso: string): number {
  return new Date(`${iso}T00:00:00Z`).getUTCDay();
}

/** Name of a weekday, e.g. 星期三. */
export function weekdayName(weekday: number): string {
  return `星期${weekdays.charAt(weekday)}`;
}

/** 2026年3月2日 of an ISO date, without leading zeros as GB/T 9704 wants it. */
export function chineseDate(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
}

/** Every full date in a text, in Arabic or Chinese figures, in order. */
export function findDates(text: string): readonly FoundDate[] {
  const found: FoundDate[] = [];
  for (const match of text.matchAll(pattern)) {
    const year = parseChineseNumeral(match[1] ?? '');
    const month = parseChineseNumeral(match[2] ?? '');
    const day = parseChineseNumeral(match[3] ?? '');
    if (year === null || month === null || day === null) continue;
    const stated = match[4];
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      text: match[0],
      year,
      month,
      day,
      iso: isoDateOf(year, month, day),
      statedWeekday: stated === undefined ? null : stated === '天' ? 0 : weekdays.indexOf(stated),
    });
  }
  return found;
}

/** A date without its year, or without its day. */
export interface FoundPartialDate {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly year: number | null;
  readonly month: number;
  readonly day: number | null;
  /** Whether the calendar has such a day or month; 29 February counts where no year is named. */
  readonly isPossible: boolean;
}

const partial =
  /(?<![0-9〇○零一二三四五六七八九十]|[0-9〇○零一二三四五六七八九]\s?年\s?)(?:(?:([0-9]{4}|[一二三四五六七八九〇○零]{4})\s?年\s?)?([0-9]{1,2}|[一二三四五六七八九十]{1,3})\s?月(?!\s?[0-9一二三四五六七八九十]{1,3}\s?日)|([0-9]{1,2}|[一二三四五六七八九十]{1,3})\s?月\s?([0-9]{1,2}|[一二三四五六七八九十]{1,3})\s?日)/gu;

/** Every 2月30日 without a year and every 2026年13月 without a day, in order; a bare month (5月) is none. */
export function findPartialDates(text: string): readonly FoundPartialDate[] {
  return [...text.matchAll(partial)].flatMap((match): readonly FoundPartialDate[] => {
    const year = match[1] === undefined ? null : parseChineseNumeral(match[1]);
    const month = parseChineseNumeral(match[2] ?? match[3] ?? '');
    const day = match[4] === undefined ? null : parseChineseNumeral(match[4]);
    if (month === null || (year === null && day === null)) return [];
    const isPossible = isoDateOf(2024, month, day ?? 1) !== null;
    return [{ start: match.index, end: match.index + match[0].length, text: match[0], year, month, day, isPossible }];
  });
}
