import { describe, expect, it } from 'vitest';
import { loadLawPack } from '../../../electron/services/rules/load-law-pack.ts';
import {
  isKnownInstrument,
  type LawIndex,
  lawStatus,
  maxArticle,
  plainLawName,
  revisionsOf,
  type StatuteVersion,
} from '../../../shared/rules/law-index.ts';
import { resources } from '../../support/resources.ts';

const law = await loadLawPack({ resources });

function version(fields: Partial<StatuteVersion>): StatuteVersion {
  return {
    name: '甲法',
    level: '法律',
    scope: '全国',
    promulgated: null,
    effective: null,
    status: '现行',
    maxArticle: null,
    source: '测试',
    ...fields,
  };
}

function lawOf(versions: readonly StatuteVersion[], rest: Partial<LawIndex> = {}): LawIndex {
  return {
    version: '1',
    sha256: '0'.repeat(64),
    snapshot: '2025-04-19',
    limits: [],
    statutes: new Map([['甲法', versions]]),
    repealed: new Map(),
    organs: [],
    others: new Map(),
    revisions: new Map(),
    ...rest,
  };
}

describe('the name a law is looked up by', () => {
  it.each([
    ['中华人民共和国行政许可法', '行政许可法'],
    ['《中华人民共和国行政许可法》', '行政许可法'],
    ['中华人民共和国 城市房地产管理法', '城市房地产管理法'],
    ['企业破产法(试行)', '企业破产法（试行）'],
    ['中华人民共和国行政处罚法（2021年修订）', '行政处罚法'],
    ['公司法（2018修正）', '公司法'],
    ['民事诉讼法(2021年第四次修正)', '民事诉讼法'],
    ['宪法修正案（2018年）', '宪法修正案（2018年）'],
    ['河南省实施〈中华人民共和国土地管理法〉办法', '河南省实施土地管理法办法'],
    ['外国人在中华人民共和国收养子女登记办法', '外国人在中华人民共和国收养子女登记办法'],
    ['最高人民法院关于适用〈中华人民共和国民法典〉有关担保制度的解释', '最高人民法院关于适用民法典有关担保制度的解释'],
  ])('of %s is %s', (printed, plain) => {
    expect(plainLawName(printed)).toBe(plain);
  });

  it('is stable when taken twice, for every name of the pack', () => {
    for (const name of [...law.statutes.keys(), ...law.repealed.keys(), ...law.others.keys()]) {
      expect(plainLawName(name)).toBe(name);
    }
  });
});

describe('the status of a law on a date', () => {
  it.each([
    ['合同法', '2020-06-01', 'in-force'],
    ['合同法', '2020-12-31', 'in-force'],
    ['合同法', '2021-01-01', 'lapsed'],
    ['中华人民共和国合同法', '2026-11-24', 'lapsed'],
    ['《中华人民共和国合同法》', '2026-11-24', 'lapsed'],
    // The names differ by one word; a lookup by substring would answer for the wrong law.
    ['劳动合同法', '2026-11-24', 'in-force'],
    ['政府采购法', '2026-11-24', 'in-force'],
    ['信访条例', '2022-05-01', 'lapsed'],
    ['信访条例', '2022-04-30', 'in-force'],
    ['河南省信访条例', '2026-11-24', 'in-force'],
    ['治安管理处罚条例', '2026-11-24', 'lapsed'],
    ['治安管理处罚法', '2026-11-24', 'in-force'],
    // The snapshot still calls these 现行; the list of repeals is the later knowledge.
    ['增值税暂行条例', '2025-12-31', 'in-force'],
    ['增值税暂行条例', '2026-01-01', 'lapsed'],
    ['学位条例', '2024-12-31', 'in-force'],
    ['学位条例', '2025-01-01', 'lapsed'],
    // Made anew in 2015 under the name of a law repealed in between.
    ['国家安全法', '2026-11-24', 'in-force'],
    ['国家安全法', '2015-06-30', 'unknown'],
    ['民法典', '2021-01-01', 'in-force'],
    ['民法典', '2020-06-01', 'unknown'],
    ['宪法', '2026-11-24', 'in-force'],
    ['公平竞争审查条例', '2026-11-24', 'in-force'],
    ['公平竞争审查条例', '2024-01-01', 'unknown'],
    ['没有这样一部法', '2026-11-24', 'unknown'],
    ['国办发〔2018〕37号', '2026-11-24', 'unknown'],
  ])('%s as of %s is %s', (name, asOf, status) => {
    expect(lawStatus(law, name, asOf)).toBe(status);
  });

  it('is unknown for what awaits confirmation, though it was in force when last observed', () => {
    expect(lawStatus(law, '环境保护法', '2026-11-24')).toBe('unknown');
    expect(lawStatus(law, '环境影响评价法', '2026-11-24')).toBe('unknown');
    expect(lawStatus(law, '清洁生产促进法', '2025-04-20')).toBe('unknown');
    expect(lawStatus(law, '环境保护法', '2025-04-19')).toBe('in-force');
    expect(lawStatus(law, '环境保护法', '2014-12-31')).toBe('unknown');
  });

  it('is never lapsed on the word of an unconfirmed entry', () => {
    const unconfirmed = [...law.repealed.values()].filter((entry) => !entry.confirmed);
    expect(unconfirmed.length).toBeGreaterThan(15);
    for (const entry of unconfirmed) expect(lawStatus(law, entry.name, '2026-11-24'), entry.name).toBe('unknown');
  });

  it('is lapsed from the very day, for every confirmed entry', () => {
    const confirmed = [...law.repealed.values()].filter((entry) => entry.confirmed);
    expect(confirmed.length).toBeGreaterThan(75);
    for (const entry of confirmed) {
      const ceased = entry.ceased ?? '';
      const dayBefore = new Date(Date.parse(ceased) - 86_400_000).toISOString().slice(0, 10);
      expect(lawStatus(law, entry.name, ceased), entry.name).toBe('lapsed');
      expect(lawStatus(law, entry.name, dayBefore), entry.name).toBe('in-force');
    }
  });

  it('stays in force through a revision, whichever version applied', () => {
    expect(lawStatus(law, '公司法', '2020-01-01')).toBe('in-force');
    expect(lawStatus(law, '公司法', '2024-03-01')).toBe('in-force');
    expect(lawStatus(law, '公司法', '2026-11-24')).toBe('in-force');
    expect(lawStatus(law, '公司法', '2010-01-01')).toBe('unknown');
  });

  it('is unknown between promulgation and a day by which every law of the pack had taken effect', () => {
    const dateless = lawOf([version({ promulgated: '2024-12-25' })]);
    expect(lawStatus(dateless, '甲法', '2024-12-24')).toBe('unknown');
    expect(lawStatus(dateless, '甲法', '2025-12-31')).toBe('unknown');
    expect(lawStatus(dateless, '甲法', '2026-02-01')).toBe('in-force');
  });

  it('waits long enough for every dated version of the pack but the two Basic Laws', () => {
    const days = [...law.statutes.values()]
      .flat()
      .filter((entry) => entry.promulgated !== null && entry.effective !== null && !entry.name.includes('基本法'))
      .map((entry) => (Date.parse(entry.effective ?? '') - Date.parse(entry.promulgated ?? '')) / 86_400_000);
    expect(Math.max(...days)).toBe(386);
  });

  it('is lapsed from the snapshot on for a statute the snapshot calls lapsed, and unknown before', () => {
    const gone = lawOf([version({ promulgated: '2001-01-01', effective: '2001-01-01', status: '已失效' })]);
    expect(lawStatus(gone, '甲法', '2025-04-19')).toBe('lapsed');
    expect(lawStatus(gone, '甲法', '2015-01-01')).toBe('unknown');
  });

  it('reads a month as known before and after it, and as unknown within', () => {
    const entry = { name: '甲法', kind: '法律', ceased: '2021-09', replacement: '', basis: '', confirmed: true };
    const month = lawOf([], { repealed: new Map([['甲法', entry]]) });
    expect(lawStatus(month, '甲法', '2021-08-31')).toBe('in-force');
    expect(lawStatus(month, '甲法', '2021-09-15')).toBe('unknown');
    expect(lawStatus(month, '甲法', '2021-10-01')).toBe('lapsed');
  });

  it('lets a law live again that was made anew under a repealed name', () => {
    const entry = { name: '甲法', kind: '法律', ceased: '2014-11-01', replacement: '', basis: '', confirmed: true };
    const anew = lawOf([version({ promulgated: '2015-07-01', effective: '2015-07-01' })], {
      repealed: new Map([['甲法', entry]]),
    });
    expect(lawStatus(anew, '甲法', '2014-10-31')).toBe('in-force');
    expect(lawStatus(anew, '甲法', '2015-01-01')).toBe('lapsed');
    expect(lawStatus(anew, '甲法', '2015-07-01')).toBe('in-force');
  });
});

describe('the highest article number', () => {
  it.each([
    ['中华人民共和国民法典', 1260],
    ['行政许可法', 83],
    ['公司法', 266],
    ['卧龙区人民政府工作规则', 30],
    ['没有这样一部法', null],
  ])('of %s is %s', (name, highest) => {
    expect(maxArticle(law, name)).toBe(highest);
  });

  it('is not told from a text that a later revision has replaced', () => {
    expect(maxArticle(law, '仲裁法', '2026-02-28')).toBe(80);
    expect(maxArticle(law, '仲裁法', '2026-03-01')).toBeNull();
    expect(maxArticle(law, '治安管理处罚法', '2025-12-31')).toBe(119);
    expect(maxArticle(law, '治安管理处罚法')).toBeNull();
    expect(maxArticle(law, '婚姻登记条例', '2024-12-31')).toBe(22);
    expect(maxArticle(law, '婚姻登记条例')).toBeNull();
  });

  it('is not told for a date on which an older version of unknown length may apply', () => {
    expect(maxArticle(law, '公司法', '2020-01-01')).toBeNull();
    expect(maxArticle(law, '公司法', '2024-03-01')).toBeNull();
    expect(maxArticle(law, '公司法', '2026-11-24')).toBe(266);
  });

  it('is that of the version of the day where all are known', () => {
    const grown = lawOf([
      version({ promulgated: '2000-01-01', effective: '2000-01-01', status: '被修订取代', maxArticle: 40 }),
      version({ promulgated: '2010-01-01', effective: '2010-06-01', maxArticle: 55 }),
    ]);
    expect(maxArticle(grown, '甲法', '2010-05-31')).toBe(40);
    expect(maxArticle(grown, '甲法', '2010-06-01')).toBe(55);
    expect(maxArticle(grown, '甲法', '1999-12-31')).toBeNull();
  });

  it('is withheld where the snapshot is evidently wrong', () => {
    expect(maxArticle(law, '进出口商品检验法实施条例')).toBeNull();
    expect(maxArticle(law, '麻醉药品和精神药品管理条例')).toBeNull();
  });
});

describe('what the pack knows', () => {
  it.each([
    '行政许可法',
    '法释〔2019〕17号',
    '民法典担保制度司法解释',
    'GB/T 9704—2012',
    'GB 32100',
    '国办发〔2018〕115号',
  ])('holds %s under that name', (name) => {
    expect(isKnownInstrument(law, name)).toBe(true);
  });

  it('does not hold what was repealed, nor a part of a name', () => {
    expect(isKnownInstrument(law, '合同法')).toBe(false);
    expect(isKnownInstrument(law, '许可法')).toBe(false);
  });

  it('lists the revisions that moved article numbers', () => {
    expect(revisionsOf(law, '《中华人民共和国行政处罚法》').map((revision) => revision.year)).toEqual([2021]);
    expect(revisionsOf(law, '价格法')).toEqual([]);
  });

  it('holds the text of every revision before the snapshot', () => {
    for (const [name, revisions] of law.revisions) {
      for (const revision of revisions.filter(({ confirmed }) => confirmed)) {
        const years = (law.statutes.get(name) ?? []).map((entry) => entry.promulgated?.slice(0, 4));
        expect(years, name).toContain(String(revision.year));
      }
    }
  });
});
