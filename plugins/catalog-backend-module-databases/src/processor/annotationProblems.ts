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

import { Entity } from '@backstage/catalog-model';
import {
  DATABASE_ID_ANNOTATION,
  DATABASES_ANNOTATION,
  parseDatabaseId,
  parseDatabaseReference,
} from '@basewell/plugin-databases-common';

/** What is wrong with what an entity says about databases: whole sentences. */
export function annotationProblems({ metadata }: Entity): readonly string[] {
  const { annotations = {} } = metadata;
  const id = annotations[DATABASE_ID_ANNOTATION];
  const list = annotations[DATABASES_ANNOTATION];
  return [
    ...(id === undefined || parseDatabaseId(id.trim())
      ? []
      : [
          `${DATABASE_ID_ANNOTATION} is "${id}", which is no id of a database; copy it from the page of the database, such as cnpg.databases.shop-cnpg@prod.`,
        ]),
    ...(list === undefined ? [] : listProblems(list)),
  ];
}

function listProblems(list: string): readonly string[] {
  const references = list.split(',').map(text => text.trim());
  if (!references.some(Boolean)) {
    return [
      `${DATABASES_ANNOTATION} names no database; remove it, or write <namespace>/<name>.`,
    ];
  }
  return references
    .filter(text => text && !parseDatabaseReference(text))
    .map(
      text =>
        `${DATABASES_ANNOTATION} has "${text}", which is not understood; write <namespace>/<name>, <Kubernetes cluster>/<namespace>/<name>, or either with :<database> behind it, separated by commas.`,
    );
}
