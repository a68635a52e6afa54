/** Controls, and marks that change the order in which the characters beside them are shown. */
// eslint-disable-next-line no-control-regex -- controls are what is looked for
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * A text with a sign in place of each character that shows nothing itself but makes others read otherwise than they
 * stand, as U+202E makes `xcod.exe` end in `docx`. The signs are as long as what they stand for, so offsets stay.
 */
export function visibleText(text: string): string {
  return text.replaceAll(unseen, signOf);
}

function signOf(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  if (code === 0x7f) return '␡';
  return code < 0xa0 ? '␦' : '⇄';
}
