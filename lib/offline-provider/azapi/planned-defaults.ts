import { DynamicValue, isObject, type ObjectValue, type Value } from '../wire/value';

const EMPTY_BODY = new DynamicValue(['object', {}], {});

/** Values that azapi plans where the configuration gives none, by Terraform type. */
const DEFAULTS: { readonly [type: string]: ObjectValue } = {
  azapi_resource: {
    body: EMPTY_BODY,
    ignore_casing: false,
    ignore_missing_property: true,
    ignore_null_property: false,
    schema_validation_enabled: true,
  },
  azapi_update_resource: { ignore_casing: false, ignore_missing_property: true },
  azapi_resource_action: { method: 'POST', when: 'apply' },
  azapi_data_plane_resource: {
    body: EMPTY_BODY,
    ignore_casing: false,
    ignore_missing_property: true,
  },
};

const RETRY_DEFAULTS: ObjectValue = {
  interval_seconds: 10,
  max_interval_seconds: 180,
  multiplier: 1.5,
  randomization_factor: 0.5,
};

/** The proposed state with defaults where the configuration has nothing. */
export function withPlannedDefaults(
  terraformType: string,
  proposed: ObjectValue,
  config: ObjectValue,
): ObjectValue {
  return {
    ...proposed,
    ...absent(DEFAULTS[terraformType] ?? {}, config),
    retry: withRetryDefaults(proposed['retry'] ?? null, config['retry'] ?? null),
  };
}

function withRetryDefaults(proposed: Value, config: Value): Value {
  return isObject(proposed) && isObject(config)
    ? { ...proposed, ...absent(RETRY_DEFAULTS, config) }
    : proposed;
}

/** The defaults of what is null in a configuration. */
function absent(defaults: ObjectValue, config: ObjectValue): ObjectValue {
  return Object.fromEntries(
    Object.entries(defaults).filter(([name]) => (config[name] ?? null) === null),
  );
}
