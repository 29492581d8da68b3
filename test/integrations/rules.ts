import { documentOf, type Mapping, mappingOf, mappingsIn, textsUnder } from './yaml-files';

/** What a rule finds wrong with the text of a file; nothing where all is well. */
export type Rule = (text: string) => readonly string[];

const THIRD_PARTY = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/;
const OWN = /^OWNER\/cdktf-azureml\/[\w./-]+@v\d+\.\d+\.\d+$/;

/** Scripts take what varies from the environment: an expression in them would be run as code. */
export const NO_EXPRESSION_IN_SCRIPTS: Rule = (text) =>
  ['run', 'bash', 'script', 'pwsh', 'powershell']
    .flatMap((key) => textsUnder(documentOf(text), key))
    .filter((script) => /\$\{\{|\$\((?:\w+\.)+\w+\)/.test(script));

/** A tag can be moved, a commit cannot. What is not ours is a commit, with its tag beside it. */
export const PINNED: Rule = (text) => {
  const used = textsUnder(documentOf(text), 'uses');
  const unnamed = [...text.matchAll(/uses: (\S+@[0-9a-f]{40})(?! # v\d+\.\d+\.\d+\n)/g)];
  return [
    ...used.filter((action) => !THIRD_PARTY.test(action) && !OWN.test(action)),
    ...unnamed.map(([found]) => found),
  ];
};

export const NO_KEPT_CREDENTIALS: Rule = (text) =>
  mappingsIn(documentOf(text))
    .filter((step) => isCheckout(step))
    .filter((step) => {
      const kept = step['checkout'] === undefined ? mappingOf(step['with']) : step;
      return kept['persist-credentials'] !== false && kept['persistCredentials'] !== false;
    })
    .map((step) => JSON.stringify(step));

function isCheckout({ uses, checkout }: Mapping): boolean {
  return (
    checkout !== undefined || (typeof uses === 'string' && uses.startsWith('actions/checkout@'))
  );
}

/** Rights of a workflow, by what it is started with. */
const RIGHTS: Readonly<Record<string, Mapping>> = {
  pull_request: { contents: 'read' },
  workflow_run: { actions: 'read', 'pull-requests': 'write' },
};

export const LEAST_PERMISSIONS: Rule = (text) => {
  const document = documentOf(text);
  const { on } = document;
  const trigger = typeof on === 'string' ? on : Object.keys(mappingOf(on)).join(' ');
  const wanted = RIGHTS[trigger];
  if (wanted === undefined) return [`started by ${trigger}`];
  const granted = mappingsIn(document).flatMap(({ permissions }) =>
    permissions === undefined ? [] : [JSON.stringify(permissions)],
  );
  return [JSON.stringify(wanted), ...granted].filter(
    (one) => !granted.includes(one) || one !== JSON.stringify(wanted),
  );
};

export const NO_SECRETS: Rule = (text) =>
  text.match(/secrets\.\w+|github\.token|GITHUB_TOKEN/g) ?? [];

/** What has a token that may comment takes nothing of the pull request but its artifact. */
export const RUNS_NOTHING_OF_IT: Rule = (text) => {
  const document = documentOf(text);
  const scripts = ['run', 'bash', 'script'].flatMap((key) => textsUnder(document, key));
  const sources = mappingsIn(document).filter(isCheckout);
  const downloads = mappingsIn(document).flatMap(
    (step) => mappingOf(step['with'] ?? step['inputs'])['path'] ?? [],
  );
  return [
    ...scripts.filter(
      (one) => !/^node "\$(?:GITHUB_ACTION_PATH|REVIEW_SCRIPTS)\/[\w-]+\.mjs"$/.test(one),
    ),
    ...sources
      .filter(({ checkout }) => checkout !== '${{ parameters.scripts }}')
      .map((one) => JSON.stringify(one)),
    ...downloads
      .filter((path) => !/^\$\{\{ runner\.temp|^\$\(Agent\.TempDirectory\)/.test(String(path)))
      .map(String),
    ...mappingsIn(document).flatMap(({ default: given }) => (given === 'self' ? ['self'] : [])),
  ];
};

/** Inputs are used, and what is used is declared. */
export const INPUTS_MATCH: Rule = (text) => {
  const { inputs, parameters } = documentOf(text);
  const declared = Array.isArray(parameters)
    ? parameters.map((one) => String(mappingOf(one)['name']))
    : Object.keys(mappingOf(inputs));
  const used = [...text.matchAll(/\b(?:inputs|parameters)\.([\w-]+)/g)].map(
    ([, name]) => name ?? '',
  );
  return [
    ...declared.filter((name) => !used.includes(name)).map((name) => `${name} is not used`),
    ...used.filter((name) => !declared.includes(name)).map((name) => `${name} is not declared`),
  ];
};
