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

import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  DatabaseDetail,
  DatabaseIdentity,
} from '@basewell/plugin-databases-common';

const placeholders = [
  'id',
  'kubernetesCluster',
  'namespace',
  'name',
  'app',
  'environment',
] as const;

/** The team's own pages: dashboards of a database, runbooks of a rule. */
export class PageLinks {
  readonly #links: DatabaseDetail['links'];
  readonly #runbooks: ReadonlyMap<string, string>;

  private constructor(
    links: DatabaseDetail['links'],
    runbooks: ReadonlyMap<string, string>,
  ) {
    this.#links = links;
    this.#runbooks = runbooks;
  }

  /**
   * Reads `databases.links` and `databases.runbooks`.
   *
   * @throws InputError that names the path of what is wrong
   */
  static fromConfig(config: Config): PageLinks {
    const links = (config.getOptionalConfigArray('databases.links') ?? []).map(
      (link, index) => ({
        title: link.getString('title'),
        url: checkUrl(link.getString('url'), `databases.links[${index}].url`),
      }),
    );
    const runbooks = config.getOptionalConfig('databases.runbooks');
    return new PageLinks(
      links,
      new Map(
        (runbooks?.keys() ?? []).map(rule => [
          rule,
          checkUrl(runbooks!.getString(rule), `databases.runbooks.${rule}`),
        ]),
      ),
    );
  }

  /** A link that needs what the database does not say is left out. */
  linksOf(database: DatabaseIdentity): DatabaseDetail['links'] {
    return this.#links.flatMap(({ title, url }) => {
      const missing = placeholders.some(
        name => url.includes(`{${name}}`) && database[name] === undefined,
      );
      return missing
        ? []
        : [
            {
              title,
              url: url.replace(/\{(\w+)\}/g, (_, name) =>
                encodeURIComponent(
                  database[name as (typeof placeholders)[number]]!,
                ),
              ),
            },
          ];
    });
  }

  runbooksOf(rules: Iterable<string>): DatabaseDetail['runbooks'] {
    return Object.fromEntries(
      [...rules].flatMap(rule => {
        const url = this.#runbooks.get(rule);
        return url ? [[rule, url]] : [];
      }),
    );
  }
}

function checkUrl(url: string, path: string): string {
  const plain = url.replace(/\{(\w+)\}/g, (placeholder, name) => {
    if (!placeholders.includes(name)) {
      throw new InputError(
        `${path}: there is no ${placeholder}; there are ${placeholders.map(known => `{${known}}`).join(', ')}`,
      );
    }
    return 'x';
  });
  if (!/^https?:$/.test(URL.parse(plain)?.protocol ?? '')) {
    throw new InputError(
      `${path}: "${url}" must begin with https:// or http://`,
    );
  }
  return url;
}
