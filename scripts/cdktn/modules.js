// Which modules stand in for which where the source is used with CDK Terrain.

/** Patterns of module specifiers, as jest takes them, with what they become. */
const ENGINE_MODULES = [
  ['^cdktf$', 'cdktn'],
  ['^cdktf/(.*)$', 'cdktn/$1'],
  ['^@cdktf/provider-azurerm$', '@cdktn/provider-azurerm'],
  ['^@cdktf/provider-azurerm/(.*)$', '@cdktn/provider-azurerm/$1'],
  ['^(.*)/own-cdktf$', '$1/own-cdktn'],
];

/** The library itself, in programs that use it. */
const LIBRARY_MODULES = [
  ['^cdktf-azureml$', 'cdktn-azureml'],
  ['^cdktf-azureml/(.*)$', 'cdktn-azureml/$1'],
];

/** What a specifier becomes; itself where nothing stands in for it. */
function replacedSpecifier(specifier, modules = ENGINE_MODULES) {
  for (const [pattern, replacement] of modules) {
    const expression = new RegExp(pattern);
    if (expression.test(specifier)) return specifier.replace(expression, replacement);
  }
  return specifier;
}

module.exports = { ENGINE_MODULES, LIBRARY_MODULES, replacedSpecifier };
