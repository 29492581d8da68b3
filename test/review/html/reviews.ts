import { wordsOf } from '../../../lib/topology/private/render/words';
import { Topology, TopologyChange } from '../../../lib/topology';
import { ChangeAction, ReviewSource } from '../../../lib/review/model';
import type { HtmlDrawing } from '../../../lib/review/render/html-drawing';
import { renderHtml } from '../../../lib/review/render';
import { Review } from '../../../lib/review/review';
import { estate } from '../../topology/estate';
import { changed, NOW, stackOf } from '../meaning/fixtures';
import { SAMPLE_CHANGES } from '../render/sample';

const FRAUD = [
  changed({
    stack: 'fraud',
    address: 'azurerm_key_vault.Vault_00000001',
    label: 'kv-fraud',
    action: ChangeAction.DELETE,
    before: { name: 'kv-fraud' },
  }),
  changed({
    stack: 'fraud',
    address: 'azurerm_service_plan.Plan_00000002',
    label: 'asp-fraud',
    action: ChangeAction.REPLACE,
    before: { os_type: 'Linux' },
    after: { os_type: 'Windows' },
  }),
];

/** Two stacks: what is dangerous, what asks for care, findings, costs, outputs, notes, what goes with it. */
export const TWO_STACKS = Review.of(
  {
    stacks: [
      stackOf(SAMPLE_CHANGES, {
        outputs: [{ name: 'endpoint', action: ChangeAction.UPDATE, before: 'a', after: 'b' }],
        notes: ['the plan was made with targets'],
      }),
      stackOf(FRAUD, { name: 'fraud' }),
    ],
    source: ReviewSource.PLAN,
  },
  { now: NOW },
);

/** Changed resources of an estate, one in `every` of them. */
export function changedIn(
  stacks: number,
  pipelines: number,
  every: number,
): readonly { readonly stack: string; readonly address: string }[] {
  const all = estate(stacks, pipelines).flatMap(({ name, content }) =>
    Object.entries((content as { readonly resource: object }).resource).flatMap(([type, blocks]) =>
      Object.keys(blocks as object).map((id) => ({ stack: name, address: `${type}.${id}` })),
    ),
  );
  return all.filter((_, index) => index % every === 0);
}

/** An estate as it is drawn in a review. */
export async function drawnEstate(
  stacks: number,
  pipelines: number,
  every = 1,
): Promise<HtmlDrawing> {
  const kinds = Object.values(TopologyChange);
  const changes = changedIn(stacks, pipelines, every).map((one, index) => ({
    ...one,
    change: kinds[index % kinds.length] ?? TopologyChange.UPDATE,
  }));
  const topology = Topology.fromDocuments(estate(stacks, pipelines), { changes });
  return { svg: await topology.toSvg(), things: wordsOf(topology.graph) };
}

/** A page about so many stacks, every resource of which changes. */
export async function pageOfEstate(stacks: number, pipelines: number): Promise<string> {
  const all = changedIn(stacks, pipelines, 1);
  const names = [...new Set(all.map(({ stack }) => stack))];
  const review = Review.of(
    {
      stacks: names.map((name) =>
        stackOf(
          all
            .filter(({ stack }) => stack === name)
            .map(({ stack, address }, index) =>
              changed({ stack, address, label: address, before: { a: index }, after: { a: 'b' } }),
            ),
          { name },
        ),
      ),
      source: ReviewSource.PLAN,
    },
    { now: NOW },
  );
  return renderHtml(review, { topology: await drawnEstate(stacks, pipelines) });
}
