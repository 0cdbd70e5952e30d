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

import { DatabaseIdentity, DatabaseOwner } from '../model';

/**
 * Answer of `GET /inventory`: which databases there are, without a word of how
 * they are. It is for catalogs and the like, which keep what rarely changes.
 *
 * @public
 */
export interface InventoryResponse {
  readonly databases: readonly InventoryItem[];
  /**
   * Of the ids that were asked for, those of databases that are proven to be gone:
   * no Kubernetes cluster has them, and no repository declares them.
   */
  readonly gone: readonly string[];
  /**
   * Kubernetes clusters that are not seen completely now, and repositories
   * (`git:<host>/<owner>/<name>`) that were not read yet: what is missing may be
   * there. `*` when not even the Kubernetes clusters are known.
   */
  readonly unseen: readonly string[];
}

/** @public */
export interface InventoryItem {
  readonly database: DatabaseIdentity;
  /** `PostgreSQL (CloudNativePG)`. */
  readonly engineTitle: string;
  /** See `DatabaseSummary`. */
  readonly owners: readonly DatabaseOwner[];
  /** References of entities that people wrote for the database itself. */
  readonly resources: readonly string[];
  /** Services that use it: those that it names, and those that name it. */
  readonly services: readonly InventoryService[];
  /** Whether a Kubernetes cluster has it; otherwise git declares it, and that is all. */
  readonly exists: boolean;
  /** Where git declares it. Left out: in no repository of a target. */
  readonly declared?: InventoryDeclaration;
}

/** @public */
export interface InventoryDeclaration {
  /** Host of the repository, such as `gitlab.com`. */
  readonly host: string;
  /** `<owner>/<name>` */
  readonly repository: string;
  readonly path: string;
  /** Page of the file as its branch has it; left out when the host has none. */
  readonly url?: string;
  /** Its owners as the CODEOWNERS of the repository writes them, such as `@shop/dba`. */
  readonly codeOwners: readonly string[];
}

/** @public */
export interface InventoryService {
  /** Entity reference in full. */
  readonly ref: string;
  /** Reference of its system, when it is in one. */
  readonly system?: string;
}
