import type { OpinionBlock } from '../../../shared/opinion/opinion.ts';
import { linesAboveAddressee, linesAboveTitle, signature } from './layout-constants.ts';
import { nominalWidth } from './opinion-text.ts';

/** The seal covers about eleven of the 28 characters from the right edge; a note this short does not reach it. */
const NOTE_BESIDE_SEAL = 14;

/** How many of the 22 lines stay blank above a block, the same in DOCX and PDF. */
export function blankLinesAbove(block: OpinionBlock, before: OpinionBlock | undefined): number {
  if (block.kind === 'title') return before ? 1 : linesAboveTitle;
  if (block.kind === 'signature') return signature.linesForSeal;
  if (before?.kind === 'title' && block.kind === 'number') return 0;
  if (before?.kind === 'title' || before?.kind === 'number') return linesAboveAddressee;
  // GB/T 9704 puts a note on the very next line under the date; a longer one would run under the seal.
  if (block.kind === 'note' && before?.kind === 'signature')
    return nominalWidth(block.text) <= NOTE_BESIDE_SEAL ? 0 : 1;
  return 0;
}
