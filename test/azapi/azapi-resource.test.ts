import {
  Lazy,
  TerraformCount,
  TerraformIterator,
  TerraformOutput,
  TerraformVariable,
  Token,
} from 'cdktf';
import {
  AzapiProvider,
  AzapiResource,
  AzapiResourceAction,
  type AzapiResourceConfig,
  AzapiUpdateResource,
} from '../../lib/azapi';
import { Template } from '../../lib/testing';
import {
  ACTION,
  ACTION_JSON,
  azapiStack,
  GROUP_ID,
  RESOURCE,
  RESOURCE_JSON,
  UPDATE,
  UPDATE_JSON,
  WORKFLOW,
} from './setup';

const MINIMAL: AzapiResourceConfig = { type: WORKFLOW, name: 'la-churn', parentId: GROUP_ID };

/** What a resource with these arguments, beside the minimal ones, becomes. */
function emitted(config: Partial<AzapiResourceConfig>) {
  const stack = azapiStack();
  new AzapiResource(stack, 'It', { ...MINIMAL, ...config });
  return Template.fromStack(stack).resource('azapi_resource');
}

describe('an azapi resource', () => {
  test('has nothing but what it is given', () => {
    expect(emitted({})).toEqual({ type: WORKFLOW, name: 'la-churn', parent_id: GROUP_ID });
  });

  test('has every argument under the name of Terraform', () => {
    expect(emitted(RESOURCE)).toEqual(RESOURCE_JSON);
  });

  test('has an identity without ids where the service makes it', () => {
    expect(emitted({ identity: { type: 'SystemAssigned' } })['identity']).toEqual([
      { type: 'SystemAssigned' },
    ]);
  });

  test('keeps false, zero, empty text, empty lists, empty objects and null in its body', () => {
    const body = { a: false, b: 0, c: '', d: [], e: {}, f: null, g: [null, { h: null }] };
    expect(emitted({ body })['body']).toEqual(body);
  });

  test('leaves undefined out of its body and keeps the case of keys', () => {
    expect(
      emitted({ body: { camelCase: { absent: undefined, 'kebab-case': 1 } } })['body'],
    ).toEqual({ camelCase: { 'kebab-case': 1 } });
  });

  test('escapes what looks like a template, in values and keys, at any depth', () => {
    const body = { command: 'x --in ${{inputs.raw}}', '%{key}': [{ name: 'a${{name}}b' }] };
    expect(emitted({ body })['body']).toEqual({
      command: 'x --in $${{inputs.raw}}',
      '%%{key}': [{ name: 'a$${{name}}b' }],
    });
  });

  test('escapes its other texts as well', () => {
    const text = '${{x}}';
    expect(
      emitted({
        sensitiveBody: { a: text },
        tags: { a: text },
        createQueryParameters: { a: [text] },
        retry: { errorMessageRegex: [text] },
      }),
    ).toMatchObject({
      sensitive_body: { a: '$${{x}}' },
      tags: { a: '$${{x}}' },
      create_query_parameters: { a: ['$${{x}}'] },
      retry: { error_message_regex: ['$${{x}}'] },
    });
  });

  test('keeps tokens in its body: text, numbers, lists, lazy values, whole objects', () => {
    const stack = azapiStack();
    const variable = new TerraformVariable(stack, 'v', {});
    new AzapiResource(stack, 'It', {
      ...MINIMAL,
      body: {
        text: `a-${variable.stringValue}-\${{b}}`,
        number: variable.numberValue,
        list: variable.listValue,
        lazy: Lazy.anyValue({ produce: () => ({ late: true }) }),
        flag: variable.booleanValue,
      },
    });
    expect(Template.fromStack(stack).resource('azapi_resource')['body']).toEqual({
      text: 'a-${var.v}-$${{b}}',
      number: '${var.v}',
      list: '${var.v}',
      lazy: { late: true },
      flag: '${var.v}',
    });
  });

  test('takes a token as its whole body', () => {
    const body = Lazy.anyValue({ produce: () => ({ properties: { a: 1 } }) });
    expect(emitted({ body })['body']).toEqual({ properties: { a: 1 } });
    expect(emitted({ body: Token.asAny('${local.body}') })['body']).toBe('${local.body}');
  });

  test('takes a token as a whole list', () => {
    const stack = azapiStack();
    const ids = new TerraformVariable(stack, 'ids', { type: 'list(string)' }).listValue;
    new AzapiResource(stack, 'It', {
      ...MINIMAL,
      locks: ids,
      identity: { type: 'UserAssigned', identityIds: ids },
    });
    Template.fromStack(stack).hasResource('azapi_resource', {
      locks: '${var.ids}',
      identity: [{ identity_ids: '${var.ids}' }],
    });
  });

  test('does not change the body it is given', () => {
    const body = Object.freeze({ nested: Object.freeze({ command: '${{x}}' }) });
    emitted({ body });
    expect(body).toEqual({ nested: { command: '${{x}}' } });
  });

  test('takes the meta-arguments of Terraform', () => {
    const stack = azapiStack();
    const hub = new AzapiProvider(stack, 'hub', { alias: 'hub' });
    const first = new AzapiResource(stack, 'First', MINIMAL);
    new AzapiResource(stack, 'It', {
      ...MINIMAL,
      name: 'second',
      provider: hub,
      dependsOn: [first],
      lifecycle: { preventDestroy: true, ignoreChanges: ['body'], createBeforeDestroy: false },
      count: TerraformCount.of(2),
    });
    Template.fromStack(stack).hasResource('azapi_resource', {
      name: 'second',
      provider: 'azapi.hub',
      depends_on: ['azapi_resource.First'],
      lifecycle: { prevent_destroy: true, ignore_changes: ['body'], create_before_destroy: false },
      count: 2,
    });
  });

  test('is repeated for each value of a set', () => {
    const stack = azapiStack();
    const iterator = TerraformIterator.fromList(['a', 'b']);
    new AzapiResource(stack, 'It', { ...MINIMAL, name: iterator.value, forEach: iterator });
    Template.fromStack(stack).hasResource('azapi_resource', {
      for_each: '${toset(["a", "b"])}',
      name: '${each.value}',
    });
  });

  test('gives its id, name, identity and response as references', () => {
    const stack = azapiStack();
    const resource = new AzapiResource(stack, 'It', {
      ...MINIMAL,
      responseExportValues: { uri: 'properties.accessEndpoint' },
    });
    const value = [resource.id, resource.name, resource.principalId, resource.exported('uri')];
    new TerraformOutput(stack, 'all', { value });
    Template.fromStack(stack).hasOutput('all', {
      value: [
        '${azapi_resource.It.id}',
        '${azapi_resource.It.name}',
        '${azapi_resource.It.identity[0].principal_id}',
        '${azapi_resource.It.output.uri}',
      ],
    });
  });

  test('can be imported and moved, as every resource of Terraform', () => {
    const stack = azapiStack();
    const resource = new AzapiResource(stack, 'It', MINIMAL);
    resource.importFrom(`${GROUP_ID}/providers/Microsoft.Logic/workflows/la-churn`);
    const json = Template.fromStack(stack, { skipValidations: true }).toJson();
    expect(json['import']).toEqual([
      {
        id: `${GROUP_ID}/providers/Microsoft.Logic/workflows/la-churn`,
        to: 'azapi_resource.It',
      },
    ]);
  });

  test('can be overridden', () => {
    const stack = azapiStack();
    const resource = new AzapiResource(stack, 'It', { ...MINIMAL, body: { a: { b: 1, c: 2 } } });
    resource.addOverride('body.a.b', 3);
    resource.addOverride('ignore_casing', true);
    Template.fromStack(stack).hasResource('azapi_resource', {
      body: { a: { b: 3, c: 2 } },
      ignore_casing: true,
    });
  });
});

describe('an azapi update', () => {
  test('has every argument under the name of Terraform', () => {
    const stack = azapiStack();
    new AzapiUpdateResource(stack, 'It', UPDATE);
    expect(Template.fromStack(stack).resource('azapi_update_resource')).toEqual(UPDATE_JSON);
  });
});

describe('an azapi action', () => {
  test('has every argument under the name of Terraform', () => {
    const stack = azapiStack();
    new AzapiResourceAction(stack, 'It', ACTION);
    expect(Template.fromStack(stack).resource('azapi_resource_action')).toEqual(ACTION_JSON);
  });

  test('leaves to azapi what it is not given', () => {
    const stack = azapiStack();
    new AzapiResourceAction(stack, 'It', { type: WORKFLOW, resourceId: GROUP_ID });
    expect(Template.fromStack(stack).resource('azapi_resource_action')).toEqual({
      type: WORKFLOW,
      resource_id: GROUP_ID,
    });
  });
});
