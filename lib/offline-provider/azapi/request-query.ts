import type { RecordedRequest } from '../azure/request-log';
import { isJsonList, isJsonObject, toJson } from '../wire/json';
import type { ObjectValue } from '../wire/value';

/** Query parameters as an argument such as `delete_query_parameters` holds them. */
export function queryOf(state: ObjectValue, argument: string): RecordedRequest['query'] {
  const query = toJson(state[argument]);
  if (!isJsonObject(query)) return {};
  return Object.fromEntries(
    Object.entries(query).map(([name, values]) => [
      name,
      isJsonList(values) ? values.map(String) : [],
    ]),
  );
}
