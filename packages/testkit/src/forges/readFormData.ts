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

/** One part of a form, as it was sent. */
export interface FormPart {
  readonly name: string;
  /** Of a file. */
  readonly filename?: string;
  /** `x-attributes` of its disposition. */
  readonly attributes?: string;
  readonly content: Buffer;
}

const BREAK = '\r\n';

/**
 * Takes a form of fields and files apart; bytes are kept as they are.
 *
 * https://www.rfc-editor.org/rfc/rfc7578
 *
 * @param type - with its boundary: `multipart/form-data; boundary=…`
 */
export function readFormData(type: string, body: Buffer): readonly FormPart[] {
  const [, boundary] = /boundary=([^;]+)/.exec(type) ?? [];
  return body
    .toString('latin1')
    .split(`--${boundary}`)
    .slice(1, -1)
    .map(part => {
      const end = part.indexOf(BREAK + BREAK);
      const head = Buffer.from(part.slice(0, end), 'latin1').toString('utf8');
      const value = (name: string) =>
        new RegExp(`; ${name}="([^"]*)"`)
          .exec(head)?.[1]
          .replaceAll('%22', '"');
      return {
        name: value('name')!,
        filename: value('filename'),
        attributes: value('x-attributes'),
        content: Buffer.from(
          part.slice(end + BREAK.length * 2, -BREAK.length),
          'latin1',
        ),
      };
    });
}
