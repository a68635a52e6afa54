import { describe, expect, it } from 'vitest';
import { anchorSchema, makeAnchor, resolveAnchor } from '../../../shared/annotate/anchor.ts';
import { findingKeys } from '../../../shared/annotate/finding-key.ts';
import { documentOf } from '../../support/document.ts';

const text = [
  '停车管理办法',
  '第一条　为了规范停车，制定本办法。',
  '第二条　经营者应当取得准入证。',
  '第三条　本办法自公布之日起施行。',
];
const document = documentOf(text.join('\n'));
const start = document.text.indexOf('取得准入证');
const anchor = makeAnchor(document, { start, end: start + '取得准入证'.length });
if (!anchor) throw new Error('no anchor');

describe('an anchor', () => {
  it('is found exactly after it was stored', () => {
    expect(resolveAnchor(document, anchorSchema.parse(JSON.parse(JSON.stringify(anchor))))).toEqual({
      kind: 'exact',
      start,
      end: start + 5,
    });
  });

  it('stays exact when another article changes before it', () => {
    const changed = documentOf(text.join('\n').replace('为了规范停车', '为了规范全区停车秩序'));
    expect(resolveAnchor(changed, anchor)).toMatchObject({ kind: 'exact', start: start + 4 });
  });

  it('is moved where its words stand once with the same surroundings in another block', () => {
    const changed = documentOf(
      text.join('\n').replace('第二条　经营者应当取得准入证。', '第二条　停车场的经营者应当取得准入证。'),
    );
    const before = anchor.before.slice(-4);
    const found = resolveAnchor(changed, { ...anchor, before, after: anchor.after });
    expect(found.kind).not.toBe('exact');
    const same = resolveAnchor({ ...document, blocks: [] }, anchor);
    expect(same).toEqual({ kind: 'moved', start, end: start + 5 });
  });

  it('is uncertain where its words stand with other surroundings, or in several places', () => {
    const changed = documentOf(
      text.join('\n').replace('经营者应当取得准入证', '经营者不必取得准入证，摊主应当取得准入证'),
    );
    expect(resolveAnchor(changed, anchor)).toMatchObject({ kind: 'uncertain', candidates: [{}, {}] });
  });

  it('is lost where its words are gone', () => {
    expect(resolveAnchor(documentOf(text.join('\n').replace('取得准入证', '备案')), anchor)).toEqual({ kind: 'lost' });
  });

  it('is not made of nothing, nor of what lies outside', () => {
    expect(makeAnchor(document, { start, end: start })).toBeNull();
    expect(makeAnchor(document, { start, end: document.text.length + 1 })).toBeNull();
  });
});

describe('keys of findings', () => {
  it('number what one check says several times of one range', () => {
    const one = { check: 'L03', start: 1, end: 5 };
    expect(findingKeys([one, one, { ...one, end: 6 }])).toEqual(['L03:1-5', 'L03:1-5#2', 'L03:1-6']);
  });
});
