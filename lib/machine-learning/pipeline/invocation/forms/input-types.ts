import { Is, type Shape } from '../../../../core/validation';
import type { IDataLocation } from '../../../datastore/data-location';
import { DataType } from '../../data-type';
import { isLiteral } from '../../private/literal-type';
import type { JobInput } from '../rendered-argument';

/** What a location is, as v2 requests say it. */
export type UriType = 'UriFile' | 'UriFolder';

/** A location, and what lies there. */
export const LOCATION_SHAPE: Shape<{ readonly location: IDataLocation; readonly type: DataType }> =
  {
    location: Is.having('a path of a datastore, or a URL', 'uri'),
    type: Is.known(Is.oneOf(Object.values(DataType).filter((type) => !isLiteral(type)))),
  };

/** Whether an input of a type takes the location of a file. */
export function takesFile(type: DataType): boolean {
  return type === DataType.URI_FILE;
}

/** Whether an input of a type takes a location. All that is no literal and no file is a folder: tables and models too. */
export function takes(location: UriType, type: DataType): boolean {
  return location === 'UriFile' ? takesFile(type) : !isLiteral(type) && !takesFile(type);
}

/** A location as an input of a scheduled job. */
export function jobInput(location: UriType, uri: string): JobInput {
  return {
    jobInputType: location === 'UriFile' ? 'uri_file' : 'uri_folder',
    mode: 'ReadOnlyMount',
    uri,
  };
}
