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

import { KubeObject } from '../model';
import { Fields } from '../observation';
import { operatedPod, operatorKinds } from './operatedPod';

/**
 * The custom resource that a StatefulSet is a part of: as its owner says, else as
 * its labels do, for operators that set no owner.
 *
 * @returns `undefined` when none of the operators that are known here made it
 */
export function findOperator(
  statefulSet: KubeObject,
): { readonly kind: string; readonly name: string } | undefined {
  const fields = Fields.of(statefulSet);
  const owner = fields
    .list('metadata', 'ownerReferences')
    .map(reference => ({
      kind: reference.string('kind') ?? '',
      name: reference.string('name') ?? '',
    }))
    .find(({ kind }) => operatorKinds.includes(kind));
  return owner ?? operatedPod(fields.at('metadata', 'labels'))?.operated;
}
