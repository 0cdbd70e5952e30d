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

import fc from 'fast-check';
import { encodeFormData } from './encodeFormData';

/** As the platform itself takes it apart. */
function decode({ type, bytes }: ReturnType<typeof encodeFormData>) {
  const headers = { 'content-type': type };
  return new Response(Buffer.from(bytes), { headers }).formData();
}

describe('encodeFormData', () => {
  it('tells fields and files apart, whatever is in them', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(text, text, async (message, content) => {
        const form = await decode(
          encodeFormData([
            { name: 'message', content: message },
            { name: '/message', content, file: { filename: 'message' } },
          ]),
        );
        expect(form.get('message')).toBe(Buffer.from(message).toString());
        const file = form.get('/message') as File;
        expect(file.name).toBe('message');
        const bytes = Buffer.from(await file.arrayBuffer());
        expect(bytes.equals(Buffer.from(content))).toBe(true);
      }),
    );
  });

  it.each([
    { name: 'files', content: '/a.yaml' },
    { name: '/приложения/a b.yaml', content: '' },
    { name: '/quoted/"a".yaml', content: '--form' },
  ])('keeps the name $name', async field => {
    const form = await decode(encodeFormData([field]));
    expect([...form]).toEqual([[field.name, field.content]]);
  });

  it('says more about a file beside its name', () => {
    const { bytes } = encodeFormData([
      {
        ...{ name: '/a.sh', content: '' },
        file: { filename: 'a.sh', 'x-attributes': 'executable' },
      },
    ]);
    expect(Buffer.from(bytes).toString()).toContain(
      'Content-Disposition: form-data; name="/a.sh"; filename="a.sh"; x-attributes="executable"\r\n',
    );
  });
});
