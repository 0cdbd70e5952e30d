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

import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { InventoryItem } from '@basewell/plugin-databases-common';
import { matchCodeOwner } from './matchCodeOwner';
import { TEAM_SLUG, teamPath, USER_LOGIN } from './annotations';

/** Filters with more values make requests too long for some servers. */
const MOST_HANDLES = 50;

/** The entity that owns the file of a database, by the CODEOWNERS of its repository. */
export type CodeOwnerOf = (item: InventoryItem) => string | undefined;

interface Handle {
  readonly host: string;
  /** As CODEOWNERS writes it. */
  readonly text: string;
}

/** Looks up in the catalog whom the CODEOWNERS of repositories name. */
export class CodeOwners {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #logger: LoggerService;
  /** References by host and handle; of nobody is `undefined`. */
  #known = new Map<string, string | undefined>();
  readonly #said = new Set<string>();

  constructor(options: {
    readonly catalog: CatalogService;
    readonly auth: AuthService;
    readonly logger: LoggerService;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#logger = options.logger;
  }

  /** Teams may have come or gone: all are looked up again. */
  forget(): void {
    this.#known = new Map();
  }

  /** Looks up those of databases that have no other owner. */
  async of(items: readonly InventoryItem[]): Promise<CodeOwnerOf> {
    const handles = new Map(
      items.flatMap(item =>
        handlesOf(item).map(handle => [keyOf(handle), handle] as const),
      ),
    );
    const open = [...handles.values()].filter(
      handle => !this.#known.has(keyOf(handle)),
    );
    for (let from = 0; from < open.length; from += MOST_HANDLES) {
      await this.#lookUp(open.slice(from, from + MOST_HANDLES));
    }
    const known = this.#known;
    return item =>
      handlesOf(item)
        .map(handle => known.get(keyOf(handle)))
        .find(ref => ref !== undefined);
  }

  async #lookUp(handles: readonly Handle[]): Promise<void> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const texts = handles.map(({ text }) => text.replace(/^@/, ''));
    const hosts = [...new Set(handles.map(({ host }) => host))];
    const names = texts.map(text => text.slice(text.lastIndexOf('/') + 1));
    const { items } = await this.#catalog.getEntities(
      {
        filter: [
          { kind: ['group', 'user'], 'metadata.name': names },
          ...[TEAM_SLUG, ...hosts.map(teamPath)].map(annotation => ({
            kind: 'group',
            [`metadata.annotations.${annotation}`]: texts,
          })),
          {
            kind: 'user',
            [`metadata.annotations.${USER_LOGIN}`]: texts,
          },
          { kind: 'user', 'spec.profile.email': texts },
        ],
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.annotations',
          'spec.profile.email',
        ],
      },
      { credentials },
    );
    for (const handle of handles) {
      this.#learn(handle, matchCodeOwner(handle, items));
    }
  }

  #learn(handle: Handle, found: readonly Entity[]): void {
    const key = keyOf(handle);
    const [entity, ...others] = found;
    const isCertain = entity !== undefined && !others.length;
    this.#known.set(key, isCertain ? stringifyEntityRef(entity) : undefined);
    if (!isCertain && !this.#said.has(key)) {
      this.#said.add(key);
      this.#logger.info(
        `CODEOWNERS on ${handle.host} name ${handle.text}, ${
          entity
            ? `who may be ${found.map(other => stringifyEntityRef(other)).join(' or ')}`
            : 'whom no Group or User of the catalog stands for'
        }: no database gets an owner by that. See the owners of databases in docs/how-to/catalog.md.`,
      );
    }
  }
}

function handlesOf({ owners, declared }: InventoryItem): readonly Handle[] {
  return owners.length || !declared
    ? []
    : declared.codeOwners.map(text => ({ host: declared.host, text }));
}

function keyOf({ host, text }: Handle): string {
  return `${host} ${text.toLowerCase()}`;
}
