/**
 * A PDF date (ISO 32000-1 §7.9.4) from an RFC 3339 time with offset, to the second; null where it is not such a time.
 */
export function toPdfDate(time: string): string | null {
  const parts = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d+)?(Z|[+-]\d\d:\d\d)$/u.exec(time);
  if (!parts || Number.isNaN(Date.parse(time))) return null;
  const [, year, month, day, hour, minute, second, offset = 'Z'] = parts;
  const zone = offset === 'Z' ? 'Z' : `${offset.slice(0, 3)}'${offset.slice(4)}'`;
  return `D:${[year, month, day, hour, minute, second].join('')}${zone}`;
}

/** The counterpart of {@link toPdfDate}: RFC 3339 from a full PDF date; null where it is not one or names no zone. */
export function fromPdfDate(date: string): string | null {
  const parts = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:(Z)(?:00'00'?)?|([+-]\d\d)'(\d\d)'?)$/u.exec(date);
  if (!parts) return null;
  const [, year, month, day, hour, minute, second, utc, hours, minutes] = parts;
  const time = `${[year, month, day].join('-')}T${[hour, minute, second].join(':')}`;
  const full = utc ? `${time}Z` : `${time}${[hours, minutes].join(':')}`;
  return Number.isNaN(Date.parse(full)) ? null : full;
}
