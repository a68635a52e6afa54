import { expect, it } from 'vitest';
import { mapLookAlikes } from '../../../../../electron/services/extract/pdf/look-alikes.ts';

it.each([
  ['第⼀条　⼈⺠政府', '第一条　人民政府', 3],
  ['⽤⼾、账⼾', '用户、账户', 3],
  ['\u2329关于修改\u232a', '\u3008关于修改\u3009', 2],
  ['\uf967\uf99c', '不列', 2],
  ['（一）：；，“”—…', '（一）：；，“”—…', 0],
  ['10\u301c20', '10\uff5e20', 1],
])('maps %s', (text, expected, mapped) => {
  expect(mapLookAlikes(text)).toEqual({ text: expected, mapped });
});

it('takes out what is not seen and spells ligatures out', () => {
  expect(mapLookAlikes('第\u200b一\u00ad条\u0000 ﬁle').text).toBe('第一条 file');
});
