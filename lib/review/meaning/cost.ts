import { ChangeAction, type ResourceChange } from '../model';
import { type ComputeShape, shapeOf } from './compute-shape';
import { oneLine } from './told';

/** Prices of one node for one hour, by VM size in any case; from the user, since prices change. */
export interface PriceTable {
  /** What the prices are in, such as `EUR`. */
  readonly currency: string;
  /** Price of one hour by VM size, such as `{ "Standard_DS3_v2": 0.27 }`. */
  readonly hourly: { readonly [size: string]: number };
}

/** Where the cost of a compute goes. */
export enum CostDirection {
  DOWN = 'down',
  /** Another size, and no prices to compare them by. */
  UNKNOWN = 'unknown',
  UP = 'up',
}

/** What a change of a compute can cost, by node hours. */
export interface CostChange {
  readonly stack: string;
  readonly address: string;
  readonly label: string;
  readonly direction: CostDirection;
  /** In words. */
  readonly text: string;
}

/** The cost of the computes that changes make, change or delete; nothing where it stays the same. */
export function costsOf(
  changes: readonly ResourceChange[],
  prices: PriceTable | undefined,
): readonly CostChange[] {
  const hourly = new Map(
    Object.entries(prices?.hourly ?? {}).map(([size, price]) => [size.toUpperCase(), price]),
  );
  return changes.flatMap((change) => {
    if (change.isDrift || change.mode === 'data' || IDLE.includes(change.action)) return [];
    const [before, after] = [change.before, change.after].map((state) => shapeOf(change, state));
    if (before === undefined && after === undefined) return [];
    if (isSame(before, after)) return [];
    const told = { currency: prices?.currency, hourly };
    const { stack, address, label } = change;
    return [
      {
        stack,
        address,
        label,
        direction: directionOf(before, after, hourly),
        text: tell(before, after, told),
      },
    ];
  });
}

const IDLE: readonly ChangeAction[] = [ChangeAction.NONE, ChangeAction.READ, ChangeAction.FORGET];

type Shape = ComputeShape | undefined;

function isSame(before: Shape, after: Shape): boolean {
  return (
    before?.size === after?.size && before?.most === after?.most && before?.least === after?.least
  );
}

function directionOf(
  before: Shape,
  after: Shape,
  hourly: ReadonlyMap<string, number>,
): CostDirection {
  const [from, to] = [before, after].map((shape) => worth(shape, before, after, hourly));
  if (from === undefined || to === undefined) return CostDirection.UNKNOWN;
  const most = to.most - from.most;
  const sign = most === 0 ? to.least - from.least : most;
  if (sign === 0) return CostDirection.UNKNOWN;
  return sign > 0 ? CostDirection.UP : CostDirection.DOWN;
}

/** What a compute costs in an hour, in money or, for one and the same size, in nodes. */
function worth(
  shape: Shape,
  before: Shape,
  after: Shape,
  hourly: ReadonlyMap<string, number>,
): { readonly least: number; readonly most: number } | undefined {
  if (shape === undefined) return { least: 0, most: 0 };
  const { size, least, most } = shape;
  const isOneSize = before === undefined || after === undefined || before.size === after.size;
  const price = isOneSize ? 1 : hourly.get(size ?? '');
  if (price === undefined || most === undefined) return undefined;
  return { least: (least ?? 0) * price, most: most * price };
}

interface Prices {
  readonly currency: string | undefined;
  readonly hourly: ReadonlyMap<string, number>;
}

function tell(before: Shape, after: Shape, prices: Prices): string {
  const [from, to] = [toldCost(before, prices), toldCost(after, prices)];
  const unit = ` node hours a day of ${oneLine(after?.size ?? '')}`;
  const isSameUnit = from.endsWith(unit) && to.endsWith(unit);
  return `${isSameUnit ? from.slice(0, -unit.length) : from} → ${to}`;
}

function toldCost(shape: Shape, { currency, hourly }: Prices): string {
  if (shape === undefined) return 'nothing';
  const { size, least, most } = shape;
  const name = size === undefined ? 'a size known after apply' : oneLine(size);
  const range =
    most === undefined
      ? 'node hours known after apply'
      : `${least === undefined || least === most ? '' : `${String(least * 24)} to `}${String(most * 24)} node hours a day`;
  const price = hourly.get(size ?? '');
  if (price === undefined || most === undefined || currency === undefined) {
    return `${range} of ${name}`;
  }
  return `${range} of ${name}, at most ${(price * most * 24).toFixed(2)} ${oneLine(currency, 8)} a day`;
}
