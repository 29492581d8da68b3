import { describeTerraform, errorsOf, expectOk } from '../support/terraform';
import { applied, changesOf, freshWorkdir, summaryOf } from './fresh-workdir';
import { GROUP_ID, stackOf, SUBSCRIPTION_ID, type Blocks } from './stack';

const ML = 'Microsoft.MachineLearningServices/workspaces';
const WORKSPACE_ID = `${GROUP_ID}/providers/${ML}/mlw`;
const WORKFLOW_ID = `${GROUP_ID}/providers/Microsoft.Logic/workflows/wf`;

const WORKFLOW = {
  type: 'Microsoft.Logic/workflows@2019-05-01',
  name: 'wf',
  parent_id: GROUP_ID,
  location: 'westeurope',
  body: {
    properties: { state: 'Enabled', definition: { retries: 0.1, actions: { a: [1, 'x'] } } },
  },
};
const workflow = (more: object = {}): Blocks => ({
  azapi_resource: { it: { ...WORKFLOW, ...more } },
});
const TRIGGER = { triggerType: 'Cron', expression: '0 4 * * *', timeZone: 'UTC' };
const schedule = (properties: object): Blocks => ({
  azapi_resource: {
    it: {
      type: `${ML}/schedules@2025-06-01`,
      name: 'nightly',
      parent_id: WORKSPACE_ID,
      body: {
        properties: { trigger: TRIGGER, action: { actionType: 'CreateJob' }, ...properties },
      },
    },
  },
});
const SCHEDULE_ID = `${WORKSPACE_ID}/schedules/nightly`;
const component = (componentSpec: object): Blocks => ({
  azapi_resource: {
    it: {
      type: `${ML}/components/versions@2025-06-01`,
      name: '1',
      parent_id: `${WORKSPACE_ID}/components/train`,
      body: { properties: { componentSpec } },
    },
  },
});

describeTerraform('azapi_resource', () => {
  const fresh = freshWorkdir();

  test('sends what is configured, with location, tags and identity in the body', async () => {
    const identity = `${GROUP_ID}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id`;
    await applied(
      fresh.workdir,
      stackOf(
        workflow({
          identity: [{ type: 'SystemAssigned, UserAssigned', identity_ids: [identity] }],
          tags: { owner: 'ml' },
          create_query_parameters: { wait: ['true'] },
        }),
      ),
    );
    expect(fresh.provider.requests.entries()).toEqual([
      {
        method: 'PUT',
        id: WORKFLOW_ID,
        terraformType: 'azapi_resource',
        query: { wait: ['true'] },
        body: {
          ...WORKFLOW.body,
          location: 'westeurope',
          tags: { owner: 'ml' },
          identity: {
            type: 'SystemAssigned, UserAssigned',
            userAssignedIdentities: { [identity]: {} },
          },
        },
      },
    ]);
    expect(await fresh.workdir.planIsEmpty()).toBe(true);
  });

  test.each<[string, object, object]>([
    [
      'by name to query',
      {
        url: 'properties.accessEndpoint',
        first: 'properties.definition.actions.a[1]',
        none: 'x.y',
      },
      {
        url: expect.stringMatching(/^https:\/\/prod-00\.westeurope\.logic\.azure\.com/),
        first: 'x',
        none: null,
      },
    ],
    [
      'as a list of paths',
      ['properties.state', 'properties.version', 'x.y'],
      { properties: { state: 'Enabled', version: '08585000000000000000' } },
    ],
  ])('exports %s', async (_, values, expected) => {
    await applied(
      fresh.workdir,
      stackOf(workflow({ response_export_values: values }), {
        output: { all: { value: '${azapi_resource.it.output}' } },
      }),
    );
    expect(await fresh.workdir.output()).toEqual({ all: expected });
    expect(await fresh.workdir.planIsEmpty()).toBe(true);
  });

  test('exports what the service computed where nothing is asked', async () => {
    await applied(
      fresh.workdir,
      stackOf(workflow(), { output: { id: { value: '${azapi_resource.it.output.id}' } } }),
    );
    expect(await fresh.workdir.output()).toEqual({ id: WORKFLOW_ID });
  });

  test('refuses a query that it cannot evaluate', async () => {
    await fresh.workdir.write(stackOf(workflow({ response_export_values: { x: 'a[*].b' } })));
    expect(errorsOf(await fresh.workdir.apply()).join()).toContain('does not evaluate the query');
  });

  test('updates in place with a PUT of the whole body', async () => {
    await applied(fresh.workdir, stackOf(workflow()));
    const body = { properties: { ...WORKFLOW.body.properties, state: 'Disabled' } };
    await fresh.workdir.write(stackOf(workflow({ body })));
    expect((await changesOf(fresh.workdir)).map(summaryOf)).toEqual(['azapi_resource.it update']);
    expectOk(await fresh.workdir.applyPlan());
    expect(fresh.provider.requests.entries(WORKFLOW_ID).at(-1)).toMatchObject({
      method: 'PUT',
      body: { ...body, location: 'westeurope' },
    });
    expect(fresh.provider.store.get(WORKFLOW_ID)?.body).toEqual({
      ...body,
      location: 'westeurope',
    });
  });

  test.each<[string, object, string | undefined]>([
    ['another name', { name: 'wf2' }, 'azapi_resource.it delete+create name'],
    [
      'another parent',
      { parent_id: `/subscriptions/${SUBSCRIPTION_ID}/resourceGroups/rg-other` },
      'azapi_resource.it delete+create parent_id',
    ],
    ['another location', { location: 'northeurope' }, 'azapi_resource.it delete+create location'],
    [
      'another resource type',
      { type: 'Microsoft.Logic/integrationAccounts@2019-05-01' },
      'azapi_resource.it delete+create type',
    ],
    [
      'another api-version',
      { type: 'Microsoft.Logic/workflows@2018-07-01' },
      'azapi_resource.it update',
    ],
    ['an identity', { identity: [{ type: 'SystemAssigned' }] }, 'azapi_resource.it update'],
    ['tags', { tags: { a: 'b' } }, 'azapi_resource.it update'],
    ['another spelling of the location', { location: 'West Europe' }, undefined],
  ])('plans rightly %s', async (_, more, expected) => {
    await applied(fresh.workdir, stackOf(workflow()));
    await fresh.workdir.write(stackOf(workflow(more)));
    expect((await changesOf(fresh.workdir)).map(summaryOf)).toEqual(
      expected === undefined ? [] : [expected],
    );
  });

  test.each<[string, object, object]>([
    [
      'outside values',
      { replace_triggers_external_values: ['a'] },
      { replace_triggers_external_values: ['b'] },
    ],
    [
      'paths of the body',
      { replace_triggers_refs: ['properties.state'] },
      {
        replace_triggers_refs: ['properties.state'],
        body: { properties: { ...WORKFLOW.body.properties, state: 'Disabled' } },
      },
    ],
  ])('is replaced when %s change that it names', async (_, before, after) => {
    await applied(fresh.workdir, stackOf(workflow(before)));
    await fresh.workdir.write(stackOf(workflow(after)));
    expect((await changesOf(fresh.workdir)).map(({ change }) => change.actions)).toEqual([
      ['delete', 'create'],
    ]);
  });

  test('keeps principal and output while the identity stays', async () => {
    const identity = [{ type: 'SystemAssigned' }];
    await applied(fresh.workdir, stackOf(workflow({ identity })));
    await fresh.workdir.write(stackOf(workflow({ identity, tags: { a: 'b' } })));
    const [change] = await changesOf(fresh.workdir);
    expect(change?.change.after_unknown).toEqual(
      expect.objectContaining({ identity: [{}], output: true }),
    );
  });

  test('sends nothing for a change of what only Terraform needs', async () => {
    await applied(fresh.workdir, stackOf(workflow()));
    await fresh.workdir.write(stackOf(workflow({ retry: { error_message_regex: ['x'] } })));
    expectOk(await fresh.workdir.apply());
    expect(fresh.provider.requests.entries()).toHaveLength(1);
    expect(await fresh.workdir.planIsEmpty()).toBe(true);
  });

  test('sees drift of configured keys only', async () => {
    await applied(fresh.workdir, stackOf(workflow()));
    fresh.provider.store.patchBody(WORKFLOW_ID, { properties: { added: true } });
    expect(await fresh.workdir.planIsEmpty()).toBe(true);
    fresh.provider.store.patchBody(WORKFLOW_ID, { properties: { state: 'Disabled' } });
    const [change] = await changesOf(fresh.workdir);
    expect(change?.change).toMatchObject({
      actions: ['update'],
      before: { body: { properties: { state: 'Disabled' } } },
      after: { body: { properties: { state: 'Enabled' } } },
    });
  });

  test('does not take a missing key for drift unless told to', async () => {
    await applied(fresh.workdir, stackOf(workflow({ ignore_missing_property: false })));
    fresh.provider.store.patchBody(WORKFLOW_ID, { properties: { state: null } });
    expect(await fresh.workdir.planIsEmpty()).toBe(false);
    await applied(fresh.workdir, stackOf(workflow()));
    fresh.provider.store.patchBody(WORKFLOW_ID, { properties: { state: null } });
    expect(await fresh.workdir.planIsEmpty()).toBe(true);
  });

  test('sees drift of tags and identity', async () => {
    await applied(
      fresh.workdir,
      stackOf(workflow({ tags: { a: 'b' }, identity: [{ type: 'SystemAssigned' }] })),
    );
    fresh.provider.store.patchBody(WORKFLOW_ID, { tags: { a: 'c' }, identity: null });
    const [change] = await changesOf(fresh.workdir);
    expect(change?.change.before).toMatchObject({ tags: { a: 'c' }, identity: [] });
  });

  test('creates nothing that exists', async () => {
    fresh.provider.store.put({ id: WORKFLOW_ID, type: 'x', body: {}, computed: {} });
    await fresh.workdir.write(stackOf(workflow()));
    expect(errorsOf(await fresh.workdir.apply()).join()).toContain(
      'already exists - to be managed via Terraform this resource needs to be imported',
    );
  });

  test('sends a secret body and stores it nowhere', async () => {
    const secret = (token: string, more: object = {}): Blocks =>
      workflow({ sensitive_body: { properties: { parameters: { token } } }, ...more });
    await applied(fresh.workdir, stackOf(secret('not-a-secret')));
    expect(fresh.provider.requests.entries(WORKFLOW_ID).at(-1)?.body).toMatchObject({
      properties: { state: 'Enabled', parameters: { token: 'not-a-secret' } },
    });
    const { stdout } = await fresh.workdir.run('show', '-json');
    expect(stdout).not.toContain('not-a-secret');
    expect(await fresh.workdir.planIsEmpty()).toBe(true);
    await fresh.workdir.write(stackOf(secret('another')));
    expect((await changesOf(fresh.workdir)).map(summaryOf)).toEqual(['azapi_resource.it update']);
    expectOk(await fresh.workdir.apply());
    expect(await fresh.workdir.planIsEmpty()).toBe(true);
  });

  test('sends of a versioned secret body only what has a new version', async () => {
    const secret = (version: string): Blocks =>
      workflow({
        sensitive_body: { properties: { a: 'x', b: 'y' } },
        sensitive_body_version: { 'properties.a': version, 'properties.b': '1' },
      });
    await applied(fresh.workdir, stackOf(secret('1')));
    await fresh.workdir.write(stackOf(secret('2')));
    expectOk(await fresh.workdir.apply());
    const [first, second] = fresh.provider.requests.entries(WORKFLOW_ID);
    expect(first?.body).toMatchObject({ properties: { a: 'x', b: 'y' } });
    expect(second?.body).toMatchObject({ properties: { a: 'x' } });
    expect(second?.body).not.toMatchObject({ properties: { b: 'y' } });
  });

  test('is imported by an id with its api-version, and only so', async () => {
    await applied(fresh.workdir, stackOf(workflow()));
    expectOk(await fresh.workdir.run('state', 'rm', 'azapi_resource.it'));
    const imported = (id: string): object =>
      stackOf(workflow(), { import: [{ to: 'azapi_resource.it', id }] });
    await fresh.workdir.write({ ...imported(WORKFLOW_ID) });
    expect(errorsOf(await fresh.workdir.plan()).join()).toContain('api-version');
    await fresh.workdir.write({ ...imported(`${WORKFLOW_ID}?api-version=2019-05-01`) });
    expectOk(await fresh.workdir.apply());
    expect(await fresh.workdir.planIsEmpty()).toBe(true);
    expect(fresh.provider.requests.entries(WORKFLOW_ID)).toHaveLength(1);
  });

  test('sends no nulls when told to ignore them', async () => {
    const body = { properties: { a: null, b: [{ c: null, d: 1 }] } };
    await applied(fresh.workdir, stackOf(workflow({ body, ignore_null_property: true })));
    expect(fresh.provider.requests.entries(WORKFLOW_ID).at(-1)?.body).toEqual({
      location: 'westeurope',
      properties: { b: [{ d: 1 }] },
    });
    expect(await fresh.workdir.planIsEmpty()).toBe(true);
  });

  test('takes name and location from the provider where it gives none', async () => {
    const provider = {
      azurerm: [{ features: [{}], subscription_id: SUBSCRIPTION_ID }],
      azapi: [
        { default_name: 'wf', default_location: 'northeurope', disable_default_output: true },
      ],
    };
    await applied(
      fresh.workdir,
      stackOf(workflow({ name: null, location: null }), {
        provider,
        output: { out: { value: '${azapi_resource.it.output}' } },
      }),
    );
    expect(fresh.provider.store.get(WORKFLOW_ID)?.body).toMatchObject({ location: 'northeurope' });
    expect(await fresh.workdir.output()).toEqual({ out: {} });
    expect(await fresh.workdir.planIsEmpty()).toBe(true);
  });

  test('takes location and tags from the body', async () => {
    const body = { ...WORKFLOW.body, location: 'westeurope', tags: { a: 'b' } };
    await applied(
      fresh.workdir,
      stackOf(workflow({ location: null, body }), {
        output: {
          both: { value: '${azapi_resource.it.location} ${azapi_resource.it.tags.a}' },
        },
      }),
    );
    expect(await fresh.workdir.output()).toEqual({ both: 'westeurope b' });
    expect(await fresh.workdir.planIsEmpty()).toBe(true);
  });

  test('says None for an identity that is taken away', async () => {
    await applied(fresh.workdir, stackOf(workflow({ identity: [{ type: 'SystemAssigned' }] })));
    await fresh.workdir.write(stackOf(workflow()));
    expectOk(await fresh.workdir.apply());
    expect(fresh.provider.requests.entries(WORKFLOW_ID).at(-1)).toMatchObject({
      body: { identity: { type: 'None' } },
    });
    expect(await fresh.workdir.planIsEmpty()).toBe(true);
  });

  test('creates a resource group in the subscription of the provider', async () => {
    await applied(
      fresh.workdir,
      stackOf({
        azapi_resource: {
          rg: {
            type: 'Microsoft.Resources/resourceGroups@2024-03-01',
            name: 'rg',
            location: 'westeurope',
          },
        },
      }),
    );
    expect(fresh.provider.store.ids()).toEqual([
      `/subscriptions/${SUBSCRIPTION_ID}/resourceGroups/rg`,
    ]);
    expect(await fresh.workdir.planIsEmpty()).toBe(true);
  });
});

describeTerraform('the service behind azapi', () => {
  const fresh = freshWorkdir();

  test.each<[string, object, boolean]>([
    ['refuses to delete a schedule that is on by default', {}, false],
    ['refuses to delete an enabled schedule', { isEnabled: true }, false],
    ['deletes a disabled schedule', { isEnabled: false }, true],
  ])('%s', async (_, properties, isDeleted) => {
    await applied(fresh.workdir, stackOf(schedule(properties)));
    const result = await fresh.workdir.destroy();
    expect(result.exitCode === 0).toBe(isDeleted);
    expect(fresh.provider.store.get(SCHEDULE_ID) === undefined).toBe(isDeleted);
    if (!isDeleted)
      expect(errorsOf(result).join()).toContain('an enabled schedule cannot be deleted');
  });

  test('capitalizes what a schedule says in small letters, so that it never settles', async () => {
    const recurrence = (frequency: string): Blocks =>
      schedule({
        isEnabled: false,
        trigger: { triggerType: 'Recurrence', frequency, interval: 1 },
      });
    await applied(fresh.workdir, stackOf(recurrence('week')));
    expect(await fresh.workdir.planIsEmpty()).toBe(false);
    await applied(fresh.workdir, stackOf(recurrence('Week')));
    expect(await fresh.workdir.planIsEmpty()).toBe(true);
  });

  test('rewrites a component, so that only an ignored body settles', async () => {
    await applied(fresh.workdir, stackOf(component({ is_deterministic: true })));
    const [change] = await changesOf(fresh.workdir);
    expect(change?.change.before).toMatchObject({
      body: { properties: { componentSpec: { is_deterministic: 'True' } } },
    });
  });

  test('changes no version', async () => {
    await applied(fresh.workdir, stackOf(component({ command: 'a' })));
    await fresh.workdir.write(stackOf(component({ command: 'b' })));
    expect(errorsOf(await fresh.workdir.apply()).join()).toContain(
      'versions are immutable, componentSpec cannot change',
    );
  });

  test('deletes a compute only with a word on what is behind it', async () => {
    const compute = (more: object): Blocks => ({
      azapi_resource: {
        it: {
          type: `${ML}/computes@2025-06-01`,
          name: 'databricks',
          parent_id: WORKSPACE_ID,
          body: { properties: { computeType: 'Databricks' } },
          ...more,
        },
      },
    });
    await applied(fresh.workdir, stackOf(compute({})));
    expect(errorsOf(await fresh.workdir.destroy()).join()).toContain('underlyingResourceAction');
    await applied(
      fresh.workdir,
      stackOf(compute({ delete_query_parameters: { underlyingResourceAction: ['Detach'] } })),
    );
    expectOk(await fresh.workdir.destroy());
    expect(fresh.provider.requests.entries().at(-1)).toMatchObject({
      method: 'DELETE',
      query: { underlyingResourceAction: ['Detach'] },
    });
  });
});

describeTerraform('azapi_update_resource', () => {
  const fresh = freshWorkdir();
  const update = (body: object, more: object = {}): Blocks => ({
    azapi_update_resource: {
      it: { type: `${ML}@2025-06-01`, resource_id: WORKSPACE_ID, body, ...more },
    },
  });
  const store = (): void => {
    fresh.provider.store.put({
      id: WORKSPACE_ID,
      type: ML,
      body: { location: 'westeurope', properties: { a: 1 } },
      computed: {},
    });
  };

  test('merges into what is there, and leaves it there when destroyed', async () => {
    store();
    await applied(fresh.workdir, stackOf(update({ properties: { b: 2 } })));
    const whole = { location: 'westeurope', properties: { a: 1, b: 2 } };
    expect(fresh.provider.requests.entries()).toMatchObject([{ method: 'PUT', body: whole }]);
    expect(await fresh.workdir.planIsEmpty()).toBe(true);
    expectOk(await fresh.workdir.destroy());
    expect(fresh.provider.requests.entries()).toHaveLength(1);
    expect(fresh.provider.store.get(WORKSPACE_ID)?.body).toEqual(whole);
  });

  test('sees drift of what it updates', async () => {
    store();
    await applied(fresh.workdir, stackOf(update({ properties: { b: 2 } })));
    fresh.provider.store.patchBody(WORKSPACE_ID, { properties: { b: 3 } });
    expect((await changesOf(fresh.workdir)).map(summaryOf)).toEqual([
      'azapi_update_resource.it update',
    ]);
  });

  test('finds its target by parent and name', async () => {
    store();
    await applied(
      fresh.workdir,
      stackOf(update({ properties: {} }, { resource_id: null, parent_id: GROUP_ID, name: 'mlw' })),
    );
    expect(fresh.provider.requests.entries(WORKSPACE_ID)).toHaveLength(1);
  });

  test('updates what may be there from before', async () => {
    await applied(fresh.workdir, stackOf(update({ properties: { b: 2 } })));
    expect(fresh.provider.store.get(WORKSPACE_ID)?.body).toEqual({ properties: { b: 2 } });
  });

  test('refuses a target of another type', async () => {
    await fresh.workdir.write(stackOf(update({}, { resource_id: WORKFLOW_ID })));
    expect(errorsOf(await fresh.workdir.apply()).join()).toContain('are not matched');
  });

  test('updates nothing that is not there', async () => {
    fresh.provider.store.put({
      id: GROUP_ID,
      type: 'Microsoft.Resources/resourceGroups',
      body: {},
      computed: {},
    });
    await fresh.workdir.write(stackOf(update({ properties: {} })));
    expect(errorsOf(await fresh.workdir.apply()).join()).toContain('update target does not exist');
  });

  test('leaves what azurerm made as azurerm sees it', async () => {
    const group: Blocks = {
      azurerm_resource_group: { rg: { name: 'rg-before', location: 'westeurope' } },
      azapi_update_resource: {
        it: {
          type: 'Microsoft.Resources/resourceGroups@2024-03-01',
          resource_id: '${azurerm_resource_group.rg.id}',
          body: { properties: { x: 1 } },
        },
      },
    };
    await applied(fresh.workdir, stackOf(group));
    expect(await fresh.workdir.planIsEmpty()).toBe(true);
  });
});

describeTerraform('azapi_resource_action', () => {
  const fresh = freshWorkdir();
  const action = (more: object): Blocks => ({
    azapi_resource_action: {
      it: { type: WORKFLOW.type, resource_id: WORKFLOW_ID, action: 'listKeys', ...more },
    },
  });

  test('is performed once when applied', async () => {
    await applied(
      fresh.workdir,
      stackOf(
        action({ body: { a: 1 }, sensitive_response_export_values: { key: 'keys[0].value' } }),
        {
          output: {
            key: { value: '${azapi_resource_action.it.sensitive_output.key}', sensitive: true },
          },
        },
      ),
    );
    expect(fresh.provider.requests.entries()).toMatchObject([
      { method: 'POST', id: `${WORKFLOW_ID}/listKeys`, body: { a: 1 } },
    ]);
    expect(Buffer.from(String((await fresh.workdir.output())['key']), 'base64')).toHaveLength(64);
    expect(await fresh.workdir.planIsEmpty()).toBe(true);
    expectOk(await fresh.workdir.destroy());
    expect(fresh.provider.requests.entries()).toHaveLength(1);
  });

  test('waits for its destruction when told to', async () => {
    await applied(fresh.workdir, stackOf(action({ when: 'destroy', method: 'POST' })));
    expect(fresh.provider.requests.entries()).toEqual([]);
    expectOk(await fresh.workdir.destroy());
    expect(fresh.provider.requests.entries()).toMatchObject([{ method: 'POST' }]);
  });

  test.each<[string, string, object | undefined]>([
    ['replaces with PUT', 'PUT', { properties: { b: 2 } }],
    ['merges with PATCH', 'PATCH', { properties: { a: 1, b: 2 } }],
    ['removes with DELETE', 'DELETE', undefined],
    ['leaves alone with GET', 'GET', { properties: { a: 1 } }],
  ])('%s, where it names no action', async (_, method, expected) => {
    fresh.provider.store.put({
      id: WORKFLOW_ID,
      type: 'Microsoft.Logic/workflows',
      body: { properties: { a: 1 } },
      computed: {},
    });
    await applied(
      fresh.workdir,
      stackOf(action({ action: null, method, body: { properties: { b: 2 } } })),
    );
    expect(fresh.provider.store.get(WORKFLOW_ID)?.body).toEqual(expected);
  });

  test('minds no absence when told so', async () => {
    fresh.provider.store.put({
      id: GROUP_ID,
      type: 'Microsoft.Resources/resourceGroups',
      body: {},
      computed: {},
    });
    await applied(fresh.workdir, stackOf(action({ ignore_not_found: true })));
    expect(fresh.provider.requests.entries()).toEqual([]);
  });

  test('is performed on nothing that is not there', async () => {
    fresh.provider.store.put({
      id: GROUP_ID,
      type: 'Microsoft.Resources/resourceGroups',
      body: {},
      computed: {},
    });
    await fresh.workdir.write(stackOf(action({})));
    expect(errorsOf(await fresh.workdir.apply()).join()).toContain('404 ResourceNotFound');
  });
});
