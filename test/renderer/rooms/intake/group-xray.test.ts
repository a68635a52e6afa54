import { expect, it } from 'vitest';
import { groupXray } from '../../../../renderer/rooms/intake/group-xray.ts';

it('puts what matters to the review first and keeps the order of the document within a kind', () => {
  const notes = [
    { kind: 'metadata', detail: '作者' },
    { kind: 'odd', detail: '未知' },
    { kind: 'comment', detail: '一' },
    { kind: 'hidden-text', detail: '藏' },
    { kind: 'comment', detail: '二' },
  ];
  expect(groupXray(notes)).toEqual([
    { kind: 'hidden-text', details: ['藏'] },
    { kind: 'comment', details: ['一', '二'] },
    { kind: 'metadata', details: ['作者'] },
    { kind: 'odd', details: ['未知'] },
  ]);
});
