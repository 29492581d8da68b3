import {
  Is,
  isOutside,
  mismatches,
  type PropertyType,
  type Rule,
  type Shape,
} from '../../../core/validation';
import { versionRule } from '../../private/version-rule';
import type { EnvironmentProps } from '../environment';
import { EnvironmentOs, type InferenceConfig, type InferenceRoute } from '../environment-options';
import { ENVIRONMENT_BUILD_RULES } from './build-context-rules';

export const WORKSPACE = Is.having('a workspace', 'workspaceId', 'workspaceName');

const ROUTES = ['livenessRoute', 'readinessRoute', 'scoringRoute', 'startupRoute'] as const;

const ROUTE: PropertyType = {
  name: 'an InferenceRoute',
  accepts: (value) =>
    Is.object.accepts(value) &&
    Is.text.accepts((value as Partial<InferenceRoute>).path) &&
    Is.integer.accepts((value as Partial<InferenceRoute>).port),
};

const INFERENCE_CONFIG: PropertyType = {
  name: 'an InferenceConfig',
  accepts: (value) =>
    Is.object.accepts(value) &&
    Object.entries(value as InferenceConfig).every(
      ([key, route]) =>
        route === undefined || (ROUTES.some((name) => name === key) && ROUTE.accepts(route)),
    ),
};

export const ENVIRONMENT_SHAPE: Shape<EnvironmentProps> = {
  name: Is.text,
  workspace: WORKSPACE,
  image: Is.optional(Is.text),
  buildContext: Is.optional(Is.having('a BuildContext', 'snapshot', 'dockerfile')),
  conda: Is.optional(Is.having('a CondaFile', 'text')),
  osType: Is.optional(Is.oneOf(Object.values(EnvironmentOs))),
  inferenceConfig: Is.optional(INFERENCE_CONFIG),
  version: Is.optional(Is.known(Is.text)),
  description: Is.optional(Is.text),
  tags: Is.optional(Is.map(Is.string)),
};

/** azure-ai-ml 1.4.0 and the ARM pattern of asset names, which also takes full stops. */
const NAME = /^[a-zA-Z0-9][a-zA-Z0-9\-_.]{0,254}$/;

export const environmentNameRule: Rule<{ readonly name: string }> = {
  code: 'EnvironmentNameInvalid',
  check: ({ name }) =>
    mismatches(name, NAME)
      ? {
          property: 'name',
          must: 'be 1 to 255 letters, digits, "-", "_" or ".", starting with a letter or digit',
          got: name,
        }
      : undefined,
};

/** The routes that are given, each with the place of it in the props. */
function routesOf({
  inferenceConfig,
}: EnvironmentProps): readonly (readonly [string, InferenceRoute])[] {
  return ROUTES.flatMap((name) => {
    const route = inferenceConfig?.[name];
    return route === undefined ? [] : [[`inferenceConfig.${name}`, route] as const];
  });
}

export const ENVIRONMENT_RULES: readonly Rule<EnvironmentProps>[] = [
  environmentNameRule,
  versionRule,
  ...ENVIRONMENT_BUILD_RULES,
  {
    code: 'InferenceRoutePathInvalid',
    check: (props) => {
      const wrong = routesOf(props).find(([, { path }]) => mismatches(path, /^\/.*\w/));
      return wrong === undefined
        ? undefined
        : {
            property: `${wrong[0]}.path`,
            must: 'start with a slash and have a letter, digit or underscore',
            got: wrong[1].path,
          };
    },
  },
  {
    code: 'InferenceRoutePortOutOfRange',
    check: (props) => {
      const wrong = routesOf(props).find(([, { port }]) => isOutside(port, 1, 65_535));
      return wrong === undefined
        ? undefined
        : {
            property: `${wrong[0]}.port`,
            must: 'be between 1 and 65535, inclusive',
            got: wrong[1].port,
          };
    },
  },
];
