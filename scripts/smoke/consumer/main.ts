import { App } from 'cdktf';
import { MlStack, ResourceGroup, Workspace } from 'cdktf-azureml';
import { Template } from 'cdktf-azureml/testing';

const app = new App();
const stack = new MlStack(app, 'consumer', {
  subscriptionId: '00000000-0000-0000-0000-000000000001',
  location: 'westeurope',
});
const resourceGroup = new ResourceGroup(stack, 'Group', { name: 'rg-consumer' });
new Workspace(stack, 'Workspace', {
  name: 'mlw-consumer',
  resourceGroup,
  publicNetworkAccess: true,
});

Template.fromStack(stack).hasResource('azurerm_machine_learning_workspace', {
  name: 'mlw-consumer',
});
app.synth();
