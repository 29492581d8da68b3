// The two packages that are made of the source.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { ENGINE_MODULES, LIBRARY_MODULES } = require('../cdktn/modules.js');
const { rewritten } = require('../cdktn/rewrite.js');

export const CDKTF = {
  library: 'cdktf-azureml',
  /** Where it is packed from. */
  folder: '.',
  programFor: (text) => text,
  manifest: {},
  /** What users name beside the library; npm adds the peers. */
  packages: [],
};

/** The bindings of azurerm ask for an older engine than there is. */
const OVERRIDES = { '@cdktn/provider-azurerm': { cdktn: '$cdktn' } };

export const CDKTN = {
  library: 'cdktn-azureml',
  folder: 'packages/cdktn-azureml',
  programFor: (text) => rewritten('main.ts', text, [...ENGINE_MODULES, ...LIBRARY_MODULES]),
  manifest: { overrides: OVERRIDES },
  packages: ['cdktn@^0.24.0'],
};
