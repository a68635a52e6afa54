/**
 * A pure function that answers with the very same value while it is asked with the very same arguments, so that what is
 * shown from it is not drawn again.
 */
export function rememberLast<Arguments extends readonly unknown[], Value>(
  compute: (...given: Arguments) => Value,
): (...given: Arguments) => Value {
  let last: { readonly given: Arguments; readonly value: Value } | null = null;
  return (...given) => {
    const before = last;
    if (before !== null && given.every((each, index) => Object.is(each, before.given[index]))) return before.value;
    last = { given, value: compute(...given) };
    return last.value;
  };
}
