/** What the canvases take from the style sheet: the theme's colours and the language's letters. */

/** @returns `{ dark, ground, ink, line, text, font, shadow, fontFamily, tall }` */
export function readLook(dark) {
  const style = getComputedStyle(document.documentElement);
  const token = (name) => style.getPropertyValue(name).trim();
  const fontFamily = getComputedStyle(document.body).fontFamily;
  return {
    dark,
    ground: token('--ground'),
    ink: token('--ink'),
    line: token('--graticule'),
    text: token('--graticule-text'),
    shadow: dark ? 'rgb(0 0 0 / 40%)' : 'rgb(70 55 30 / 22%)',
    font: `10px ${fontFamily}`,
    fontFamily,
    tall: document.documentElement.lang === 'bo',
  };
}
