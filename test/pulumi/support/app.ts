import { App } from 'cdktf';
import { MlStack, type MlStackProps } from '../../../lib/platform/ml-stack';
import { PulumiAzureMl, type PulumiOutputs, type PulumiRegisterOptions } from '../../../lib/pulumi';
import { folderOf } from '../../support/folder';
import { type Answers, type Recording, type Registered, runMocked } from './mocked-pulumi';

export const SUBSCRIPTION_ID = '00000000-0000-0000-0000-000000000000';

/** An app with one stack, `s`. */
export function stackIn(app: App, id = 's', props: Partial<MlStackProps> = {}): MlStack {
  return new MlStack(app, id, { subscriptionId: SUBSCRIPTION_ID, ...props });
}

/** An app of this test alone. */
export function freshApp(): App {
  return new App({ outdir: folderOf({}) });
}

/** What came of registering an app. */
export interface RegisteredApp {
  readonly outputs: PulumiOutputs;
  readonly recording: Recording;
  /** The resource of a label. */
  readonly of: (label: string) => Registered;
}

/** Registers an app whose one stack is filled by a function. */
export async function register(
  fill: (stack: MlStack, app: App) => void,
  options: PulumiRegisterOptions = {},
  answers: Answers = {},
): Promise<RegisteredApp> {
  const { result, recording } = await runMocked(() => {
    const app = freshApp();
    fill(stackIn(app), app);
    return PulumiAzureMl.register(app, options);
  }, answers);
  const of = (label: string): Registered => {
    const found = recording.resources.find(({ name }) => name === `s-${label}`);
    if (found !== undefined) return found;
    throw new RangeError(`no ${label} in ${recording.resources.map(({ name }) => name).join()}`);
  };
  return { outputs: result, recording, of };
}

/** The problems that registering an app ends with, each as `code: place`, and how often anything was registered. */
export async function problemsOf(
  fill: (stack: MlStack, app: App) => void,
  options: PulumiRegisterOptions = {},
): Promise<{ readonly message: string; readonly code: unknown; readonly registered: number }> {
  const { result, recording } = await runMocked(() => {
    const app = freshApp();
    fill(stackIn(app), app);
    try {
      PulumiAzureMl.register(app, options);
    } catch (error) {
      return error;
    }
    return undefined;
  });
  const { message, code } = result as { readonly message: string; readonly code: unknown };
  return { message, code, registered: recording.resources.length + recording.invokes.length };
}
