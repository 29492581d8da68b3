import type { TopologyGraph } from '../../topology-graph';
import { renderDot } from './dot';
import { overlappingEdges } from './label-boxes';

/**
 * A graph drawn by Graphviz, in this process.
 *
 * Graphviz keeps nodes apart, but now and then it lays the label of an edge over another label: such a label
 * is left out, and the graph laid out again.
 */
export async function renderSvg(graph: TopologyGraph): Promise<string> {
  const { instance } = await import('@viz-js/viz');
  const viz = await instance();
  const unlabelled = new Set<number>();
  for (;;) {
    const dot = renderDot(graph, { unlabelled });
    const overlapping = overlappingEdges(viz.renderJSON(dot));
    if (overlapping.length === 0) return accessible(viz.renderString(dot, { format: 'svg' }));
    for (const edge of overlapping) unlabelled.add(edge);
  }
}

/** Without what only printers read, and with a name for those who do not see it. */
function accessible(svg: string): string {
  return svg
    .slice(svg.indexOf('<svg'))
    .replace(/<title>topology<\/title>\n?/, '')
    .replace('<svg ', '<svg role="img" aria-label="Topology" ');
}
