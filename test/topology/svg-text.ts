interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const TEXT =
  /<text [^>]*?x="([-\d.]+)" y="([-\d.]+)"[^>]*font-size="([\d.]+)"[^>]*>([^<]*)<\/text>/g;
/** Mean width of a character of Helvetica, in parts of its size. */
const CHARACTER = 0.5;

/** Pairs of texts of an SVG that lie over each other, measured on the text elements alone. */
export function overlaps(svg: string): readonly string[] {
  const boxes = boxesIn(svg).sort((a, b) => a.left - b.left);
  return boxes.flatMap((box, index) => {
    const found: string[] = [];
    for (const other of boxes.slice(index + 1)) {
      if (other.left >= box.right) break;
      if (other.top < box.bottom && other.bottom > box.top)
        found.push(`${box.text} | ${other.text}`);
    }
    return found;
  });
}

function boxesIn(svg: string): Box[] {
  return [...svg.matchAll(TEXT)].map(([, x, y, size, raw]) => {
    const text = (raw ?? '').replaceAll(/&#?\w+;/g, '.');
    const height = Number(size);
    const half = (text.length * height * CHARACTER) / 2;
    return {
      text,
      left: Number(x) - half,
      right: Number(x) + half,
      top: Number(y) - height * 0.75,
      bottom: Number(y) + height * 0.2,
    };
  });
}
