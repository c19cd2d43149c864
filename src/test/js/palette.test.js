/**
 * The classes' colours are ColorBrewer's RdYlBu (C. Brewer and M. Harrower), from blue for well to red for ill, grey for
 * unknown. Here it is checked that they can be told apart with every kind of colour vision, and in grey print by those
 * whose order matters; the simulation is that of Machado, Oliveira and Fernandes (2009), severity 1.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { toHex, toOklch } from '../../../web/js/map/colour.js';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const VISION = {
  all: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

function coloursOf(layer) {
  const text = readFileSync(join(ROOT, 'src/main/resources/analyses/layers', `${layer}.yaml`), 'utf8');
  return Object.fromEntries([...text.matchAll(/code: (\w+),.*colour: "(#[0-9a-f]{6})"/g)].map(([, code, colour]) => [code, colour]));
}

const linear = (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
const gamma = (part) => (part <= 0.0031308 ? part * 12.92 : 1.055 * part ** (1 / 2.4) - 0.055);
const channels = (hex) => [1, 3, 5].map((at) => linear(parseInt(hex.slice(at, at + 2), 16) / 255));
const twoDigits = (part) => Math.round(Math.min(1, Math.max(0, gamma(part))) * 255).toString(16).padStart(2, '0');
const luminance = (hex) => channels(hex).reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i], 0);
const contrast = (a, b) => (Math.max(luminance(a), luminance(b)) + 0.05) / (Math.min(luminance(a), luminance(b)) + 0.05);

function seenWith(matrix, hex) {
  const rgb = channels(hex);
  return `#${[0, 3, 6].map((row) => twoDigits(rgb.reduce((sum, part, i) => sum + part * matrix[row + i], 0))).join('')}`;
}

/** How different two colours look, in OKLab: 0.02 is about the least that can be seen side by side. */
function difference(a, b) {
  const [one, other] = [a, b].map((hex) => toOklch(hex)).map(({ l, c, h }) => [l, c * Math.cos(h), c * Math.sin(h)]);
  return Math.hypot(...one.map((part, i) => part - other[i]));
}

test('the classes of each made layer look different whatever the kind of colour vision', () => {
  for (const layer of ['patrol_gaps', 'green_access', 'hazard_hotspots', 'coverage_map']) {
    const colours = Object.entries(coloursOf(layer));
    assert.ok(colours.length >= 3, layer);
    for (const [vision, matrix] of Object.entries(VISION)) {
      colours.forEach(([a, one], i) =>
        colours.slice(i + 1).forEach(([b, other]) => {
          const seen = difference(seenWith(matrix, one), seenWith(matrix, other));
          assert.ok(seen >= 0.09, `${layer}: ${a} and ${b} with ${vision}: ${seen.toFixed(3)}`);
        }),
      );
    }
  }
});

function tokens() {
  const css = readFileSync(join(ROOT, 'web/css/tokens.css'), 'utf8');
  const block = (start) => css.slice(css.indexOf(start), css.indexOf('}', css.indexOf(start)));
  const read = (text) => Object.fromEntries([...text.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, colour]) => [name, colour]));
  return { light: read(block(':root {')), dark: read(block(':root[data-theme="dark"]')) };
}

test('texts stand out from what they stand on, as WCAG 2.2 AA asks', () => {
  for (const [theme, token] of Object.entries(tokens())) {
    for (const ink of ['ink', 'ink-soft', 'ink-faint', 'accent', 'trouble']) {
      for (const ground of ['surface', 'surface-sunk', 'ground']) {
        assert.ok(contrast(token[ink], token[ground]) >= 4.5, `${theme}: ${ink} on ${ground} ${contrast(token[ink], token[ground]).toFixed(2)}`);
      }
    }
    assert.ok(contrast(token['accent-ink'], token.accent) >= 4.5, theme);
    assert.ok(contrast(token['line-strong'], token.surface) >= 3, `${theme}: the frames of fields`);
  }
});

test('a colour read is the colour written', () => {
  for (const hex of ['#4575b4', '#fee090', '#a50026']) {
    assert.equal(toHex(toOklch(hex)), hex);
  }
});
