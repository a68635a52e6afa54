import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadRulePacks } from '../../../electron/services/rules/load-rule-packs.ts';
import { documentTypes } from '../../../shared/check/finding.ts';
import { composeOpinion, type OpinionInput } from '../../../shared/opinion/compose-opinion.ts';
import { composeReport } from '../../../shared/opinion/compose-report.ts';
import { decisionsSchema } from '../../../shared/opinion/decisions.ts';
import { conclusionsFor } from '../../../shared/opinion/gate.ts';
import type { OpinionDocument } from '../../../shared/opinion/opinion.ts';
import type { ReviewRecord } from '../../../shared/opinion/record.ts';
import { wordingSchema } from '../../../shared/opinion/wording.ts';
import { checklistFor } from '../../../shared/rules/checklist.ts';
import { law } from '../../support/law.ts';
import { resources } from '../../support/resources.ts';

const wording = wordingSchema.parse(JSON.parse(readFileSync(join(resources, 'opinion', 'wording.json'), 'utf8')));
const loaded = await loadRulePacks({ resources });
const packs = loaded.map(({ pack }) => pack);

/** What an opinion is written from, for one conclusion. */
function input(type: (typeof documentTypes)[number], decisions: object): OpinionInput {
  const record: ReviewRecord = {
    schema: 'review-record/1',
    case: '20260410-090000-0001',
    claimedTime: '2026-04-10T09:00:00.000Z',
    application: { name: '法审台', version: '0.1.0' },
    type,
    asOf: '2026-04-10',
    files: [],
    draft: {
      name: '送审材料/办法（送审稿）.docx',
      sha256: 'a'.repeat(64),
      textSha256: 'b'.repeat(64),
      title: '某某管理办法',
      format: 'docx',
      characters: 100,
      articles: 7,
    },
    findings: [],
    decisions: decisionsSchema.parse({ reviewer: { name: '李某', role: '承办人' }, ...decisions }),
    lawPack: { version: law.version, sha256: law.sha256 },
    rulePacks: [],
  };
  return { record, wording, packs, law, items: checklistFor(loaded, type), places: ['第五条'], date: '2026-04-16' };
}

/** All words of a document. */
function words(document: OpinionDocument): string {
  return JSON.stringify(document.blocks);
}

describe('composeOpinion', () => {
  it.each(documentTypes.flatMap((type) => conclusionsFor(type).map((conclusion) => [type, conclusion] as const)))(
    'has words for %s with the conclusion %s',
    (type, conclusion) => {
      const document = composeOpinion(input(type, { conclusion }));
      const sentence = wording.types[type].conclusions[conclusion]?.sentence ?? '';
      expect(sentence).not.toBe('');
      expect(words(document)).toContain(sentence);
    },
  );

  it('says 合法 of a draft only where the person concluded so', () => {
    const lawful = /送审稿合法|草案合法/u;
    expect(words(composeOpinion(input('normative', { conclusion: 'lawful' })))).toMatch(lawful);
    for (const conclusion of conclusionsFor('normative').filter((candidate) => candidate !== 'lawful')) {
      expect(words(composeOpinion(input('normative', { conclusion })))).not.toMatch(lawful);
    }
  });

  it('names the rule pack and what is wrong with it, and never calls it in force', () => {
    const text = words(composeOpinion(input('normative', { conclusion: 'lawful' })));
    for (const pack of packs) {
      expect(text).toContain(pack.version);
      expect(text).toContain(pack.notice ?? '无');
      expect(text).toContain(`参照《${pack.citeAs}》`);
      expect(text).not.toContain(`依《${pack.citeAs}》`);
    }
  });

  it('names the draft by its hash and each issue by place, words, basis and weight', () => {
    const issues = [
      {
        quote: '应当取得准入证',
        problem: '设定行政许可',
        basis: [
          { source: '中华人民共和国行政许可法', article: '第十七条' },
          { source: '某区从未有过的规定', article: '第一条' },
        ],
        must: true,
      },
    ];
    const document = composeOpinion(input('normative', { conclusion: 'modify', issues }));
    expect(words(document)).toContain('a'.repeat(64));
    const table = document.blocks.find((block) => block.kind === 'table');
    expect(table?.rows).toEqual([
      [
        '1',
        '第五条',
        '应当取得准入证',
        '设定行政许可',
        '《行政许可法》第十七条；《某区从未有过的规定》第一条（待核）',
        '—',
        '必改',
      ],
    ]);
    expect(table?.columns.reduce((sum, column) => sum + column.width, 0)).toBe(28);
  });

  it('ends with the organ over the date, without leading zeros', () => {
    expect(composeOpinion(input('agreement', { conclusion: 'may-sign' })).blocks.at(-1)).toEqual({
      kind: 'signature',
      organ: wording.organ,
      date: '2026年4月16日',
    });
  });
});

describe('composeReport', () => {
  it('has no conclusion and no signature', () => {
    const report = composeReport({
      title: '某某管理办法',
      fileName: '办法.docx',
      sha256: 'a'.repeat(64),
      articles: 7,
      findings: [],
      places: [],
      checksRun: 17,
      skipped: [
        { check: 'C02', title: '相对方', reason: '不适用于本类文件' },
        { check: 'N05', title: '设定行政强制', reason: '本版尚未提供' },
        { check: 'N06', title: '设定收费', reason: '本版尚未提供' },
      ],
      questions: ['是否在法定权限内？'],
      notices: [],
      lawPackVersion: law.version,
      wording,
      date: '2026-04-16',
    });
    const text = words(report);
    expect(report.blocks.some((block) => block.kind === 'signature')).toBe(false);
    for (const type of documentTypes) {
      for (const conclusion of Object.values(wording.types[type].conclusions))
        expect(text).not.toContain(conclusion.sentence);
    }
    expect(text).toContain('是否在法定权限内？');
    expect(text).toContain('（本版尚未提供）：N05设定行政强制、N06设定收费。');
    expect(text).not.toContain('C02');
  });
});
