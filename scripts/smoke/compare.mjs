// Whether two engines make the same Terraform of the same program.
import { basename } from 'node:path';

/** Throws unless all examples became the same, but for what says which engine wrote them. */
export function compareExamples(first, second) {
  if (first.size === 0) throw new Error('there are no examples to compare');
  if (versionsIn(first).some((version) => versionsIn(second).includes(version))) {
    throw new Error('both were written by the same engine');
  }
  let [files, resources] = [0, 0];
  for (const [name, written] of first) {
    const found = differencesOf(written, second.get(name));
    if (found.length > 0) throw new Error(`${name} differs\n${found.slice(0, 40).join('\n')}`);
    for (const [path, text] of written) {
      files += 1;
      if (isDocument(path)) resources += resourcesIn(JSON.parse(text));
    }
  }
  console.log(
    `ok  ${first.size} examples are the same with both engines: ${files} files, ${resources} resources`,
  );
}

/** Versions of the engine that documents name. */
function versionsIn(examples) {
  return [...examples.values()].flatMap((written) =>
    [...written]
      .filter(([path]) => isDocument(path))
      .map(([, text]) => JSON.parse(text)['//'].metadata.version),
  );
}

/** Throws unless the comparison finds what it is there for. */
export function comparesDifferences() {
  const document = (change = {}) => ({
    '//': { metadata: { version: '0.21.0', backend: 'local' } },
    resource: { a_b: { Label: { id: '${c_d.Other.id}', tags: {} } } },
    terraform: { required_providers: { azurerm: { source: 'azurerm', version: '1' } } },
    ...change,
  });
  const written = (value) => new Map([['stack/cdk.tf.json', JSON.stringify(value)]]);
  const count = (change) => differencesOf(written(document()), written(document(change))).length;
  const resource = (label, id) => ({ resource: { a_b: { [label]: { id, tags: {} } } } });
  const found = {
    nothing: count({}),
    version: count({ '//': { metadata: { version: '0.24.0', backend: 'local' } } }),
    provider: count({
      terraform: { required_providers: { azurerm: { source: 'azurerm', version: '2' } } },
    }),
    reference: count(resource('Label', '${c_d.Another.id}')),
    label: count(resource('Renamed', '${c_d.Other.id}')),
    backend: count({ '//': { metadata: { version: '0.21.0', backend: 's3' } } }),
    source: count({
      terraform: { required_providers: { azurerm: { source: 'x', version: '1' } } },
    }),
    file: differencesOf(written(document()), new Map()).length,
  };
  const expected = {
    nothing: 0,
    version: 0,
    provider: 0,
    reference: 1,
    label: 2,
    backend: 1,
    source: 1,
    file: 1,
  };
  if (JSON.stringify(found) !== JSON.stringify(expected)) {
    throw new Error(`the comparison finds ${JSON.stringify(found)}`);
  }
  console.log('ok  the comparison finds references, labels, settings and files that differ');
}

/** Paths of what differs in what two programs wrote. */
function differencesOf(first, second = new Map()) {
  return [...new Set([...first.keys(), ...second.keys()])].flatMap((path) => {
    const texts = [first.get(path), second.get(path)];
    if (texts.includes(undefined)) return [`${path}: is there with one engine only`];
    if (!isDocument(path)) return texts[0] === texts[1] ? [] : [`${path}: other content`];
    return differencesIn(path, ...texts.map((text) => withoutEngine(JSON.parse(text))));
  });
}

function isDocument(path) {
  return basename(path) === 'cdk.tf.json';
}

/** Without the version of the engine and the version of azurerm that its bindings pin. */
function withoutEngine(document) {
  delete document['//']?.metadata?.version;
  delete document.terraform?.required_providers?.azurerm?.version;
  return document;
}

function differencesIn(path, first, second) {
  if (!isObject(first) || !isObject(second) || Array.isArray(first) !== Array.isArray(second)) {
    return first === second
      ? []
      : [`${path}: ${JSON.stringify(first)} or ${JSON.stringify(second)}`];
  }
  return [...new Set([...Object.keys(first), ...Object.keys(second)])].flatMap((key) =>
    differencesIn(`${path}.${key}`, first[key], second[key]),
  );
}

function isObject(value) {
  return typeof value === 'object' && value !== null;
}

function resourcesIn({ resource = {} }) {
  return Object.values(resource).flatMap((labels) => Object.keys(labels)).length;
}
