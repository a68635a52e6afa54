import { describe, expect, it } from 'vitest';
import { readEquation } from '../../../../../electron/services/extract/doc/equation-text.ts';

describe('readEquation', () => {
  it.each([
    [' EQ \\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(yǔ),圄)', '圄'],
    ['eq \\o\\ac(○,密)', '密'],
    [' EQ \\o\\ac(□,1) ', '1'],
    [' EQ \\f(1,3)', '1/3'],
    [' EQ \\f(1;3)', '1/3'],
    [' EQ \\r(3,x)', null],
    [' EQ \\o\\ad(', null],
    [' EQ ', null],
    [' REF _Ref1 \\f(1,3)', null],
  ])('reads %j as %j', (instruction, text) => {
    expect(readEquation(instruction)).toBe(text);
  });
});
