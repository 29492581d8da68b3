import { validateValue } from '../../core/validation';
import type { IDataLocation } from '../datastore/data-location';
import { DATA_URI_RULES, DATA_URI_SHAPE } from './private/data-asset-rules';

/** Data by URL, of no datastore that is known here. */
export class DataUri implements IDataLocation {
  /**
   * A file or folder by URL.
   *
   * @param uri `https://`, `azureml:`, `abfss://`, `wasbs://` or `adl://`, and what follows
   * @throws UnscopedValidationError DataUriInvalid
   */
  public static of(uri: string): DataUri {
    validateValue({ uri }, DATA_URI_SHAPE, DATA_URI_RULES);
    return new DataUri(uri);
  }

  private constructor(public readonly uri: string) {}
}
