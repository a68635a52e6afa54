declare module 'subset-font' {
  /** Cuts a font down to the characters of a text (harfbuzz). */
  function subsetFont(font: Uint8Array, text: string, options: { readonly targetFormat: 'truetype' }): Promise<Buffer>;
  export { subsetFont as default };
}
