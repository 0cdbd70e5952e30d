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

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The estates that stand in `examples/estates`. */
export const estatesFolder = resolve(__dirname, '../../../../examples/estates');

/** What is to be said of an estate: its `expected.json`. */
export interface ExpectedEstate {
  readonly name: string;
  readonly title: string;
  /** One sentence, for a person who has to choose. */
  readonly about: string;
  /** Every database that is found, by its id, and what each lane says of it. */
  readonly databases: {
    readonly [id: string]: { readonly [lane: string]: string };
  };
  /**
   * What is different where nothing but API servers is read: no repositories, and
   * no Vault.
   */
  readonly kubernetesAlone?: ExpectedEstate['databases'];
  /** The services of its catalog, and the databases that their tabs show. */
  readonly services: { readonly [name: string]: readonly string[] };
  /** Every thing that runs there or is done there. */
  readonly rows: readonly ExpectedRow[];
}

export interface ExpectedRow {
  /** Stable; an estate has numbers of its own. */
  readonly id: string;
  readonly feature: string;
  readonly does: readonly ('provisions' | 'observes' | 'checks')[];
  /** How, or what is not seen. */
  readonly how: string;
  /** What the page says. */
  readonly shows?: readonly ExpectedSight[];
  /** Tests that show it as well, or alone: paths from the root. */
  readonly tests?: readonly string[];
}

/** At least one of `state`, `source` and `rule`. */
export interface ExpectedSight {
  /** Id of the database. */
  readonly database: string;
  readonly lane: string;
  readonly state?: string;
  readonly source?: string;
  /** A finding of this rule is there. */
  readonly rule?: string;
  /** Its message, where a rule has several. */
  readonly message?: string;
}

/** In the order of their names. */
export function readExpectedEstates(): readonly ExpectedEstate[] {
  return readdirSync(estatesFolder)
    .sort()
    .map(name => ({
      name,
      ...JSON.parse(
        readFileSync(join(estatesFolder, name, 'expected.json'), 'utf8'),
      ),
    }));
}
