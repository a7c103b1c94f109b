/** One line of a plot: a value for each of its places on the x axis. */
export interface Line {
  readonly name: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}

interface Plot {
  readonly title: string;
  readonly unit: string;
  readonly lines: readonly Line[];
}

const WIDTH = 720;
const HEIGHT = 400;
const MARGIN = { left: 70, right: 150, top: 40, bottom: 50 };
const COLOURS = ['#0b6e99', '#b5482a', '#4f7942', '#6f4e9c'];

/** The least of 1, 2 or 5 times a power of ten that is not below `value`. */
export function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 5, 10].find((step) => step * power >= value) ?? 10) * power;
}

const text = (x: number, y: number, content: string, attributes = ''): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${attributes}>${content.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</text>`;

/** Values over numbers of clients as SVG: x by doublings, y from 0. */
export function plotOf({ title, unit, lines }: Plot): string {
  const all = lines.flatMap(({ points }) => points);
  const xs = [...new Set(all.map(([x]) => x))].sort((a, b) => a - b);
  const most = roundUp(Math.max(...all.map(([, y]) => y)));
  const [first = 1, last = 1] = [xs[0], xs.at(-1)];
  const doublings = Math.max(1, Math.log2(last / first));
  const right = WIDTH - MARGIN.right;
  const bottom = HEIGHT - MARGIN.bottom;
  const atX = (x: number): number => MARGIN.left + (Math.log2(x / first) / doublings) * (right - MARGIN.left);
  const atY = (y: number): number => bottom - (y / most) * (bottom - MARGIN.top);
  const grid = [0, 0.25, 0.5, 0.75, 1].flatMap((share) => [
    `<line x1="${MARGIN.left}" x2="${right}" y1="${atY(most * share).toFixed(1)}" y2="${atY(most * share).toFixed(1)}" stroke="#ddd"/>`,
    text(MARGIN.left - 8, atY(most * share) + 4, String(most * share), 'text-anchor="end"'),
  ]);
  const labels = xs.map((x) => text(atX(x), bottom + 18, String(x), 'text-anchor="middle"'));
  const drawn = lines.flatMap(({ name, points }, index) => {
    const colour = COLOURS[index % COLOURS.length] ?? '#000';
    const places = points.map(([x, y]) => [atX(x).toFixed(1), atY(y).toFixed(1)] as const);
    const [, end = 0] = points.at(-1) ?? [];
    return [
      `<polyline fill="none" stroke="${colour}" stroke-width="2" points="${places.map((place) => place.join(',')).join(' ')}"/>`,
      ...places.map(([x, y]) => `<circle cx="${x}" cy="${y}" r="3" fill="${colour}"/>`),
      text(right + 8, atY(end) + 4, name, `fill="${colour}"`),
    ];
  });
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    text(MARGIN.left, 22, `${title} (${unit})`, 'font-size="14" font-weight="bold"'),
    ...grid,
    ...labels,
    text((MARGIN.left + right) / 2, HEIGHT - 12, 'clients', 'text-anchor="middle"'),
    ...drawn,
    '</svg>',
  ].join('\n')}\n`;
}
