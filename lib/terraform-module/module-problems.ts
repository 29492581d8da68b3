import type { Problem } from '../core/errors';
import { problem } from '../core/validation';
import { listOf, memberOf, recordOf, textOf } from '../review/read/json-values';
import type { JsonRecord } from './module-source';
import { addressOf, expressionsIn, stringsIn } from './strings';

/** What a stack holds that Terraform, or a second caller, does not accept of a module. */
export function moduleProblems(document: JsonRecord): readonly Problem[] {
  return [...imports(document), ...remoteStates(document), ...rootPaths(document)];
}

function imports(document: JsonRecord): readonly Problem[] {
  return listOf(document['import']).map((block) =>
    problem('ModuleImportBlock', {
      property: textOf(memberOf(block, 'to')) ?? 'import',
      must: 'be imported by who calls the module: Terraform takes import blocks in the root module only',
      got: textOf(memberOf(block, 'id')),
      fix: 'synthesize with CDKTF_AZUREML_VERSIONS=off where this is a version that is declared again, and have callers who still have it in Azure import it',
    }),
  );
}

function remoteStates(document: JsonRecord): readonly Problem[] {
  const states = recordOf(memberOf(document['data'], 'terraform_remote_state'));
  return Object.keys(states).map((label) =>
    problem('ModuleRemoteState', {
      property: `data.terraform_remote_state.${label}`,
      must: 'come from the caller, who keeps the states',
      got: textOf(memberOf(states[label], 'backend')),
      fix: 'declare a TerraformVariable in place of the value of the other stack',
    }),
  );
}

const ROOT_PATH = /\bpath\.(?:root|cwd)\b/;

function rootPaths(document: JsonRecord): readonly Problem[] {
  return stringsIn(document)
    .filter(([text]) => expressionsIn(text).some((expression) => ROOT_PATH.test(expression)))
    .map(([text, path]) =>
      problem('ModulePathOfRoot', {
        property: addressOf(path),
        must: 'not name the folder of the root module, which is that of the caller',
        got: text,
        fix: 'use path.module',
      }),
    );
}
