import { Is, isUnresolved, mismatches, type Rule, type Shape } from '../../../core/validation';
import type { AddStepOptions, PipelineProps } from '../pipeline';
import type { Step } from '../steps/step';
import { defaultComputeRule } from './default-compute-rule';
import { ownsComponent } from './step-order';
import type { StepInput } from '../steps/step-input';
import { DATASTORE } from '../../datastore/private/datastore-path-rule';

type Resolved = PipelineProps & Required<Pick<PipelineProps, 'name' | 'inputs' | 'steps'>>;

const STEP = Is.having('a step', 'name', 'inputs', 'outputs', '_renderSpec', '_renderNode');

export const PIPELINE_SHAPE: Shape<Resolved> = {
  workspace: Is.having('a workspace', 'workspaceId', 'workspaceName', 'location'),
  name: Is.text,
  defaultCompute: Is.optional(Is.having('a compute', 'computeId', 'computeName')),
  defaultDatastore: Is.optional(DATASTORE),
  inputs: Is.map(Is.having('a PipelineInput', 'type', 'required')),
  steps: Is.known(Is.list(STEP)),
  displayName: Is.optional(Is.text),
  description: Is.optional(Is.string),
};

type AddedStep = AddStepOptions & { readonly step: Step };

export const ADDED_STEP_SHAPE: Shape<AddedStep> = {
  step: STEP,
  after: Is.optional(Is.known(Is.list(STEP))),
};

/** Most characters of the name of a component: `…/workspaces/components@2025-06-01`, `name`. */
const LONGEST_COMPONENT_NAME = 255;

/** Rules on a step that is added to a pipeline of some name. */
export function addedStepRules(pipelineName: string): readonly Rule<AddedStep>[] {
  return [
    {
      code: 'ComponentNameTooLong',
      check: ({ step: { name } }) => {
        const component = `${pipelineName}_${name}`;
        return component.length <= LONGEST_COMPONENT_NAME
          ? undefined
          : {
              property: 'name',
              must: `make at most ${String(LONGEST_COMPONENT_NAME)} characters with that of the pipeline, as <pipeline>_<step>`,
              got: component.length,
            };
      },
    },
    {
      code: 'StepAfterImpossible',
      check: ({ step, after = [] }) =>
        after.length === 0 || ownsComponent(step)
          ? undefined
          : {
              property: 'after',
              must: 'be left out where the component of the step exists already or is a pipeline',
              got: step.name,
              fix: 'bind one of its inputs to an output of the step it must wait for',
            },
    },
  ];
}

export const INPUT_NAME_SHAPE: Shape<{ readonly name: string }> = { name: Is.string };

export const ADDED_OUTPUT_SHAPE: Shape<{ readonly name: string; readonly from: StepInput }> = {
  name: Is.known(Is.string),
  from: Is.having('the output of a step', '_renderNodeInput'),
};

/** Component names start with a lower-case letter and hold letters of that kind, digits and `_`. */
const NAME = /^[a-z][a-z0-9_]{0,199}$/;

const INPUT_NAME = /^[A-Za-z_][A-Za-z0-9_]{0,254}$/;

export const PIPELINE_RULES: readonly Rule<Resolved>[] = [
  defaultComputeRule,
  {
    code: 'PipelineNameInvalid',
    check: ({ name }) =>
      isUnresolved(name) || mismatches(name, NAME)
        ? {
            property: 'name',
            must: 'be 1 to 200 lower-case letters, digits and "_", starting with a letter, known now',
            got: name,
          }
        : undefined,
  },
  {
    code: 'PipelineInputNameInvalid',
    check: ({ inputs }) => {
      const stray = Object.keys(inputs).find((name) => !INPUT_NAME.test(name));
      return stray === undefined
        ? undefined
        : {
            property: `inputs.${stray}`,
            must: 'be named by letters, digits and "_", starting with a letter or "_"',
            got: stray,
          };
    },
  },
];
