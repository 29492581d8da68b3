import * as fc from 'fast-check';

const MEANINGFUL = ['$', '%', '{', '}', '${', '%{', '$${', '${{', '}}', '~', '"', '\\', '\n'];
const SUSPICIOUS = ['1e5', '#{x}', '&{y}', '\r\n', '\u0000', '\u001f', '\u007f', 'é', '😀'];

/**
 * Text as a user may type it, dense in the characters that templates and JSON give a meaning.
 *
 * Always in NFC and without a leading byte order mark, since Terraform changes both.
 */
export const tricky = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...MEANINGFUL) },
      { weight: 1, arbitrary: fc.constantFrom(...SUSPICIOUS) },
      { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 3 }) },
    ),
    { maxLength: 8 },
  )
  .map((parts) =>
    parts
      .join('')
      .normalize('NFC')
      .replace(/^\ufeff+/, ''),
  );
