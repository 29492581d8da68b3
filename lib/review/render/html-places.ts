import type { ExplainedChange } from '../review';
import { html } from './escape';
import type { DrawnThing } from './html-drawing';
import { drawnId } from './html-svg';
import { verbOf } from './words';

/** A resource. */
interface Resource {
  readonly stack: string;
  readonly address: string;
}

/** Where on the page a resource is told and where it is drawn, and what happens to it. */
export class Places {
  private readonly changes = new Map<string, string>();
  private readonly verbs = new Map<string, string>();
  private readonly drawings = new Map<string, string>();

  public constructor(changes: readonly ExplainedChange[], things: readonly DrawnThing[]) {
    for (const change of changes) {
      const key = keyOf(change);
      if (!this.changes.has(key)) this.changes.set(key, `change-${String(this.changes.size + 1)}`);
      this.verbs.set(key, this.verbs.get(key) ?? verbOf(change));
    }
    for (const { id, stack, addresses } of things) {
      for (const address of addresses) {
        this.drawings.set(keyOf({ stack: stack ?? '', address }), drawnId(id));
      }
    }
  }

  /** Id of the entry of its change. */
  public ofChange(resource: Resource): string | undefined {
    return this.changes.get(keyOf(resource));
  }

  /** Id of what stands for it in the drawing. */
  public ofDrawing(resource: Resource): string | undefined {
    return this.drawings.get(keyOf(resource));
  }

  /** What happens to it, in a word or two. */
  public verbOf(resource: Resource): string | undefined {
    return this.verbs.get(keyOf(resource));
  }
}

function keyOf({ stack, address }: Resource): string {
  return JSON.stringify([stack, address]);
}

/** Name of a stack in the filter, where an empty one would be all. */
export function stackKey(name: string): string {
  return html(name) === '' ? '(no name)' : name;
}
