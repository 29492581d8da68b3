/** What stands in the dark for the colours of a drawing, which are made for light ground. */
const DARK: Readonly<Record<string, string>> = {
  '#fff4d6': '#3a2d05',
  '#ddf4ff': '#0c2d49',
  '#dafbe1': '#0f3319',
  '#fbefff': '#2f1a4d',
  '#f6f8fa': '#21262d',
  '#9a6700': '#d4a72c',
  '#0969da': '#58a6ff',
  '#1a7f37': '#4ac26b',
  '#8250df': '#c297ff',
  '#57606a': '#9aa5b1',
  '#8c959f': '#768390',
  '#bc4c00': '#ffa657',
  '#cf222e': '#ff8078',
  '#1f2328': '#e6edf3',
};

const RECOLOURED = Object.entries(DARK)
  .flatMap(([light, dark]) =>
    ['fill', 'stroke'].map(
      (property) =>
        `.drawing [${property}='${light}'] { ${property}: light-dark(${light}, ${dark}); }`,
    ),
  )
  .join('\n');

/** The drawing: it scrolls in its own box, and what changes differs by its line too, not by its colour alone. */
export const DRAWING_STYLE = `
.drawing { overflow: auto; max-height: 65vh; border: 1px solid var(--edge); border-radius: 6px; }
.drawing svg { display: block; margin: 0 auto; }
.drawing .change-delete :is(path, polygon, ellipse), .drawing .change-replace :is(path, polygon, ellipse) { stroke-dasharray: 7 3; }
.drawing .told { cursor: pointer; }
.drawing .aside { opacity: 0.25; }
.drawing :target :is(path, polygon, ellipse) { stroke-width: 6; }
.tools { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; margin: 0.5rem 0; }
.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; list-style: none; padding: 0; }
${RECOLOURED}
`;
