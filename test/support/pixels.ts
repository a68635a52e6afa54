/** A page as grey values, one byte a pixel, 0 black and 255 white, from the top left. */
export interface GreyImage {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** A part of a page, as shares of its width and height. */
export interface Region {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Reads a binary PGM (`P5`) with 255 as white, as pdftoppm and mutool write it. */
export function parsePgm(bytes: Uint8Array): GreyImage {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const match = /^P5\s+(?:#[^\n]*\n\s*)?(\d+)\s+(\d+)\s+255\s/u.exec(head);
  if (!match) throw new Error('not a binary PGM with 255 grey values');
  const width = Number(match[1]);
  const height = Number(match[2]);
  const pixels = bytes.subarray(match[0].length, match[0].length + width * height);
  if (pixels.length !== width * height) throw new Error('PGM ends early');
  return { width, height, pixels };
}

/** How much ink lies in a region: 0 white, 1 all black. */
export function inkIn(image: GreyImage, region: Region): number {
  const left = Math.max(0, Math.floor(region.left * image.width));
  const right = Math.min(image.width, Math.ceil(region.right * image.width));
  const top = Math.max(0, Math.floor(region.top * image.height));
  const bottom = Math.min(image.height, Math.ceil(region.bottom * image.height));
  let ink = 0;
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) ink += 255 - (image.pixels[y * image.width + x] ?? 255);
  }
  return ink / 255 / Math.max(1, (right - left) * (bottom - top));
}
