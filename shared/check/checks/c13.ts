import { sentencesOf } from '../../document/sentences.ts';
import type { Mismatch } from '../arithmetic/mismatch.ts';
import { shareMismatches } from '../arithmetic/payment-shares.ts';
import { itemMismatches, sentenceMismatches } from '../arithmetic/prose-mismatches.ts';
import { tableMismatches } from '../arithmetic/table-mismatches.ts';
import { findTables } from '../arithmetic/tables.ts';
import { defineCheck } from '../check.ts';

/** C13: sums, products and shares of an agreement's amounts add up. Capitals against figures are L07's. */
export const c13 = defineCheck<Mismatch['kind']>({
  meta: {
    id: 'C13',
    title: '金额与算术',
    appliesTo: ['agreement'],
    severity: 'major',
    certainty: 'A',
    basis: [],
    messages: {
      sum: '合计写为“{stated}”，各分项之和为{computed}。',
      parts: '总额写为“{stated}”，所列各项之和为{computed}。',
      product: '金额写为“{stated}”，按单价乘以数量应为{computed}。',
      share: '金额写为“{stated}”，按所写比例计算应为{computed}。',
      shares: '各期付款比例之和为{computed}，不是{stated}。',
    },
    falseAlarms: ['暂定价、含税与不含税两种口径', '“其中”只列出一部分', '各行四舍五入造成的尾差', '另有条款约定余款'],
  },
  run: (document, { structure }) => {
    const prose = sentencesOf(document).filter(({ block }) => document.blocks[block]?.kind !== 'table-row');
    const found = [
      ...findTables(document).flatMap(tableMismatches),
      ...prose.flatMap((sentence) => sentenceMismatches(document, structure, sentence)),
      ...structure.articles.flatMap(({ paragraphs }) =>
        paragraphs.flatMap((paragraph) => itemMismatches(document, structure, paragraph)),
      ),
      ...shareMismatches(document, structure),
    ];
    return found.map(({ kind, start, end, stated, computed, isSure }) => ({
      messageId: kind,
      start,
      end,
      data: { stated, computed },
      ...(isSure ? {} : { certainty: 'B' as const }),
    }));
  },
});
