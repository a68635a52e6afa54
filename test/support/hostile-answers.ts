import type { CallId } from '../../shared/contract/contract.ts';
import { contract } from '../../shared/contract/contract.ts';
import { z } from '../../shared/contract/schema.ts';

/** Gives the words for one place of an answer; a field is `<call>.<path>`, with `[]` for a list and `{}` for a record. */
export type Fill = (field: string, place: Place) => string;

/** Where in its lists a field stands. */
export interface Place {
  /** Whether every list that leads here is at its first entry. */
  readonly isFirst: boolean;
  /** How many places of the field were filled before this one. */
  readonly nth: number;
}

/** What is rewritten, and what stays as the services said it. */
export interface Rewriting {
  readonly fill: Fill;
  /** Fields that hold ids, offsets or names of choices, by which the window finds its way. */
  readonly isKept: (field: string) => boolean;
  /** Fields that stay empty where they are empty, because being filled means something else. */
  readonly staysEmpty: (field: string) => boolean;
}

/**
 * Puts other words into every string of an answer that may hold any words; where a list is empty or a word is missing,
 * one is made. Ids, days and hashes have a form of their own and stay.
 */
export function rewriteAnswer(id: CallId, value: unknown, rewriting: Rewriting): unknown {
  const counts = new Map<string, number>();

  const put = (field: string, isFirst: boolean): string => {
    const nth = counts.get(field) ?? 0;
    counts.set(field, nth + 1);
    return rewriting.fill(field, { isFirst, nth });
  };
  const rewrite = (schema: z.ZodType, given: unknown, field: string, isFirst: boolean): unknown => {
    if (rewriting.isKept(field)) return given;
    if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
      const inner = innerOf(schema);
      const isMissing = given === null || given === undefined;
      if (isMissing && (!isWords(inner) || rewriting.staysEmpty(field))) return given;
      return rewrite(inner, isMissing ? '' : given, field, isFirst);
    }
    if (isWords(schema)) return put(field, isFirst);
    if (schema instanceof z.ZodArray && Array.isArray(given)) {
      const element = elementOf(schema);
      const entries: readonly unknown[] =
        given.length === 0 && !rewriting.staysEmpty(field) ? [exampleOf(element)] : given;
      return entries.map((entry, index) => rewrite(element, entry, `${field}[]`, isFirst && index === 0));
    }
    if (typeof given !== 'object' || given === null || given instanceof Uint8Array) return given;
    if (schema instanceof z.ZodRecord) {
      const inner = valueOf(schema);
      const entries = Object.entries(given).map(([key, entry], index): readonly [string, unknown] => [
        key,
        rewrite(inner, entry, `${field}{}`, isFirst && index === 0),
      ]);
      return Object.fromEntries(entries);
    }
    if (!(schema instanceof z.ZodObject)) return given;
    const parts = partsOf(schema);
    const entries = Object.entries(given).map(([key, entry]): readonly [string, unknown] => {
      const part = parts[key];
      return [key, part === undefined ? entry : rewrite(part, entry, `${field}.${key}`, isFirst)];
    });
    return Object.fromEntries(entries);
  };
  return rewrite(contract[id].output, value, id, true);
}

/** Every field of a call's answer that may hold any words. */
export function wordFieldsOf(id: CallId): readonly string[] {
  const walk = (schema: z.ZodType, field: string): readonly string[] => {
    if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
      return walk(innerOf(schema), field);
    }
    if (isWords(schema)) return [field];
    if (schema instanceof z.ZodArray) return walk(elementOf(schema), `${field}[]`);
    if (schema instanceof z.ZodRecord) return walk(valueOf(schema), `${field}{}`);
    if (!(schema instanceof z.ZodObject)) return [];
    return Object.entries(partsOf(schema)).flatMap(([key, part]) => walk(part, `${field}.${key}`));
  };
  return walk(contract[id].output, id);
}

/** The smallest answer that a schema allows, with one entry in each list. */
function exampleOf(schema: z.ZodType): unknown {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return exampleOf(innerOf(schema));
  }
  if (schema instanceof z.ZodArray) return [exampleOf(elementOf(schema))];
  if (schema instanceof z.ZodRecord) return {};
  if (schema instanceof z.ZodEnum) return schema.options[0];
  if (schema instanceof z.ZodLiteral) return [...schema.values][0];
  if (schema instanceof z.ZodObject) {
    return Object.fromEntries(Object.entries(partsOf(schema)).map(([key, part]) => [key, exampleOf(part)]));
  }
  const candidates: readonly unknown[] = ['x', 1, true, '2026-01-01', '2026-01-01T00:00:00Z', 'a'.repeat(64)];
  return candidates.find((candidate) => schema.safeParse(candidate).success) ?? null;
}

/** Whether a schema takes any words: ids, days and hashes do not. */
function isWords(schema: z.ZodType): boolean {
  return schema instanceof z.ZodString && schema.safeParse('<b>甲').success;
}

// The library types what schemas are made of by its inner core; whatever our contract holds was made by the same `z`.
function innerOf(schema: z.ZodNullable | z.ZodOptional | z.ZodDefault): z.ZodType {
  return schema.unwrap() as z.ZodType;
}
function elementOf(schema: z.ZodArray): z.ZodType {
  return schema.element as z.ZodType;
}
function valueOf(schema: z.ZodRecord): z.ZodType {
  return schema.valueType as z.ZodType;
}
function partsOf(schema: z.ZodObject): Readonly<Record<string, z.ZodType>> {
  return schema.shape;
}
