import { contract, type CallId } from '../../shared/contract/contract.ts';
import { z } from '../../shared/contract/schema.ts';

/** A random number from 0 up to 1. */
export type Random = () => number;

/** What stands in for values that must name something. */
export interface FuzzPools {
  readonly paths: readonly string[];
  readonly cases: readonly string[];
  readonly hashes: readonly string[];
  /** Strings that often go wrong. */
  readonly strings: readonly string[];
}

type JsonSchema = Readonly<Record<string, unknown>>;

/** Names of fields that hold a path. */
const pathFields = /^(?:path|paths|into|out|p12|draft|decisions|store)$/u;

/** Makes inputs for any call out of the contract itself: valid ones, damaged ones, and anything at all. */
export class FuzzInputs {
  readonly #random: Random;
  readonly #pools: FuzzPools;
  readonly #schemas = new Map<CallId, JsonSchema>();

  constructor(random: Random, pools: FuzzPools) {
    this.#random = random;
    this.#pools = pools;
  }

  /** One of a list. */
  pick<T>(list: readonly T[]): T {
    const found = list[Math.floor(this.#random() * list.length)];
    if (found === undefined) throw new Error('an empty list');
    return found;
  }

  /** An input that the schema of the call should take. */
  valid(id: CallId): unknown {
    const known = this.#schemas.get(id);
    const schema = known ?? z.toJSONSchema(contract[id].input, { io: 'input', unrepresentable: 'any' });
    this.#schemas.set(id, schema);
    return this.#value(schema, '');
  }

  /** Any JSON value. */
  anything(depth = 0): unknown {
    const kinds = ['string', 'number', 'boolean', 'null', ...(depth < 4 ? ['array', 'object'] : [])];
    switch (this.pick(kinds)) {
      case 'string':
        return this.pick([...this.#pools.strings, ...this.#pools.cases, ...this.#pools.paths]);
      case 'number':
        return this.pick([0, -1, 1, 2 ** 53, -(2 ** 31), 0.5, 1e308, 1000, 1001]);
      case 'boolean':
        return this.#random() < 0.5;
      case 'array':
        return Array.from({ length: Math.floor(this.#random() * 4) }, () => this.anything(depth + 1));
      case 'object':
        return Object.fromEntries(
          Array.from({ length: Math.floor(this.#random() * 4) }, () => [
            this.pick(['case', 'edit', 'kind', 'path', 'paths', '__proto__', 'constructor', 'into', 'x', '']),
            this.anything(depth + 1),
          ]),
        );
      default:
        return null;
    }
  }

  /** A value with one part of it taken away, replaced or repeated. */
  damaged(value: unknown): unknown {
    if (this.#random() < 0.15 || value === null || typeof value !== 'object') return this.anything();
    if (Array.isArray(value)) {
      const list: readonly unknown[] = value;
      const at = Math.floor(this.#random() * (list.length + 1));
      return this.#random() < 0.3
        ? [...list, ...list, this.anything()]
        : list.map((entry, index) => (index === at ? this.damaged(entry) : entry));
    }
    const entries = Object.entries(value);
    const at = Math.floor(this.#random() * entries.length);
    if (this.#random() < 0.2) return Object.fromEntries(entries.filter((_entry, index) => index !== at));
    return Object.fromEntries(
      entries.map(([key, entry], index): [string, unknown] => [key, index === at ? this.damaged(entry) : entry]),
    );
  }

  #value(schema: JsonSchema, name: string): unknown {
    const either = (schema['oneOf'] ?? schema['anyOf']) as readonly JsonSchema[] | undefined;
    if (either) return this.#value(this.pick(either), name);
    const choices = schema['enum'] as readonly unknown[] | undefined;
    if (choices) return this.pick(choices);
    if ('const' in schema) return schema['const'];
    switch (schema['type']) {
      case 'object':
        return this.#object(schema);
      case 'array': {
        const items = (schema['items'] ?? {}) as JsonSchema;
        const least = Number(schema['minItems'] ?? 0);
        return Array.from({ length: least + Math.floor(this.#random() * 3) }, () => this.#value(items, name));
      }
      case 'string':
        return this.#string(schema, name);
      case 'integer':
      case 'number': {
        const least = Math.max(Number(schema['minimum'] ?? 0), -1000);
        const most = Math.min(Number(schema['maximum'] ?? 1000), 1000);
        return Math.floor(least + this.#random() * (most - least + 1));
      }
      case 'boolean':
        return this.#random() < 0.5;
      case 'null':
        return null;
      default:
        return this.anything();
    }
  }

  #object(schema: JsonSchema): unknown {
    const properties = (schema['properties'] ?? {}) as Readonly<Record<string, JsonSchema>>;
    const required = (schema['required'] ?? []) as readonly string[];
    const given = Object.entries(properties).filter(([key]) => required.includes(key) || this.#random() < 0.5);
    const extra = schema['additionalProperties'];
    const more =
      typeof extra === 'object' && extra !== null && this.#random() < 0.5
        ? [[this.pick(this.#pools.strings).slice(0, 20), this.#value(extra as JsonSchema, '')] as const]
        : [];
    return Object.fromEntries([...given.map(([key, part]) => [key, this.#value(part, key)] as const), ...more]);
  }

  #string(schema: JsonSchema, name: string): string {
    const pattern = typeof schema['pattern'] === 'string' ? schema['pattern'] : '';
    if (pathFields.test(name) && pattern === '') return this.pick(this.#pools.paths);
    if (schema['format'] === 'date') return this.pick(['2026-04-10', '2019-01-01', '2026-12-31']);
    if (pattern.includes('{64}')) return this.pick(this.#pools.hashes);
    if (pattern.includes('{8}-')) return this.pick(this.#pools.cases);
    if (pattern !== '') return this.pick(['cases', 'desk', 'L01', 'i1', 'i2', 'issue-3']);
    const least = Number(schema['minLength'] ?? 0);
    return this.pick(this.#pools.strings)
      .padEnd(least, '甲')
      .slice(0, Number(schema['maxLength'] ?? 1000));
  }
}
