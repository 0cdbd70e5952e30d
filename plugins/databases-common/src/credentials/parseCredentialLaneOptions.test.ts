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

import { parseCredentialLaneOptions } from './parseCredentialLaneOptions';

describe('parseCredentialLaneOptions', () => {
  it.each([
    { config: undefined, options: {} },
    {
      config: { runtimeSecrets: ['web-{app}/{app}-{env}'] },
      options: { runtimeSecrets: ['web-{app}/{app}-{env}'] },
    },
  ])('reads $config', ({ config, options }) => {
    expect(parseCredentialLaneOptions(config)).toEqual(options);
  });

  it.each([
    { config: [], error: 'databases.credentials: must be a map' },
    {
      config: { runtimeSecret: [] },
      error:
        'databases.credentials.runtimeSecret: there is no such field; there is runtimeSecrets',
    },
    ...['db', 'a/b/c', 'a/{name}', 7].map(name => ({
      config: { runtimeSecrets: [name] },
      error:
        'databases.credentials.runtimeSecrets: must be a list of <namespace>/<name> such as web-{app}-{env}/db',
    })),
  ])('refuses $config', ({ config, error }) => {
    expect(() => parseCredentialLaneOptions(config)).toThrow(error);
  });
});
