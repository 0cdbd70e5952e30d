/*
 * Copyright 2026 The Basewell Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

/*
 * What a form of fields and files is sent as:
 *
 *   --BOUNDARY
 *   Content-Disposition: form-data; name="message"
 *
 *   Add a database
 *   --BOUNDARY
 *   Content-Disposition: form-data; name="/apps/a.yaml"; filename="a.yaml"
 *   Content-Type: application/octet-stream
 *
 *   a: 1
 *   --BOUNDARY--
 *
 * Lines end in CR LF; quotes and line breaks in names are percent-encoded.
 *
 * https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data
 */
import { createHash } from 'node:crypto';

/** @internal */
export interface FormField {
  readonly name: string;
  readonly content: string;
  /** Makes it a file, with further parameters of its disposition. */
  readonly file?: { readonly [parameter: string]: string };
}

/**
 * The platform's own `FormData` knows no parameters beside the name of a file.
 *
 * @internal
 */
export function encodeFormData(fields: readonly FormField[]): {
  readonly type: string;
  readonly bytes: Uint8Array;
} {
  const hash = createHash('sha256');
  fields.forEach(({ name, content }) => hash.update(name).update(content));
  const boundary = `form-${hash.digest('hex').slice(0, 32)}`;
  const parts = fields.map(
    ({ name, content, file }) =>
      `--${boundary}\r\nContent-Disposition: form-data${parameters({ name, ...file })}\r\n${
        file ? 'Content-Type: application/octet-stream\r\n' : ''
      }\r\n${content}\r\n`,
  );
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    bytes: Buffer.from(`${parts.join('')}--${boundary}--\r\n`, 'utf8'),
  };
}

function parameters(values: FormField['file']): string {
  return Object.entries(values ?? {})
    .map(([name, value]) => `; ${name}="${escaped(value)}"`)
    .join('');
}

function escaped(value: string): string {
  return value
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A')
    .replaceAll('"', '%22');
}
