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

import { ConfigReader } from '@backstage/config';
import { PageLinks } from './PageLinks';

const shop = {
  id: 'cnpg.databases.shop@north',
  engine: 'cnpg',
  kubernetesCluster: 'north',
  namespace: 'databases',
  name: 'shop&co',
  services: [],
};

const read = (databases: object) =>
  PageLinks.fromConfig(new ConfigReader({ databases }));

describe('PageLinks', () => {
  it('fills in what the database says, and leaves a link out that needs more', () => {
    const links = read({
      links: [
        { title: 'Logs', url: 'https://logs.example/{namespace}/{name}' },
        { title: 'App', url: 'https://apps.example/{app}' },
      ],
    });
    expect(links.linksOf(shop)).toEqual([
      { title: 'Logs', url: 'https://logs.example/databases/shop%26co' },
    ]);
  });

  it('has runbooks for what was found', () => {
    const links = read({ runbooks: { down: 'https://wiki.example/down' } });
    expect(links.runbooksOf(['down', 'other'])).toEqual({
      down: 'https://wiki.example/down',
    });
  });

  it.each([
    { url: 'data:text/html,hello', says: 'must begin with https://' },
    { url: 'grafana.example/d', says: 'must begin with https://' },
    { url: 'https://x.example/{size}', says: 'there is no {size}' },
  ])('refuses $url', ({ url, says }) => {
    expect(() => read({ links: [{ title: 'A page', url }] })).toThrow(
      `databases.links[0].url: `,
    );
    expect(() => read({ runbooks: { rule: url } })).toThrow(says);
  });
});
