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

import { parseDeliveryOptions } from './parseDeliveryOptions';

describe('parseDeliveryOptions', () => {
  it.each([
    undefined,
    {},
    {
      appApplications: ['web-{app}-{env}', 'payload'],
      destinations: { 'https://10.0.0.1:6443': 'prod' },
      urls: { management: 'https://argocd.example.test' },
    },
  ])('takes %j', config => {
    expect(parseDeliveryOptions(config)).toEqual(config ?? {});
  });

  it('names everything that is wrong at once', () => {
    expect(() =>
      parseDeliveryOptions({
        appApplications: ['web-{name}'],
        destinations: { a: 1 },
        url: {},
      }),
    ).toThrow(
      [
        'databases.delivery.url: there is no such field; there are appApplications, destinations and urls',
        'databases.delivery.appApplications: must be a list of names such as web-{app}-{env}',
        'databases.delivery.destinations: must be a map of texts',
      ].join('\n'),
    );
    expect(() => parseDeliveryOptions('argocd')).toThrow(
      'databases.delivery: must be a map',
    );
  });
});
