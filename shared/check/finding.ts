/** Document types that are reviewed; the names are fixed by the command's public JSON. */
export const documentTypes = ['normative', 'agreement', 'decision'] as const;
/** One of {@link documentTypes}: 规范性文件, 政府协议, 重大决策. */
export type DocumentType = (typeof documentTypes)[number];

/** Severities, gravest first: 阻断, 重大, 一般, 提示. */
export const severities = ['blocking', 'major', 'minor', 'hint'] as const;
/** One of {@link severities}. */
export type Severity = (typeof severities)[number];

/** A is reported as fact, B must be judged by a person, C needs material outside the text. */
export const certainties = ['A', 'B', 'C'] as const;
/** One of {@link certainties}. */
export type Certainty = (typeof certainties)[number];

/** A legal basis: where a claim comes from. `confirmed` is false for what nobody has checked against the source yet. */
export interface Basis {
  /** Name without 《》 and without 中华人民共和国, e.g. 行政许可法. */
  readonly source: string;
  /** e.g. 第十七条, 第三十五条第四款; empty for an instrument cited as a whole. */
  readonly article: string;
  readonly confirmed: boolean;
}

/** One thing a check found, as shown to people and given to programs. Offsets are into the document's text. */
export interface Finding {
  readonly check: string;
  readonly title: string;
  readonly severity: Severity;
  readonly certainty: Certainty;
  /** Chinese sentence that says what is wrong here. */
  readonly message: string;
  /** The document's text between start and end; empty for something missing from the whole. */
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  /** Number of the 条 in which the finding starts; null outside every 条. */
  readonly article: number | null;
  /** e.g. 第十一条第一款; empty outside every 条. */
  readonly path: string;
  readonly basis: readonly Basis[];
  readonly suggestion: string | null;
}
