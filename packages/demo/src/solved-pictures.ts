/** Pictures of made-up places, drawn for the demonstration: before and after, by what the matter is about. */
export interface DrawnPair {
  readonly before: string
  readonly after: string
}

const frame = (sky: string, ground: string, inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="720" viewBox="0 0 960 720"><rect width="960" height="720" fill="${sky}"/><rect y="520" width="960" height="200" fill="${ground}"/>${inside}</svg>`

const houses = (wall: string, pane: string) =>
  [60, 340, 680]
    .map(
      (x, index) =>
        `<rect x="${x}" y="${170 + index * 40}" width="230" height="${350 - index * 40}" fill="${wall}"/>${[
          0, 1, 2,
        ]
          .map((row) =>
            [0, 1, 2]
              .map(
                (column) =>
                  `<rect x="${x + 26 + column * 66}" y="${200 + index * 40 + row * 90}" width="44" height="54" fill="${pane}"/>`,
              )
              .join(''),
          )
          .join('')}`,
    )
    .join('')

const lamp = (lit: boolean) =>
  `<rect x="472" y="190" width="14" height="340" fill="#3d4650"/><path d="M479 196 q70 -60 130 -6" stroke="#3d4650" stroke-width="12" fill="none"/><ellipse cx="612" cy="196" rx="34" ry="14" fill="${lit ? '#ffe39a' : '#3d4650'}"/>${lit ? '<path d="M580 206 L430 600 L800 600 L644 206 Z" fill="#ffe39a" opacity="0.35"/>' : ''}`

const bins = (full: boolean) =>
  `<rect x="330" y="410" width="130" height="160" rx="8" fill="#2f6d5b"/><rect x="510" y="410" width="130" height="160" rx="8" fill="#35608f"/>${
    full
      ? '<ellipse cx="400" cy="400" rx="90" ry="46" fill="#6b5b4d"/><ellipse cx="580" cy="396" rx="96" ry="54" fill="#75675a"/><circle cx="280" cy="580" r="40" fill="#5d6266"/><circle cx="700" cy="590" r="52" fill="#7b6f63"/><circle cx="480" cy="600" r="34" fill="#8a8d8f"/>'
      : '<rect x="322" y="394" width="146" height="22" rx="8" fill="#24574a"/><rect x="502" y="394" width="146" height="22" rx="8" fill="#284b72"/>'
  }`

const road = (broken: boolean) =>
  `<path d="M120 720 L400 420 L560 420 L840 720 Z" fill="#5c6269"/><path d="M470 430 L490 430 L496 500 L464 500 Z M458 540 L502 540 L512 640 L448 640 Z" fill="#e9e6df"/>${
    broken
      ? '<path d="M520 560 q70 -40 150 6 q40 60 -40 92 q-110 16 -134 -40 Z" fill="#2d2f32"/><path d="M556 582 q50 -20 96 8" stroke="#7c8288" stroke-width="6" fill="none"/>'
      : '<path d="M516 556 h150 v100 h-150 Z" fill="#54595f"/>'
  }`

const tree = (wild: boolean) =>
  `<rect x="440" y="300" width="46" height="240" fill="#7a5a3d"/>${
    wild
      ? '<circle cx="380" cy="260" r="130" fill="#4d7a46"/><circle cx="560" cy="240" r="150" fill="#578a4e"/><path d="M600 330 L820 470 M560 380 L700 560" stroke="#7a5a3d" stroke-width="16"/><circle cx="780" cy="470" r="60" fill="#8b8a4f"/>'
      : '<circle cx="462" cy="240" r="140" fill="#4d7a46"/>'
  }`

const water = (bad: boolean) =>
  `<circle cx="480" cy="600" r="60" fill="#3b4046"/>${
    bad
      ? '<ellipse cx="480" cy="620" rx="330" ry="70" fill="#6f6a4d" opacity="0.85"/><path d="M460 560 q20 -70 40 0" stroke="#6f6a4d" stroke-width="20" fill="none"/>'
      : '<path d="M430 600 h100 M430 580 h100 M430 620 h100" stroke="#6b737b" stroke-width="6"/>'
  }`

const gauge = (low: boolean) =>
  `<rect x="300" y="150" width="360" height="420" rx="24" fill="#f3efe8" stroke="#857e74" stroke-width="8"/><circle cx="480" cy="350" r="130" fill="#ffffff" stroke="#3d4650" stroke-width="10"/><path d="M480 350 L${low ? '390 420' : '560 270'}" stroke="#c8452f" stroke-width="12" stroke-linecap="round"/><circle cx="480" cy="350" r="14" fill="#3d4650"/>`

const pair = (before: string, after: string): DrawnPair => ({ before, after })
const DAY = ['#d8e4ea', '#b9b4a9'] as const

const PAIRS: Readonly<Record<string, DrawnPair>> = {
  '13080': pair(
    frame('#141c2b', '#1b222c', houses('#222c3d', '#2b3547') + lamp(false)),
    frame('#1d2a44', '#2c3440', houses('#2c3850', '#f3cf7a') + lamp(true)),
  ),
  '01002': pair(
    frame(...DAY, houses('#c9beb0', '#8fa3ad') + bins(true)),
    frame(...DAY, houses('#c9beb0', '#8fa3ad') + bins(false)),
  ),
  '13081': pair(
    frame(...DAY, houses('#c9beb0', '#8fa3ad') + road(true)),
    frame(...DAY, houses('#c9beb0', '#8fa3ad') + road(false)),
  ),
  '01006': pair(
    frame(...DAY, houses('#c9beb0', '#8fa3ad') + tree(true)),
    frame(...DAY, houses('#c9beb0', '#8fa3ad') + tree(false)),
  ),
  '12082': pair(
    frame(...DAY, houses('#c9beb0', '#8fa3ad') + water(true)),
    frame(...DAY, houses('#c9beb0', '#8fa3ad') + water(false)),
  ),
  '01004': pair(frame(...DAY, road(false) + water(true)), frame(...DAY, road(false) + water(false))),
  '12080': pair(frame('#e8e2d8', '#cfc7ba', gauge(true)), frame('#e8e2d8', '#cfc7ba', gauge(false))),
  '11080': pair(frame('#dfe6ea', '#cfc7ba', gauge(true)), frame('#f2e4d5', '#cfc7ba', gauge(false))),
}

/** The drawings for an item as SVG; undefined where there is nothing to be seen of it. */
export const drawnPair = (itemCode: string): DrawnPair | undefined => PAIRS[itemCode]
